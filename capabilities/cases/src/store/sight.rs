//! What decides which cases exist for a viewer, and the same rule as a condition for lists.

use std::collections::BTreeSet;

use base::{Id, Result};
use staff::{Permission, Viewer};
use store::{Read, ToValue, Tx, Value, params, placeholders};

use super::{
    InboxRow,
    inbox::{line, select},
    load,
};
use crate::model::{Case, Centre, Eyes};

/// The most cases that are shown to one person on purpose, and the most of them listed.
const GIVEN: i64 = 500;
/// Stands among the controllers when the centre works for all.
const ALL: &str = "*";

/// The viewer with all that decides which cases exist for them.
///
/// # Errors
/// As [`Read::query`].
pub fn eyes(read: &Read<'_>, viewer: &Viewer) -> Result<Eyes> {
    let of_unit = |unit_id| read.find("select controller from units where id = $1", params![unit_id], |row| row.get(0));
    let given = "select case_id from case_guests where account_id = $1 order by given_at desc limit $2";
    Ok(Eyes {
        viewer: viewer.clone(),
        controller: viewer.unit_id.map(of_unit).transpose()?.flatten(),
        centre: centre(read)?,
        given: read.query(given, params![viewer.account_id, GIVEN], |row| row.get(0))?.into_iter().collect(),
    })
}

fn centre(read: &Read<'_>) -> Result<Centre> {
    let keys: BTreeSet<String> = controllers(read)?.into_iter().collect();
    Ok(if keys.contains(ALL) { Centre::All } else { Centre::Only(keys) })
}

pub(crate) fn controllers(read: &Read<'_>) -> Result<Vec<String>> {
    read.query("select controller from centre_controllers order by controller", &[], |row| row.get(0))
}

/// Puts the data controllers for whom the centre works; `None` means all.
pub(crate) fn put_controllers(tx: &Tx<'_>, keys: Option<&[String]>) -> Result<()> {
    tx.execute("delete from centre_controllers", &[])?;
    let all = [ALL.to_owned()];
    for key in keys.unwrap_or(&all) {
        tx.execute("insert into centre_controllers (controller) values ($1)", params![key])?;
    }
    Ok(())
}

/// The condition on `cases c` for what people of the centre see by their office, as `Case::is_visible_to` has it; its
/// values join `given`.
pub(crate) fn visible(eyes: &Eyes, given: &mut Vec<Value>) -> String {
    let Centre::Only(keys) = &eyes.centre else { return "not c.sensitive".to_owned() };
    let known: Vec<&String> = keys.iter().chain(&eyes.controller).collect();
    if known.is_empty() {
        return "1 = 0".to_owned();
    }
    let list = placeholders(given.len() + 1, known.len());
    given.extend(known.iter().map(|key| key.to_value()));
    format!("not c.sensitive and c.controller in {list}")
}

/// Open cases that stand in no other list of the viewer's: those that were shown to them, and those that only their
/// unit may know of while no unit has them.
///
/// # Errors
/// As [`Read::query`].
pub fn nearby(read: &Read<'_>, viewer: &Viewer) -> Result<Vec<InboxRow>> {
    let eyes = eyes(read, viewer)?;
    let mut rows = waiting(read, &eyes)?;
    for id in &eyes.given {
        rows.extend(read.find(&format!("{} where c.id = $1 and c.state <> 'closed'", select()), params![id], line)?);
    }
    Ok(rows)
}

fn waiting(read: &Read<'_>, eyes: &Eyes) -> Result<Vec<InboxRow>> {
    let Some(unit_id) = eyes.viewer.unit_id.filter(|_| eyes.viewer.may(Permission::WorkCases)) else { return Ok(Vec::new()) };
    let sql = format!("{} where c.state = 'received' and s.unit_id = $1 order by c.opened_at, c.id limit $2", select());
    let mut rows = read.query(&sql, params![unit_id, GIVEN], line)?;
    rows.retain(|row| (row.case.sensitive || !eyes.cover(&row.case.controller)) && row.case.is_visible_to(eyes));
    Ok(rows)
}

/// Whether a job, a notice, a conversation or another record about this case, report or notice would tell the viewer of a
/// case that does not exist for them. A stranger may know of no sensitive case.
///
/// # Errors
/// As [`Read::query`].
pub fn hides(read: &Read<'_>, viewer: Option<&Viewer>, subject_id: Id) -> Result<bool> {
    let cases = cases_of(read, subject_id)?;
    match viewer {
        Some(viewer) if !cases.is_empty() => {
            let eyes = eyes(read, viewer)?;
            Ok(cases.iter().any(|case| (case.sensitive || !eyes.cover(&case.controller)) && !case.is_visible_to(&eyes)))
        }
        _ => Ok(cases.iter().any(|case| case.sensitive)),
    }
}

/// Whether people of the centre do not know of the case by their office, so that what is to be done about it is its unit's.
///
/// # Errors
/// As [`Read::query`].
pub fn is_units_alone(read: &Read<'_>, subject_id: Id) -> Result<bool> {
    let (cases, centre) = (cases_of(read, subject_id)?, centre(read)?);
    Ok(cases.iter().any(|case| case.sensitive || !centre.covers(&case.controller)))
}

/// The case itself, that of the report or notice, or those told of in the conversation.
fn cases_of(read: &Read<'_>, id: Id) -> Result<Vec<Case>> {
    let ids: Vec<Id> = read.query(
        "select c.id from cases c where c.id = $1 union select r.case_id from reports r where r.id = $1 or r.interaction_id = $1
         union select r.case_id from notices n join reports r on r.id = n.subject_id where n.id = $1
         union select k.id from notices n join cases k on k.id = n.subject_id where n.id = $1",
        params![id],
        |row| row.get(0),
    )?;
    ids.into_iter().map(|id| load(read, id)).collect()
}

pub(crate) fn is_guest(read: &Read<'_>, case_id: Id, account_id: Id) -> Result<bool> {
    let sql = "select exists (select 1 from case_guests where case_id = $1 and account_id = $2)";
    read.value(sql, params![case_id, account_id])
}

/// Somebody outside the unit to whom a case was shown.
pub(crate) struct Guest {
    pub account_id: Id,
    pub name: String,
}

pub(crate) fn guests(read: &Read<'_>, case_id: Id) -> Result<Vec<Guest>> {
    read.query(
        "select a.id, a.name from case_guests g join accounts a on a.id = g.account_id where g.case_id = $1 order by a.name limit $2",
        params![case_id, GIVEN],
        |row| Ok(Guest { account_id: row.get(0)?, name: row.get(1)? }),
    )
}

/// The active account with this login.
pub(crate) fn account_with_login(read: &Read<'_>, login: &str) -> Result<Option<Id>> {
    read.find("select id from accounts where login = $1 and active", params![login.trim().to_lowercase()], |row| row.get(0))
}

pub(crate) fn insert_guest(tx: &Tx<'_>, case_id: Id, account_id: Id) -> Result<()> {
    let sql = "insert into case_guests (case_id, account_id, given_at) values ($1, $2, $3)";
    tx.execute(sql, params![case_id, account_id, tx.now()]).map(drop)
}

pub(crate) fn delete_guest(tx: &Tx<'_>, case_id: Id, account_id: Id) -> Result<()> {
    tx.execute("delete from case_guests where case_id = $1 and account_id = $2", params![case_id, account_id]).map(drop)
}
