//! Who turned out to be whom. `merged_into` of a row is all there is; chains are followed here and nowhere else.

use base::{Id, Result};
use store::{Read, Tx, params};

/// How many rows one resident may consist of, and the longest chain that is followed.
const ROWS: i64 = 100;

/// The resident that this one turned out to be in the end; themselves when they were not merged.
///
/// # Errors
/// [`base::Error::NotFound`] without such a resident.
pub fn head(read: &Read<'_>, id: Id) -> Result<Id> {
    read.value(
        "with recursive up (id, next, steps) as (
             select r.id, r.merged_into, 0 from residents r where r.id = $1
             union all
             select r.id, r.merged_into, up.steps + 1 from residents r join up on r.id = up.next where up.steps < $2
         )
         select id from up where next is null",
        params![id, ROWS],
    )
}

/// All rows that are one resident: the head first, then those merged into it, however long the chain.
///
/// # Errors
/// [`base::Error::NotFound`] without such a resident.
pub fn members(read: &Read<'_>, id: Id) -> Result<Vec<Id>> {
    read.query(
        "with recursive down (id, steps) as (
             select r.id, 0 from residents r where r.id = $1
             union all
             select r.id, down.steps + 1 from residents r join down on r.merged_into = down.id where down.steps < $2
         )
         select id from down order by steps, id limit $2",
        params![head(read, id)?, ROWS],
        |row| row.get(0),
    )
}

/// Those merged straight into this row.
///
/// # Errors
/// As [`Read::query`].
pub fn merged(read: &Read<'_>, id: Id) -> Result<Vec<Id>> {
    read.query("select id from residents where merged_into = $1 order by created_at, id limit $2", params![id, ROWS], |row| row.get(0))
}

/// Whether the data of the resident, in any of their rows, may only be kept (GDPR art. 18).
///
/// # Errors
/// As [`members`].
pub fn is_restricted(read: &Read<'_>, id: Id) -> Result<bool> {
    let sql = "select exists (select 1 from residents where id = $1 and restricted_at is not null)";
    for member in members(read, id)? {
        if read.value(sql, params![member])? {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(crate) fn set_merged(tx: &Tx<'_>, id: Id, into: Option<Id>) -> Result<()> {
    tx.execute("update residents set merged_into = $2 where id = $1", params![id, into])?;
    Ok(())
}
