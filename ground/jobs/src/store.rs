//! The rows of jobs: every SQL statement about them.

use std::sync::Arc;

use base::{Error, Id, Moment, Result};
use serde_json::Value as Json;
use store::{Event, Reaction, Read, Row, Tx, params};

use crate::{ATTEMPTS, LEASE_SECONDS, pause_seconds};

/// Work to be done after the transaction that enqueues it.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Names the handler, such as `cases.dispatch`.
    pub kind: &'static str,
    /// What the handler needs to know: ids and numbers.
    pub payload: Json,
    /// Seconds to wait before the first attempt.
    pub delay_seconds: i64,
}

impl Job {
    /// A job that may start at once.
    pub fn now(kind: &'static str, payload: Json) -> Self {
        Self { kind, payload, delay_seconds: 0 }
    }
}

/// A job in the hands of a worker.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// The job's id.
    pub id: Id,
    /// Names the handler.
    pub kind: String,
    /// What the handler needs to know.
    pub payload: Json,
    /// This attempt's number, from 1.
    pub attempts: i64,
}

impl Claimed {
    /// The id kept under `name` in the payload.
    ///
    /// # Errors
    /// [`Error::Internal`]: a job without it is our own fault.
    pub fn id_of(&self, name: &str) -> Result<Id> {
        let text = self.payload.get(name).and_then(Json::as_str);
        text.and_then(|text| text.parse().ok()).ok_or_else(|| Error::internal(format!("job {} has no id {name}", self.kind)))
    }
}

/// A job that was given up, for the supervisor's list.
#[derive(Debug, Clone)]
pub struct Failed {
    /// The job's id.
    pub id: Id,
    /// Names the handler.
    pub kind: String,
    /// What the handler was told.
    pub payload: Json,
    /// How often it was tried.
    pub attempts: i64,
    /// What the last attempt met.
    pub last_error: String,
    /// When it was given up.
    pub failed_at: Moment,
}

/// How many jobs wait and how many were given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// Not done yet, whether their time has come or not.
    pub due: i64,
    /// Given up.
    pub failed: i64,
}

/// The reaction of the store to an event: the jobs that `wiring` names, in the same transaction.
pub fn reaction(wiring: fn(&Event) -> Vec<Job>) -> Reaction {
    Arc::new(move |tx, event| wiring(event).into_iter().try_for_each(|job| insert(tx, &job, Some(event.id)).map(drop)))
}

/// Adds a job that starts when its delay is over and the transaction has committed.
///
/// # Errors
/// As [`Tx::execute`].
pub fn enqueue(tx: &Tx<'_>, job: &Job) -> Result<Id> {
    insert(tx, job, None)
}

fn insert(tx: &Tx<'_>, job: &Job, event_id: Option<Id>) -> Result<Id> {
    let id = Id::new();
    tx.execute(
        "insert into jobs (id, kind, payload, event_id, state, due_at, attempts, locked_until) values ($1, $2, $3, $4, 'due', $5, 0, 0)",
        params![id, job.kind, job.payload, event_id, tx.now().plus_seconds(job.delay_seconds)],
    )?;
    Ok(id)
}

/// Claims up to `limit` jobs whose time has come; says how many it took, and which of them are to be done.
pub(crate) fn claim(tx: &Tx<'_>, limit: usize) -> Result<(usize, Vec<Claimed>)> {
    // In a part of its own, so that no plan can run it twice and lock more rows than the limit.
    let skip = if tx.is_postgres() { "for update skip locked" } else { "" };
    let sql = format!(
        "with next as (
             select id from jobs where state = 'due' and due_at <= $1 and locked_until <= $1 order by due_at limit $3 {skip})
         update jobs set attempts = attempts + 1, locked_until = $2 where id in (select id from next)
         returning id, kind, payload, attempts"
    );
    let limit = i64::try_from(limit).map_err(Error::internal)?;
    let claimed = tx.query(&sql, params![tx.now(), tx.now().plus_seconds(LEASE_SECONDS), limit], |row| {
        Ok(Claimed { id: row.get(0)?, kind: row.get(1)?, payload: row.get(2)?, attempts: row.get(3)? })
    })?;
    let taken = claimed.len();
    let (jobs, hopeless): (Vec<_>, Vec<_>) = claimed.into_iter().partition(|job| job.attempts <= ATTEMPTS);
    hopeless.iter().try_for_each(|job| give_up_unfinished(tx, job.id))?;
    Ok((taken, jobs))
}

