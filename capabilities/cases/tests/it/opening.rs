//! How a report is taken, refused, taken once, and taken over from another system.

use base::{Actor, Error, Id, Moment, ReportNumber};
use cases::{NewReport, Outcome, Place, Stage, actions};
use store::params;

use crate::cast::{World, greens, on_both, roads};

#[tokio::test]
async fn what_is_missing_is_told_at_its_field_and_nothing_is_kept() {
    on_both(async |world: &World| {
        let good = world.report();
        let place = |words: &str| Place { words: words.to_owned(), ..Place::default() };
        for (new, wanted) in [
            (NewReport { body: " \n ".into(), ..good.clone() }, vec![("body", "report-body-missing")]),
            (NewReport { body: "ż".repeat(5_001), ..good.clone() }, vec![("body", "report-body-long")]),
            (NewReport { place: place(""), ..good.clone() }, vec![("place", "report-place-missing")]),
            (NewReport { place: place(&"a".repeat(301)), ..good.clone() }, vec![("place", "report-place-long")]),
            (
                NewReport { body: String::new(), place: place(" "), ..good.clone() },
                vec![("body", "report-body-missing"), ("place", "report-place-missing")],
            ),
        ] {
            let Err(Error::Invalid(faults)) = world.try_open(&new).await else { panic!("{wanted:?}") };
            assert_eq!(faults.iter().map(|fault| (fault.field, fault.message)).collect::<Vec<_>>(), wanted);
        }
        assert_eq!(world.kit.value::<i64>("select count(*) from interactions").await, 0);
        let longest = NewReport { body: "ż".repeat(5_000), place: place(&"a".repeat(300)), ..good };
        world.opened(&longest).await;
    })
    .await;
}

#[tokio::test]
async fn a_report_sent_twice_is_one_report() {
    on_both(async |world: &World| {
        let new = NewReport { token: Some(Id::new()), ..world.report() };
        let first = world.opened(&new).await;
        assert_eq!(world.opened(&new).await, first);
        let other = world.opened(&NewReport { token: Some(Id::new()), ..new }).await;
        assert_ne!(other.number, first.number);
        assert_eq!(world.kit.value::<i64>("select count(*) from cases").await, 2);
        assert_eq!(world.kit.value::<i64>("select count(*) from residents").await, 1, "one address, one resident");
    })
    .await;
}

#[tokio::test]
async fn a_case_without_a_unit_of_its_own_stays_and_the_job_fails_on_the_list() {
    on_both(async |world: &World| {
        let new = NewReport { service_id: world.stray.id, ..world.report() };
        let opened = world.opened(&new).await;
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Received);
        let failed = world.kit.read(jobs::failed).await.unwrap();
        assert_eq!((failed.len(), failed[0].kind.as_str(), failed[0].attempts), (1, "cases.dispatch", 1));
        assert!(failed[0].last_error.contains("case-service-without-unit"), "{}", failed[0].last_error);

        // Somebody decides; the job, tried again, finds nothing to do.
        world.by(&world.supervisor, move |tx| actions::dispatch(tx, opened.case_id, greens())).await.unwrap();
        let job_id = failed[0].id;
        world.by(&world.supervisor, move |tx| jobs::try_again(tx, job_id)).await.unwrap();
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Dispatched(greens()));
        assert_eq!(world.kit.read(jobs::waiting).await.unwrap().failed, 0);
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_gets_no_more_work_is_handed_no_case() {
    on_both(async |world: &World| {
        let retired = staff::Unit::id_of("old");
        let opened = world.opened(&world.report()).await;
        let handed = world.by(&world.supervisor, move |tx| actions::dispatch(tx, opened.case_id, retired)).await;
        assert!(matches!(handed, Err(Error::Invalid(ref faults)) if faults[0].field == "unit"), "{handed:?}");

        let give = move |tx: &store::Tx<'_>| tx.execute("update services set unit_id = $1 where key = 'stray'", params![retired]).map(drop);
        world.by(&world.supervisor, give).await.unwrap();
        let new = NewReport { service_id: world.stray.id, ..world.report() };
        let opened = world.opened(&new).await;
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Received);
        assert_eq!(world.kit.read(jobs::waiting).await.unwrap().failed, 1);
    })
    .await;
}

#[tokio::test]
async fn a_historic_case_has_the_moments_of_its_time_and_causes_no_work() {
    on_both(async |world: &World| {
        let (opened_at, handed_at, closed_at) =
            (Moment(1_600_000_000_000_000), Moment(1_600_000_100_000_000), Moment(1_600_090_000_000_000));
        let new = NewReport { body: String::new(), reply_to: None, source: Some(("old".into(), "17".into())), ..world.report() };
        let take_over = move |tx: &store::Tx<'_>| {
            let opened = actions::open(&tx.as_of(opened_at), &new)?;
            // History may name a unit that is no more.
            actions::dispatch(&tx.as_of(handed_at), opened.case_id, staff::Unit::id_of("old"))?;
            actions::dispatch(&tx.as_of(handed_at), opened.case_id, roads())?;
            actions::close_historic(&tx.as_of(closed_at), opened.case_id, Outcome::NotOurs)?;
            Ok(opened)
        };
        let opened = world.kit.db.write(Actor::IMPORT, take_over).await.unwrap();
        let case = world.case(opened.case_id).await;
        assert_eq!(case.opened_at, opened_at);
        assert_eq!(case.stage, Stage::Closed { unit_id: Some(roads()), outcome: Outcome::NotOurs, at: closed_at });
        assert_eq!(world.kit.value::<i64>("select count(*) from jobs").await, 0);
        assert_eq!(world.kit.value::<i64>("select received_at from reports").await, opened_at.0);
        assert_eq!(world.kit.value::<i64>("select begun_at from interactions").await, opened_at.0);
        let public = world.public(opened.number).await;
        assert_eq!(public.story.iter().map(|told| told.at).collect::<Vec<_>>(), [opened_at, handed_at, handed_at, closed_at]);
    })
    .await;
}

#[tokio::test]
async fn only_history_ends_without_a_sentence() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let refused = world.by(&world.supervisor, move |tx| actions::close_historic(tx, opened.case_id, Outcome::Fixed)).await;
        assert!(matches!(refused, Err(Error::Forbidden)), "{refused:?}");
        for words in ["", " \n", &"ż".repeat(4_001)] {
            let words = words.to_owned();
            let refused = world
                .by(&world.crew, move |tx| {
                    actions::close(tx, opened.case_id, &cases::Closing::new(Outcome::Fixed, words.as_str()).without_photo("Jest ciemno"))
                })
                .await;
            assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
        }
        assert_eq!(world.case(opened.case_id).await.stage, Stage::Dispatched(roads()));
    })
    .await;
}

#[tokio::test]
async fn a_number_is_valid_and_nobodys_yet() {
    on_both(async |world: &World| {
        let mut numbers = std::collections::BTreeSet::new();
        for _ in 0..20 {
            let number = world.opened(&world.report()).await.number;
            assert_eq!(ReportNumber::from_value(number.value()), Some(number));
            assert_eq!(number.to_string().len(), 10, "{number}");
            assert!(numbers.insert(number));
        }
        let kept =
            world.kit.read(|read| read.query("select number from reports order by number", &[], |row| row.get::<i64>(0))).await.unwrap();
        assert_eq!(kept, numbers.iter().map(|number| number.value()).collect::<Vec<_>>());
    })
    .await;
}
