//! The second factor: codes of an app, recovery codes, who must have one, and the second step of signing in.

use base::{Actor, Error, Id, Result, Seal, secret};
use serde_json::json;
use store::{Db, Read, Tx};

use super::{
    accounts::record,
    sign_in::{begin_session, count_attempt},
};
use crate::{
    model::{Device, Factors, Outcome, RECOVERY_CODES, RecoveryCode, Role, TotpSecret, Viewer, Way},
    store as rows,
};

/// The one refusal of a code, whatever its reason.
fn refused() -> Error {
    Error::invalid("code", "staff-code-refused")
}

/// Whether the account must have a second factor: one of its roles asks for one. An account without roles, as there were before
/// there were roles, is asked as if it held every role whose permissions it has.
///
/// # Errors
/// [`Error::NotFound`] without such an account.
pub fn second_factor_required(read: &Read<'_>, account_id: Id) -> Result<bool> {
    if rows::has_asking_role(read, account_id)? {
        return Ok(true);
    }
    let own = rows::own_permissions(read, account_id)?;
    let covered = |role: &Role| role.permissions.iter().all(|permission| own.hold(permission));
    Ok(rows::roles(read)?.iter().any(|role| role.second_factor && covered(role)))
}

pub(super) use second_factor_required as asks;

/// Whom a half sign-in belongs to, and how they may go on.
#[derive(Debug, Clone)]
pub struct HalfSignedIn {
    /// The SHA-256 of its token.
    pub token: [u8; 32],
    /// The account.
    pub account_id: Id,
    /// Its login.
    pub login: String,
    /// What it has; without any a second factor must be set up first.
    pub factors: Factors,
}

/// Who is behind this half sign-in, if it still holds.
///
/// # Errors
/// As [`Db::read`].
pub async fn half_signed_in(db: &Db, token: &str) -> Result<Option<HalfSignedIn>> {
    let (hash, now) = (secret::sha256(token.as_bytes()), db.now());
    db.read(move |read| {
        let Some((account_id, login)) = rows::find_half(read, &hash, now)? else { return Ok(None) };
        Ok(Some(HalfSignedIn { token: hash, account_id, login, factors: rows::factors(read, account_id)? }))
    })
    .await
}

/// The second step of signing in: a code of the app or a recovery code. Gives the session's token.
///
/// # Errors
/// [`Error::Invalid`] on field `code` with message `staff-code-refused`, whatever the reason.
pub async fn give_code(db: &Db, seal: &Seal, half: &str, code: &str, device: &Device) -> Result<String> {
    let (hash, seal, code, device) = (secret::sha256(half.as_bytes()), seal.clone(), code.to_owned(), device.clone());
    let give = move |tx: &Tx<'_>| {
        let Some((account_id, _)) = rows::find_half(tx, &hash, tx.now())? else { return Ok(None) };
        if !count_attempt(tx, account_id)? {
            return Ok(None);
        }
        let Some(way) = right_code(tx, &seal, account_id, &code)? else {
            // The failed attempt is kept: no error here.
            rows::insert_sign_in(tx, Id::new(), account_id, Way::Code, Outcome::Failed, &device)?;
            return Ok(None);
        };
        rows::insert_sign_in(tx, Id::new(), account_id, way, Outcome::SignedIn, &device)?;
        begin_session(tx, account_id, way, &device).map(Some)
    };
    db.write(Actor::STRANGER, give).await?.ok_or_else(refused)
}

/// Whether this is the account's code, and of which kind; it is used up by that.
pub(super) fn right_code(tx: &Tx<'_>, seal: &Seal, account_id: Id, code: &str) -> Result<Option<Way>> {
    if let Some(kept) = rows::find_totp(tx, account_id, true)?
        && let Some(step) = unsealed(seal, account_id, &kept.sealed)?.taken(code, tx.now(), kept.last_step)
    {
        rows::put_last_step(tx, kept.id, step)?;
        return Ok(Some(Way::Code));
    }
    if rows::use_recovery_code(tx, account_id, &RecoveryCode::typed(code).hash())? {
        record(tx, account_id, "account.recovery_code_used", json!({}))?;
        return Ok(Some(Way::RecoveryCode));
    }
    Ok(None)
}

