//! What strangers see, and what they never see.

use base::{Clock, Error};
use cases::{
    NewReport, Outcome, Stage, actions,
    public::{self, Happening},
};

use crate::cast::{ANNA, OWN_WORDS, SAID, World, on_both, roads};

/// A report whose case is nobody else's business, closed with an answer.
async fn private_case(world: &World) -> cases::actions::Opened {
    let new = NewReport { service_id: world.stray.id, public: false, ..world.report() };
    let opened = world.opened(&new).await;
    world.by(&world.supervisor, move |tx| actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Answered, SAID))).await.unwrap();
    opened
}

#[tokio::test]
async fn strangers_see_what_the_city_did_and_never_who_asked() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
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
        assert_eq!(world.kit.read(move |read| public::find_own(read, opened.number, base::Moment(0))).await.unwrap().words, OWN_WORDS);
    })
    .await;
}

/// A report with a point, of the lamp or of a service that is nobody else's business.
fn at_a_point(world: &World, public: bool) -> NewReport {
    let place = cases::Place { point: base::Point::from_degrees(52.4, 16.9), ..world.report().place };
    NewReport { place, public, ..world.report() }
}

#[tokio::test]
async fn the_map_has_public_cases_only_and_closed_ones_for_a_while() {
    on_both(async |world: &World| {
        let open = world.opened(&at_a_point(world, true)).await;
        let done = world.opened(&at_a_point(world, true)).await;
        let hidden = world.opened(&at_a_point(world, false)).await;
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, done.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        let closed_at = world.kit.clock.now();
        let seen = async |since: base::Moment, after: Option<base::Id>| {
            let mut spots = world.kit.read(move |read| public::spots(read, since, after, 10)).await.unwrap();
            spots.sort_by_key(|spot| spot.closed_at);
            spots
        };
        let spots = seen(closed_at, None).await;
        assert_eq!(spots.iter().map(|spot| spot.number).collect::<Vec<_>>(), [open.number, done.number]);
        assert_eq!(spots[1].closed_at, Some(closed_at));
        assert_eq!(spots[0].point, base::Point::from_degrees(52.4, 16.9));
        assert_eq!(seen(closed_at.plus_seconds(1), None).await.len(), 1, "closed too long ago");
        let last = spots.iter().map(|spot| spot.case_id).max();
        assert!(seen(closed_at, last).await.is_empty(), "after the last one there are none");

        if world.kit.db.is_postgres() {
            store::journal::relay(&world.kit.db, base::Id::named("relay", "of the test")).await.unwrap();
        }
        let (all, changed) = world
            .kit
            .read(move |read| {
                let events = store::journal::after(read, 0)?;
                Ok((public::listed(read, &public::spots(read, closed_at, None, 10)?)?, public::changed_spots(read, &events, closed_at)?))
            })
            .await
            .unwrap();
        assert_eq!(changed.len(), 3, "each case once");
        assert!(changed.iter().all(|(id, spot)| spot.is_some() == (*id != hidden.case_id)));
        let told = format!("{all:?} {changed:?}");
        assert!(told.contains("Olszowa"), "the premise: places are told");
        for secret in [OWN_WORDS, ANNA, "tajna", &hidden.number.value().to_string()] {
            assert!(!told.contains(secret), "{secret} in {told}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_case_that_is_public_no_more_is_not_listed() {
    on_both(async |world: &World| {
        world.opened(&at_a_point(world, true)).await;
        let spots = world.kit.read(|read| public::spots(read, base::Moment(0), None, 10)).await.unwrap();
        world.kit.write(|tx| tx.execute("update cases set public = false", &[]).map(drop)).await.unwrap();
        assert_eq!(spots.len(), 1, "the premise: it was there");
        assert!(world.kit.read(move |read| public::listed(read, &spots)).await.unwrap().is_empty());
        // As it was, so that rows and journal agree.
        world.kit.write(|tx| tx.execute("update cases set public = true", &[]).map(drop)).await.unwrap();
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

        let own = world.kit.read(move |read| public::find_own(read, opened.number, base::Moment(0))).await.unwrap().report;
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
        let words = world.kit.read(move |read| public::find_own(read, number, base::Moment(0))).await;
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
