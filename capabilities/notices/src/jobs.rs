//! Sends what is queued, one notice to a job.
//!
//! A notice may arrive twice when the program dies between sending it and noting that; its Message-ID stays the same, so that
//! mail programs can tell. It is never lost: what cannot be sent is tried again, and in the end stands failed on a list.

mod folder;
mod letter;
mod mailer;
mod session;

use std::sync::Arc;

use ::jobs::{ATTEMPTS, Claimed, Handler};
use ::store::Db;
use base::{Actor, City, Error, Id, Result};

pub use mailer::Mailer;

use crate::{
    actions,
    model::{Notice, Reason},
    store,
};
use letter::Letter;

/// The job that sends one notice; its payload is `{"notice": id}`.
pub const SEND: &str = "notices.send";

/// Who writes to residents, and the way the mail leaves.
#[derive(Debug, Clone)]
pub struct Sender {
    /// The way out.
    pub mailer: Mailer,
    /// The city in whose name we write.
    pub city: Arc<City>,
    /// Where residents find the portal; its host stands in every Message-ID.
    pub public_url: String,
}

/// Why a letter was not delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Undelivered {
    /// The same letter may be taken later.
    Later(String),
    /// It never will be.
    Never(&'static str),
}

/// How a delivery ended.
pub(crate) type Delivery = std::result::Result<(), Undelivered>;

impl From<Undelivered> for Error {
    fn from(undelivered: Undelivered) -> Self {
        match undelivered {
            Undelivered::Later(text) => Self::Unavailable(text),
            Undelivered::Never(text) => Self::Conflict(text),
        }
    }
}

/// The handlers of this capability's jobs, by kind.
pub fn handlers(sender: Sender) -> [(&'static str, Handler); 1] {
    let sender = Arc::new(sender);
    [(SEND, ::jobs::handler(move |db, job| send(db, job, Arc::clone(&sender))))]
}

async fn send(db: Db, job: Claimed, sender: Arc<Sender>) -> Result<()> {
    let id = job.id_of("notice")?;
    let (notice, restricted) = db.read(move |read| Ok((store::find(read, id)?, store::is_held_back(read, id)?))).await?;
    if restricted || !notice.is_to_be_sent() {
        return Ok(());
    }
    match deliver(&db, &notice, &sender).await {
        Ok(()) => db.write(Actor::SYSTEM, move |tx| actions::mark_sent(tx, id)).await,
        Err(undelivered) => {
            if let Some(reason) = given_up(&job, &undelivered) {
                note_failure(&db, id, reason).await?;
            }
            Err(undelivered.into())
        }
    }
}

async fn deliver(db: &Db, notice: &Notice, sender: &Sender) -> Delivery {
    let letter = Letter::of(notice, sender, db.now())?;
    sender.mailer.deliver(&letter).await
}

/// Why this attempt was the last, if it was.
fn given_up(job: &Claimed, undelivered: &Undelivered) -> Option<Reason> {
    match undelivered {
        Undelivered::Never(_) => Some(Reason::Refused),
        Undelivered::Later(_) if job.attempts >= ATTEMPTS => Some(Reason::OutOfAttempts),
        Undelivered::Later(_) => None,
    }
}

async fn note_failure(db: &Db, id: Id, reason: Reason) -> Result<()> {
    tracing::warn!(notice = %id, reason = reason.word(), "a notice was given up");
    db.write(Actor::SYSTEM, move |tx| actions::mark_failed(tx, id, reason)).await
}
