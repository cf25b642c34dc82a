//! Counts of public cases by service and area, for everybody.

use base::{Id, Moment, Result};
use store::{Read, Row, params};

use super::on_time::{Span, counts};
use crate::model::{Figures, OnTime};

/// A count with the service and the area that it is of.
pub(crate) type Part = (Id, Option<Id>, Figures);

/// Public cases as everybody counts them: a merged one is part of another.
const PUBLIC: &str = "c.public and not c.sensitive and c.merged_into is null";

fn part(row: &Row<'_>, figures: Figures) -> Result<Part> {
    Ok((row.get(0)?, row.get(1)?, figures))
}

pub(crate) fn received_by_part(read: &Read<'_>, span: Span) -> Result<Vec<Part>> {
    let sql = format!(
        "select c.service_id, c.area_id, count(*) from reports r join cases c on c.id = r.case_id
         where r.received_at >= $1 and r.received_at < $2 and {PUBLIC} group by c.service_id, c.area_id"
    );
    read.query(&sql, params![span.from, span.until], |row| part(row, Figures { received: row.get(2)?, ..Figures::default() }))
}

pub(crate) fn ended_by_part(read: &Read<'_>, span: Span) -> Result<Vec<Part>> {
    let sql = format!(
        "select c.service_id, c.area_id, c.opened_at, c.closed_at from cases c
         where c.state = 'closed' and c.closed_at >= $1 and c.closed_at < $2 and {PUBLIC}"
    );
    read.query(&sql, params![span.from, span.until], |row| {
        let mut figures = Figures::default();
        let (opened_at, closed_at): (Moment, Moment) = (row.get(2)?, row.get(3)?);
        figures.end(opened_at, closed_at);
        part(row, figures)
    })
}

pub(crate) fn due_by_part(read: &Read<'_>, span: Span) -> Result<Vec<Part>> {
    let sql = format!(
        "select c.service_id, c.area_id, {} from case_clocks k join cases c on c.id = k.case_id
         where k.clock = 'fix' and k.first_due_at >= $1 and k.first_due_at < $2 and k.first_due_at < $3 and {PUBLIC}
         group by c.service_id, c.area_id",
        counts()
    );
    read.query(&sql, params![span.from, span.until, span.now], |row| {
        let on_time = OnTime { kept: row.get(2)?, closed_late: row.get(3)?, open_late: row.get(4)? };
        part(row, Figures { on_time, ..Figures::default() })
    })
}

/// An end that several authors judged is done when all of them say so.
pub(crate) fn judged_by_part(read: &Read<'_>, span: Span) -> Result<Vec<Part>> {
    let sql = format!(
        "select c.service_id, c.area_id, count(*), count(case when v.undone = 0 then 1 end)
         from (select case_id, closure_id, count(case when ruling <> 'confirmed' then 1 end) as undone from verdicts
               where given_at >= $1 and given_at < $2 group by case_id, closure_id) v
         join cases c on c.id = v.case_id where {PUBLIC} group by c.service_id, c.area_id"
    );
    read.query(&sql, params![span.from, span.until], |row| {
        part(row, Figures { judged: row.get(2)?, fixed: row.get(3)?, ..Figures::default() })
    })
}

pub(crate) fn open_by_part(read: &Read<'_>) -> Result<Vec<Part>> {
    let sql = format!(
        "select c.service_id, c.area_id, count(*) from cases c where c.state <> 'closed' and {PUBLIC} group by c.service_id, c.area_id"
    );
    read.query(&sql, &[], |row| part(row, Figures { open: row.get(2)?, ..Figures::default() }))
}
