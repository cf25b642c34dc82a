//! The rows of absences.

use base::{Error, Id, Result};
use jiff::civil::Date;
use store::{Read, Row, Tx, params};

use crate::model::{Absence, AbsenceKind};

/// The most absences that are read at once.
const ABSENCES: i64 = 10_000;

const COLUMNS: &str = "select id, account_id, kind, from_on, until_on, deputy_id, cancelled from absences";

fn made(row: &Row<'_>) -> Result<Absence> {
    let (kind, from_on, until_on): (String, String, String) = (row.get(2)?, row.get(3)?, row.get(4)?);
    Ok(Absence {
        id: row.get(0)?,
        account_id: row.get(1)?,
        kind: AbsenceKind::from_word(&kind).ok_or_else(|| Error::internal(format!("unknown absence {kind}")))?,
        from_on: from_on.parse().map_err(Error::internal)?,
        until_on: until_on.parse().map_err(Error::internal)?,
        deputy_id: row.get(5)?,
        cancelled: row.get(6)?,
    })
}

pub(crate) fn insert_absence(tx: &Tx<'_>, absence: &Absence) -> Result<()> {
    let Absence { id, account_id, kind, from_on, until_on, deputy_id, cancelled } = absence;
    tx.execute(
        "insert into absences (id, account_id, kind, from_on, until_on, deputy_id, cancelled) values ($1, $2, $3, $4, $5, $6, $7)",
        params![id, account_id, kind.word(), from_on.to_string(), until_on.to_string(), deputy_id, cancelled],
    )?;
    Ok(())
}

pub(crate) fn cancel_absence(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update absences set cancelled = $2 where id = $1", params![id, true])?;
    Ok(())
}

pub(crate) fn absence(read: &Read<'_>, id: Id) -> Result<Absence> {
    read.one(&format!("{COLUMNS} where id = $1"), params![id], made)
}

/// The people who are away on `day` and for whom this account stands in then.
///
/// # Errors
/// As [`Read::query`].
pub fn stood_in_for(read: &Read<'_>, deputy_id: Id, day: Date) -> Result<Vec<Id>> {
    read.query(
        "select distinct b.account_id from absences b join accounts a on a.id = b.account_id
         where b.from_on <= $2 and b.until_on >= $2 and not b.cancelled and coalesce(b.deputy_id, a.deputy_id) = $1
         order by b.account_id limit $3",
        params![deputy_id, day.to_string(), ABSENCES],
        |row| row.get(0),
    )
}

/// Everybody's absences that last on `day` or later.
pub(crate) fn absences_from(read: &Read<'_>, day: Date) -> Result<Vec<Absence>> {
    let sql = format!("{COLUMNS} where until_on >= $1 and not cancelled order by from_on, id limit $2");
    read.query(&sql, params![day.to_string(), ABSENCES], made)
}

/// The account's absences that last on `day` or later.
pub(crate) fn absences_of(read: &Read<'_>, account_id: Id, day: Date) -> Result<Vec<Absence>> {
    let sql = format!("{COLUMNS} where account_id = $1 and until_on >= $2 and not cancelled order by from_on, id limit $3");
    read.query(&sql, params![account_id, day.to_string(), ABSENCES], made)
}
