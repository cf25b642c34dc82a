//! Public cases as points of the map: those that are open, and those closed not long ago.

use base::{Id, Moment, Point, Result};
use store::{Read, Row, ToValue, params};

use super::number;
use crate::public::Spot;

const COLUMNS: &str = "c.id, r.number, c.service_id, c.area_id, c.lat_e7, c.lng_e7, c.opened_at, c.due_at, c.closed_at
    from cases c join reports r on r.id = (select f.id from reports f where f.case_id = c.id order by f.received_at, f.id limit 1)
    where c.public and not c.sensitive and (c.state <> 'closed' or c.closed_at >= $1)";

fn spot(row: &Row<'_>) -> Result<Spot> {
    let lat_lng: (Option<i64>, Option<i64>) = (row.get(4)?, row.get(5)?);
    Ok(Spot {
        case_id: row.get(0)?,
        number: number(row.get(1)?)?,
        service_id: row.get(2)?,
        area_id: row.get(3)?,
        point: lat_lng.0.zip(lat_lng.1).map(|(lat_e7, lng_e7)| Point { lat_e7, lng_e7 }),
        opened_at: row.get(6)?,
        due_at: row.get(7)?,
        closed_at: row.get(8)?,
    })
}

/// Up to `count` of them in the order of their ids, those after `after`.
pub(crate) fn spots(read: &Read<'_>, closed_since: Moment, after: Option<Id>, count: i64) -> Result<Vec<Spot>> {
    let mut given = params![closed_since, count].to_vec();
    given.extend(after.map(|after| after.to_value()));
    let beyond = if after.is_some() { "and c.id > $3" } else { "" };
    read.query(&format!("select {COLUMNS} {beyond} order by c.id limit $2"), &given, spot)
}

/// The one of this case, if it is to be seen.
pub(crate) fn spot_of(read: &Read<'_>, case_id: Id, closed_since: Moment) -> Result<Option<Spot>> {
    read.find(&format!("select {COLUMNS} and c.id = $2"), params![closed_since, case_id], spot)
}

/// The case of a report.
pub(crate) fn case_of_report(read: &Read<'_>, report_id: Id) -> Result<Option<Id>> {
    read.find("select case_id from reports where id = $1", params![report_id], |row| row.get(0))
}
