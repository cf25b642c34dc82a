//! Counts over all cases, and history taken over.

use base::{Actor, Moment};
use cases::{NewReport, Outcome, actions, figures};
use services::Kind;

use crate::cast::{SAID, World, on_both, roads};

#[tokio::test]
async fn cases_are_counted_by_kind_unit_and_end() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        world.opened(&NewReport { kind: Kind::Question, ..world.report() }).await;
        world.opened(&NewReport { service_id: world.stray.id, ..world.report() }).await;
        world
            .by(&world.crew, move |tx| {
                actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, SAID).without_photo("Jest ciemno"))
            })
            .await
            .unwrap();
        let counts = |read: &store::Read<'_>| Ok((figures::by_kind(read)?, figures::by_unit(read)?, figures::by_closing(read)?));
        let (kinds, units, ends) = world.kit.read(counts).await.unwrap();
        assert_eq!(kinds, [("intervention".to_owned(), 2), ("question".to_owned(), 1)]);
        assert_eq!(units, [(Some("Zarząd Dróg".to_owned()), 2), (None, 1)]);
        assert_eq!(ends.len(), 2);
        assert!(ends.contains(&(None, 2)) && ends.contains(&(Some(testkit::TestClock::START), 1)), "{ends:?}");
    })
    .await;
}

#[tokio::test]
async fn a_case_taken_over_is_found_by_its_key_in_the_other_system() {
    on_both(async |world: &World| {
        let new = NewReport { reply_to: None, source: Some(("old".into(), "17".into())), ..world.report() };
        let take_over = move |tx: &store::Tx<'_>| {
            let then = tx.as_of(Moment(1_600_000_000_000_000));
            let opened = actions::open(&then, &new)?;
            actions::dispatch(&then, opened.case_id, roads())?;
            Ok(opened.case_id)
        };
        let case_id = world.kit.db.write(Actor::IMPORT, take_over).await.unwrap();
        world.opened(&world.report()).await;
        let found = world.kit.read(|read| figures::of_source(read, "old")).await.unwrap();
        let found: Vec<_> = found.into_iter().map(|case| (case.key, case.case_id, case.unit_id, case.closed_at)).collect();
        assert_eq!(found, [("17".to_owned(), case_id, Some(roads()), None)]);
        assert!(world.kit.read(|read| figures::of_source(read, "new")).await.unwrap().is_empty());
    })
    .await;
}
