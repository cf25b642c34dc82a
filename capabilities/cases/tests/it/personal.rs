//! What we give somebody of what we keep of them, and what is left when they want it gone.

use base::Id;
use cases::{Outcome, actions, personal};
use store::params;

use crate::cast::{ANNA, OWN_WORDS, SAID, World, on_both};

async fn anna(world: &World, report_id: Id) -> Id {
    let resident = move |read: &store::Read<'_>| read.value("select resident_id from reports where id = $1", params![report_id]);
    world.kit.read(resident).await.unwrap()
}

#[tokio::test]
async fn a_resident_gets_their_words_and_may_have_them_erased() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let other = world.opened(&cases::NewReport { body: "Cudze słowa".into(), reply_to: None, ..world.report() }).await;
        let id = anna(world, opened.report_id).await;
        let export = world.kit.read(move |read| personal::export(read, id)).await.unwrap();
        assert_eq!(export.as_array().unwrap().len(), 1, "{export}");
        assert_eq!(export[0]["words"], OWN_WORDS);
        assert_eq!(export[0]["place"], "ul. Olszowa 14");
        assert_eq!(export[0]["number"], opened.number.to_string());
        assert_eq!(export[0]["channel"], "web");

        let erase = move |tx: &store::Tx<'_>| {
            personal::erase(tx, id)?;
            residents::personal::erase(tx, id)
        };
        world.by(&world.supervisor, erase).await.unwrap();
        let export = world.kit.read(move |read| personal::export(read, id)).await.unwrap();
        assert_eq!(export[0]["words"], "");
        assert_eq!(world.kit.value::<i64>("select count(*) from reports where body <> ''").await, 1, "others' words stand");
        assert_eq!(world.kit.told(opened.report_id).await, ["report.received", "report.erased"]);

        // The case goes on, but nobody is written to any more.
        let mails = world.mails();
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        assert_eq!(world.mails(), mails);
        assert_eq!(world.public(opened.number).await.story.len(), 3);
        assert_eq!(world.kit.told(other.report_id).await, ["report.received"]);
        assert_eq!(world.kit.value::<i64>("select count(*) from ways").await, 0, "the premise: {ANNA} is gone");
    })
    .await;
}
