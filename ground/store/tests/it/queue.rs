//! The queue of closures: bounded, honest about being full, and emptied before the database closes.

use std::{
    future::Future,
    sync::{Arc, Condvar, Mutex},
    task::{Context, Poll, Waker},
};

use base::{Actor, Error, Id, Result};
use futures_util::future::join_all;
use store::{Db, params};
use testkit::{Engine, Kit, on_both};

use crate::common::{Place, sentence, told, write};

/// More than any queue takes.
const CROWD: usize = 5_000;
/// Threads of the kit's PostgreSQL, each of which must be held up.
const THREADS: usize = 4;
/// Threads of a place's PostgreSQL.
const PLACE_THREADS: usize = 2;

/// A gate before which database threads wait.
#[derive(Clone, Default)]
struct Gate(Arc<(Mutex<(usize, bool)>, Condvar)>);

impl Gate {
    /// In a closure: says that it is there, and waits.
    fn wait(&self) {
        let mut state = self.0.0.lock().unwrap();
        state.0 += 1;
        self.0.1.notify_all();
        drop(self.0.1.wait_while(state, |state| !state.1).unwrap());
    }

    fn waiting(&self, count: usize) {
        drop(self.0.1.wait_while(self.0.0.lock().unwrap(), |state| state.0 < count).unwrap());
    }

    fn open(&self) {
        self.0.0.lock().unwrap().1 = true;
        self.0.1.notify_all();
    }
}

/// Holds up every thread that writes.
fn hold_up(db: &Db, threads: usize, gate: &Gate) -> Vec<tokio::task::JoinHandle<Result<()>>> {
    let threads = if db.is_postgres() { threads } else { 1 };
    let held = (0..threads).map(|_| {
        let (db, gate) = (db.clone(), gate.clone());
        tokio::spawn(async move {
            write(&db, move |_| {
                gate.wait();
                Ok(())
            })
            .await
        })
    });
    let held = held.collect();
    let gate = gate.clone();
    tokio::task::block_in_place(move || gate.waiting(threads));
    held
}

fn mark(db: &Db, number: usize) -> impl Future<Output = Result<usize>> {
    write(db, move |tx| tx.execute("insert into cursors (name, position) values ($1, 1)", params![number.to_string()]))
}

async fn marked(db: &Db) -> usize {
    let rows: i64 = db.read(|read| read.value("select count(*) from cursors", &[])).await.unwrap();
    usize::try_from(rows).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_queue_is_busy_and_loses_nothing_that_it_took() {
    on_both(async |kit: &Kit| {
        let gate = Gate::default();
        let held = hold_up(&kit.db, THREADS, &gate);
        // The first poll of each puts it into the queue or refuses it; only then the gate opens.
        let crowd = join_all((0..CROWD).map(|number| mark(&kit.db, number)));
        let (answers, ()) = tokio::join!(crowd, async { gate.open() });
        for one in held {
            one.await.unwrap().unwrap();
        }
        let busy = answers.iter().filter(|answer| matches!(answer, Err(Error::Busy(_)))).count();
        let done = answers.iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(busy + done, CROWD, "{:?}", answers.iter().find(|answer| !matches!(answer, Ok(_) | Err(Error::Busy(_)))));
        assert!(busy > 0 && done >= 4_000, "{busy} busy, {done} done");
        assert_eq!(marked(&kit.db).await, done);
        mark(&kit.db, CROWD).await.expect("the queue takes work again");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closing_lets_what_waits_finish_and_takes_nothing_more() {
    for engine in Engine::ALL {
        let place = Place::new(engine);
        let db = place.make().await;
        let gate = Gate::default();
        let held = hold_up(&db, PLACE_THREADS, &gate);
        let closer = db.clone();
        let waiting = join_all((0..100).map(|number| mark(&db, number)));
        let (answers, closed) = tokio::join!(waiting, async {
            // The hundred stand in the queue by now.
            let closed = tokio::task::spawn_blocking(move || closer.close());
            gate.open();
            closed.await
        });
        closed.unwrap();
        assert!(answers.iter().all(Result::is_ok), "{answers:?}");
        for one in held {
            one.await.unwrap().unwrap();
        }
        assert!(sentence(mark(&db, 1_000).await).contains("closed"));
        let again = place.open().await.unwrap();
        assert_eq!(marked(&again).await, 100);
    }
}

#[tokio::test]
async fn an_error_that_the_closure_swallows_still_takes_the_change_back() {
    on_both(async |kit: &Kit| {
        let swallowed = kit.write(|tx| {
            tx.record(told(Id::new()))?;
            tx.execute("insert into cursors (name, position) values ('a', 1)", &[])?;
            let twice = tx.execute("insert into cursors (name, position) values ('a', 1)", &[]);
            assert!(twice.is_err());
            Ok("done")
        });
        let answer = swallowed.await;
        assert!(matches!(answer, Err(Error::Conflict("already-there"))), "{:?}: {answer:?}", kit.engine);
        let rows: i64 = kit.value("select count(*) from events").await;
        assert_eq!((rows, marked(&kit.db).await), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_caller_that_goes_away_does_not_take_its_change_along() {
    on_both(async |kit: &Kit| {
        let mut bell = kit.db.bell();
        let mut asked =
            Box::pin(kit.db.write(Actor::STRANGER, |tx| tx.execute("insert into cursors (name, position) values ('a', 1)", &[])));
        // Once polled it stands in the queue.
        let polled = asked.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert!(!matches!(polled, Poll::Ready(Err(_))), "{polled:?}");
        drop(asked);
        while marked(&kit.db).await == 0 {
            bell.changed().await.unwrap();
        }
    })
    .await;
}
