//! People: hired, changed, ended. Whoever calls has asked for [`Permission::Administer`], or is the program.

use std::collections::BTreeSet;

use base::{Error, Id, Result};
use serde_json::json;
use store::{Read, Tx};

use super::{
    accounts::{create_account, record},
    roles::keeping_an_administrator,
};
use crate::{
    model::{Levels, NewAccount, Permission, Permissions, Person, Profile, Query, Standing, Viewer},
    store as rows,
};

/// Makes an account with its profile and roles.
///
/// # Errors
/// As [`create_account`] and [`change_person`].
pub fn hire(tx: &Tx<'_>, account: &NewAccount, profile: &Profile, roles: &BTreeSet<Id>) -> Result<()> {
    create_account(tx, account)?;
    change_person(tx, account.id, profile, Some(roles))
}

/// Changes what is known of somebody, and, unless `None`, their roles, which take the place of the permissions of the
/// account's own. Does nothing when nothing has changed.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] as [`Profile::check`], for a unit, role, skill or deputy that is not there
/// (`unit`, `roles`, `skills`, `deputy`), and for a role that needs an end (`ends_on`, `staff-end-needed`);
/// [`Error::Conflict`] `staff-last-administrator`.
pub fn change_person(tx: &Tx<'_>, account_id: Id, profile: &Profile, roles: Option<&BTreeSet<Id>>) -> Result<()> {
    let now = rows::person(tx, account_id)?;
    let roles = roles.unwrap_or(&now.roles);
    profile.check(account_id)?;
    check_named(tx, &now.profile, profile, roles)?;
    let own = if roles.is_empty() { now.own_permissions.clone() } else { Permissions::default() };
    let changed = changes(&now, profile, roles, &own);
    if changed.is_empty() {
        return Ok(());
    }
    keeping_an_administrator(tx, || {
        rows::put_profile(tx, account_id, profile)?;
        rows::put_languages(tx, account_id, &profile.languages)?;
        rows::put_skills(tx, account_id, &profile.skills)?;
        rows::put_own_permissions(tx, account_id, &own)?;
        rows::take_roles(tx, account_id)?;
        roles.iter().try_for_each(|role| rows::give_role(tx, account_id, *role))
    })?;
    record_changed(tx, account_id, &changed)
}

/// Tells the journal all that it knows of the account's state, and the words of what has changed.
pub(super) fn record_changed(tx: &Tx<'_>, account_id: Id, changed: &[&str]) -> Result<()> {
    let (active, unit_id) = rows::state_of(tx, account_id)?;
    let mut facts = rows::held(tx, account_id)?.facts();
    let standing = Standing { active, unit_id }.facts();
    facts["state"] = standing["state"].clone();
    facts["unit_id"] = standing["unit_id"].clone();
    facts["changed"] = json!(changed);
    record(tx, account_id, "account.changed", facts)
}

fn check_named(tx: &Tx<'_>, now: &Profile, profile: &Profile, roles: &BTreeSet<Id>) -> Result<()> {
    if let Some(unit_id) = profile.unit_id.filter(|unit_id| now.unit_id != Some(*unit_id)) {
        rows::unit(tx, unit_id).map_err(|error| missing(error, "unit", "staff-unit-unknown"))?;
    }
    if let Some(deputy_id) = profile.deputy_id.filter(|deputy_id| now.deputy_id != Some(*deputy_id)) {
        check_deputy(tx, deputy_id)?;
    }
    let known = rows::skills(tx)?;
    if profile.skills.keys().any(|key| !known.iter().any(|skill| skill.key == *key)) {
        return Err(Error::invalid("skills", "staff-skill-unknown"));
    }
    for role in roles {
        let role = rows::role(tx, *role).map_err(|error| missing(error, "roles", "staff-role-unknown"))?;
        if role.temporary && profile.ends_at.is_none() {
            return Err(Error::invalid("ends_on", "staff-end-needed"));
        }
    }
    Ok(())
}

/// Only somebody whose account is in use can stand in.
pub(super) fn check_deputy(tx: &Tx<'_>, deputy_id: Id) -> Result<()> {
    if rows::is_in_use(tx, deputy_id, tx.now())? { Ok(()) } else { Err(Error::invalid("deputy", "staff-deputy-unknown")) }
}

fn missing(error: Error, field: &'static str, message: &'static str) -> Error {
    match error {
        Error::NotFound => Error::invalid(field, message),
        other => other,
    }
}

