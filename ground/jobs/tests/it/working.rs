//! Workers: each job in one pair of hands, a dead worker's jobs in the next, and no job waiting behind a slow one.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use base::{Error, Id};
use jobs::{LEASE_SECONDS, LIMIT_SECONDS, PARALLEL, Worker, handler, pause_seconds};
use testkit::{Engine, Kit, on_both};
use tokio::sync::oneshot;

use crate::common::{Diary, Floor, enqueued, noting, row, worker};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_workers_share_the_jobs_and_each_is_done_once() {
    const JOBS: usize = 300;
    on_both(async |kit: &Kit| {
        let ids = enqueued(kit, JOBS).await;
        let (one, other) = (Diary::default(), Diary::default());
        let at_once = Arc::new(std::sync::Mutex::new(BTreeMap::<Id, usize>::new()));
        let hands = |diary: &Diary| {
            let (diary, at_once) = (diary.clone(), at_once.clone());
            worker(
                kit,
                handler(move |_, job| {
                    let (diary, at_once) = (diary.clone(), at_once.clone());
                    async move {
                        let holders = {
                            let mut held = at_once.lock().unwrap();
                            let count = held.entry(job.id).or_default();
                            *count += 1;
                            *count
                        };
                        assert_eq!(holders, 1, "the same job in two pairs of hands");
                        tokio::task::yield_now().await;
                        *at_once.lock().unwrap().get_mut(&job.id).unwrap() -= 1;
                        diary.write(job);
                        Ok(())
                    }
                }),
            )
        };
        let (first, second) = (hands(&one), hands(&other));
        let (first, second) =
            tokio::join!(tokio::spawn(async move { first.settle().await }), tokio::spawn(async move { second.settle().await }));
        first.unwrap().unwrap();
        second.unwrap().unwrap();
        let mut done = one.ids();
        done.extend(other.ids());
        done.sort();
        let mut expected = ids;
        expected.sort();
        assert_eq!(done, expected, "{:?}", kit.engine);
        assert!(!one.ids().is_empty() && !other.ids().is_empty(), "{:?}: one worker did everything, so nothing was shown", kit.engine);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_job_of_a_worker_that_died_is_claimed_again_when_the_lease_is_over() {
    on_both(async |kit: &Kit| {
        let (floor, diary) = (Floor::default(), Diary::default());
        let dying = worker(kit, floor.handler());
        let id = enqueued(kit, 1).await[0];
        let working = tokio::spawn(async move { dying.run(std::future::pending()).await });
        floor.begun(1).await;
        working.abort();
        assert!(working.await.unwrap_err().is_cancelled());
        let next = worker(kit, noting(&diary, |_| Ok(())));
        kit.clock.pass_seconds(LEASE_SECONDS - 1);
        next.settle().await.unwrap();
        assert_eq!(diary.ids(), [], "the lease still runs");
        kit.clock.pass_seconds(1);
        next.settle().await.unwrap();
        assert_eq!((diary.ids(), diary.attempts()), (vec![id], vec![2]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_that_was_thought_dead_does_not_undo_what_the_next_one_did() {
    on_both(async |kit: &Kit| {
        for late in [Ok(()), Err(Error::NotFound), Err(Error::Busy("late"))] {
            let (begun, has_begun) = oneshot::channel::<()>();
            let (go, may_go) = oneshot::channel::<()>();
            let channels = Arc::new(std::sync::Mutex::new(Some((begun, may_go))));
            let slow = worker(
                kit,
                handler(move |_, _| {
                    let (channels, late) = (channels.clone(), late.clone());
                    async move {
                        let (begun, may_go) = channels.lock().unwrap().take().unwrap();
                        begun.send(()).unwrap();
                        may_go.await.unwrap();
                        late
                    }
                }),
            );
            let id = enqueued(kit, 1).await[0];
            let working = tokio::spawn(async move { slow.work_off().await });
            has_begun.await.unwrap();
            kit.clock.pass_seconds(LEASE_SECONDS);
            worker(kit, noting(&Diary::default(), |_| Ok(()))).settle().await.unwrap();
            go.send(()).unwrap();
            working.await.unwrap().unwrap();
            assert_eq!(row(kit, id).await, ("done".into(), 2));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_job_holds_up_no_other_and_stopping_waits_for_what_is_begun() {
    on_both(async |kit: &Kit| {
        let (floor, diary) = (Floor::default(), Diary::default());
        let handlers = HashMap::from([("test.work", noting(&diary, |_| Ok(()))), ("test.slow", floor.handler())]);
        let worker = Worker::new(kit.db.clone(), handlers);
        let (stop, stopped) = oneshot::channel::<()>();
        let running = tokio::spawn(async move { worker.run(async { drop(stopped.await) }).await });
        let slow = kit.write(|tx| jobs::enqueue(tx, &jobs::Job::now("test.slow", serde_json::json!({})))).await.unwrap();
        floor.begun(1).await;
        let mut bell = kit.db.bell();
        let quick = enqueued(kit, 2 * PARALLEL).await;
        for id in quick {
            while row(kit, id).await.0 != "done" {
                bell.changed().await.unwrap();
            }
        }
        assert_eq!(row(kit, slow).await, ("due".into(), 1));
        stop.send(()).unwrap();
        floor.end_one();
        running.await.unwrap();
        assert_eq!(row(kit, slow).await, ("done".into(), 1));
        assert_eq!(diary.ids().len(), 2 * PARALLEL);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_more_is_claimed_than_there_are_hands() {
    on_both(async |kit: &Kit| {
        let floor = Floor::default();
        let worker = worker(kit, floor.handler());
        enqueued(kit, PARALLEL + 5).await;
        let (stop, stopped) = oneshot::channel::<()>();
        let running = tokio::spawn(async move { worker.run(async { drop(stopped.await) }).await });
        floor.begun(PARALLEL).await;
        let claimed: i64 = kit.value("select count(*) from jobs where attempts > 0").await;
        assert_eq!((usize::try_from(claimed).unwrap(), floor.count()), (PARALLEL, PARALLEL));
        // Each one that ends makes room for another.
        for ended in 1..=PARALLEL + 5 {
            floor.end_one();
            floor.begun((PARALLEL + ended).min(PARALLEL + 5)).await;
        }
        stop.send(()).unwrap();
        running.await.unwrap();
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_never_ends_is_broken_off_within_its_lease() {
    assert!(i64::try_from(LIMIT_SECONDS).unwrap() < LEASE_SECONDS);
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let done = Arc::new(AtomicUsize::new(0));
        let count = done.clone();
        let worker = worker(
            &kit,
            handler(move |_, job| {
                let count = count.clone();
                async move {
                    if job.attempts == 1 {
                        std::future::pending::<()>().await;
                    }
                    count.fetch_add(1, Ordering::SeqCst);
                    Ok(())
                }
            }),
        );
        let id = enqueued(&kit, 1).await[0];
        let began = tokio::time::Instant::now();
        worker.settle().await.unwrap();
        assert!(began.elapsed().as_secs() < LEASE_SECONDS.unsigned_abs(), "somebody else may have the job by now");
        assert_eq!(row(&kit, id).await, ("due".into(), 1));
        kit.clock.pass_seconds(pause_seconds(1));
        worker.settle().await.unwrap();
        assert_eq!((row(&kit, id).await, done.load(Ordering::SeqCst)), (("done".into(), 2), 1));
        kit.end().await;
    }
}
