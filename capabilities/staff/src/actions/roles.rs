//! Roles and skills: taken over from the program and the pack, changed on pages; a change acts at once on whoever holds it.

use base::{Error, Id, Result};
use serde_json::json;
use store::{NewEvent, Read, Tx};

use crate::{
    model::{ROLES, Role, Skill},
    store as rows,
};

/// Refuses a change after which nobody could administer any more who could before.
///
/// # Errors
/// Those of `change`; [`Error::Conflict`] `staff-last-administrator`.
pub(super) fn keeping_an_administrator<T>(tx: &Tx<'_>, change: impl Fn() -> Result<T>) -> Result<T> {
    let before = rows::administrators(tx)?;
    let changed = change()?;
    if before > 0 && rows::administrators(tx)? == 0 {
        return Err(Error::Conflict("staff-last-administrator"));
    }
    Ok(changed)
}

fn record(tx: &Tx<'_>, kind: &'static str, role: &Role) -> Result<()> {
    let facts = json!({ "permissions": role.permissions.to_json(), "temporary": role.temporary, "second_factor": role.second_factor });
    tx.record(NewEvent { subject_kind: "role", subject_id: role.id(), kind, facts }).map(drop)
}

/// Makes the rows of the city's roles; a change acts at once on whoever holds the role. One that is no longer named can
/// be given to nobody, and stays with those who hold it.
///
/// # Errors
/// As [`Tx::execute`]; [`Error::Conflict`] `staff-last-administrator`.
pub fn take_over_roles(tx: &Tx<'_>, roles: &[Role]) -> Result<()> {
    keeping_an_administrator(tx, || {
        let known = rows::roles(tx)?;
        for role in roles.iter().filter(|role| !known.contains(role)) {
            let kind = if known.iter().any(|now| now.key == role.key) { "role.changed" } else { "role.added" };
            rows::put_role(tx, role)?;
            record(tx, kind, role)?;
        }
        let holders = rows::holders(tx)?;
        let forgotten = known.iter().filter(|role| !roles.iter().any(|named| named.key == role.key));
        for role in forgotten.filter(|role| !holders.contains_key(&role.id())) {
            rows::retire_role(tx, role.id())?;
            record(tx, "role.retired", role)?;
        }
        Ok(())
    })
}

/// Puts the program's roles into a database that has none yet.
///
/// # Errors
/// As [`take_over_roles`].
pub fn settle_roles(tx: &Tx<'_>) -> Result<()> {
    if rows::roles(tx)?.is_empty() { take_over_roles(tx, &ROLES.map(|built_in| built_in.role())) } else { Ok(()) }
}

/// All roles by key.
///
/// # Errors
/// As [`Read::query`].
pub fn roles(read: &Read<'_>) -> Result<Vec<Role>> {
    rows::roles(read)
}

/// Makes the rows of the city's skills; one that is no longer named stays as long as somebody has it.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_skills(tx: &Tx<'_>, skills: &[Skill]) -> Result<()> {
    let known = rows::skills(tx)?;
    for skill in skills.iter().filter(|skill| !known.contains(skill)) {
        rows::put_skill(tx, skill)?;
        record_skill(tx, &skill.key, "skill.put")?;
    }
    for skill in known.iter().filter(|skill| !skills.iter().any(|named| named.key == skill.key)) {
        if rows::delete_skill(tx, &skill.key)? {
            record_skill(tx, &skill.key, "skill.removed")?;
        }
    }
    Ok(())
}

fn record_skill(tx: &Tx<'_>, key: &str, kind: &'static str) -> Result<()> {
    tx.record(NewEvent { subject_kind: "skill", subject_id: Id::named("skill", key), kind, facts: json!({}) }).map(drop)
}

/// All skills by key.
///
/// # Errors
/// As [`Read::query`].
pub fn skills(read: &Read<'_>) -> Result<Vec<Skill>> {
    rows::skills(read)
}
