//! The worker: claims what is due, hands it to its handler, and notes how it ended.

use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc, time::Duration};

use base::{Actor, Error, Result};
use futures_util::{StreamExt, stream};
use store::Db;

use crate::{
    PARALLEL,
    store::{Claimed, claim, finish, put_off, something_due},
};

/// How long a worker sleeps at most before it looks again.
const LOOK: Duration = Duration::from_millis(1_000);

type Working = Pin<Box<dyn Future<Output = Result<()>> + Send>>;
/// Does one kind of work; harmless when done twice.
pub type Handler = Arc<dyn Fn(Db, Claimed) -> Working + Send + Sync>;

/// Makes a handler of an async function.
pub fn handler<F, W>(work: F) -> Handler
where
    F: Fn(Db, Claimed) -> W + Send + Sync + 'static,
    W: Future<Output = Result<()>> + Send + 'static,
{
    Arc::new(move |db, job| Box::pin(work(db, job)))
}

/// Does the jobs of a database.
#[derive(Clone)]
pub struct Worker {
    db: Db,
    handlers: Arc<HashMap<&'static str, Handler>>,
}

impl Worker {
    /// A worker that knows these kinds of job.
    pub fn new(db: Db, handlers: HashMap<&'static str, Handler>) -> Self {
        Self { db, handlers: Arc::new(handlers) }
    }

    /// Works until `stop` is done; what is begun is finished.
    pub async fn run(&self, stop: impl Future<Output = ()>) {
        let mut bell = self.db.bell();
        tokio::pin!(stop);
        loop {
            bell.mark_unchanged();
            match self.work_off().await {
                Ok(0) => {}
                Ok(_) => continue,
                Err(error) => tracing::warn!(%error, "looking for jobs"),
            }
            tokio::select! {
                () = &mut stop => return,
                rung = bell.changed() => if rung.is_err() { return },
                () = tokio::time::sleep(LOOK) => {}
            }
        }
    }

    /// Does one batch of what is due now; says how many jobs it took.
    ///
    /// # Errors
    /// When jobs cannot be claimed or noted; each job's own error is noted with the job.
    pub async fn work_off(&self) -> Result<usize> {
        let now = self.db.now();
        if !self.db.read(move |read| something_due(read, now)).await? {
            return Ok(0);
        }
        let jobs = self.db.claim(claim).await?;
        let taken = jobs.len();
        let mut outcomes = stream::iter(jobs).map(|job| self.work(job)).buffer_unordered(PARALLEL);
        while let Some(noted) = outcomes.next().await {
            noted?;
        }
        Ok(taken)
    }

    /// Does everything that is due by the database's clock, also what follows from it.
    ///
    /// # Errors
    /// As [`Worker::work_off`].
    pub async fn settle(&self) -> Result<()> {
        while self.work_off().await? > 0 {}
        Ok(())
    }

    async fn work(&self, job: Claimed) -> Result<()> {
        let outcome = match self.handlers.get(job.kind.as_str()) {
            Some(handler) => tokio::spawn(handler(self.db.clone(), job.clone())).await.unwrap_or_else(|e| Err(Error::internal(e))),
            None => Err(Error::Conflict("this program does not know the kind of job")),
        };
        match outcome {
            Ok(()) => {
                metrics::counter!("jobs_done_total", "kind" => job.kind.clone()).increment(1);
                self.db.write(Actor::SYSTEM, move |tx| finish(tx, job.id)).await
            }
            Err(error) => {
                tracing::warn!(kind = job.kind, attempt = job.attempts, %error, "a job did not succeed");
                metrics::counter!("jobs_not_done_total", "kind" => job.kind.clone()).increment(1);
                self.db.write(Actor::SYSTEM, move |tx| put_off(tx, &job, &error)).await
            }
        }
    }
}
