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
use base::{Actor, City, Error, Id, Language, Moment, Result};
use residents::Outgoing;

pub use mailer::Mailer;

use crate::{
    actions,
    model::{Notice, Reason, State},
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
    let Some(notice) = db.write(Actor::SYSTEM, move |tx| actions::ready(tx, id)).await? else { return Ok(()) };
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

/// Sends a letter about nothing, to see whether mail leaves; it is no notice, and nothing is kept of it.
///
/// # Errors
/// What the mail server answered, in the words of the log.
pub async fn try_out(sender: &Sender, trial: Trial, now: Moment) -> std::result::Result<(), String> {
    deliver_unkept(sender, trial, now).await.map_err(|undelivered| match undelivered {
        Undelivered::Later(text) => text,
        Undelivered::Never(text) => text.to_owned(),
    })
}

/// Sends a letter to a unit of the city, of which nothing is kept: the job that sends it tries again and fails on its list.
///
/// # Errors
/// [`Error::Unavailable`] when it may be taken later, `Conflict` when it never will be.
pub async fn write_to_unit(sender: &Sender, letter: Trial, now: Moment) -> Result<()> {
    deliver_unkept(sender, letter, now).await.map_err(Error::from)
}

/// Sends a resident a letter of which nothing may be kept, such as a code; it goes the way that their needs allow.
///
/// # Errors
/// As [`write_to_unit`].
pub async fn write_secretly(sender: &Sender, way: &Outgoing, letter: Trial, now: Moment) -> Result<()> {
    let address = way.email().ok_or(Undelivered::Never("no e-mail"))?.as_str().to_owned();
    let notice = Notice { address, large_print: way.style().large_print, ..unkept(letter, now) };
    sender.mailer.deliver(&Letter::of(&notice, sender, now)?).await.map_err(Error::from)
}

async fn deliver_unkept(sender: &Sender, trial: Trial, now: Moment) -> Delivery {
    sender.mailer.deliver(&Letter::of(&unkept(trial, now), sender, now)?).await
}

fn unkept(trial: Trial, now: Moment) -> Notice {
    Notice {
        id: Id::new(),
        subject_id: Id::new(),
        template: "trial".into(),
        language: trial.language,
        address: trial.address,
        large_print: false,
        title: trial.title,
        body: trial.body,
        thread_id: None,
        state: State::Queued,
        queued_at: now,
        ended_at: None,
    }
}

/// A letter of which nothing is kept: by it somebody sees whether mail leaves, a unit hears of its work, or a resident gets a code.
#[derive(Debug, Clone)]
pub struct Trial {
    /// Whom it goes to.
    pub address: String,
    /// The language of title and text.
    pub language: Language,
    /// One line.
    pub title: String,
    /// Plain text.
    pub body: String,
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
