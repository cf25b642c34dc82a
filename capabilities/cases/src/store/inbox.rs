//! A unit's inbox: its cases, late ones first.

use base::{Id, Moment, ReportNumber, Result};
use staff::Viewer;
use store::{Read, params};

use crate::{
    model::Case,
    store::{COLUMNS, case, number},
};

/// Cases shown on one page of the inbox.
pub const PAGE: i64 = 50;

/// Which cases of the unit are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// All that are not closed.
    Open,
    /// Not closed, and their promised moment is over.
    Late,
    /// Closed, newest first.
    Closed,
}

impl Filter {
    /// The word in the page's address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Late => "late",
            Self::Closed => "closed",
        }
    }

    /// Reads the word; anything else is `Open`.
    pub fn from_word(word: &str) -> Self {
        [Self::Late, Self::Closed].into_iter().find(|filter| filter.word() == word).unwrap_or(Self::Open)
    }
}

/// A line of the inbox.
#[derive(Debug, Clone)]
pub struct InboxRow {
    /// The case.
    pub case: Case,
    /// The number of its first report.
    pub number: ReportNumber,
    /// The words of its first report.
    pub body: String,
}

/// How many cases each filter shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Not closed.
    pub open: i64,
    /// Late.
    pub late: i64,
}

/// Cases of the viewer's unit, [`PAGE`] from `skip` on. A viewer without a unit sees none.
///
/// # Errors
/// As [`Read::query`].
pub fn inbox(read: &Read<'_>, viewer: &Viewer, filter: Filter, now: Moment, skip: i64) -> Result<Vec<InboxRow>> {
    let which = match filter {
        Filter::Open => "c.state <> 'closed' and $2 > 0 order by c.due_at nulls last, c.id",
        Filter::Late => "c.state <> 'closed' and c.due_at < $2 order by c.due_at, c.id",
        Filter::Closed => "c.state = 'closed' and $2 > 0 order by c.closed_at desc, c.id",
    };
    let sql = format!("{} where c.unit_id = $1 and {which} limit {PAGE} offset $3", select());
    read.query(&sql, params![viewer.unit_id, now, skip], line)
}

/// Cases that no unit has, oldest first, at most 200: for a supervisor to decide.
///
/// # Errors
/// As [`Read::query`].
pub fn undispatched(read: &Read<'_>) -> Result<Vec<InboxRow>> {
    read.query(&format!("{} where c.state = 'received' order by c.opened_at, c.id limit 200", select()), &[], line)
}

/// How many cases of the unit are open and late.
///
/// # Errors
/// As [`Read::query`].
pub fn inbox_counts(read: &Read<'_>, unit_id: Option<Id>, now: Moment) -> Result<Counts> {
    read.one(
        "select count(*), count(case when due_at < $2 then 1 end) from cases where unit_id = $1 and state <> 'closed'",
        params![unit_id, now],
        |row| Ok(Counts { open: row.get(0)?, late: row.get(1)? }),
    )
}

fn select() -> String {
    format!(
        "select {COLUMNS}, r.number, r.body from cases c
         join reports r on r.id = (select f.id from reports f where f.case_id = c.id order by f.received_at, f.id limit 1)"
    )
}

fn line(row: &store::Row<'_>) -> Result<InboxRow> {
    Ok(InboxRow { case: case(row)?, number: number(row.get(14)?)?, body: row.get(15)? })
}
