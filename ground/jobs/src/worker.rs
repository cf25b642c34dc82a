//! The worker: claims what is due, hands it to its handler, and notes how it ended.

use std::{collections::HashMap, future::Future, panic::AssertUnwindSafe, pin::Pin, sync::Arc, time::Duration};

use base::{Error, Live, Result};
use futures_util::FutureExt;
use store::{Db, Tx};
use tokio::task::{JoinError, JoinSet};

use crate::{
    LIMIT_SECONDS, PARALLEL,
    store::{Claimed, claim, finish, put_off, something_due},
};

/// How long a worker sleeps at most before it looks again.
const LOOK: Duration = Duration::from_millis(1_000);
/// Pauses before the end of a job is noted again when the database did not take it.
const NOTE_PAUSES: [Duration; 4] = [Duration::from_millis(100), Duration::from_millis(500), Duration::from_secs(2), Duration::from_secs(5)];

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
    handlers: Live<HashMap<&'static str, Handler>>,
}

/// Jobs in the hands of this worker. When it is dropped they end where they stand, as with the process.
type Begun = JoinSet<Result<()>>;

impl Worker {
    /// A worker that knows these kinds of job.
    pub fn new(db: Db, handlers: HashMap<&'static str, Handler>) -> Self {
        Self { db, handlers: Live::new(handlers) }
    }

    /// From now on jobs are done by these; what has begun ends as it began.
    pub fn replace(&self, handlers: HashMap<&'static str, Handler>) {
        self.handlers.set(handlers);
    }

    /// Works until `stop` is done; what is begun is finished. A job that takes long holds up no other.
    pub async fn run(&self, stop: impl Future<Output = ()>) {
        let mut bell = self.db.bell();
        let mut begun = Begun::new();
        tokio::pin!(stop);
        loop {
            bell.mark_unchanged();
            if let Err(error) = self.begin(&mut begun).await {
                tracing::warn!(%error, "looking for jobs");
            }
            tokio::select! {
                () = &mut stop => break,
                Some(ended) = begun.join_next() => warn_unless_noted(ended),
                rung = bell.changed() => if rung.is_err() { break },
                () = tokio::time::sleep(LOOK) => {}
            }
        }
        while let Some(ended) = begun.join_next().await {
            warn_unless_noted(ended);
        }
    }

    /// Does some of what is due now; says how many jobs it took.
    ///
    /// # Errors
    /// When jobs cannot be claimed or noted; each job's own error is noted with the job.
    pub async fn work_off(&self) -> Result<usize> {
        let mut begun = Begun::new();
        let mut outcome = self.begin(&mut begun).await;
        while let Some(ended) = begun.join_next().await {
            if let Err(error) = ended.unwrap_or_else(|e| Err(Error::internal(e))) {
                outcome = Err(error);
            }
        }
        outcome
    }

    /// Does everything that is due by the database's clock, also what follows from it.
    ///
    /// # Errors
    /// As [`Worker::work_off`].
    pub async fn settle(&self) -> Result<()> {
        while self.work_off().await? > 0 {}
        Ok(())
    }

    /// Claims as many jobs as there are free hands and begins them at once: a job that waits in line here would use up
    /// its lease.
    async fn begin(&self, begun: &mut Begun) -> Result<usize> {
        let (free, now) = (PARALLEL.saturating_sub(begun.len()), self.db.now());
        if free == 0 || !self.db.read(move |read| something_due(read, now)).await? {
            return Ok(0);
        }
        let (taken, jobs) = self.db.claim(move |tx| claim(tx, free)).await?;
        for job in jobs {
            begun.spawn(self.clone().work(job));
        }
        Ok(taken)
    }

    async fn work(self, job: Claimed) -> Result<()> {
        let outcome = match self.handlers.get().get(job.kind.as_str()) {
            Some(handler) => attempt(handler, self.db.clone(), job.clone()).await,
            None => Err(Error::Conflict("this program does not know the kind of job")),
        };
        match outcome {
            Ok(()) => {
                metrics::counter!("jobs_done_total", "kind" => job.kind.clone()).increment(1);
                self.note(move |tx| finish(tx, job.id)).await
            }
            Err(error) => {
                tracing::warn!(kind = job.kind, attempt = job.attempts, %error, "a job did not succeed");
                metrics::counter!("jobs_not_done_total", "kind" => job.kind.clone()).increment(1);
                self.note(move |tx| put_off(tx, &job, &error)).await
            }
        }
    }

    /// What is done and not noted will be done again, so a busy database is asked more than once.
    async fn note(&self, note: impl Fn(&Tx<'_>) -> Result<()> + Clone + Send + 'static) -> Result<()> {
        for pause in NOTE_PAUSES {
            match self.db.claim(note.clone()).await {
                Err(Error::Busy(_) | Error::Unavailable(_)) => tokio::time::sleep(pause).await,
                noted => return noted,
            }
        }
        self.db.claim(note).await
    }
}

/// One attempt, which may neither panic its way out nor last for ever.
async fn attempt(handler: &Handler, db: Db, job: Claimed) -> Result<()> {
    let guarded = AssertUnwindSafe(async { handler(db, job).await }).catch_unwind();
    match tokio::time::timeout(Duration::from_secs(LIMIT_SECONDS), guarded).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Err(Error::internal("the handler panicked")),
        Err(_) => Err(Error::Unavailable(format!("not done within {LIMIT_SECONDS} seconds"))),
    }
}

fn warn_unless_noted(ended: std::result::Result<Result<()>, JoinError>) {
    match ended {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "the end of a job could not be noted, so it will be done again"),
        Err(error) => tracing::error!(%error, "a worker's task"),
    }
}
