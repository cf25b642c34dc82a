//! A unit's inbox: its cases, late ones first; and the cases that no unit has.

use base::{Error, Id, Moment, ReportNumber, Result, Wording};
use staff::{Permission, Viewer};
use store::{Read, ToValue, Value, params};

use crate::{
    model::{Case, Eyes},
    store::{COLUMNS, WIDTH, case, eyes, number, visible, wording},
};

/// Cases shown on one page of the inbox.
pub const PAGE: u32 = 50;

/// Which cases of the unit are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// All that are not closed.
    Open,
    /// Not closed, and of one of their clocks the unit was warned.
    Ending,
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
            Self::Ending => "ending",
            Self::Late => "late",
            Self::Closed => "closed",
        }
    }

    /// Reads the word; anything else is `Open`.
    pub fn from_word(word: &str) -> Self {
        [Self::Ending, Self::Late, Self::Closed].into_iter().find(|filter| filter.word() == word).unwrap_or(Self::Open)
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
    /// The name of its service.
    pub service: Wording,
    /// When the first of its clocks ends of which the unit was warned.
    pub ends_at: Option<Moment>,
}

/// How many cases each filter shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Not closed.
    pub open: i64,
    /// With a clock that ends soon.
    pub ending: i64,
    /// Late.
    pub late: i64,
}

/// Whose cases a viewer's inbox shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Those of one unit.
    Unit(Id),
    /// Those of all units: for people of the centre, who see all cases and belong to no unit.
    AllUnits,
    /// None.
    Nobody,
}

impl Scope {
    /// The viewer's own.
    pub fn of(viewer: &Viewer) -> Self {
        match viewer.unit_id {
            Some(unit_id) if viewer.may(Permission::WorkCases) => Self::Unit(unit_id),
            None if viewer.may(Permission::SeeAllCases) => Self::AllUnits,
            _ => Self::Nobody,
        }
    }

    /// As a condition on `cases c`; its values join `given`.
    fn condition(self, eyes: &Eyes, given: &mut Vec<Value>) -> String {
        match self {
            Self::Unit(unit_id) => {
                given.push(unit_id.to_value());
                format!("c.unit_id = ${}", given.len())
            }
            Self::AllUnits => format!("c.unit_id is not null and {}", visible(eyes, given)),
            Self::Nobody => "1 = 0".to_owned(),
        }
    }
}

/// Cases in the viewer's [`Scope`] from `skip` on, one more than [`PAGE`] when there are more.
///
/// # Errors
/// As [`Read::query`].
pub fn inbox(read: &Read<'_>, viewer: &Viewer, filter: Filter, now: Moment, skip: i64) -> Result<Vec<InboxRow>> {
    let mut given = params![i64::from(PAGE) + 1, skip].to_vec();
    let whose = Scope::of(viewer).condition(&eyes(read, viewer)?, &mut given);
    let which = match filter {
        Filter::Open => "c.state <> 'closed' order by c.due_at nulls last, c.id".to_owned(),
        Filter::Ending => format!("c.state <> 'closed' and {ENDS_AT} is not null order by {ENDS_AT}, c.id"),
        Filter::Late => {
            given.push(now.to_value());
            format!("c.state <> 'closed' and c.due_at < ${} order by c.due_at, c.id", given.len())
        }
        Filter::Closed => "c.state = 'closed' order by c.closed_at desc, c.id".to_owned(),
    };
    read.query(&format!("{} where {whose} and {which} limit $1 offset $2", select()), &given, line)
}

/// Cases that no unit has, oldest first, one more than [`PAGE`] when there are more: for somebody to decide.
///
/// # Errors
/// [`Error::Forbidden`] for those who may not dispatch; otherwise as [`Read::query`].
pub fn undispatched(read: &Read<'_>, viewer: &Viewer) -> Result<Vec<InboxRow>> {
    if !viewer.may(Permission::Supervise) && !viewer.may(Permission::SeeAllCases) {
        return Err(Error::Forbidden);
    }
    let mut given = params![i64::from(PAGE) + 1].to_vec();
    let known = visible(&eyes(read, viewer)?, &mut given);
    let sql = format!("{} where c.state = 'received' and {known} order by c.opened_at, c.id limit $1", select());
    read.query(&sql, &given, line)
}

/// How many cases in the viewer's [`Scope`] are open and late.
///
/// # Errors
/// As [`Read::query`].
pub fn inbox_counts(read: &Read<'_>, viewer: &Viewer, now: Moment) -> Result<Counts> {
    let mut given = params![now].to_vec();
    let whose = Scope::of(viewer).condition(&eyes(read, viewer)?, &mut given);
    let sql = format!(
        "select count(*), count(case when due_at < $1 then 1 end), count(case when {ENDS_AT} is not null then 1 end) from cases c
         where {whose} and state <> 'closed'"
    );
    read.one(&sql, &given, |row| Ok(Counts { open: row.get(0)?, late: row.get(1)?, ending: row.get(2)? }))
}

/// When the first clock of `cases c` ends of which its unit was warned.
const ENDS_AT: &str = "(select min(k.due_at) from case_clocks k where k.case_id = c.id and k.warned_at is not null and k.met_at is null
    and k.missed_at is null and k.stands_since is null)";

pub(super) fn select() -> String {
    format!(
        "select {COLUMNS}, r.number,
             case when exists (select 1 from residents p where p.id = r.resident_id and p.restricted_at is not null) then '' else r.body end,
             s.name, {ENDS_AT} from cases c join services s on s.id = c.service_id
         join reports r on r.id = (select f.id from reports f where f.case_id = c.id order by f.received_at, f.id limit 1)"
    )
}

pub(super) fn line(row: &store::Row<'_>) -> Result<InboxRow> {
    Ok(InboxRow {
        case: case(row)?,
        number: number(row.get(WIDTH)?)?,
        body: row.get(WIDTH + 1)?,
        service: wording(row.get(WIDTH + 2)?)?,
        ends_at: row.get(WIDTH + 3)?,
    })
}
