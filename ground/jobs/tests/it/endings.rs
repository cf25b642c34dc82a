//! How a job ends: done, after growing pauses, or failed, on a list.

use base::{Error, Id};
use jobs::{ATTEMPTS, Job, LEASE_SECONDS, enqueue, failed, pause_seconds, try_again, waiting};
use testkit::{Kit, on_both};

use crate::common::{Diary, enqueued, noting, on_purpose, row, worker};

/// The jobs given up: kind, attempts and the last error.
async fn given_up(kit: &Kit) -> Vec<(String, i64, String)> {
    let list = kit.read(failed).await.unwrap();
    list.into_iter().map(|job| (job.kind, job.attempts, job.last_error)).collect()
}

#[tokio::test]
async fn a_job_that_does_not_succeed_is_tried_with_growing_pauses_and_then_given_up() {
    on_both(async |kit: &Kit| {
        let diary = Diary::default();
        let worker = worker(kit, noting(&diary, |_| on_purpose()));
        let id = enqueued(kit, 1).await[0];
        for attempt in 1..ATTEMPTS {
            worker.settle().await.unwrap();
            kit.clock.pass_seconds(pause_seconds(attempt) - 1);
            worker.settle().await.unwrap();
            assert_eq!(diary.attempts().len() as i64, attempt, "too early");
            assert_eq!(row(kit, id).await, ("due".into(), attempt));
            kit.clock.pass_seconds(1);
        }
        worker.settle().await.unwrap();
        assert_eq!(diary.attempts(), (1..=ATTEMPTS).collect::<Vec<_>>());
        assert_eq!(given_up(kit).await, [("test.work".to_owned(), ATTEMPTS, "unavailable: on purpose".to_owned())]);
        kit.clock.pass_seconds(100_000);
        assert_eq!(worker.work_off().await.unwrap(), 0, "what was given up stays so");
    })
    .await;
}

#[tokio::test]
async fn a_job_that_was_given_up_can_be_tried_again() {
    on_both(async |kit: &Kit| {
        let diary = Diary::default();
        let mended = diary.clone();
        let worker = worker(kit, noting(&diary, move |_| if mended.ids().len() > 1 { Ok(()) } else { Err(Error::NotFound) }));
        let id = enqueued(kit, 1).await[0];
        worker.settle().await.unwrap();
        kit.write(move |tx| try_again(tx, id)).await.unwrap();
        assert!(given_up(kit).await.is_empty());
        worker.settle().await.unwrap();
        assert_eq!(row(kit, id).await, ("done".into(), 1), "with a fresh set of attempts");
        let once_more = kit.write(move |tx| try_again(tx, id)).await;
        assert!(matches!(once_more, Err(Error::NotFound)), "it is no longer failed");
    })
    .await;
}

#[tokio::test]
async fn errors_that_another_attempt_cannot_mend_fail_at_once() {
    on_both(async |kit: &Kit| {
        let hopeless = [Error::NotFound, Error::Forbidden, Error::Conflict("closed"), Error::invalid("email", "missing")];
        for error in &hopeless {
            let worker = worker(
                kit,
                noting(&Diary::default(), {
                    let error = error.clone();
                    move |_| Err(error.clone())
                }),
            );
            let id = enqueued(kit, 1).await[0];
            worker.settle().await.unwrap();
            assert_eq!(row(kit, id).await, ("failed".into(), 1), "{error}");
        }
        assert_eq!(kit.read(waiting).await.unwrap().failed, hopeless.len() as i64);
    })
    .await;
}

#[tokio::test]
async fn a_kind_that_nobody_knows_fails_on_the_list() {
    on_both(async |kit: &Kit| {
        let worker = worker(kit, noting(&Diary::default(), |_| Ok(())));
        kit.write(|tx| enqueue(tx, &Job::now("test.forgotten", serde_json::json!({ "case_id": Id::new() })))).await.unwrap();
        worker.settle().await.unwrap();
        let list = given_up(kit).await;
        assert_eq!(list.len(), 1);
        assert!(list[0].0 == "test.forgotten" && list[0].2.contains("does not know the kind"), "{list:?}");
    })
    .await;
}

#[tokio::test]
async fn a_handler_that_panics_is_tried_again_and_harms_no_other() {
    on_both(async |kit: &Kit| {
        let diary = Diary::default();
        let worker = worker(
            kit,
            noting(&diary, |job| {
                assert!(job.payload["number"] != 0 || job.attempts > 1, "on purpose");
                Ok(())
            }),
        );
        let ids = enqueued(kit, 3).await;
        worker.settle().await.unwrap();
        assert_eq!(row(kit, ids[0]).await, ("due".into(), 1));
        assert_eq!((row(kit, ids[1]).await.0, row(kit, ids[2]).await.0), ("done".into(), "done".into()));
        kit.clock.pass_seconds(pause_seconds(1));
        worker.settle().await.unwrap();
        assert_eq!(row(kit, ids[0]).await, ("done".into(), 2));
    })
    .await;
}

#[tokio::test]
async fn a_job_that_takes_its_worker_down_every_time_is_given_up_too() {
    on_both(async |kit: &Kit| {
        let worker = worker(kit, noting(&Diary::default(), |_| Ok(())));
        let id = enqueued(kit, 1).await[0];
        // As if it had been claimed so often, and no claim had come to a note.
        kit.write(move |tx| {
            tx.execute("update jobs set attempts = $1, locked_until = $2", store::params![ATTEMPTS, tx.now().plus_seconds(LEASE_SECONDS)])
        })
        .await
        .unwrap();
        assert_eq!(worker.work_off().await.unwrap(), 0, "the last lease still runs");
        kit.clock.pass_seconds(LEASE_SECONDS);
        worker.settle().await.unwrap();
        assert_eq!(row(kit, id).await, ("failed".into(), ATTEMPTS));
        assert!(given_up(kit).await[0].2.contains("the worker ended in the middle"));
    })
    .await;
}
