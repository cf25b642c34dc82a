//! `verify` finds every resident whose row and journal disagree.

use base::{Id, Language};
use residents::{Reachable, actions};
use store::{Tx, params};
use testkit::{Kit, on_both};

async fn met(kit: &Kit, address: &'static str) -> Id {
    kit.write(move |tx| actions::meet(tx, &Reachable::by_email(address, Language::Pl)?)).await.unwrap()
}

async fn found(kit: &Kit) -> Vec<String> {
    kit.read(residents::verify).await.unwrap()
}

/// Tampers with one row that was right and keeps everything else; exactly that is found, and gone once it is mended.
async fn check(kit: &Kit, id: Id, tamper: &'static str, mend: &'static str) {
    assert_eq!(found(kit).await, Vec::<String>::new(), "the premise: nothing is wrong before {tamper}");
    let changed = kit.write(move |tx| tx.execute(tamper, params![id])).await.unwrap();
    assert_eq!(changed, 1, "{tamper}");
    assert_eq!(found(kit).await, [format!("resident {id}: the row does not follow from the journal")], "{tamper} on {:?}", kit.engine);
    kit.write(move |tx| tx.execute(mend, params![id])).await.unwrap();
}

#[tokio::test]
async fn every_tampered_resident_is_found() {
    on_both(async |kit: &Kit| {
        let (anna, gone) = (met(kit, "anna@poczta.example").await, met(kit, "jan@poczta.example").await);
        kit.clock.pass_seconds(60);
        kit.write(move |tx| actions::erase(tx, gone)).await.unwrap();
        let created = "update residents set created_at = created_at + 1 where id = $1";
        check(kit, anna, created, "update residents set created_at = created_at - 1 where id = $1").await;
        let erased = "update residents set erased_at = created_at where id = $1";
        check(kit, anna, erased, "update residents set erased_at = null where id = $1").await;
        let back = "update residents set erased_at = created_at + 60000000 where id = $1";
        check(kit, gone, "update residents set erased_at = null where id = $1", back).await;
        check(kit, gone, "update residents set erased_at = erased_at + 1 where id = $1", back).await;
        let apart = "update residents set merged_into = null where id = $1";
        check(kit, anna, "update residents set merged_into = id where id = $1", apart).await;
        let need = "insert into needs (resident_id, kind, noted_at) values ($1, 'text_only', 0)";
        kit.write(move |tx| actions::set_needs(tx, anna, &residents::Needs::default())).await.unwrap();
        check(kit, anna, need, "delete from needs where resident_id = $1").await;
        let way = "insert into ways (id, resident_id, kind, address, shared, created_at)
                   select r.id, r.id, 'phone', '+48601234567', r.id <> r.id, 0 from residents r where r.id = $1";
        check(kit, anna, way, "delete from ways where id = $1").await;
        let consent = "insert into consents (id, resident_id, purpose, channel, given, at, how, text_version)
                       select r.id, r.id, 'survey', 'email', r.id = r.id, 0, 'phone', '1' from residents r where r.id = $1";
        check(kit, anna, consent, "delete from consents where id = $1").await;
        let stranger = "insert into residents (id, language, created_at) values ($1, 'pl', 0)";
        check(kit, Id::new(), stranger, "delete from residents where id = $1").await;
    })
    .await;
}

#[tokio::test]
async fn a_resident_who_was_deleted_is_found() {
    on_both(async |kit: &Kit| {
        let (anna, _) = (met(kit, "anna@poczta.example").await, met(kit, "jan@poczta.example").await);
        assert_eq!(found(kit).await, Vec::<String>::new(), "the premise: nothing is wrong before");
        let lose = move |tx: &Tx<'_>| {
            tx.execute("delete from ways where resident_id = $1", params![anna])?;
            tx.execute("delete from residents where id = $1", params![anna])
        };
        assert_eq!(kit.write(lose).await.unwrap(), 1);
        assert_eq!(found(kit).await, [format!("resident {anna}: the journal knows it, the rows do not")], "{:?}", kit.engine);
    })
    .await;
}
