//! What strangers see, and what they never see.

use base::Error;
use cases::{
    NewReport, Outcome, Stage, actions,
    public::{self, Happening},
};

use crate::cast::{ANNA, OWN_WORDS, SAID, World, on_both, roads};

/// A report whose case is nobody else's business, closed with an answer.
async fn private_case(world: &World) -> cases::actions::Opened {
    let new = NewReport { service_id: world.stray.id, public: false, ..world.report() };
    let opened = world.opened(&new).await;
    world.by(&world.supervisor, move |tx| actions::close(tx, opened.case_id, Outcome::Answered, SAID)).await.unwrap();
    opened
}

#[tokio::test]
async fn strangers_see_what_the_city_did_and_never_who_asked() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        world.by(&world.crew, move |tx| actions::close(tx, opened.case_id, Outcome::Fixed, SAID)).await.unwrap();
        let seen = world.public(opened.number).await;
        assert_eq!(seen.place.as_ref().map(|place| place.words.as_str()), Some("ul. Olszowa 14"));
        let what: Vec<Happening> = seen.story.iter().map(|told| told.what).collect();
        assert_eq!(what, [Happening::Received, Happening::Dispatched(roads()), Happening::Closed(Outcome::Fixed)]);
        assert_eq!(seen.story[2].words.as_deref(), Some(SAID));
        let all = format!("{seen:?} {:?}", world.kit.read(|read| public::lately_done(read, 10)).await.unwrap());
        assert!(all.contains("bezpiecznik") && all.contains("Olszowa"), "the premise: what is public is there: {all}");
        for secret in [OWN_WORDS, ANNA, "tajna", "Ekipa"] {
            assert!(!all.contains(secret), "{secret} in {all}");
        }
        assert_eq!(world.kit.read(move |read| public::find_own(read, opened.number)).await.unwrap().words, OWN_WORDS);
    })
    .await;
}

#[tokio::test]
async fn of_a_case_that_is_not_public_place_and_answer_are_its_authors_only() {
    on_both(async |world: &World| {
        let opened = private_case(world).await;
        let seen = world.public(opened.number).await;
        assert!(matches!(seen.stage, Stage::Closed { outcome: Outcome::Answered, .. }));
        assert_eq!(seen.story.len(), 2, "that it was dealt with is told");
        let all = format!("{seen:?}");
        for secret in [OWN_WORDS, ANNA, "bezpiecznik", "Olszowa"] {
            assert!(!all.contains(secret), "{secret} in {all}");
        }
        assert!(world.kit.read(|read| public::lately_done(read, 10)).await.unwrap().is_empty());

        let own = world.kit.read(move |read| public::find_own(read, opened.number)).await.unwrap().report;
        assert_eq!(own.place.as_ref().map(|place| place.words.as_str()), Some("ul. Olszowa 14"));
        assert_eq!(own.story[1].words.as_deref(), Some(SAID));
        assert!(!format!("{own:?}").contains(OWN_WORDS), "their own words have a function of their own");
    })
    .await;
}

#[tokio::test]
async fn a_number_that_nobody_has_leads_nowhere() {
    on_both(async |world: &World| {
        let number = base::ReportNumber::from_random(5, 7);
        let found = world.kit.read(move |read| public::find(read, number)).await;
        assert!(matches!(found, Err(Error::NotFound)), "{found:?}");
        let words = world.kit.read(move |read| public::find_own(read, number)).await;
        assert!(matches!(words, Err(Error::NotFound)), "{words:?}");
    })
    .await;
}

#[tokio::test]
async fn the_pages_that_an_event_changes_are_the_report_and_the_inbox() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let signer = world.app.signer.clone();
        let topics = move |read: &store::Read<'_>| {
            let events = store::journal::of_subject(read, opened.case_id)?;
            let of_report = store::journal::of_subject(read, opened.report_id)?;
            Ok((public::topics(read, &signer, &events[1])?, public::topics(read, &signer, &of_report[0])?))
        };
        let (of_case, of_report) = world.kit.read(topics).await.unwrap();
        assert_eq!(of_case, [format!("report:{}", opened.number), format!("unit:{}", roads())]);
        assert!(of_report.is_empty());
    })
    .await;
}