/// The words of what differs, as the journal keeps them and the history of the account tells them.
fn changes(now: &Person, profile: &Profile, roles: &BTreeSet<Id>, own: &Permissions) -> Vec<&'static str> {
    let known = &now.profile;
    let parts = [
        ("name", known.name != profile.name),
        ("unit", known.unit_id != profile.unit_id),
        ("title", known.title != profile.title),
        ("contact", (&known.email, &known.phone, &known.room) != (&profile.email, &profile.phone, &profile.room)),
        ("roles", now.roles != *roles || now.own_permissions != *own),
        ("end", known.ends_at != profile.ends_at),
        ("pattern", known.pattern != profile.pattern),
        ("deputy", known.deputy_id != profile.deputy_id),
        ("languages", known.languages != profile.languages),
        ("skills", known.skills != profile.skills),
    ];
    parts.into_iter().filter(|(_, changed)| *changed).map(|(word, _)| word).collect()
}

/// Ends the account if its last day is over: what has not been refused already is deactivated, and the journal says so.
/// Harmless twice.
///
/// # Errors
/// As [`Tx::execute`].
pub fn end_account(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    let person = rows::person(tx, account_id)?;
    if !person.active || person.is_in_use(tx.now()) {
        return Ok(());
    }
    rows::put_state(tx, account_id, false)?;
    rows::delete_invitations(tx, account_id)?;
    let ended = rows::delete_sessions(tx, account_id)?;
    let mut facts = Standing { active: false, unit_id: person.profile.unit_id }.facts();
    facts["sessions_ended"] = json!(ended);
    record(tx, account_id, "account.ended", facts)
}

/// Which accounts are asked for; what is empty does not narrow.
#[derive(Debug, Clone, Default)]
pub struct Sought {
    /// Name, login, title or unit.
    pub query: Query,
    /// People of this unit.
    pub unit_id: Option<Id>,
    /// Whoever holds this role.
    pub role_id: Option<Id>,
    /// Whether the account is in use.
    pub in_use: Option<bool>,
}

/// The accounts asked for, by name.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not administer.
pub fn people_for(read: &Read<'_>, viewer: &Viewer, sought: &Sought, now: base::Moment) -> Result<Vec<Person>> {
    viewer.require(Permission::Administer)?;
    let mut holdings = rows::holdings(read)?;
    let mut people = rows::people(read)?;
    for person in &mut people {
        person.roles = holdings.remove(&person.account_id).unwrap_or_default();
    }
    people.retain(|person| {
        let profile = &person.profile;
        let texts = [
            profile.name.as_str(),
            &person.login,
            profile.title.as_deref().unwrap_or_default(),
            person.unit.as_deref().unwrap_or_default(),
        ];
        sought.unit_id.is_none_or(|unit_id| profile.unit_id == Some(unit_id))
            && sought.role_id.is_none_or(|role_id| person.roles.contains(&role_id))
            && sought.in_use.is_none_or(|in_use| person.is_in_use(now) == in_use)
            && sought.query.fits(&texts, &[profile.phone.as_deref().unwrap_or_default()])
    });
    Ok(people)
}

/// One account with everything.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not administer; [`Error::NotFound`].
pub fn person_for(read: &Read<'_>, viewer: &Viewer, account_id: Id) -> Result<Person> {
    viewer.require(Permission::Administer)?;
    rows::person(read, account_id)
}

/// What somebody may do now: the union of their own permissions and those of their roles.
///
/// # Errors
/// [`Error::NotFound`] without such an account.
pub fn permissions_of(read: &Read<'_>, account_id: Id) -> Result<Permissions> {
    let person = rows::person(read, account_id)?;
    rows::permissions_of(read, account_id, &person.own_permissions)
}

/// What somebody speaks and is good at, for whoever gives out work.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Skills {
    /// Language tags with levels from 1 to 5.
    pub languages: Levels,
    /// Keys of skills with levels from 1 to 5.
    pub skills: Levels,
}

/// What the account speaks and is good at.
///
/// # Errors
/// [`Error::NotFound`] without such an account.
pub fn skills_of(read: &Read<'_>, account_id: Id) -> Result<Skills> {
    let Profile { languages, skills, .. } = rows::person(read, account_id)?.profile;
    Ok(Skills { languages, skills })
}
