//! Accounts of people who come by the city's single sign-on: made at the first time, given anew what their groups let
//! them do at each time, cut off when no group is left.

use std::collections::BTreeSet;

use base::{Actor, Error, Id, Result};
use serde_json::json;
use store::{Db, Read, Tx};

use super::{
    accounts::{create_account, deactivate, reactivate, record},
    people::{permissions_of, record_changed},
    roles::keeping_an_administrator,
    sign_in::begin_session,
};
use crate::{
    Permission, Permissions, Unit,
    model::{Arrival, Device, NewAccount, Outcome, Person, Refusal, Rights, Way},
    store as rows,
};

type Admitted = std::result::Result<String, Refusal>;

/// What the groups of somebody give them here.
struct Given {
    roles: BTreeSet<Id>,
    unit_id: Option<Id>,
}

/// Lets somebody in whom the provider knows and whose groups come to these rights; gives the session's token.
///
/// # Errors
/// As [`Db::write`]. A refusal is no error: what it changed stays.
pub async fn admit(db: &Db, arrival: &Arrival, rights: Option<Rights>, device: &Device) -> Result<Admitted> {
    let (arrival, device) = (arrival.clone(), device.clone());
    let admit = move |tx: &Tx<'_>| {
        let given = rights.as_ref().map(|rights| given(tx, rights)).transpose()?.flatten();
        match (rows::find_identity(tx, &arrival.issuer, &arrival.subject)?, given) {
            (None, None) => Ok(Err(Refusal::NoGroup)),
            (None, Some(given)) => match found_account(tx, &arrival, &given)? {
                Ok(account_id) => let_in(tx, account_id, &device).map(Ok),
                Err(refusal) => Ok(Err(refusal)),
            },
            (Some(known), None) => {
                cut_off(tx, &known)?;
                Ok(Err(Refusal::NoGroup))
            }
            (Some(known), Some(given)) => come_back(tx, &known, &given, &device),
        }
    };
    match db.write(Actor::SYSTEM, admit).await {
        Err(Error::Conflict("staff-last-administrator")) => Ok(Err(Refusal::LastAdministrator)),
        other => other,
    }
}

/// The roles that the city has now, of those that the groups name; one that has become temporary is given to nobody who has no
/// last day. Without any the groups give nothing. A unit that the pack does not know is none.
fn given(tx: &Tx<'_>, rights: &Rights) -> Result<Option<Given>> {
    let lasting = rows::roles(tx)?.into_iter().filter(|role| !role.temporary && rights.roles.contains(&role.key));
    let roles: BTreeSet<Id> = lasting.map(|role| role.id()).collect();
    if roles.len() < rights.roles.len() {
        tracing::warn!(named = ?rights.roles, "groups of the single sign-on name roles that the city does not have, or only for a time");
    }
    let unit_id = match rights.unit.as_deref().map(|key| rows::unit(tx, Unit::id_of(key))) {
        None | Some(Err(Error::NotFound)) => None,
        Some(unit) => Some(unit?.id),
    };
    Ok((!roles.is_empty()).then_some(Given { roles, unit_id }))
}

/// Makes the account of somebody who comes for the first time. A local account with the same login is never taken over.
fn found_account(tx: &Tx<'_>, arrival: &Arrival, given: &Given) -> Result<std::result::Result<Id, Refusal>> {
    let Some(login) = arrival.login() else { return Ok(Err(Refusal::NoLogin)) };
    if rows::account_id_of(tx, &login)?.is_some() {
        return Ok(Err(Refusal::LoginTaken));
    }
    let named: String = arrival.name.chars().filter(|letter| !letter.is_control()).take(100).collect();
    let name = if named.trim().is_empty() { login.to_string() } else { named.trim().to_owned() };
    let account = NewAccount { id: Id::new(), login, name, unit_id: given.unit_id, permissions: Permissions::default() };
    create_account(tx, &account)?;
    give(tx, account.id, given)?;
    link(tx, account.id, &arrival.issuer, &arrival.subject)?;
    Ok(Ok(account.id))
}

