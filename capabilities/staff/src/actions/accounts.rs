//! Accounts: made, invited, deactivated. Whoever calls has asked whether it is allowed, or is the program.

use base::{Actor, Error, Id, Result, secret};
use serde_json::{Value as Json, json};
use store::{Db, NewEvent, Tx};

use super::{hashing, identities::may_have_password, roles::keeping_an_administrator};
use crate::{
    model::{INVITATION_SECONDS, NewAccount, Password, Standing},
    store as rows,
};

pub(super) fn record(tx: &Tx<'_>, account_id: Id, kind: &'static str, facts: Json) -> Result<()> {
    tx.record(NewEvent { subject_kind: "account", subject_id: account_id, kind, facts }).map(drop)
}

/// Makes an account. Nobody can sign in to it before its invitation was used.
///
/// # Errors
/// [`Error::Invalid`] for a name that cannot be shown, a login that is taken (`staff-login-taken`), or a unit that
/// does not exist (`staff-unit-unknown`).
pub fn create_account(tx: &Tx<'_>, account: &NewAccount) -> Result<()> {
    account.check()?;
    if rows::account_id_of(tx, &account.login)?.is_some() {
        return Err(Error::invalid("login", "staff-login-taken"));
    }
    if let Some(unit_id) = account.unit_id {
        rows::unit(tx, unit_id).map_err(|error| match error {
            Error::NotFound => Error::invalid("unit", "staff-unit-unknown"),
            other => other,
        })?;
    }
    rows::insert_account(tx, account)?;
    let mut facts = Standing { active: true, unit_id: account.unit_id }.facts();
    facts["permissions"] = account.permissions.to_json();
    record(tx, account.id, "account.created", facts)
}

/// Invites the account's owner to set a password, also instead of a forgotten one; earlier invitations end.
/// Gives the token of the link `/invitation/{token}`, which nobody can ask for again.
///
/// # Errors
/// [`Error::NotFound`] without such an account; [`Error::Conflict`] `staff-account-inactive`, or `staff-comes-elsewhere` for
/// somebody who comes by the single sign-on.
pub fn invite(tx: &Tx<'_>, account_id: Id) -> Result<String> {
    rows::state_of(tx, account_id)?;
    if !rows::is_in_use(tx, account_id, tx.now())? {
        return Err(Error::Conflict("staff-account-inactive"));
    }
    if !may_have_password(tx, account_id)? {
        return Err(Error::Conflict("staff-comes-elsewhere"));
    }
    let (token, ends_at) = (secret::token(), tx.now().plus_seconds(INVITATION_SECONDS));
    rows::delete_invitations(tx, account_id)?;
    rows::insert_invitation(tx, &secret::sha256(token.as_bytes()), account_id, ends_at)?;
    record(tx, account_id, "account.invited", json!({ "ends_at": ends_at }))?;
    Ok(token)
}

/// The login of the account that the invitation is for.
///
/// # Errors
/// [`Error::NotFound`] when the invitation is unknown, used or too old.
pub async fn invited(db: &Db, token: &str) -> Result<String> {
    let (hash, now) = (secret::sha256(token.as_bytes()), db.now());
    db.read(move |read| Ok(rows::open_invitation(read, &hash, now)?.ok_or(Error::NotFound)?.1)).await
}

/// Sets the password of the invited account. The invitation is used up, a lock is lifted, and whoever was signed in
/// with the old password is not any more.
///
/// # Errors
/// [`Error::NotFound`] when the invitation is unknown, used or too old; [`Error::Busy`] when too many passwords wait.
pub async fn use_invitation(db: &Db, token: &str, password: &Password) -> Result<()> {
    let (token, now) = (secret::sha256(token.as_bytes()), db.now());
    let (account_id, _) = db.read(move |read| rows::open_invitation(read, &token, now)?.ok_or(Error::NotFound)).await?;
    let hash = hashing::place().await?.hash(password).await?;
    let set = move |tx: &Tx<'_>| {
        // Somebody may have used the link while the password was hashed.
        rows::open_invitation(tx, &token, tx.now())?.ok_or(Error::NotFound)?;
        rows::use_invitation(tx, &token)?;
        set_password(tx, account_id, &hash)
    };
    db.write(Actor::staff(account_id), set).await
}

pub(super) fn set_password(tx: &Tx<'_>, account_id: Id, hash: &str) -> Result<()> {
    rows::put_password(tx, account_id, hash)?;
    rows::clear_attempts(tx, account_id)?;
    rows::delete_halves(tx, account_id)?;
    let ended = rows::delete_sessions(tx, account_id)?;
    record(tx, account_id, "account.password_set", json!({ "sessions_ended": ended }))
}

/// Deactivates the account: its sessions and invitations end at once.
///
/// # Errors
/// [`Error::NotFound`] without such an account; [`Error::Conflict`] `staff-account-own`: who administers cannot cut
/// themselves off, so that somebody always remains; or `staff-last-administrator`.
pub fn deactivate(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    if tx.actor() == Actor::staff(account_id) {
        return Err(Error::Conflict("staff-account-own"));
    }
    let (active, unit_id) = rows::state_of(tx, account_id)?;
    if !active {
        return Ok(());
    }
    keeping_an_administrator(tx, || rows::put_state(tx, account_id, false))?;
    rows::delete_invitations(tx, account_id)?;
    rows::delete_halves(tx, account_id)?;
    let ended = rows::delete_sessions(tx, account_id)?;
    let mut facts = Standing { active: false, unit_id }.facts();
    facts["sessions_ended"] = json!(ended);
    record(tx, account_id, "account.deactivated", facts)
}

/// Lets the account sign in again, with the password it had.
///
/// # Errors
/// [`Error::NotFound`] without such an account.
pub fn reactivate(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    let (active, unit_id) = rows::state_of(tx, account_id)?;
    if active {
        return Ok(());
    }
    rows::put_state(tx, account_id, true)?;
    record(tx, account_id, "account.reactivated", Standing { active: true, unit_id }.facts())
}
