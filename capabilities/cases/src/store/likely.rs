//! Public cases around a point.

use base::{ReportNumber, Result};
use store::{Read, params};

use super::{COLUMNS, WIDTH, case, merging::around, number};
use crate::{model::Case, public::Alike};

/// The most cases around a point that are looked at.
const LOOKED_AT: i64 = 200;

/// Public cases of the service in the square around the point, each with the number of its first report: those that are open,
/// and those that ended since.
pub(crate) fn likely(read: &Read<'_>, alike: &Alike) -> Result<Vec<(ReportNumber, Case)>> {
    let mut given = params![alike.service_id, alike.closed_since, LOOKED_AT].to_vec();
    let near = around(alike.point, alike.metres, &mut given);
    let sql = format!(
        "select {COLUMNS}, r.number from cases c
         join reports r on r.id = (select f.id from reports f where f.case_id = c.id order by f.received_at, f.id limit 1)
         where c.service_id = $1 and {near} and c.public and not c.sensitive and (c.state <> 'closed' or c.closed_at >= $2)
         order by c.id desc limit $3"
    );
    read.query(&sql, &given, |row| Ok((number(row.get(WIDTH)?)?, case(row)?)))
}
