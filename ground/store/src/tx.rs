//! A transaction that changes: it knows who acts and when, and tells the journal.

use std::{ops::Deref, sync::Arc};

use base::{Actor, Moment, Result};

use crate::{
    dialect::{sqlite_error, sqlite_placeholders},
    journal::{self, Event, NewEvent},
    read::{Link, Read, Side},
    value::Value,
};

/// What follows from an event inside the same transaction: the city's wiring.
pub type Reaction = Arc<dyn Fn(&Tx<'_>, &Event) -> Result<()> + Send + Sync>;

/// A transaction that changes. After an error nothing of it remains, so a closure returns the error it met.
pub struct Tx<'a> {
    read: Read<'a>,
    actor: Actor,
    now: Moment,
    reaction: &'a Reaction,
}

impl<'a> Deref for Tx<'a> {
    type Target = Read<'a>;

    fn deref(&self) -> &Read<'a> {
        &self.read
    }
}

impl<'a> Tx<'a> {
    pub(crate) fn new(link: Link<'a>, actor: Actor, now: Moment, reaction: &'a Reaction) -> Self {
        Self { read: Read::new(link), actor, now, reaction }
    }

    /// Who acts.
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// The moment of the change, the same for all of it.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The same transaction at another moment: for historic rows and replays, whose moments are recorded.
    #[must_use]
    pub fn as_of(&self, moment: Moment) -> Tx<'a> {
        Tx::new(self.read.link, self.actor, moment, self.reaction)
    }

    /// Runs a statement that changes rows; says how many.
    ///
    /// # Errors
    /// What the engine says, by what the caller can do: a broken unique rule is `Conflict`.
    pub fn execute(&self, sql: &str, params: &[Value]) -> Result<usize> {
        self.count();
        self.read.link.noted(match self.read.link.side {
            Side::Sqlite(connection) => connection
                .prepare_cached(&sqlite_placeholders(sql))
                .and_then(|mut statement| statement.execute(rusqlite::params_from_iter(params)))
                .map_err(sqlite_error),
            Side::Postgres(session) => session.execute(sql, params),
        })
    }

    /// Runs one statement for many rows of parameters, pipelined where the engine can.
    ///
    /// # Errors
    /// As [`Tx::execute`], for the first row that fails.
    pub fn execute_many(&self, sql: &str, rows: &[Vec<Value>]) -> Result<()> {
        match self.read.link.side {
            Side::Sqlite(_) => rows.iter().try_for_each(|row| self.execute(sql, row).map(drop)),
            Side::Postgres(session) => self.read.link.noted(session.execute_many(sql, rows)),
        }
    }

    /// Adds an event to the journal and lets the city's wiring follow up in this same transaction.
    ///
    /// # Errors
    /// As [`Tx::execute`]; `Conflict` when another change of the subject came first.
    pub fn record(&self, event: NewEvent) -> Result<Event> {
        let version = journal::next_version(self, event.subject_id)?;
        self.add(event, version)
    }

    /// Adds the first event of a subject whose row this change has just made. Nothing is looked up, so that changes which
    /// only make new rows never meet each other on PostgreSQL.
    ///
    /// # Errors
    /// As [`Tx::record`]; `Conflict` when the journal knows the subject already.
    pub fn record_first(&self, event: NewEvent) -> Result<Event> {
        self.add(event, 1)
    }

    fn add(&self, event: NewEvent, version: i64) -> Result<Event> {
        let event = journal::add(self, event, version)?;
        (self.reaction)(self, &event)?;
        Ok(event)
    }
}
