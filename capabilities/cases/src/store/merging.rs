//! The rows by which reports move from one case to another.

use std::collections::BTreeSet;

use base::{Id, Moment, Point, ReportNumber, Result};
use staff::Viewer;
use store::{Event, Read, ToValue, Tx, journal, params};

use super::{
    InboxRow, eyes,
    inbox::{line, select},
    number,
};
use crate::{events, model::Case};

/// The most reports that are moved at once.
pub(crate) const MOST_MOVED: i64 = 1_000;
/// The most cases offered to be merged with another.
const OFFERED: usize = 10;
/// The most cases near another that are looked at.
const NEAR: i64 = 200;
/// Degrees of latitude of a metre, as the rows have them.
const METRE_E7: f64 = 90.0;

/// The reports of the case, at most one more than [`MOST_MOVED`].
pub(crate) fn report_ids(read: &Read<'_>, case_id: Id) -> Result<Vec<Id>> {
    let sql = "select id from reports where case_id = $1 order by received_at, id limit $2";
    read.query(sql, params![case_id, MOST_MOVED + 1], |row| row.get(0))
}

pub(crate) fn move_report(tx: &Tx<'_>, report_id: Id, into: Id) -> Result<()> {
    tx.execute("update reports set case_id = $2 where id = $1", params![report_id, into]).map(drop)
}

/// The photos of a report go where it goes.
pub(crate) fn move_photos(tx: &Tx<'_>, report_id: Id, into: Id) -> Result<()> {
    tx.execute("update photos set case_id = $2 where report_id = $1", params![report_id, into]).map(drop)
}

pub(crate) fn set_merged_into(tx: &Tx<'_>, case_id: Id, into: Option<Id>) -> Result<()> {
    tx.execute("update cases set merged_into = $2 where id = $1", params![case_id, into]).map(drop)
}

/// The case to which a report belongs, and its number.
pub(crate) fn home_of(read: &Read<'_>, report_id: Id) -> Result<(Id, ReportNumber)> {
    read.one("select case_id, number from reports where id = $1", params![report_id], |row| Ok((row.get(0)?, number(row.get(1)?)?)))
}

/// A time that a report spent with a case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stay {
    pub case_id: Id,
    pub since: Moment,
    /// When it was moved on; `None` while it is there.
    pub until: Option<Moment>,
}

impl Stay {
    /// Whether the report was with the case at this moment.
    pub fn covers(&self, case_id: Id, at: Moment) -> bool {
        self.case_id == case_id && self.since <= at && self.until.is_none_or(|until| at < until)
    }
}

/// Where the report has been, the first case first; never empty.
///
/// # Errors
/// As [`Read::query`].
pub(crate) fn stays_of(read: &Read<'_>, report_id: Id) -> Result<Vec<Stay>> {
    let mut stays: Vec<Stay> = Vec::new();
    for event in journal::of_subject(read, report_id)? {
        let moved = event.kind == events::REPORT_RECEIVED || event.kind == events::MOVED;
        let Some(case_id) = event.id_of("case").filter(|_| moved) else { continue };
        if let Some(last) = stays.last_mut() {
            last.until = Some(event.at);
        }
        stays.push(Stay { case_id, since: event.at, until: None });
    }
    Ok(stays)
}

/// The cases whose reports became those of this one.
pub(crate) fn merged_with(read: &Read<'_>, case_id: Id) -> Result<Vec<Id>> {
    read.query("select id from cases where merged_into = $1 order by id", params![case_id], |row| row.get(0))
}

/// The same, and the cases merged into those before, however long the chain.
pub(crate) fn merged_from(read: &Read<'_>, case_id: Id) -> Result<Vec<Id>> {
    let (mut all, mut next) = (BTreeSet::new(), vec![case_id]);
    while let Some(id) = next.pop() {
        next.extend(merged_with(read, id)?.into_iter().filter(|id| all.insert(*id)));
    }
    Ok(all.into_iter().collect())
}

