//! A closure on its way to a database thread, and its answer on the way back.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use base::{Actor, Clock, Error, Result};
use tokio::sync::{oneshot, watch};

use crate::{
    read::{Link, Read, Side, Trouble},
    tx::{Reaction, Tx},
};

/// What a transaction may do, and how strictly it is kept apart from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Changes; SERIALIZABLE.
    Write,
    /// Changes rows that it claims by lease; READ COMMITTED.
    Claim,
    /// Looks at one state; REPEATABLE READ READ ONLY.
    Read,
}

/// A closure with what it needs.
pub(crate) struct Work {
    pub mode: Mode,
    pub actor: Actor,
    pub task: Box<dyn Task>,
}

pub(crate) trait Task: Send {
    /// Runs the closure once; its value is kept until [`Task::finish`].
    fn run(&mut self, side: Side<'_>, surroundings: &Surroundings, actor: Actor) -> Result<()>;
    /// Tells the caller: the kept value after `Ok`, otherwise the error.
    fn finish(self: Box<Self>, outcome: Result<()>);
}

/// What every transaction is surrounded by.
#[derive(Clone)]
pub(crate) struct Surroundings {
    pub clock: Arc<dyn Clock>,
    pub reaction: Reaction,
    pub bell: Arc<watch::Sender<u64>>,
}

/// Work that changes.
pub(crate) struct Changing<T, F> {
    pub closure: F,
    pub value: Option<T>,
    pub answer: oneshot::Sender<Result<T>>,
}

/// Work that only looks.
pub(crate) struct Reading<T, F> {
    pub closure: F,
    pub value: Option<T>,
    pub answer: oneshot::Sender<Result<T>>,
}

impl<T: Send, F: Fn(&Tx<'_>) -> Result<T> + Send> Task for Changing<T, F> {
    fn run(&mut self, side: Side<'_>, surroundings: &Surroundings, actor: Actor) -> Result<()> {
        self.value = None;
        let trouble = Trouble::default();
        let tx = Tx::new(Link { side, trouble: &trouble }, actor, surroundings.clock.now(), &surroundings.reaction);
        let value = guarded(|| (self.closure)(&tx))?;
        // PostgreSQL answers "commit" of a transaction with a failed statement by taking it back, without an error.
        trouble.verdict()?;
        self.value = Some(value);
        Ok(())
    }

    fn finish(self: Box<Self>, outcome: Result<()>) {
        answer(self.answer, self.value, outcome);
    }
}

impl<T: Send, F: Fn(&Read<'_>) -> Result<T> + Send> Task for Reading<T, F> {
    fn run(&mut self, side: Side<'_>, _: &Surroundings, _: Actor) -> Result<()> {
        self.value = None;
        let trouble = Trouble::default();
        let read = Read::new(Link { side, trouble: &trouble });
        self.value = Some(guarded(|| (self.closure)(&read))?);
        Ok(())
    }

    fn finish(self: Box<Self>, outcome: Result<()>) {
        answer(self.answer, self.value, outcome);
    }
}

fn guarded<T>(closure: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(closure)).unwrap_or_else(|_| Err(Error::internal("a closure of the store panicked")))
}

fn answer<T>(to: oneshot::Sender<Result<T>>, value: Option<T>, outcome: Result<()>) {
    let result = outcome.and_then(|()| value.ok_or_else(|| Error::internal("a closure of the store gave no value")));
    // Whoever asked may have gone away meanwhile (a closed browser); the change stands all the same.
    drop(to.send(result));
}

/// What callers hear when no database thread is there any more.
pub(crate) fn stopped() -> Error {
    Error::Unavailable("the database is closed".into())
}
