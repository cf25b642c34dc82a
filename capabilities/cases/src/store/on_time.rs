//! Promises that fell due, counted and listed for those who may know of their cases.

use base::{Id, Moment, Result, Wording};
use staff::Viewer;
use store::{Read, ToValue, Value, params};

use super::{
    InboxRow, PAGE, eyes,
    inbox::{line, select},
    visible, wording,
};
use crate::model::{By, OnTime, Which};

/// The time in which promises fell due, as they stand at `now`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    /// From this moment.
    pub from: Moment,
    /// To this one, which itself does not count.
    pub until: Moment,
    /// When it is looked at.
    pub now: Moment,
}

/// One row of the figures; without id for cases that no unit has.
#[derive(Debug, Clone)]
pub(crate) struct OnTimeRow {
    /// The unit or service.
    pub id: Option<Id>,
    /// Its name.
    pub name: Option<Wording>,
    /// How many.
    pub counts: OnTime,
}

/// As [`Clock::on_time`](crate::model::Clock::on_time) has it, of `case_clocks k`.
const KEPT: &str = "k.met_at is not null and coalesce(k.stands_since, k.met_at) <= k.first_due_at";
const CLOSED_LATE: &str = "k.met_at is not null and coalesce(k.stands_since, k.met_at) > k.first_due_at";
/// `$3` is the present moment.
const OPEN_LATE: &str = "k.met_at is null and coalesce(k.stands_since, $3) > k.first_due_at";

/// The condition on promises of the span whose cases the viewer may know of.
fn fell_due(read: &Read<'_>, viewer: &Viewer, span: Span, given: &mut Vec<Value>) -> Result<String> {
    given.extend(params![span.from, span.until, span.now].iter().cloned());
    let known = visible(&eyes(read, viewer)?, given);
    Ok(format!(
        "k.clock = 'fix' and k.first_due_at >= $1 and k.first_due_at < $2 and k.first_due_at < $3
         and c.merged_into is null and {known}"
    ))
}

pub(super) fn counts() -> String {
    let counted = [(KEPT, "kept"), (CLOSED_LATE, "closed_late"), (OPEN_LATE, "open_late")];
    counted.map(|(ended, name)| format!("count(case when {ended} then 1 end) as {name}")).join(", ")
}

/// The promises of the span by unit or service, those with most first; by month they are one row.
///
/// # Errors
/// As [`Read::query`].
pub(crate) fn on_time(read: &Read<'_>, viewer: &Viewer, by: By, span: Span) -> Result<Vec<OnTimeRow>> {
    let mut given = Vec::new();
    let which = fell_due(read, viewer, span, &mut given)?;
    let (column, names) = match by {
        By::Unit => ("c.unit_id", "units"),
        By::Service => ("c.service_id", "services"),
        By::Month => return Ok(vec![OnTimeRow { id: None, name: None, counts: total(read, &which, &given)? }]),
    };
    let sql = format!(
        "select t.id, n.name, t.kept, t.closed_late, t.open_late from (
             select {column} as id, {} from case_clocks k join cases c on c.id = k.case_id where {which} group by {column}
         ) t left join {names} n on n.id = t.id
         where t.kept + t.closed_late + t.open_late > 0 order by t.kept + t.closed_late + t.open_late desc, t.id",
        counts()
    );
    read.query(&sql, &given, |row| {
        let name: Option<serde_json::Value> = row.get(1)?;
        let counts = OnTime { kept: row.get(2)?, closed_late: row.get(3)?, open_late: row.get(4)? };
        Ok(OnTimeRow { id: row.get(0)?, name: name.map(wording).transpose()?, counts })
    })
}

fn total(read: &Read<'_>, which: &str, given: &[Value]) -> Result<OnTime> {
    let sql = format!("select {} from case_clocks k join cases c on c.id = k.case_id where {which}", counts());
    read.one(&sql, given, |row| Ok(OnTime { kept: row.get(0)?, closed_late: row.get(1)?, open_late: row.get(2)? }))
}

/// Whose promises are listed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Of {
    /// Everybody's.
    All,
    /// Those of this unit; of no unit without one.
    Unit(Option<Id>),
    /// Those of this service.
    Service(Id),
}

/// The cases behind a figure from `skip` on, the oldest promise first, one more than [`PAGE`] when there are more.
///
/// # Errors
/// As [`Read::query`].
pub(crate) fn on_time_cases(read: &Read<'_>, viewer: &Viewer, of: Of, which: Which, (span, skip): (Span, i64)) -> Result<Vec<InboxRow>> {
    let mut given = Vec::new();
    let fell_due = fell_due(read, viewer, span, &mut given)?;
    let ended = match which {
        Which::Due => format!("(({KEPT}) or ({CLOSED_LATE}) or ({OPEN_LATE}))"),
        Which::Kept => KEPT.to_owned(),
        Which::ClosedLate => CLOSED_LATE.to_owned(),
        Which::OpenLate => OPEN_LATE.to_owned(),
    };
    let whose = match of {
        Of::All => "1 = 1".to_owned(),
        Of::Unit(None) => "c.unit_id is null".to_owned(),
        Of::Unit(Some(id)) => equal("c.unit_id", id, &mut given),
        Of::Service(id) => equal("c.service_id", id, &mut given),
    };
    given.extend([i64::from(PAGE + 1).to_value(), skip.to_value()]);
    let (limit, offset) = (given.len() - 1, given.len());
    let sql = format!(
        "{} join case_clocks k on k.case_id = c.id where {fell_due} and {ended} and {whose} order by k.first_due_at, c.id
         limit ${limit} offset ${offset}",
        select()
    );
    read.query(&sql, &given, line)
}

fn equal(column: &str, id: Id, given: &mut Vec<Value>) -> String {
    given.push(id.to_value());
    format!("{column} = ${}", given.len())
}
