//! The rows of units.

use std::collections::BTreeMap;

use base::{Error, Id, Result, Wording};
use serde_json::Value as Json;
use store::{Read, Row, Tx, params};

use crate::model::{Unit, UnitDetails, answers::Roster};

/// The most units that are listed; a city has some dozens.
const UNITS: i64 = 1_000;

/// Without `stopped`, by which pages once retired a unit beside the settings.
const COLUMNS: &str = "id, key, parent_id, name, short, email, phone, controller, active, details";

fn made(row: &Row<'_>) -> Result<Unit> {
    let details: Option<Json> = row.get(9)?;
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
        details: details.map(serde_json::from_value::<UnitDetails>).transpose().map_err(Error::internal)?.unwrap_or_default(),
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

fn details(unit: &Unit) -> Result<Json> {
    serde_json::to_value(&unit.details).map_err(Error::internal)
}

pub(crate) fn insert_unit(tx: &Tx<'_>, unit: &Unit) -> Result<()> {
    let Unit { id, key, parent_id, short, email, phone, controller, active, .. } = unit;
    tx.execute(
        "insert into units (id, key, parent_id, name, short, email, phone, controller, active, details)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![id, key, parent_id, name(unit)?, short, email, phone, controller, active, details(unit)?],
    )?;
    Ok(())
}

pub(crate) fn update_unit(tx: &Tx<'_>, unit: &Unit) -> Result<()> {
    let Unit { id, parent_id, short, email, phone, controller, active, .. } = unit;
    tx.execute(
        "update units set parent_id = $2, name = $3, short = $4, email = $5, phone = $6, controller = $7, active = $8, details = $9 where id = $1",
        params![id, parent_id, name(unit)?, short, email, phone, controller, active, details(unit)?],
    )?;
    Ok(())
}

/// Who leads which unit; units without anybody are not there. Their people are not filled in.
pub(crate) fn leaders(read: &Read<'_>) -> Result<BTreeMap<Id, Roster>> {
    let rows = read.query("select unit_id, head_id, deputy_id from unit_leaders limit $1", params![UNITS], |row| {
        Ok((row.get(0)?, Roster { head_id: row.get(1)?, deputy_id: row.get(2)?, people: Vec::new() }))
    })?;
    Ok(rows.into_iter().collect())
}

pub(crate) fn put_leaders(tx: &Tx<'_>, unit_id: Id, head_id: Option<Id>, deputy_id: Option<Id>) -> Result<()> {
    tx.execute(
        "insert into unit_leaders (unit_id, head_id, deputy_id) values ($1, $2, $3)
         on conflict (unit_id) do update set head_id = excluded.head_id, deputy_id = excluded.deputy_id",
        params![unit_id, head_id, deputy_id],
    )?;
    Ok(())
}
