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
        let area = "insert into areas (id, key, kind, name, geometry) values ($1, 'srodmiescie', 'district', '{}', '[]')";
        world.kit.write(move |tx| tx.execute(area, params![Id::named("area", "srodmiescie")])).await.unwrap();
        check_column(world, "cases", "area_id", "(select id from areas)").await;
    })
    .await;
}

#[tokio::test]
async fn every_tampered_column_of_a_closed_case_is_found() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
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
async fn a_report_of_another_interaction_is_found() {
    on_both(async |world: &World| {
        let (one, two) = (world.opened(&world.report()).await, world.opened(&world.report()).await);
        let of = |report_id: Id| {
            move |read: &store::Read<'_>| read.value::<Id>("select interaction_id from reports where id = $1", params![report_id])
        };
        let own = world.kit.read(of(one.report_id)).await.unwrap();
        let other = world.kit.read(of(two.report_id)).await.unwrap();
        let point = |interaction_id: Id| {
            let sql = "update reports set interaction_id = $1 where id = $2";
            move |tx: &Tx<'_>| tx.execute(sql, params![interaction_id, one.report_id]).map(drop)
        };
        check(world, "another interaction", point(other), point(own)).await;
    })
    .await;
}

#[tokio::test]
async fn words_that_are_gone_moved_or_nobodys_are_found() {
    on_both(async |world: &World| {
        let (one, two) = (world.opened(&world.report()).await, world.opened(&world.report()).await);
        world.by(&world.crew, move |tx| actions::accept(tx, one.case_id)).await.unwrap();
        world.by(&world.crew, move |tx| actions::progress(tx, one.case_id, SAID)).await.unwrap();
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, one.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        world.kit.write(|tx| tx.execute("create table kept as select * from case_words", &[])).await.unwrap();
        let mend = |tx: &Tx<'_>| {
            tx.execute("delete from case_words", &[])?;
            tx.execute("insert into case_words select * from kept", &[]).map(drop)
        };
        for kind in ["case.progressed", "case.closed"] {
            let of_event = "event_id in (select id from events where kind = $1)";
            let lose = move |tx: &Tx<'_>| tx.execute(&format!("delete from case_words where {of_event}"), params![kind]).map(drop);
            check(world, &format!("no words of {kind}"), lose, mend).await;
            let sql = format!("update case_words set case_id = $2 where {of_event}");
            check(world, &format!("words of {kind} moved"), move |tx| tx.execute(&sql, params![kind, two.case_id]).map(drop), mend).await;
        }
        let sql = "insert into case_words (event_id, case_id, body, language) values ($1, $2, 'Nikt', 'pl')";
        check(world, "words of nobody", move |tx| tx.execute(sql, params![Id::new(), two.case_id]).map(drop), mend).await;
        world.kit.write(|tx| tx.execute("drop table kept", &[])).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_case_astray_is_told_in_words() {
    on_both(async |world: &World| {
        let id = world.opened(&world.report()).await.case_id;
        for (tampered, sentence) in [
            ("state = 'in_progress'", "its row says that it is in progress, the journal says that it is dispatched"),
            ("state = 'dispatched', unit_id = $1", "its row and the journal say that it is dispatched, but differ in the unit"),
        ] {
            let sql = format!("update cases set {tampered}");
            let units: Vec<_> = if sql.contains("$1") { params![greens()].to_vec() } else { Vec::new() };
            world.kit.write(move |tx| tx.execute(&sql, &units)).await.unwrap();
            assert_eq!(found(world).await, [format!("case {id}: {sentence}")]);
        }
        let mend = |tx: &Tx<'_>| tx.execute("update cases set unit_id = $1", params![roads()]).map(drop);
        world.kit.write(mend).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_historic_case_closed_without_words_is_whole() {
    on_both(async |world: &World| {
        let case_id = world.opened(&world.report()).await.case_id;
        world.kit.db.write(base::Actor::IMPORT, move |tx| actions::close_historic(tx, case_id, Outcome::Fixed)).await.unwrap();
        world.kit.settle().await;
        assert_eq!(found(world).await, Vec::<String>::new());
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
