//! Replays the journal against the rows: what the last event says of an account, a unit or a key is what its row says.

use base::{Id, Result};
use serde_json::Value as Json;
use store::{Read, Row, journal, params};

use crate::model::Standing;

/// The most rows of one table that are compared; a city of a million has some thousand accounts.
const ROWS: i64 = 100_000;

/// Id, whether it is in use, its unit, the facts of the last event that tells both; what it may do, and the facts of the
/// last event that tells that.
const ACCOUNTS: &str = "select a.id, a.active, a.unit_id, (select e.facts from events e
         where e.subject_id = a.id and e.facts->>'state' is not null order by e.version desc limit 1),
         a.permissions, (select e.facts from events e
         where e.subject_id = a.id and e.facts->>'permissions' is not null order by e.version desc limit 1)
     from accounts a order by a.id limit $1";
const UNITS: &str = "select u.id, u.active, u.parent_id, (select e.facts from events e
         where e.subject_id = u.id and e.facts->>'state' is not null order by e.version desc limit 1), null, null
     from units u order by u.id limit $1";
const KEYS: &str = "select k.id, k.revoked_at is null, null, (select e.facts from events e
         where e.subject_id = k.id and e.facts->>'state' is not null order by e.version desc limit 1), null, null
     from api_keys k order by k.id limit $1";

/// Accounts, units and keys whose row does not follow from the journal, one sentence each.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for (kind, table, sql) in [("account", "accounts", ACCOUNTS), ("unit", "units", UNITS), ("api_key", "api_keys", KEYS)] {
        faults.extend(compare(read, kind, sql)?);
        faults.extend(journal::lost(read, kind, table)?);
    }
    faults.extend(rules(read)?);
    faults.extend(journal::lost(read, "entrance_rule", "entrance_rules")?);
    Ok(faults)
}

/// Whether each rule asks for a second factor as its last event says.
fn rules(read: &Read<'_>) -> Result<Vec<String>> {
    let sql = "select r.id, r.permission, r.second_factor, (select e.facts from events e
         where e.subject_id = r.id order by e.version desc limit 1) from entrance_rules r order by r.id limit $1";
    let rows = read.query(sql, params![ROWS], |row| {
        let told: Option<Json> = row.get(3)?;
        let rule = serde_json::json!({ "permission": row.get::<String>(1)?, "second_factor": row.get::<bool>(2)? });
        Ok((row.get::<Id>(0)?, told == Some(rule)))
    })?;
    let unlike = rows.into_iter().filter(|(_, agrees)| !agrees);
    Ok(unlike.map(|(id, _)| format!("entrance_rule {id}: the row does not follow from the journal")).collect())
}

fn compare(read: &Read<'_>, kind: &str, sql: &str) -> Result<Vec<String>> {
    let rows = read.query(sql, params![ROWS], |row| Ok((row.get::<Id>(0)?, stands_as_told(row)? && may_as_told(row)?)))?;
    let full = i64::try_from(rows.len()).is_ok_and(|count| count == ROWS);
    let unlike = rows.into_iter().filter(|(_, agrees)| !agrees);
    let mut faults: Vec<String> = unlike.map(|(id, _)| format!("{kind} {id}: the row does not follow from the journal")).collect();
    if full {
        faults.push(format!("{kind}: more than {ROWS} rows, the rest was not compared"));
    }
    Ok(faults)
}

fn stands_as_told(row: &Row<'_>) -> Result<bool> {
    let standing = Standing { active: row.get(1)?, unit_id: row.get(2)? };
    let told: Option<Json> = row.get(3)?;
    Ok(told.as_ref().and_then(Standing::from_facts) == Some(standing))
}

/// Whether an account may do what it was given; units and keys have no permissions, neither here nor there.
fn may_as_told(row: &Row<'_>) -> Result<bool> {
    let (permissions, told): (Option<Json>, Option<Json>) = (row.get(4)?, row.get(5)?);
    Ok(permissions.as_ref() == told.as_ref().and_then(|facts| facts.get("permissions")))
}
