//! Replays the journal against the rows: what the last event says of an account, a unit or a key is what its row says.

use base::{Id, Result};
use serde_json::{Value as Json, json};
use store::{Read, Row, journal, params};

use super::roles::holdings;
use crate::model::{Held, Standing};

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

const ROLES: &str = "select r.id, r.permissions, r.second_factor, (select e.facts from events e
         where e.subject_id = r.id and e.facts->>'permissions' is not null order by e.version desc limit 1)
     from roles r order by r.id limit $1";
const ABSENCES: &str = "select b.id, not b.cancelled, null, (select e.facts from events e
         where e.subject_id = b.id and e.facts->>'state' is not null order by e.version desc limit 1), null, null
     from absences b order by b.id limit $1";
/// Id, end, deputy and own permissions of accounts, and the facts of the last event that tells them.
const HELD: &str = "select a.id, a.ends_at, a.deputy_id, a.permissions, (select e.facts from events e
         where e.subject_id = a.id and e.facts->>'permissions' is not null order by e.version desc limit 1)
     from accounts a order by a.id limit $1";

const LEADERS: &str = "select l.unit_id, l.head_id, l.deputy_id, (select e.facts from events e
         where e.subject_id = l.unit_id and e.kind = 'unit.led' order by e.version desc limit 1)
     from unit_leaders l order by l.unit_id limit $1";

/// Accounts, units, roles, absences and keys whose row does not follow from the journal, one sentence each.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let tables =
        [("account", "accounts", ACCOUNTS), ("unit", "units", UNITS), ("api_key", "api_keys", KEYS), ("absence", "absences", ABSENCES)];
    for (kind, table, sql) in tables {
        faults.extend(compare(read, kind, sql)?);
        faults.extend(journal::lost(read, kind, table)?);
    }
    faults.extend(unlike_in_roles(read)?);
    faults.extend(journal::lost(read, "role", "roles")?);
    faults.extend(unlike_in_holdings(read)?);
    faults.extend(unlike_in_leaders(read)?);
    Ok(faults)
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

fn unlike_in_roles(read: &Read<'_>) -> Result<Vec<String>> {
    let rows = read.query(ROLES, params![ROWS], |row| {
        let (permissions, second_factor, told): (Json, bool, Option<Json>) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let told = told.unwrap_or_default();
        // Before roles asked for a second factor, none did.
        let asked = told.get("second_factor").and_then(Json::as_bool).unwrap_or_default();
        Ok((row.get::<Id>(0)?, told.get("permissions") == Some(&permissions) && asked == second_factor))
    })?;
    Ok(said(rows, "role", "what it allows and asks does not follow from the journal"))
}

/// Roles, ends and deputies of accounts; their own permissions are compared above, with whether they are in use.
fn unlike_in_holdings(read: &Read<'_>) -> Result<Vec<String>> {
    let holdings = holdings(read)?;
    let rows = read.query(HELD, params![ROWS], |row| {
        let id: Id = row.get(0)?;
        let roles = holdings.get(&id).cloned().unwrap_or_default();
        let held = Held { permissions: row.get(3)?, roles, ends_at: row.get(1)?, deputy_id: row.get(2)? };
        let told: Option<Json> = row.get(4)?;
        let told = told.as_ref().and_then(Held::from_facts);
        let agrees = told.is_none_or(|told| Held { permissions: held.permissions.clone(), ..told } == held);
        Ok((id, agrees))
    })?;
    Ok(said(rows, "account", "roles, end or deputy do not follow from the journal"))
}

fn unlike_in_leaders(read: &Read<'_>) -> Result<Vec<String>> {
    let rows = read.query(LEADERS, params![ROWS], |row| {
        let (head_id, deputy_id): (Option<Id>, Option<Id>) = (row.get(1)?, row.get(2)?);
        let told: Option<Json> = row.get(3)?;
        Ok((row.get::<Id>(0)?, told == Some(json!({ "head_id": head_id, "deputy_id": deputy_id }))))
    })?;
    Ok(said(rows, "unit", "who leads it does not follow from the journal"))
}

fn said(rows: Vec<(Id, bool)>, kind: &str, what: &str) -> Vec<String> {
    rows.into_iter().filter(|(_, agrees)| !agrees).map(|(id, _)| format!("{kind} {id}: {what}")).collect()
}
