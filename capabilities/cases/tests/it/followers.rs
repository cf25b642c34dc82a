//! Others whom a public case concerns: counted at once, told only when their own mailbox said yes, and only what everybody may read.

use base::{Actor, Error, Id, Language, ReportNumber, Result};
use cases::{
    NewReport, Outcome,
    actions::{self, MeToo},
};
use notices::Notice;
use residents::Reachable;

use crate::cast::{SAID, World, on_both};

const OLENA: &str = "olena@poczta.example";

fn olena(number: ReportNumber) -> MeToo {
    MeToo { number, reach: Reachable::by_email(OLENA, Language::Uk).ok(), language: Language::Uk, token: None }
}

async fn follow(world: &World, new: MeToo) -> Result<()> {
    let done = world.kit.db.write(Actor::STRANGER, move |tx| actions::follow(tx, &new)).await;
    world.kit.settle().await;
    done
}

async fn confirm(world: &World) {
    let id = world.kit.value::<Id>("select id from followers where resident_id is not null").await;
    world.kit.db.write(Actor::STRANGER, move |tx| actions::confirm(tx, id)).await.unwrap();
}

async fn letters(world: &World, case_id: Id) -> Vec<Notice> {
    world.kit.read(move |read| notices::of_subject(read, case_id)).await.unwrap()
}

#[tokio::test]
async fn a_follower_hears_what_everybody_reads_once_they_said_yes_and_until_they_stop() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        follow(world, olena(opened.number)).await.unwrap();
        follow(world, olena(opened.number)).await.unwrap();
        let asked = letters(world, opened.case_id).await;
        assert_eq!((asked.len(), asked[0].template.as_str(), asked[0].language), (1, "following", Language::Uk), "asked once");
        assert!(asked[0].body.contains("/following/") && !asked[0].body.contains("Olszowa"), "{}", asked[0].body);
        assert_eq!(world.public(opened.number).await.others, 0, "nobody counts who has not said yes");
        world.by(&world.crew, move |tx| actions::progress(tx, opened.case_id, "Jedziemy")).await.unwrap();
        assert_eq!(letters(world, opened.case_id).await.len(), 1, "nor are they told");

        confirm(world).await;
        confirm(world).await;
        assert_eq!(world.public(opened.number).await.others, 1);
        world.by(&world.crew, move |tx| actions::ask(tx, opened.case_id, "Czy pani Anna ma klucz?")).await.unwrap();
        world.by(&world.crew, move |tx| actions::progress(tx, opened.case_id, "Mamy części")).await.unwrap();
        let told = letters(world, opened.case_id).await;
        let told: Vec<_> = told.iter().filter(|notice| notice.template == "followed").collect();
        assert_eq!(told.len(), 1, "a question to the author is not theirs");
        let letter = told[0];
        assert!(letter.body.contains("Mamy części") && letter.body.contains("польською") && letter.body.contains("/reports/"));
        let links: Vec<_> = letter.body.split_whitespace().filter(|word| word.contains("?key=")).collect();
        assert!(links.len() == 1 && links[0].contains("/following/"), "no key to the author's page: {links:?}");

        let stop = world.kit.value::<Id>("select id from followers").await;
        world.kit.db.write(Actor::STRANGER, move |tx| actions::stop_following(tx, stop)).await.unwrap();
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        assert_eq!(letters(world, opened.case_id).await.len(), 2);
        assert!(world.letters(opened.report_id).await.contains_key("closed"), "the author still hears");
    })
    .await;
}

#[tokio::test]
async fn followers_go_where_the_reports_go_and_come_back_with_them() {
    on_both(async |world: &World| {
        let (one, other) = (world.opened(&world.report()).await, world.opened(&NewReport { reply_to: None, ..world.report() }).await);
        follow(world, olena(one.number)).await.unwrap();
        confirm(world).await;
        world.by(&world.crew, move |tx| actions::merge(tx, one.case_id, other.case_id)).await.unwrap();
        assert_eq!(world.public(one.number).await.others, 2, "another author and Olena");
        world.by(&world.crew, move |tx| actions::progress(tx, other.case_id, "Razem")).await.unwrap();
        assert_eq!(letters(world, other.case_id).await.iter().filter(|notice| notice.body.contains("Razem")).count(), 1);
        world.by(&world.crew, move |tx| actions::unmerge(tx, one.case_id)).await.unwrap();
        world.by(&world.crew, move |tx| actions::progress(tx, other.case_id, "Osobno")).await.unwrap();
        assert!(letters(world, other.case_id).await.iter().all(|notice| !notice.body.contains("Osobno")));
        world.by(&world.crew, move |tx| actions::progress(tx, one.case_id, "Znowu")).await.unwrap();
        assert_eq!(letters(world, one.case_id).await.iter().filter(|notice| notice.body.contains("Znowu")).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn only_open_public_cases_are_followed_and_a_form_counts_once() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let counted = MeToo { reach: None, token: Some(Id::named("form", "1")), ..olena(opened.number) };
        follow(world, counted.clone()).await.unwrap();
        follow(world, counted.clone()).await.unwrap();
        assert_eq!(world.public(opened.number).await.others, 1);
        let hidden = world.opened(&NewReport { public: false, ..world.report() }).await;
        let hushed = world.opened(&NewReport { service_id: world.hushed.id, ..world.report() }).await;
        for report in [hidden, hushed] {
            assert!(matches!(follow(world, olena(report.number)).await, Err(Error::NotFound)));
        }
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        let late = follow(world, MeToo { token: None, ..counted }).await;
        assert!(matches!(late, Err(Error::Conflict("case-refused-closed"))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn an_address_that_nobody_confirmed_is_forgotten_and_a_follower_may_be_erased() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        follow(world, olena(opened.number)).await.unwrap();
        let id = world.kit.value::<Id>("select id from followers").await;
        world.kit.write(move |tx| actions::forget_unconfirmed(tx, id)).await.unwrap();
        let left = "select (select count(*) from ways where address = 'olena@poczta.example')
            + (select count(*) from notices where address = 'olena@poczta.example')";
        assert_eq!(world.kit.value::<i64>(left).await, 0);
        // Somebody who reported, too, keeps their address.
        let anna = MeToo { reach: Reachable::by_email(crate::cast::ANNA, Language::Pl).ok(), ..olena(opened.number) };
        follow(world, anna).await.unwrap();
        let id = world.kit.value::<Id>("select id from followers where ended_at is null").await;
        let told = move |read: &store::Read<'_>| {
            let resident = read.value::<Id>("select resident_id from followers where id = $1", store::params![id])?;
            cases::personal::export(read, resident)
        };
        assert!(world.kit.read(told).await.unwrap().to_string().contains("follows"));
        world.kit.write(move |tx| actions::forget_unconfirmed(tx, id)).await.unwrap();
        assert_eq!(world.kit.value::<i64>("select count(*) from ways").await, 1);
    })
    .await;
}

#[tokio::test]
async fn verify_finds_a_follower_that_the_journal_does_not_know() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        follow(world, olena(opened.number)).await.unwrap();
        for (wrong, right) in [("confirmed_at = 1", "confirmed_at = null"), ("ended_at = 1", "ended_at = null")] {
            world.kit.write(move |tx| tx.execute(&format!("update followers set {wrong}"), &[])).await.unwrap();
            assert_eq!(world.faults().await.len(), 1, "{wrong}");
            world.kit.write(move |tx| tx.execute(&format!("update followers set {right}"), &[])).await.unwrap();
        }
    })
    .await;
}
