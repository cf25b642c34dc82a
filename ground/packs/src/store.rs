//! The rows of entries and of the values that they have had.

use std::collections::BTreeMap;

use base::{Id, Moment, Result};
use serde_json::Value as Json;
use store::{Read, Tx, params};

use crate::entries::{Entries, Entry};

/// The most values of one entry that its history shows.
const HISTORY: i64 = 100;

/// A value that an entry has had.
#[derive(Debug, Clone)]
pub struct Version {
    /// Counted from 1.
    pub version: i64,
    /// Since when.
    pub at: Moment,
    /// Who changed it on a page; `None` when the pack did.
    pub account_id: Option<Id>,
    /// The value; `None` when it went out of use.
    pub value: Option<Json>,
}

/// All entries, as the city has them now.
///
/// # Errors
/// As [`Read::query`].
pub fn entries(read: &Read<'_>) -> Result<Entries> {
    let rows = read.query("select section, key, place, pack, own, removed from entries order by section, place, key", &[], |row| {
        let section: String = row.get(0)?;
        Ok((section, Entry { key: row.get(1)?, place: row.get(2)?, pack: row.get(3)?, own: row.get(4)?, removed: row.get(5)? }))
    })?;
    let mut sections: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for (section, entry) in rows {
        sections.entry(section).or_default().push(entry);
    }
    Ok(Entries(sections))
}

/// How often anything has changed: pages that stand on the entries are put together anew when this grows.
///
/// # Errors
/// As [`Read::value`].
pub fn stamp(read: &Read<'_>) -> Result<i64> {
    read.value("select count(*) from entry_versions", &[])
}

/// The values that an entry has had, the newest first.
///
/// # Errors
/// As [`Read::query`].
pub fn history(read: &Read<'_>, section: &str, key: &str) -> Result<Vec<Version>> {
    read.query(
        "select version, at, account_id, value from entry_versions where section = $1 and key = $2 order by version desc limit $3",
        params![section, key, HISTORY],
        |row| Ok(Version { version: row.get(0)?, at: row.get(1)?, account_id: row.get(2)?, value: row.get(3)? }),
    )
}

/// How often the entry has changed; 0 for an unknown one.
pub(crate) fn version_of(read: &Read<'_>, section: &str, key: &str) -> Result<i64> {
    read.value("select coalesce(max(version), 0) from entry_versions where section = $1 and key = $2", params![section, key])
}

pub(crate) fn put(tx: &Tx<'_>, section: &str, entry: &Entry, version: i64) -> Result<()> {
    tx.execute(
        "insert into entries (section, key, place, pack, own, removed, version) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (section, key) do update set place = excluded.place, pack = excluded.pack, own = excluded.own,
             removed = excluded.removed, version = excluded.version",
        params![section, entry.key, entry.place, entry.pack, entry.own, entry.removed, version],
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, section: &str, key: &str) -> Result<()> {
    tx.execute("delete from entries where section = $1 and key = $2", params![section, key])?;
    Ok(())
}

pub(crate) fn insert_version(
    tx: &Tx<'_>,
    section: &str,
    key: &str,
    account_id: Option<Id>,
    version: i64,
    value: Option<&Json>,
) -> Result<()> {
    tx.execute(
        "insert into entry_versions (id, section, key, version, at, account_id, value) values ($1, $2, $3, $4, $5, $6, $7)",
        params![Id::new(), section, key, version, tx.now(), account_id, value],
    )?;
    Ok(())
}

/// Entries whose row, history and journal disagree about the value in force.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let told: BTreeMap<Id, String> = read
        .query(
            "select e.subject_id, e.facts->>'digest' from events e where e.subject_kind = 'entry'
             and e.version = (select max(l.version) from events l where l.subject_id = e.subject_id)",
            &[],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .into_iter()
        .collect();
    let entries = entries(read)?;
    let all = entries.0.iter().flat_map(|(section, list)| list.iter().map(move |entry| (section, entry)));
    let astray = all.filter(|(section, entry)| {
        told.get(&crate::actions::subject(section, &entry.key)) != Some(&crate::actions::digest(entry.value().as_ref()))
    });
    Ok(astray
        .map(|(section, entry)| format!("entry {section}/{}: the row does not follow from the journal", entry.key))
        .take(100)
        .collect())
}
