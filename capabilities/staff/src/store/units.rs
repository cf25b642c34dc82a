//! The rows of units.

use base::{Error, Id, Result, Wording};
use store::{Read, Row, Tx, params};

use crate::model::Unit;

/// The most units that are listed; a city has some dozens.
const UNITS: i64 = 1_000;

const COLUMNS: &str = "id, key, parent_id, name, short, email, phone, controller, active";

fn made(row: &Row<'_>) -> Result<Unit> {
    Ok(Unit {
        id: row.get(0)?,
        key: row.get(1)?,
        parent_id: row.get(2)?,
        name: serde_json::from_value::<Wording>(row.get(3)?).map_err(Error::internal)?,
        short: row.get(4)?,
        email: row.get(5)?,
        phone: row.get(6)?,
        controller: row.get(7)?,
        active: row.get(8)?,
    })
}

fn name(unit: &Unit) -> Result<serde_json::Value> {
    serde_json::to_value(&unit.name).map_err(Error::internal)
}

/// All units, retired ones too, by their short names.
///
/// # Errors
/// As [`Read::query`].
pub fn units(read: &Read<'_>) -> Result<Vec<Unit>> {
    read.query(&format!("select {COLUMNS} from units order by short, key limit $1"), params![UNITS], made)
}

/// One unit.
///
/// # Errors
/// [`Error::NotFound`] without one.
pub fn unit(read: &Read<'_>, id: Id) -> Result<Unit> {
    read.one(&format!("select {COLUMNS} from units where id = $1"), params![id], made)
}

/// The unit that the pack calls `key`.
///
/// # Errors
/// [`Error::NotFound`] without one.
pub fn unit_by_key(read: &Read<'_>, key: &str) -> Result<Unit> {
    read.one(&format!("select {COLUMNS} from units where key = $1"), params![key], made)
}

pub(crate) fn insert_unit(tx: &Tx<'_>, unit: &Unit) -> Result<()> {
    tx.execute(
        "insert into units (id, key, parent_id, name, short, email, phone, controller, active)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![unit.id, unit.key, unit.parent_id, name(unit)?, unit.short, unit.email, unit.phone, unit.controller, unit.active],
    )?;
    Ok(())
}

pub(crate) fn update_unit(tx: &Tx<'_>, unit: &Unit) -> Result<()> {
    tx.execute(
        "update units set parent_id = $2, name = $3, short = $4, email = $5, phone = $6, controller = $7, active = $8 where id = $1",
        params![unit.id, unit.parent_id, name(unit)?, unit.short, unit.email, unit.phone, unit.controller, unit.active],
    )?;
    Ok(())
}
