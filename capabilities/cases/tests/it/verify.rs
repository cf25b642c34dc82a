//! `verify` finds every row that does not follow from the journal.

use base::{Id, Result};
use cases::{Outcome, actions};
use store::{Tx, params};

use crate::cast::{SAID, World, greens, on_both, roads};

async fn found(world: &World) -> Vec<String> {
    world.kit.read(cases::verify).await.unwrap()
}

/// Tampers, looks, and mends; `mend` gives back what was.
async fn check(
    world: &World,
    what: &str,
    tamper: impl Fn(&Tx<'_>) -> Result<()> + Send + 'static,
    mend: impl Fn(&Tx<'_>) -> Result<()> + Send + 'static,
) {
    assert_eq!(found(world).await, Vec::<String>::new(), "the premise: nothing is wrong before {what}");
    world.kit.write(tamper).await.unwrap();
    let faults = found(world).await;
    assert_eq!(faults.len(), 1, "{what} on {:?}: {faults:?}", world.kit.engine);
    world.kit.write(mend).await.unwrap();
}

/// Puts `value` into a column of the table's only row, then the old value again.
async fn check_column(world: &World, table: &str, column: &str, value: &str) {
    let set = format!("update {table} set {column} = {value}");
    let keep = format!("select {column} from {table}");
    let old = world.kit.read(move |read| read.value::<store::Value>(&keep, &[])).await.unwrap();
    let back = format!("update {table} set {column} = $1");
    let (what, mend) = (format!("{table}.{column} = {value}"), move |tx: &Tx<'_>| tx.execute(&back, params![old]).map(drop));
    check(world, &what, move |tx| tx.execute(&set, &[]).map(drop), mend).await;
}

#[tokio::test]
async fn every_tampered_column_of_an_open_case_is_found() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        world.by(&world.crew, move |tx| actions::accept(tx, opened.case_id)).await.unwrap();
        for (column, value) in [
            ("state", "'in_progress'"),
            ("state", "'dispatched'"),
            ("opened_at", "opened_at + 1"),
            ("due_at", "due_at + 1"),
            ("due_at", "null"),
            ("changed_at", "changed_at + 1"),
            ("kind", "'question'"),
            ("public", "not public"),
        ] {
            check_column(world, "cases", column, value).await;
        }
        let unit = |unit_id: Id| move |tx: &Tx<'_>| tx.execute("update cases set unit_id = $1", params![unit_id]).map(drop);
        check(world, "another unit", unit(greens()), unit(roads())).await;
        let service = |id: Id| move |tx: &Tx<'_>| tx.execute("update cases set service_id = $1", params![id]).map(drop);
        check(world, "another service", service(world.stray.id), service(world.lamp.id)).await;
        check_column(world, "reports", "received_at", "received_at - 1").await;
    })
    .await;
}

#[tokio::test]
async fn every_tampered_column_of_a_closed_case_is_found() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        world.by(&world.crew, move |tx| actions::close(tx, opened.case_id, Outcome::Fixed, SAID)).await.unwrap();
        check_column(world, "cases", "outcome", "'refused'").await;
        check_column(world, "cases", "closed_at", "closed_at + 1").await;
        check_column(world, "cases", "unit_id", "null").await;
    })
    .await;
}

#[tokio::test]
async fn reports_and_cases_that_went_astray_are_found() {
    on_both(async |world: &World| {
        let (one, two) = (world.opened(&world.report()).await, world.opened(&world.report()).await);
        let join = |case_id: Id| {
            move |tx: &Tx<'_>| tx.execute("update reports set case_id = $1 where id = $2", params![case_id, one.report_id]).map(drop)
        };
        world.kit.write(join(two.case_id)).await.unwrap();
        let faults = found(world).await;
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults.iter().any(|fault| fault.starts_with(&format!("report {}", one.report_id))), "{faults:?}");
        assert!(faults.iter().any(|fault| fault == &format!("case {}: it has no report", one.case_id)), "{faults:?}");
        world.kit.write(join(one.case_id)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn rows_that_are_gone_are_found() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let kept = "create table kept as select * from reports";
        world.kit.write(move |tx| tx.execute(kept, &[]).map(drop)).await.unwrap();
        let lose = |tx: &Tx<'_>| tx.execute("delete from reports", &[]).map(drop);
        world.kit.write(lose).await.unwrap();
        let faults = found(world).await;
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults.contains(&format!("report {}: the journal knows it, the rows do not", opened.report_id)), "{faults:?}");
        let mend = |tx: &Tx<'_>| {
            tx.execute("insert into reports select * from kept", &[])?;
            tx.execute("drop table kept", &[]).map(drop)
        };
        world.kit.write(mend).await.unwrap();
    })
    .await;
}