fn purpose(account_id: Id) -> Vec<u8> {
    format!("totp:{account_id}").into_bytes()
}

fn unsealed(seal: &Seal, account_id: Id, sealed: &[u8]) -> Result<TotpSecret> {
    let fault = || Error::Unavailable("keys/second-factor in the data folder is not the key that sealed the secrets of apps".into());
    TotpSecret::try_from(seal.open(&purpose(account_id), sealed).ok_or_else(fault)?.as_slice())
}

/// The secret that waits for its first code in the session or half sign-in with this SHA-256 of its token; made when there is
/// none. One that was shown elsewhere ends: whoever saw it there may be somebody else.
///
/// # Errors
/// [`Error::Unavailable`] when the key in the data folder is another one.
pub async fn new_secret(db: &Db, seal: &Seal, account_id: Id, asking: [u8; 32]) -> Result<TotpSecret> {
    let fresh = TotpSecret::new(secret::random());
    let (seal, sealed) = (seal.clone(), seal.close(&purpose(account_id), fresh.as_bytes())?);
    let begin = move |tx: &Tx<'_>| {
        if let Some(waiting) = waiting(tx, account_id, &asking)? {
            return unsealed(&seal, account_id, &waiting.sealed);
        }
        rows::delete_totp(tx, account_id, false)?;
        rows::insert_totp(tx, Id::new(), account_id, &sealed, &asking)?;
        record(tx, account_id, "account.codes_begun", json!({}))?;
        Ok(fresh.clone())
    };
    db.write(Actor::staff(account_id), begin).await
}

fn waiting(read: &Read<'_>, account_id: Id, asking: &[u8; 32]) -> Result<Option<rows::SealedSecret>> {
    Ok(rows::find_totp(read, account_id, false)?.filter(|kept| kept.waits_for.as_deref() == Some(asking.as_slice())))
}

/// Takes the waiting secret into use by its first code, in the session with this SHA-256 of its token. The app used so
/// far shows nothing of worth any more. Gives new recovery codes when there are none left.
///
/// # Errors
/// [`Error::Invalid`] on field `code` with message `staff-code-refused`.
pub async fn confirm_secret(db: &Db, seal: &Seal, viewer: &Viewer, session: [u8; 32], code: &str) -> Result<Vec<RecoveryCode>> {
    let (seal, account_id, code) = (seal.clone(), viewer.account_id, code.to_owned());
    let confirm = move |tx: &Tx<'_>| {
        let codes = confirm(tx, &seal, account_id, &session, &code)?;
        rows::strengthen_session(tx, &session)?;
        Ok(codes)
    };
    db.write(viewer.actor(), confirm).await
}

/// The same for somebody half signed in who must have a second factor and has none: then they are in. Whoever has one
/// must give it, and is refused here.
///
/// # Errors
/// [`Error::Invalid`] on field `code` with message `staff-code-refused`.
pub async fn confirm_first_secret(db: &Db, seal: &Seal, half: &str, code: &str, device: &Device) -> Result<(String, Vec<RecoveryCode>)> {
    let (hash, seal, code, device) = (secret::sha256(half.as_bytes()), seal.clone(), code.to_owned(), device.clone());
    let confirm = move |tx: &Tx<'_>| {
        let (account_id, _) = rows::find_half(tx, &hash, tx.now())?.ok_or_else(refused)?;
        if rows::factors(tx, account_id)?.any() {
            return Err(refused());
        }
        let codes = confirm(tx, &seal, account_id, &hash, &code)?;
        rows::insert_sign_in(tx, Id::new(), account_id, Way::Code, Outcome::SignedIn, &device)?;
        Ok((begin_session(tx, account_id, Way::Code, &device)?, codes))
    };
    db.write(Actor::STRANGER, confirm).await
}

