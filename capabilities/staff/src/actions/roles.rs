//! Roles and skills: taken over from the program and the pack, changed on pages; a change acts at once on whoever holds it.

use base::{Error, Id, Result};
use serde_json::json;
use store::{NewEvent, Read, Tx};

use crate::{
    model::{ROLES, ROLES_OF_A_CITY, Role, RoleText, Skill},
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
    let facts = json!({ "permissions": role.text.permissions.to_json(), "temporary": role.text.temporary });
    tx.record(NewEvent { subject_kind: "role", subject_id: role.id, kind, facts }).map(drop)
}

/// Takes over the roles that the program brings and those of the pack, which wins over the program. What was changed on
/// a page stays; a role that the pack no longer names becomes the city's own.
///
/// # Errors
/// As [`Tx::execute`]; [`Error::Conflict`] `staff-last-administrator`.
pub fn take_over_roles(tx: &Tx<'_>, pack: &[Role]) -> Result<()> {
    let built_in = ROLES.iter().map(|built_in| built_in.role()).filter(|role| !pack.iter().any(|named| named.key == role.key));
    let told: Vec<Role> = built_in.chain(pack.iter().cloned()).collect();
    keeping_an_administrator(tx, || {
        let known = rows::roles(tx)?;
        told.iter().try_for_each(|role| take_over(tx, &known, role))?;
        let forgotten = known.iter().filter(|role| role.told.is_some() && !told.iter().any(|named| named.id == role.id));
        for role in forgotten {
            rows::update_role(tx, &Role { told: None, ..role.clone() })?;
            record(tx, "role.changed", role)?;
        }
        Ok(())
    })
}

fn take_over(tx: &Tx<'_>, known: &[Role], role: &Role) -> Result<()> {
    let Some(now) = known.iter().find(|now| now.id == role.id) else {
        rows::insert_role(tx, role)?;
        return record(tx, "role.added", role);
    };
    if now.told == role.told {
        return Ok(());
    }
    let text = if now.told.as_ref() == Some(&now.text) { role.text.clone() } else { now.text.clone() };
    let new = Role { text, ..role.clone() };
    rows::update_role(tx, &new)?;
    record(tx, "role.changed", &new)
}

/// Puts the program's roles into a database that has none yet.
///
/// # Errors
/// As [`take_over_roles`].
pub fn settle_roles(tx: &Tx<'_>) -> Result<()> {
    if rows::roles(tx)?.is_empty() { take_over_roles(tx, &[]) } else { Ok(()) }
}

/// All roles by key.
///
/// # Errors
/// As [`Read::query`].
pub fn roles(read: &Read<'_>) -> Result<Vec<Role>> {
    rows::roles(read)
}

/// Makes a role on a page.
///
/// # Errors
/// [`Error::Invalid`] for a text that cannot be kept, or a key that is taken (`name_pl`, `staff-role-taken`).
pub fn add_role(tx: &Tx<'_>, key: &str, text: &RoleText) -> Result<()> {
    text.check()?;
    let known = rows::roles(tx)?;
    if known.iter().any(|role| role.key == key) || known.len() >= ROLES_OF_A_CITY || !crate::model::is_key(key) {
        return Err(Error::invalid("name_pl", "staff-role-taken"));
    }
    let role = Role::own(key, text.clone());
    rows::insert_role(tx, &role)?;
    record(tx, "role.added", &role)
}

/// Changes a role for everybody who holds it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a text that cannot be kept; [`Error::Conflict`] `staff-last-administrator`.
pub fn change_role(tx: &Tx<'_>, id: Id, text: &RoleText) -> Result<()> {
    text.check()?;
    let role = Role { text: text.clone(), ..rows::role(tx, id)? };
    keeping_an_administrator(tx, || {
        rows::update_role(tx, &role)?;
        record(tx, "role.changed", &role)
    })
}

/// Gives a role back what the pack or the program says.
///
/// # Errors
/// As [`change_role`]; [`Error::NotFound`] for a role of which they say nothing.
pub fn restore_role(tx: &Tx<'_>, id: Id) -> Result<()> {
    let told = rows::role(tx, id)?.told.ok_or(Error::NotFound)?;
    change_role(tx, id, &told)
}

/// Adds the skills that are not there yet, or renames them; none is ever removed.
///
/// # Errors
/// [`Error::Invalid`] for one that cannot be kept or is too many.
pub fn put_skills(tx: &Tx<'_>, skills: &[Skill]) -> Result<()> {
    let mut known = rows::skills(tx)?;
    for skill in skills {
        skill.check()?;
        if known.contains(skill) {
            continue;
        }
        known.retain(|other| other.key != skill.key);
        known.push(skill.clone());
        if known.len() > ROLES_OF_A_CITY {
            return Err(Error::invalid("name_pl", "staff-role-taken"));
        }
        rows::put_skill(tx, skill)?;
        let subject_id = Id::named("skill", &skill.key);
        tx.record(NewEvent { subject_kind: "skill", subject_id, kind: "skill.put", facts: json!({}) })?;
    }
    Ok(())
}

/// All skills by key.
///
/// # Errors
/// As [`Read::query`].
pub fn skills(read: &Read<'_>) -> Result<Vec<Skill>> {
    rows::skills(read)
}
