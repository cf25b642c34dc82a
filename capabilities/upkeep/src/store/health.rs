//! What the health page asks of the database, its journal, the jobs and the mail.

use base::{Moment, Result};
use store::Read;

/// How far the journal is.
pub(crate) struct Journal {
    /// When the last event happened.
    pub last_at: Option<Moment>,
    /// Events without a number (PostgreSQL), and since when the oldest waits.
    pub unnumbered: i64,
    pub waits_since: Option<Moment>,
}

/// How mail leaves.
pub(crate) struct Mail {
    pub last_sent: Option<Moment>,
    pub last_failed: Option<Moment>,
    pub waiting: i64,
}

pub(crate) fn journal(read: &Read<'_>) -> Result<Journal> {
    let sql = "select (select max(at) from events), (select count(*) from events where position is null),
                      (select min(at) from events where position is null)";
    read.one(sql, &[], |row| Ok(Journal { last_at: row.get(0)?, unnumbered: row.get(1)?, waits_since: row.get(2)? }))
}

pub(crate) fn mail(read: &Read<'_>) -> Result<Mail> {
    let sql = "select (select max(ended_at) from notices where state = 'sent'), (select max(ended_at) from notices where state = 'failed'),
                      (select count(*) from notices where state = 'queued')";
    read.one(sql, &[], |row| Ok(Mail { last_sent: row.get(0)?, last_failed: row.get(1)?, waiting: row.get(2)? }))
}

/// How many migrations have run.
pub(crate) fn migrations(read: &Read<'_>) -> Result<i64> {
    read.value("select count(*) from migrations", &[])
}

/// When the oldest job should have begun that still waits.
pub(crate) fn oldest_due(read: &Read<'_>) -> Result<Option<Moment>> {
    read.value("select min(due_at) from jobs where state = 'due' and attempts = 0", &[])
}

/// The size of the database, each engine asked in its own words.
pub(crate) fn database_bytes(read: &Read<'_>) -> Result<i64> {
    match read.is_postgres() {
        true => read.value("select pg_database_size(current_database())", &[]),
        false => read.value("select page_count * page_size from pragma_page_count(), pragma_page_size()", &[]),
    }
}
