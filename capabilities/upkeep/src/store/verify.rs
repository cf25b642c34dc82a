//! Compares the rows with the last event that tells of each.

use base::{Id, Result};
use serde_json::Value as Json;
use store::{Read, journal};

/// Faults of one table, at most.
const FAULTS: usize = 100;

/// Every fault between the journal and the rows of upkeep.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for (kind, table, column) in [
        ("backup", "backups", "state"),
        ("drill", "drills", "state"),
        ("webhook", "webhooks", "state"),
        ("upkeep", "upkeep_settings", "cast(version as TEXT)"),
    ] {
        let sql = format!(
            "select r.id, {column}, (select e.facts from events e where e.subject_id = r.id order by e.version desc limit 1) from {table} r"
        );
        let unlike = read.query(&sql, &[], |row| {
            let (id, stands, facts): (Id, String, Option<Json>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let told = facts.as_ref().and_then(|facts| facts.get("state")?.as_str().map(str::to_owned));
            Ok((told.as_deref() != Some(stands.as_str())).then(|| format!("{kind} {id}: the row and the journal differ")))
        })?;
        faults.extend(unlike.into_iter().flatten().take(FAULTS));
        faults.extend(journal::lost(read, kind, table)?);
    }
    Ok(faults)
}