fn confirm(tx: &Tx<'_>, seal: &Seal, account_id: Id, asking: &[u8; 32], code: &str) -> Result<Vec<RecoveryCode>> {
    let waiting = waiting(tx, account_id, asking)?.ok_or_else(refused)?;
    let step = unsealed(seal, account_id, &waiting.sealed)?.taken(code, tx.now(), 0).ok_or_else(refused)?;
    rows::delete_totp(tx, account_id, true)?;
    rows::confirm_totp(tx, waiting.id)?;
    rows::put_last_step(tx, waiting.id, step)?;
    record(tx, account_id, "account.codes_confirmed", json!({}))?;
    first_codes(tx, account_id)
}

/// New recovery codes for somebody who has none left.
pub(super) fn first_codes(tx: &Tx<'_>, account_id: Id) -> Result<Vec<RecoveryCode>> {
    if rows::factors(tx, account_id)?.recovery_codes > 0 { Ok(Vec::new()) } else { new_codes(tx, account_id) }
}

/// A new set of recovery codes, shown once; the old set ends.
///
/// # Errors
/// [`Error::Conflict`] `staff-no-second-factor` when there is nothing to recover from.
pub async fn new_recovery_codes(db: &Db, viewer: &Viewer) -> Result<Vec<RecoveryCode>> {
    let account_id = viewer.account_id;
    let make = move |tx: &Tx<'_>| {
        if !rows::factors(tx, account_id)?.any() {
            return Err(Error::Conflict("staff-no-second-factor"));
        }
        new_codes(tx, account_id)
    };
    db.write(viewer.actor(), make).await
}

fn new_codes(tx: &Tx<'_>, account_id: Id) -> Result<Vec<RecoveryCode>> {
    let codes: Vec<RecoveryCode> = (0..RECOVERY_CODES).map(|_| RecoveryCode::new(secret::random())).collect();
    rows::delete_recovery_codes(tx, account_id)?;
    for code in &codes {
        rows::insert_recovery_code(tx, account_id, &code.hash())?;
    }
    record(tx, account_id, "account.recovery_codes_made", json!({ "codes": codes.len() }))?;
    Ok(codes)
}

/// Takes the app out of use.
///
/// # Errors
/// [`Error::Conflict`] `staff-last-second-factor` when the account must have a second factor and has no other.
pub fn remove_codes(tx: &Tx<'_>, viewer: &Viewer) -> Result<()> {
    let account_id = viewer.account_id;
    if rows::factors(tx, account_id)?.passkeys == 0 && asks(tx, account_id)? {
        return Err(Error::Conflict("staff-last-second-factor"));
    }
    rows::delete_totp(tx, account_id, false)?;
    if rows::delete_totp(tx, account_id, true)? == 0 {
        return Ok(());
    }
    forget_codes_of_none(tx, account_id)?;
    record(tx, account_id, "account.codes_removed", json!({}))
}

/// Recovery codes recover from a lost second factor; without one they end.
pub(super) fn forget_codes_of_none(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    if rows::factors(tx, account_id)?.any() { Ok(()) } else { rows::delete_recovery_codes(tx, account_id) }
}

/// Takes all second factors from an account whose owner has lost them; its sessions end. Whoever must have one sets a
/// new one up after the next password. Whoever calls has asked for [`crate::Permission::Administer`].
///
/// # Errors
/// [`Error::Conflict`] `staff-account-own`: one's own are removed by their owner, who still has them.
pub fn reset_second_factor(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    if tx.actor() == Actor::staff(account_id) {
        return Err(Error::Conflict("staff-account-own"));
    }
    rows::state_of(tx, account_id)?;
    rows::delete_totp(tx, account_id, false)?;
    rows::delete_totp(tx, account_id, true)?;
    rows::delete_passkeys(tx, account_id)?;
    rows::delete_recovery_codes(tx, account_id)?;
    rows::delete_halves(tx, account_id)?;
    let ended = rows::delete_sessions(tx, account_id)?;
    record(tx, account_id, "account.second_factor_reset", json!({ "sessions_ended": ended }))
}
