//! Handlers that remember what they did, and the rows of jobs.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use base::{Error, Id, Result};
use jobs::{Claimed, Handler, Job, Worker, enqueue, handler};
use testkit::Kit;
use tokio::sync::Notify;

/// What handlers did.
#[derive(Clone, Default)]
pub struct Diary(Arc<Mutex<Vec<Claimed>>>);

impl Diary {
    pub fn write(&self, job: Claimed) {
        self.0.lock().unwrap().push(job);
    }

    /// The ids, in the order in which the jobs were done.
    pub fn ids(&self) -> Vec<Id> {
        self.0.lock().unwrap().iter().map(|job| job.id).collect()
    }

    pub fn attempts(&self) -> Vec<i64> {
        self.0.lock().unwrap().iter().map(|job| job.attempts).collect()
    }
}

/// A handler that notes its job in the diary and then ends as `end` says.
pub fn noting(diary: &Diary, end: impl Fn(&Claimed) -> Result<()> + Clone + Send + Sync + 'static) -> Handler {
    let diary = diary.clone();
    handler(move |_, job| {
        let (diary, end) = (diary.clone(), end.clone());
        async move {
            diary.write(job.clone());
            end(&job)
        }
    })
}

pub fn worker(kit: &Kit, handler: Handler) -> Worker {
    Worker::new(kit.db.clone(), HashMap::from([("test.work", handler)]))
}

pub fn job(number: usize) -> Job {
    Job::now("test.work", serde_json::json!({ "number": number }))
}

pub async fn enqueued(kit: &Kit, count: usize) -> Vec<Id> {
    kit.write(move |tx| (0..count).map(|number| enqueue(tx, &job(number))).collect()).await.unwrap()
}

/// State and attempts of a job.
pub async fn row(kit: &Kit, id: Id) -> (String, i64) {
    let found = kit.read(move |read| {
        read.one("select state, attempts from jobs where id = $1", store::params![id], |row| Ok((row.get(0)?, row.get(1)?)))
    });
    found.await.unwrap()
}

/// How many handlers are at work, and the signal that another one has begun.
#[derive(Clone, Default)]
pub struct Floor {
    begun: Arc<AtomicUsize>,
    changed: Arc<Notify>,
    may_end: Arc<Notify>,
}

impl Floor {
    /// A handler that says that it has begun and ends when it may.
    pub fn handler(&self) -> Handler {
        let floor = self.clone();
        handler(move |_, _| {
            let floor = floor.clone();
            async move {
                floor.begun.fetch_add(1, Ordering::SeqCst);
                floor.changed.notify_one();
                floor.may_end.notified().await;
                Ok(())
            }
        })
    }

    pub async fn begun(&self, count: usize) {
        while self.begun.load(Ordering::SeqCst) < count {
            self.changed.notified().await;
        }
    }

    pub fn count(&self) -> usize {
        self.begun.load(Ordering::SeqCst)
    }

    pub fn end_one(&self) {
        self.may_end.notify_one();
    }
}

pub fn on_purpose<T>() -> Result<T> {
    Err(Error::Unavailable("on purpose".into()))
}
