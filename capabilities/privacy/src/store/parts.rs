//! What is known of one person across capabilities: who was merged into them, and how each of their matters stands.

use base::{Error, Id, Moment, ReportNumber, Result, Wording};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use store::{Read, ToValue, Value, params, placeholders};

use crate::model::Standing;

/// The most matters of one person.
const MATTERS: i64 = 10_000;

/// The resident and everybody merged into them or into whom they were merged, that one first.
///
/// # Errors
/// [`Error::NotFound`] without such a resident.
pub fn family(read: &Read<'_>, resident_id: Id) -> Result<Vec<Id>> {
    residents::members(read, resident_id)
}

pub(crate) fn resident_exists(read: &Read<'_>, id: Id) -> Result<bool> {
    read.value("select exists (select 1 from residents where id = $1)", params![id])
}

/// A list of ids as `($n, …)`, its values joining `given`.
fn among(ids: &[Id], given: &mut Vec<Value>) -> String {
    let list = placeholders(given.len() + 1, ids.len());
    given.extend(ids.iter().map(ToValue::to_value));
    list
}

/// How each case stands in which one of these people took part, oldest first.
pub(crate) fn standings(read: &Read<'_>, residents: &[Id], zone: &TimeZone) -> Result<Vec<Standing>> {
    if residents.is_empty() {
        return Ok(Vec::new());
    }
    let mut given = params![MATTERS].to_vec();
    let list = among(residents, &mut given);
    let sql = format!(
        "select c.id, r.id, r.number, s.name, c.closed_at, coalesce(c.archive, s.details->>'archive'),
             (select min(h.reason) from legal_holds h where h.subject_id in (select m.id from cases m where m.id = c.id or m.merged_into = c.id) and h.released_at is null)
         from reports r join cases c on c.id = r.case_id join services s on s.id = c.service_id
         where r.resident_id in {list} order by c.opened_at, c.id, r.received_at, r.id limit $1"
    );
    let mut found: Vec<Standing> = Vec::new();
    for (report_id, standing) in read.query(&sql, &given, |row| Ok((row.get::<Id>(1)?, standing(row, zone)?)))? {
        match found.last_mut().filter(|last| last.case_id == standing.case_id) {
            Some(last) => last.reports.push(report_id),
            None => found.push(standing),
        }
    }
    Ok(found)
}

fn standing(row: &store::Row<'_>, zone: &TimeZone) -> Result<Standing> {
    let number: i64 = row.get(2)?;
    let service: serde_json::Value = row.get(3)?;
    let closed_at: Option<Moment> = row.get(4)?;
    Ok(Standing {
        case_id: row.get(0)?,
        reports: vec![row.get(1)?],
        number: ReportNumber::from_value(number).ok_or_else(|| Error::internal(format!("{number} is no report number")))?,
        service: serde_json::from_value::<Wording>(service).map_err(Error::internal)?,
        ended_on: closed_at.map(|at| day(at, zone)).transpose()?,
        archive: row.get(5)?,
        held: row.get(6)?,
    })
}

/// The civil day of a moment.
pub(crate) fn day(at: Moment, zone: &TimeZone) -> Result<Date> {
    Ok(Timestamp::from_microsecond(at.0).map_err(Error::internal)?.to_zoned(zone.clone()).date())
}

/// The reason of a legal hold on one of these people.
pub(crate) fn held(read: &Read<'_>, residents: &[Id]) -> Result<Option<String>> {
    if residents.is_empty() {
        return Ok(None);
    }
    let mut given = Vec::new();
    let list = among(residents, &mut given);
    read.find(&format!("select reason from legal_holds where released_at is null and subject_id in {list} limit 1"), &given, |row| {
        row.get(0)
    })
}

/// The notices to these people that are not about what stays.
pub(crate) fn notices_of(read: &Read<'_>, residents: &[Id], kept: &[Id]) -> Result<Vec<Id>> {
    let mut found = Vec::new();
    for resident in residents {
        let of_one = read.query("select id, subject_id from notices where resident_id = $1", params![resident], |row| {
            Ok((row.get::<Id>(0)?, row.get::<Id>(1)?))
        })?;
        found.extend(of_one.into_iter().filter(|(_, subject)| !kept.contains(subject)).map(|(id, _)| id));
    }
    Ok(found)
}

/// Who is reached at this address or number, or sent the report of this number: each once, however they were merged.
pub(crate) fn residents_with(read: &Read<'_>, address: &str, number: Option<ReportNumber>) -> Result<Vec<Id>> {
    let by_way = "select distinct resident_id from ways where address = $1 order by resident_id limit 50";
    let mut found: Vec<Id> = read.query(by_way, params![address], |row| row.get(0))?;
    if let Some(number) = number.filter(|_| found.is_empty()) {
        let sql = "select resident_id from reports where number = $1 and resident_id is not null";
        found = read.query(sql, params![number.value()], |row| row.get(0))?;
    }
    let mut heads = Vec::new();
    for id in found {
        let head = residents::head(read, id)?;
        if !heads.contains(&head) {
            heads.push(head);
        }
    }
    Ok(heads)
}

/// The conversations in which these cases were told of.
pub(crate) fn talks_of_cases(read: &Read<'_>, cases: &[Id]) -> Result<Vec<Id>> {
    let of_one = |case: &Id| read.query("select interaction_id from reports where case_id = $1", params![case], |row| row.get::<Id>(0));
    Ok(cases.iter().map(of_one).collect::<Result<Vec<_>>>()?.concat())
}

/// The reports of these cases.
pub(crate) fn reports_of_cases(read: &Read<'_>, cases: &[Id]) -> Result<Vec<Id>> {
    let of_one = |case: &Id| read.query("select id from reports where case_id = $1", params![case], |row| row.get::<Id>(0));
    Ok(cases.iter().map(of_one).collect::<Result<Vec<_>>>()?.concat())
}
