//! The way of one report, from a stranger's words to the city's answer.

use base::Moment;
use cases::{Outcome, Stage, actions};
use notices::State;

use crate::cast::{OWN_WORDS, SAID, World, on_both, roads};

#[tokio::test]
async fn a_report_goes_its_way_and_its_author_hears_of_every_step() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let case_id = opened.case_id;
        assert_eq!(world.case(case_id).await.stage, Stage::Dispatched(roads()));
        assert_eq!(world.kit.told(opened.report_id).await, ["report.received"]);
        assert_eq!(world.kit.told(case_id).await, ["case.opened", "case.dispatched"]);
        assert_eq!(world.mails(), 2, "received and dispatched");

        world.by(&world.crew, move |tx| actions::accept(tx, case_id)).await.unwrap();
        assert_eq!(world.case(case_id).await.stage, Stage::Accepted(roads()));
        assert_eq!(world.mails(), 2, "nobody is told that it was accepted");

        world.by(&world.crew, move |tx| actions::progress(tx, case_id, " Jutro przyjedzie ekipa. ")).await.unwrap();
        assert_eq!(world.case(case_id).await.stage, Stage::InProgress(roads()));

        world.kit.clock.pass_seconds(3_600);
        world
            .by(&world.crew, move |tx| actions::close(tx, case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno")))
            .await
            .unwrap();
        let at = Moment(testkit::TestClock::START.0).plus_seconds(3_600);
        assert_eq!(world.case(case_id).await.stage, Stage::Closed { unit_id: Some(roads()), outcome: Outcome::Fixed, at });
        let kinds = ["case.opened", "case.dispatched", "case.accepted", "case.progressed", "case.closed"];
        assert_eq!(world.kit.told(case_id).await, kinds);

        let letters = world.letters(opened.report_id).await;
        assert!(letters.values().all(|letter| letter.state == State::Sent), "{letters:?}");
        assert_eq!((letters.len(), world.mails()), (4, 4));
        assert!(letters["progressed"].body.contains("\nJutro przyjedzie ekipa.\n"), "{}", letters["progressed"].body);
        assert!(letters["closed"].body.contains(SAID), "{}", letters["closed"].body);
        let rows = "select (select count(*) from cases) * 1000 + (select count(*) from reports) * 100
            + (select count(*) from interactions) * 10 + (select count(*) from case_words)";
        assert_eq!(world.kit.value::<i64>(rows).await, 1_112);
    })
    .await;
}

#[tokio::test]
async fn the_journal_holds_nobodys_words_or_addresses() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        let facts = "select facts from events where subject_kind <> 'account'";
        let facts: Vec<serde_json::Value> = world.kit.read(move |read| read.query(facts, &[], |row| row.get(0))).await.unwrap();
        let facts: Vec<String> = facts.into_iter().map(|facts| facts.to_string()).collect();
        assert!(facts.len() > 8, "the premise: much was told: {facts:?}");
        for secret in [OWN_WORDS, "poczta.example", "bezpiecznik", "Olszowa"] {
            assert!(!facts.iter().any(|facts| facts.contains(secret)), "{secret} in {facts:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_case_handed_on_is_told_with_the_unit_that_got_it_then() {
    on_both(async |world: &World| {
        let opened = world.try_open(&world.report()).await.unwrap();
        // Both hand-overs happen before any letter is written.
        let case_id = opened.case_id;
        let hand_on = move |tx: &store::Tx<'_>| {
            actions::dispatch_by_service(tx, case_id)?;
            actions::dispatch(tx, case_id, crate::cast::greens())
        };
        world.by(&world.supervisor, hand_on).await.unwrap();
        let about = world.kit.read(move |read| notices::of_subject(read, opened.report_id)).await.unwrap();
        let named = |unit: &str| about.iter().filter(|letter| letter.template == "dispatched" && letter.body.contains(unit)).count();
        assert_eq!((named("Zarząd Dróg"), named("Zarząd Zieleni")), (1, 1), "{about:?}");
    })
    .await;
}