/// Whose reports the case has, and whose it had until it was merged or they were split off; `None` for somebody unknown.
pub(crate) fn authors_ever(read: &Read<'_>, case_id: Id) -> Result<Vec<Option<Id>>> {
    let mut reports = report_ids(read, case_id)?;
    for event in journal::of_subject(read, case_id)? {
        let gone = event.facts.get("reports").and_then(|ids| serde_json::from_value::<Vec<Id>>(ids.clone()).ok());
        reports.extend(gone.into_iter().flatten().chain(event.id_of("report")));
    }
    reports.sort_unstable();
    reports.dedup();
    let author = |id: &Id| read.value("select resident_id from reports where id = $1", params![id]);
    reports.iter().map(author).collect()
}

/// The event by which the case's reports became those of another one, while they are.
pub(crate) fn merging_of(read: &Read<'_>, case: &Case) -> Result<Option<Event>> {
    let mut story = journal::of_subject(read, case.id)?.into_iter();
    Ok(story.rfind(|event| event.kind == events::MERGED).filter(|_| case.merged_into.is_some()))
}

/// The number of the first of the reports that a merged case had.
pub(crate) fn number_once(read: &Read<'_>, case: &Case) -> Result<Option<ReportNumber>> {
    let Some(event) = merging_of(read, case)? else { return Ok(None) };
    let first = event.facts["reports"][0].as_str().and_then(|id| id.parse().ok());
    first.map(|id| home_of(read, id).map(|(_, number)| number)).transpose()
}

/// The case of whose reports this one was made, while it has any.
pub(crate) fn split_from(read: &Read<'_>, case_id: Id) -> Result<Option<InboxRow>> {
    let opened = journal::of_subject(read, case_id)?.into_iter().next();
    let Some(from) = opened.and_then(|event| event.id_of("split_from")) else { return Ok(None) };
    read.find(&format!("{} where c.id = $1 and c.state <> 'closed'", select()), params![from], line)
}

/// Open cases of the same service around this one that may be about the same thing, the nearest first, as the viewer may know
/// of them: each with its distance in metres.
///
/// # Errors
/// As [`Read::query`].
pub(crate) fn alike(read: &Read<'_>, viewer: &Viewer, case: &Case, metres: f64) -> Result<Vec<(InboxRow, f64)>> {
    let Some(point) = case.place.point else { return Ok(Vec::new()) };
    let eyes = eyes(read, viewer)?;
    let mut given = params![case.service_id, NEAR].to_vec();
    let near = around(point, metres, &mut given);
    let sql = format!("{} where c.service_id = $1 and {near} and c.state <> 'closed' order by c.id desc limit $2", select());
    let mut found: Vec<_> = read
        .query(&sql, &given, line)?
        .into_iter()
        .filter(|row| case.merges_into(&row.case).is_ok() && row.case.is_worked_on_by(&eyes))
        .filter_map(|row| row.case.place.point.map(|other| other.metres_to(point)).map(|distance| (row, distance)))
        .filter(|(_, distance)| *distance <= metres)
        .collect();
    found.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    found.truncate(OFFERED);
    Ok(found)
}

/// The condition that a case lies in the square around the point; its values join `given`.
pub(super) fn around(point: Point, metres: f64, given: &mut Vec<store::Value>) -> String {
    let reach = |degrees: f64| (degrees.ceil() as i64).max(1);
    let lat = reach(metres * METRE_E7);
    let lng = reach(metres * METRE_E7 / point.lat().to_radians().cos().max(0.01));
    let at = given.len();
    let bounds = [point.lat_e7 - lat, point.lat_e7 + lat, point.lng_e7 - lng, point.lng_e7 + lng];
    given.extend(bounds.map(|bound| bound.to_value()));
    format!("c.lat_e7 between ${} and ${} and c.lng_e7 between ${} and ${}", at + 1, at + 2, at + 3, at + 4)
}
