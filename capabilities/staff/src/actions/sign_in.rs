//! Signing in. Unknown login, wrong password, no password yet, deactivated, locked: one answer, after the same work.

use base::{Actor, Error, Id, Result, secret};
use serde_json::json;
use store::{Db, Tx};

use super::{accounts::record, hashing};
use crate::{
    model::{Credentials, Login, Password, SESSION_IDLE_SECONDS, SESSIONS_OF_ONE, Session},
    store as rows,
};

/// The one refusal, whatever its reason.
fn refused() -> Error {
    Error::invalid("login", "staff-sign-in-refused")
}

/// Signs in; gives the session's token, which only the cookie keeps.
///
/// # Errors
/// [`Error::Invalid`] on field `login` with message `staff-sign-in-refused`, whatever the reason; [`Error::Busy`] when
/// too many passwords wait to be verified.
pub async fn sign_in(db: &Db, login: &str, password: &str) -> Result<String> {
    let password = Password::given(password).map_err(|_| refused())?;
    let found = match login.parse::<Login>() {
        Ok(login) => db.read(move |read| rows::credentials_of(read, &login)).await?,
        Err(_) => None,
    };
    let (account_id, hash) = found.map_or((None, None), |found| (Some(found.account_id), found.password));
    let place = hashing::place().await?;
    // The attempt is counted while the password is verified, so that counting takes no time of its own.
    let (counted, right) = tokio::join!(count(db, account_id), place.verify(&password, hash.clone()));
    match (account_id, hash, counted? && right?) {
        (Some(account_id), Some(hash), true) => open(db, account_id, hash).await,
        _ => Err(refused()),
    }
}

/// Counts an attempt; false while the account is locked.
async fn count(db: &Db, account_id: Option<Id>) -> Result<bool> {
    let count = move |tx: &Tx<'_>| {
        let Some(account_id) = account_id else { return Ok(false) };
        let attempts = rows::credentials(tx, account_id)?.attempts;
        let Some(attempts) = attempts.one_more(tx.now()) else { return Ok(false) };
        rows::put_attempts(tx, account_id, attempts)?;
        if attempts.lock(tx.now()) {
            record(tx, account_id, "account.locked", json!({ "locked_until": attempts.locked_until }))?;
        }
        Ok(true)
    };
    db.write(Actor::STRANGER, count).await
}

/// Opens a session, unless the account was deactivated or got another password while this one was verified.
async fn open(db: &Db, account_id: Id, verified: String) -> Result<String> {
    let open = move |tx: &Tx<'_>| {
        let now = rows::credentials(tx, account_id)?;
        if !stands(&now, &verified) {
            return Err(refused());
        }
        rows::clear_attempts(tx, account_id)?;
        begin_session(tx, account_id)
    };
    db.write(Actor::staff(account_id), open).await
}

fn stands(credentials: &Credentials, verified: &str) -> bool {
    credentials.active && credentials.password.as_deref() == Some(verified)
}

fn begin_session(tx: &Tx<'_>, account_id: Id) -> Result<String> {
    rows::delete_stale_sessions(tx, account_id, tx.now().plus_seconds(-SESSION_IDLE_SECONDS))?;
    for token in rows::oldest_sessions(tx, account_id, SESSIONS_OF_ONE - 1)? {
        rows::delete_session(tx, &token)?;
    }
    let token = secret::token();
    rows::insert_session(tx, &secret::sha256(token.as_bytes()), Session::begin(account_id, tx.now()))?;
    record(tx, account_id, "account.signed_in", json!({}))?;
    Ok(token)
}
