//! The rows of upkeep: settings, backups and drills, and what the health page asks of other tables.

mod health;
mod verify;
mod webhooks;

use base::{Error, Id, Moment, Result};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value as Json;
use store::{Read, Row, Tx, params};

use crate::model::{Backup, Drill};

pub(crate) use health::{Journal, Mail, database_bytes, journal, mail, migrations, oldest_due};
pub use verify::verify;
pub(crate) use webhooks::*;

/// The setting `name`, if somebody has set it.
///
/// # Errors
/// As [`Read::find`]; [`Error::Internal`] when it has another shape.
pub fn setting<T: DeserializeOwned>(read: &Read<'_>, name: &str) -> Result<Option<T>> {
    let value: Option<Json> = read.find("select value from upkeep_settings where name = $1", params![name], |row| row.get(0))?;
    value.map(|value| serde_json::from_value(value).map_err(Error::internal)).transpose()
}

/// How often the setting `name` was changed; 0 when nobody has set it.
///
/// # Errors
/// As [`Read::find`].
pub fn version(read: &Read<'_>, name: &str) -> Result<i64> {
    Ok(read.find("select version from upkeep_settings where name = $1", params![name], |row| row.get(0))?.unwrap_or(0))
}

pub(crate) fn put_setting<T: Serialize>(tx: &Tx<'_>, id: Id, name: &str, value: &T) -> Result<()> {
    let value = serde_json::to_value(value).map_err(Error::internal)?;
    tx.execute(
        "insert into upkeep_settings (id, name, value, version) values ($1, $2, $3, 1)
         on conflict (name) do update set value = excluded.value, version = upkeep_settings.version + 1",
        params![id, name, value],
    )?;
    Ok(())
}

const BACKUP: &str = "id, state, asked_at, ended_at, file, bytes, sha256, error";

fn backup(row: &Row<'_>) -> Result<Backup> {
    Ok(Backup {
        id: row.get(0)?,
        state: row.get(1)?,
        asked_at: row.get(2)?,
        ended_at: row.get(3)?,
        file: row.get(4)?,
        bytes: row.get(5)?,
        sha256: row.get(6)?,
        error: row.get(7)?,
    })
}

/// The last 30 backups, the newest first.
///
/// # Errors
/// As [`Read::query`].
pub fn backups(read: &Read<'_>) -> Result<Vec<Backup>> {
    read.query(&format!("select {BACKUP} from backups order by asked_at desc, id desc limit 30"), &[], backup)
}

/// The backups whose files are kept, the newest first; at most 1000.
///
/// # Errors
/// As [`Read::query`].
pub fn kept_backups(read: &Read<'_>) -> Result<Vec<Backup>> {
    read.query(&format!("select {BACKUP} from backups where state = 'done' order by asked_at desc, id desc limit 1000"), &[], backup)
}

/// Backups that wait or run.
pub(crate) fn open_backups(read: &Read<'_>) -> Result<Vec<Backup>> {
    read.query(&format!("select {BACKUP} from backups where state in ('waiting', 'running') order by asked_at, id"), &[], backup)
}

pub(crate) fn insert_backup(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("insert into backups (id, state, asked_at) values ($1, 'waiting', $2)", params![id, tx.now()])?;
    Ok(())
}

pub(crate) fn set_backup(tx: &Tx<'_>, now: &Backup) -> Result<()> {
    tx.execute(
        "update backups set state = $2, ended_at = $3, file = $4, bytes = $5, sha256 = $6, error = $7 where id = $1",
        params![now.id, now.state, now.ended_at, now.file, now.bytes, now.sha256, now.error],
    )?;
    Ok(())
}

const DRILL: &str = "id, state, started_at, ended_at, made_at, row_count, error";

fn drill(row: &Row<'_>) -> Result<Drill> {
    Ok(Drill {
        id: row.get(0)?,
        state: row.get(1)?,
        started_at: row.get(2)?,
        ended_at: row.get(3)?,
        made_at: row.get(4)?,
        rows: row.get(5)?,
        error: row.get(6)?,
    })
}

/// The last 10 drills, the newest first.
///
/// # Errors
/// As [`Read::query`].
pub fn drills(read: &Read<'_>) -> Result<Vec<Drill>> {
    read.query(&format!("select {DRILL} from drills order by started_at desc, id desc limit 10"), &[], drill)
}

/// When the last drill passed.
pub(crate) fn last_passed_drill(read: &Read<'_>) -> Result<Option<Moment>> {
    read.value("select max(started_at) from drills where state = 'passed'", &[])
}

pub(crate) fn insert_drill(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("insert into drills (id, state, started_at) values ($1, 'running', $2)", params![id, tx.now()])?;
    Ok(())
}

pub(crate) fn set_drill(tx: &Tx<'_>, now: &Drill) -> Result<()> {
    tx.execute(
        "update drills set state = $2, ended_at = $3, made_at = $4, row_count = $5, error = $6 where id = $1",
        params![now.id, now.state, now.ended_at, now.made_at, now.rows, now.error],
    )?;
    Ok(())
}
