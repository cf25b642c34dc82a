//! `verify` finds every interaction whose row and journal disagree.

use base::{Id, Language};
use interactions::{Channel, Disposition, NewInteraction, actions};
use store::params;
use testkit::{Kit, on_both};

async fn held(kit: &Kit, channel: Channel) -> Id {
    let new = NewInteraction { channel, resident_id: None, language: Language::Pl, source: None, controller: None };
    kit.write(move |tx| actions::hold(tx, &new, Disposition::Informed)).await.unwrap()
}

async fn found(kit: &Kit) -> Vec<String> {
    kit.read(interactions::verify).await.unwrap()
}

/// Tampers with one row that was right and keeps everything else; exactly that is found, and gone once it is mended.
async fn check(kit: &Kit, id: Id, tamper: &'static str, mend: &'static str) {
    assert_eq!(found(kit).await, Vec::<String>::new(), "the premise: nothing is wrong before {tamper}");
    let changed = kit.write(move |tx| tx.execute(tamper, params![id])).await.unwrap();
    assert_eq!(changed, 1, "{tamper}");
    assert_eq!(found(kit).await, [format!("interaction {id}: the row does not follow from the journal")], "{tamper} on {:?}", kit.engine);
    kit.write(move |tx| tx.execute(mend, params![id])).await.unwrap();
}

#[tokio::test]
async fn every_tampered_interaction_is_found() {
    on_both(async |kit: &Kit| {
        let (call, _) = (held(kit, Channel::Phone).await, held(kit, Channel::Web).await);
        let mend = "update interactions set channel = 'phone', begun_at = ended_at, disposition = 'informed' where id = $1";
        check(kit, call, "update interactions set channel = 'web' where id = $1", mend).await;
        check(kit, call, "update interactions set begun_at = begun_at + 1 where id = $1", mend).await;
        check(kit, call, "update interactions set disposition = 'case_opened' where id = $1", mend).await;
        check(kit, call, "update interactions set disposition = null where id = $1", mend).await;
        let ended = "update interactions set ended_at = begun_at where id = $1";
        check(kit, call, "update interactions set ended_at = ended_at + 1 where id = $1", ended).await;
        check(kit, call, "update interactions set ended_at = null where id = $1", ended).await;
        let stranger = "insert into interactions (id, channel, language, begun_at) values ($1, 'phone', 'pl', 0)";
        check(kit, Id::new(), stranger, "delete from interactions where id = $1").await;
    })
    .await;
}

#[tokio::test]
async fn an_interaction_that_was_deleted_is_found() {
    on_both(async |kit: &Kit| {
        let (call, _) = (held(kit, Channel::Phone).await, held(kit, Channel::Web).await);
        assert_eq!(found(kit).await, Vec::<String>::new(), "the premise: nothing is wrong before");
        assert_eq!(kit.write(move |tx| tx.execute("delete from interactions where id = $1", params![call])).await.unwrap(), 1);
        assert_eq!(found(kit).await, [format!("interaction {call}: the journal knows it, the rows do not")], "{:?}", kit.engine);
    })
    .await;
}
