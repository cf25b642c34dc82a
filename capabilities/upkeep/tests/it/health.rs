//! The health page: every part in words, the worst first.

use testkit::on_both;
use upkeep::MailSet;

use crate::cast::{browser, upkeep};

#[tokio::test]
async fn every_part_says_how_it_fares_and_what_to_do() {
    on_both(async |kit| {
        let mut admin = browser(kit, &upkeep(kit, MailSet::Nowhere), "administrator").await;
        let page = admin.get("/upkeep").await;
        page.is(200).says("Something needs mending").says("No mail server is set").says("Name a mail server on the page “Mail”.");
        page.says("No backups are planned.").says("The program was built without its map.").says("Version 0.1.0.");
        let engine = if kit.db.is_postgres() { "PostgreSQL" } else { "SQLite" };
        page.says(engine).never_says("upkeep-");
        assert_eq!(kit.db.is_postgres(), page.text().contains("All events have their numbers."));
        let mut demo = browser(kit, &upkeep(kit, MailSet::ByDemo), "agent").await;
        demo.get("/upkeep").await.is(403);
        for page in ["/upkeep/backups", "/upkeep/keys", "/upkeep/mail", "/upkeep/webhooks"] {
            demo.get(page).await.is(403);
        }
    })
    .await;
}

#[tokio::test]
async fn alarms_are_told_to_those_who_watch() {
    on_both(async |kit| {
        let rows = upkeep::health::rows(&upkeep(kit, MailSet::Nowhere), &kit.db).await.unwrap();
        assert_eq!(upkeep::model::worst(&rows), upkeep::State::Bad);
        let rows = upkeep::health::rows(&upkeep(kit, MailSet::ByDemo), &kit.db).await.unwrap();
        assert_eq!(upkeep::model::worst(&rows), upkeep::State::Warn, "a demo needs no backups");
    })
    .await;
}