/// A job whose every attempt took its worker down never came to a note, and would be claimed for ever.
fn give_up_unfinished(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute(
        "update jobs set state = 'failed', attempts = attempts - 1, finished_at = $2,
             last_error = coalesce(last_error, 'the worker ended in the middle, every time') where id = $1",
        params![id, tx.now()],
    )
    .map(drop)
}

/// Notes that the job is done, whoever else may have it by now.
pub(crate) fn finish(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute(
        "update jobs set state = 'done', finished_at = $2, last_error = null where id = $1 and state <> 'done'",
        params![id, tx.now()],
    )
    .map(drop)
}

/// Puts the job off, or gives it up when another attempt is no use or there were enough. Does nothing when the lease ran
/// out and somebody else has the job: then theirs is the word that counts.
pub(crate) fn put_off(tx: &Tx<'_>, job: &Claimed, error: &Error) -> Result<()> {
    let hopeless = matches!(error, Error::NotFound | Error::Invalid(_) | Error::Forbidden | Error::Conflict(_));
    if hopeless || job.attempts >= ATTEMPTS {
        tx.execute(
            "update jobs set state = 'failed', finished_at = $3, last_error = $4 where id = $1 and attempts = $2 and state = 'due'",
            params![job.id, job.attempts, tx.now(), error.to_string()],
        )?;
    } else {
        tx.execute(
            "update jobs set due_at = $3, locked_until = 0, last_error = $4 where id = $1 and attempts = $2 and state = 'due'",
            params![job.id, job.attempts, tx.now().plus_seconds(pause_seconds(job.attempts)), error.to_string()],
        )?;
    }
    Ok(())
}

/// The jobs given up, newest first, at most 200.
///
/// # Errors
/// As [`Read::query`].
pub fn failed(read: &Read<'_>) -> Result<Vec<Failed>> {
    read.query(
        "select id, kind, payload, attempts, coalesce(last_error, ''), finished_at from jobs
         where state = 'failed' order by finished_at desc, id limit 200",
        &[],
        |row: &Row<'_>| {
            Ok(Failed {
                id: row.get(0)?,
                kind: row.get(1)?,
                payload: row.get(2)?,
                attempts: row.get(3)?,
                last_error: row.get(4)?,
                failed_at: row.get(5)?,
            })
        },
    )
}

/// Gives a failed job a fresh set of attempts, starting now.
///
/// # Errors
/// [`Error::NotFound`] when it is not (or no longer) failed.
pub fn try_again(tx: &Tx<'_>, id: Id) -> Result<()> {
    let changed = tx.execute(
        "update jobs set state = 'due', due_at = $2, attempts = 0, locked_until = 0, finished_at = null where id = $1 and state = 'failed'",
        params![id, tx.now()],
    )?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// How many jobs wait and how many were given up.
///
/// # Errors
/// As [`Read::query`].
pub fn waiting(read: &Read<'_>) -> Result<Waiting> {
    read.one("select (select count(*) from jobs where state = 'due'), (select count(*) from jobs where state = 'failed')", &[], |row| {
        Ok(Waiting { due: row.get(0)?, failed: row.get(1)? })
    })
}

/// Blanks what the attempts met of jobs about this id: an outside service may have said personal data.
///
/// # Errors
/// As [`Tx::execute`].
pub fn blank_errors(tx: &Tx<'_>, name: &'static str, id: Id) -> Result<()> {
    let sql = format!("update jobs set last_error = 'erased' where last_error is not null and payload->>'{name}' = $1");
    tx.execute(&sql, params![id.to_string()]).map(drop)
}

/// Removes the rows of jobs done before `before`; says how many. At most 10 000 at a time.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget_done(tx: &Tx<'_>, before: Moment) -> Result<usize> {
    tx.execute("delete from jobs where id in (select id from jobs where state = 'done' and finished_at < $1 limit 10000)", params![before])
}

pub(crate) fn something_due(read: &Read<'_>, now: Moment) -> Result<bool> {
    read.value("select exists (select 1 from jobs where state = 'due' and due_at <= $1 and locked_until <= $1)", params![now])
}
