//! The rows of reports, and whose they are.

use base::{Error, Id, Language, Moment, ReportNumber, Result, Wording};
use staff::Viewer;
use store::{Read, Row, params};

use super::{number, service_name, visible_case};
use crate::model::Case;

/// A report of a case, as staff and its own author may see it.
#[derive(Debug, Clone)]
pub struct Report {
    /// The report's id.
    pub id: Id,
    /// Its public number.
    pub number: ReportNumber,
    /// The case it belongs to.
    pub case_id: Id,
    /// Who told us, when they left a way to be reached.
    pub resident_id: Option<Id>,
    /// Their own words.
    pub body: String,
    /// The language they were written in.
    pub language: Language,
    /// When it reached us.
    pub received_at: Moment,
    /// The channel's word.
    pub channel: String,
}

const REPORT: &str = "select r.id, r.number, r.case_id, r.resident_id, r.body, r.language, r.received_at, i.channel
    from reports r join interactions i on i.id = r.interaction_id";

fn report(row: &Row<'_>) -> Result<Report> {
    let language: String = row.get(5)?;
    Ok(Report {
        id: row.get(0)?,
        number: number(row.get(1)?)?,
        case_id: row.get(2)?,
        resident_id: row.get(3)?,
        body: row.get(4)?,
        language: Language::from_tag(&language).unwrap_or_default(),
        received_at: row.get(6)?,
        channel: row.get(7)?,
    })
}

pub(crate) fn reports_of(read: &Read<'_>, case_id: Id) -> Result<Vec<Report>> {
    read.query(&format!("{REPORT} where r.case_id = $1 order by r.received_at, r.id limit 200"), params![case_id], report)
}

pub(crate) fn report_by_number(read: &Read<'_>, number: ReportNumber) -> Result<Report> {
    read.one(&format!("{REPORT} where r.number = $1"), params![number.value()], report)
}

pub(crate) fn reports_by_resident(read: &Read<'_>, resident_id: Id) -> Result<Vec<Report>> {
    read.query(&format!("{REPORT} where r.resident_id = $1 order by r.received_at"), params![resident_id], report)
}

/// What one resident reported, as far as the viewer may know of the case.
#[derive(Debug, Clone)]
pub struct KnownReport {
    /// The report.
    pub report: Report,
    /// The case it belongs to.
    pub case: Case,
    /// What it is about.
    pub service: Wording,
}

/// The reports of these residents (the rows that are one resident) whose cases the viewer may know of, the newest first.
///
/// # Errors
/// As [`Read::query`].
pub fn reports_known_to(read: &Read<'_>, viewer: &Viewer, members: &[Id]) -> Result<Vec<KnownReport>> {
    let mut known = Vec::new();
    for member in members {
        for report in reports_by_resident(read, *member)? {
            match visible_case(read, viewer, report.case_id) {
                Ok(case) => known.push(KnownReport { service: service_name(read, case.service_id)?, report, case }),
                Err(Error::NotFound) => {}
                Err(other) => return Err(other),
            }
        }
    }
    known.sort_by_key(|one| std::cmp::Reverse((one.report.received_at, one.report.id)));
    Ok(known)
}

/// Whose report has this number, if the viewer may know of its case and somebody left a way to be reached.
///
/// # Errors
/// As [`Read::query`].
pub fn resident_of_report(read: &Read<'_>, viewer: &Viewer, number: ReportNumber) -> Result<Option<Id>> {
    let seen = || {
        let report = report_by_number(read, number)?;
        visible_case(read, viewer, report.case_id)?;
        Ok(report.resident_id)
    };
    match seen() {
        Err(Error::NotFound) => Ok(None),
        other => other,
    }
}
