//! Enqueueing: a job belongs to the change that it follows.

use std::collections::HashMap;

use base::{Error, Id};
use jobs::{Job, enqueue};
use store::{Event, NewEvent, Tx};
use testkit::{Kit, on_both, on_both_with};

use crate::common::{Diary, enqueued, job, noting, worker};

fn told(subject_id: Id, kind: &'static str) -> NewEvent {
    NewEvent { subject_kind: "case", subject_id, kind, facts: serde_json::json!({}) }
}

#[tokio::test]
async fn a_change_that_fails_leaves_no_job() {
    on_both(async |kit: &Kit| {
        let failed = kit.write(|tx| {
            enqueue(tx, &job(1))?;
            Err::<(), _>(Error::Conflict("on purpose"))
        });
        assert!(failed.await.is_err());
        let rows: i64 = kit.value("select count(*) from jobs").await;
        assert_eq!(rows, 0);
    })
    .await;
}

fn wiring(event: &Event) -> Vec<Job> {
    if event.kind == "case.opened" { vec![Job::now("test.work", serde_json::json!({ "case_id": event.subject_id }))] } else { vec![] }
}

#[tokio::test]
async fn what_follows_from_an_event_is_enqueued_with_it_or_not_at_all() {
    let diary = Diary::default();
    let handlers = HashMap::from([("test.work", noting(&diary, |_| Ok(())))]);
    on_both_with(wiring, handlers, async |kit: &Kit| {
        let case = Id::new();
        let open = move |tx: &Tx<'_>| tx.record(told(case, "case.opened"));
        let failed = kit.write(move |tx| {
            open(tx)?;
            Err::<(), _>(Error::Conflict("on purpose"))
        });
        assert!(failed.await.is_err());
        let event = kit.write(open).await.unwrap();
        kit.write(move |tx| tx.record(told(case, "case.looked_at"))).await.unwrap();
        let rows: Vec<(Id, String)> = kit
            .read(|read| {
                read.query("select event_id, payload from jobs", &[], |row| {
                    Ok((row.get(0)?, row.get::<serde_json::Value>(1)?["case_id"].to_string()))
                })
            })
            .await
            .unwrap();
        assert_eq!(rows, [(event.id, format!("\"{case}\""))]);
        let before = diary.ids().len();
        kit.settle().await;
        assert_eq!(diary.ids().len(), before + 1);
    })
    .await;
}

#[tokio::test]
async fn a_job_waits_for_its_delay() {
    on_both(async |kit: &Kit| {
        let diary = Diary::default();
        let worker = worker(kit, noting(&diary, |_| Ok(())));
        kit.write(|tx| enqueue(tx, &Job { delay_seconds: 60, ..job(1) })).await.unwrap();
        worker.settle().await.unwrap();
        kit.clock.pass_seconds(59);
        worker.settle().await.unwrap();
        assert_eq!(diary.ids().len(), 0);
        kit.clock.pass_seconds(1);
        worker.settle().await.unwrap();
        assert_eq!(diary.ids().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn rows_of_jobs_long_done_are_forgotten_and_others_kept() {
    on_both(async |kit: &Kit| {
        let diary = Diary::default();
        let worker = worker(kit, noting(&diary, |_| Ok(())));
        enqueued(kit, 3).await;
        worker.settle().await.unwrap();
        kit.clock.pass_seconds(100);
        enqueued(kit, 2).await;
        worker.settle().await.unwrap();
        let before = kit.db.now();
        assert_eq!(kit.write(move |tx| jobs::forget_done(tx, before)).await.unwrap(), 3);
        assert_eq!(kit.write(move |tx| jobs::forget_done(tx, before)).await.unwrap(), 0);
    })
    .await;
}
