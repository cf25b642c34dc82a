//! Accounts of people who come by the city's single sign-on: made at the first time, given anew what their groups let
//! them do at each time, cut off when no group is left.

use base::{Actor, Error, Id, Result};
use serde_json::json;
use store::{Db, Tx};

use super::{
    accounts::{create_account, deactivate, reactivate, record},
    people::{permissions_of, record_changed},
    sign_in::begin_session,
};
use crate::{
    Unit,
    model::{Arrival, Device, NewAccount, Outcome, Refusal, Rights, Way},
    store as rows,
};

/// Lets somebody in whom the provider knows and whose groups come to these rights; gives the session's token.
///
/// # Errors
/// As [`Db::write`]. A refusal is no error: what it changed stays.
pub async fn admit(db: &Db, arrival: &Arrival, rights: Option<Rights>, device: &Device) -> Result<std::result::Result<String, Refusal>> {
    let (arrival, device) = (arrival.clone(), device.clone());
    let admit = move |tx: &Tx<'_>| match (rows::find_identity(tx, &arrival.issuer, &arrival.subject)?, &rights) {
        (None, None) => Ok(Err(Refusal::NoGroup)),
        (None, Some(rights)) => match found_account(tx, &arrival, rights)? {
            Ok(account_id) => let_in(tx, account_id, &device).map(Ok),
            Err(refusal) => Ok(Err(refusal)),
        },
        (Some(known), None) => {
            cut_off(tx, &known)?;
            Ok(Err(Refusal::NoGroup))
        }
        (Some(known), Some(rights)) => come_back(tx, &known, rights, &device),
    };
    db.write(Actor::SYSTEM, admit).await
}

/// Makes the account of somebody who comes for the first time. A local account with the same login is never taken over.
fn found_account(tx: &Tx<'_>, arrival: &Arrival, rights: &Rights) -> Result<std::result::Result<Id, Refusal>> {
    let Some(login) = arrival.login() else { return Ok(Err(Refusal::NoLogin)) };
    if rows::account_id_of(tx, &login)?.is_some() {
        return Ok(Err(Refusal::LoginTaken));
    }
    let named: String = arrival.name.chars().filter(|letter| !letter.is_control()).take(100).collect();
    let name = if named.trim().is_empty() { login.to_string() } else { named.trim().to_owned() };
    let account = NewAccount { id: Id::new(), login, name, unit_id: unit_of(tx, rights)?, permissions: rights.permissions.clone() };
    create_account(tx, &account)?;
    link(tx, account.id, &arrival.issuer, &arrival.subject)?;
    Ok(Ok(account.id))
}

/// The unit that the groups name; one that the pack does not know is none.
fn unit_of(tx: &Tx<'_>, rights: &Rights) -> Result<Option<Id>> {
    let Some(key) = &rights.unit else { return Ok(None) };
    match rows::unit(tx, Unit::id_of(key)) {
        Ok(unit) => Ok(Some(unit.id)),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

fn link(tx: &Tx<'_>, account_id: Id, issuer: &str, subject: &str) -> Result<()> {
    rows::insert_identity(tx, Id::new(), account_id, issuer, subject)?;
    // Whoever is cut off at the provider must not come in by another door.
    let removed = rows::delete_passkeys(tx, account_id)?;
    record(tx, account_id, "account.linked", json!({ "passkeys_removed": removed }))
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

fn come_back(tx: &Tx<'_>, known: &rows::Identity, rights: &Rights, device: &Device) -> Result<std::result::Result<String, Refusal>> {
    let account_id = known.account_id;
    let (active, unit_id) = rows::state_of(tx, account_id)?;
    match (active, known.cut_off) {
        (false, true) => reactivate(tx, account_id)?,
        // Somebody who administers has deactivated it; the provider does not undo that.
        (false, false) => return Ok(Err(Refusal::NoGroup)),
        (true, _) => {}
    }
    rows::put_cut_off(tx, known.id, false)?;
    let unit_now = unit_of(tx, rights)?;
    if permissions_of(tx, account_id)? != rights.permissions || unit_id != unit_now {
        // What the groups say takes the place of every role that was given here.
        rows::put_rights(tx, account_id, unit_now, &rights.permissions)?;
        rows::take_roles(tx, account_id)?;
        record_changed(tx, account_id, &["rights"])?;
    }
    let_in(tx, account_id, device).map(Ok)
}

fn let_in(tx: &Tx<'_>, account_id: Id, device: &Device) -> Result<String> {
    rows::insert_sign_in(tx, Id::new(), account_id, Way::SingleSignOn, Outcome::SignedIn, device)?;
    begin_session(tx, account_id, Way::SingleSignOn, device)
}