/// What the groups say takes the place of every role and permission that was given here.
fn give(tx: &Tx<'_>, account_id: Id, given: &Given) -> Result<()> {
    let (now, (_, unit_id)) = (rows::person(tx, account_id)?, rows::state_of(tx, account_id)?);
    let roles_differ = now.roles != given.roles || now.own_permissions != Permissions::default();
    let parts = [("roles", roles_differ), ("unit", unit_id != given.unit_id)];
    let changed: Vec<&str> = parts.into_iter().filter(|(_, differ)| *differ).map(|(word, _)| word).collect();
    if changed.is_empty() {
        return Ok(());
    }
    keeping_an_administrator(tx, || {
        rows::put_unit_of(tx, account_id, given.unit_id)?;
        rows::put_own_permissions(tx, account_id, &Permissions::default())?;
        rows::take_roles(tx, account_id)?;
        given.roles.iter().try_for_each(|role| rows::give_role(tx, account_id, *role))
    })?;
    record_changed(tx, account_id, &changed)?;
    forget_password(tx, account_id)
}

fn link(tx: &Tx<'_>, account_id: Id, issuer: &str, subject: &str) -> Result<()> {
    rows::insert_identity(tx, Id::new(), account_id, issuer, subject)?;
    // Whoever is cut off at the provider must not come in by another door.
    let removed = rows::delete_passkeys(tx, account_id)?;
    record(tx, account_id, "account.linked", json!({ "passkeys_removed": removed }))?;
    forget_password(tx, account_id)
}

/// Whether somebody may have a password here: whoever comes by the single sign-on only while they administer, for the day when
/// the provider is down.
///
/// # Errors
/// As [`permissions_of`].
pub fn may_have_password(read: &Read<'_>, account_id: Id) -> Result<bool> {
    Ok(!rows::has_identity(read, account_id)? || permissions_of(read, account_id)?.hold(Permission::Administer))
}

fn forget_password(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    if may_have_password(tx, account_id)? {
        return Ok(());
    }
    rows::delete_invitations(tx, account_id)?;
    if rows::forget_password(tx, account_id)? { record(tx, account_id, "account.password_removed", json!({})) } else { Ok(()) }
}

/// Links a local account with the person whom the provider calls `subject`. Whoever calls administers: nobody's account is
/// taken over because names are alike.
///
/// # Errors
/// [`Error::NotFound`] without such an account; [`Error::Invalid`] on field `subject` when it is blank or linked already.
pub fn link_identity(tx: &Tx<'_>, account_id: Id, issuer: &str, subject: &str) -> Result<()> {
    rows::state_of(tx, account_id)?;
    if subject.is_empty() || subject.len() > 255 || rows::find_identity(tx, issuer, subject)?.is_some() {
        return Err(Error::invalid("subject", "staff-subject-invalid"));
    }
    link(tx, account_id, issuer, subject)
}

fn cut_off(tx: &Tx<'_>, known: &rows::Identity) -> Result<()> {
    let (active, _) = rows::state_of(tx, known.account_id)?;
    if !active {
        return Ok(());
    }
    rows::put_cut_off(tx, known.id, true)?;
    deactivate(tx, known.account_id)
}

fn come_back(tx: &Tx<'_>, known: &rows::Identity, given: &Given, device: &Device) -> Result<Admitted> {
    let (account_id, person) = (known.account_id, rows::person(tx, known.account_id)?);
    let active = person.active || known.cut_off;
    if !(Person { active, ..person }).is_in_use(tx.now()) {
        // Somebody who administers has deactivated it, or its last day is over; the provider does not undo that.
        return Ok(Err(Refusal::NoGroup));
    }
    if known.cut_off {
        reactivate(tx, account_id)?;
        rows::put_cut_off(tx, known.id, false)?;
    }
    give(tx, account_id, given)?;
    let_in(tx, account_id, device).map(Ok)
}

fn let_in(tx: &Tx<'_>, account_id: Id, device: &Device) -> Result<String> {
    rows::insert_sign_in(tx, Id::new(), account_id, Way::SingleSignOn, Outcome::SignedIn, device)?;
    begin_session(tx, account_id, Way::SingleSignOn, device)
}
