//! Signing in. Unknown login, wrong password, no password yet, deactivated, locked: one answer, after the same work.

use base::{Actor, Error, Id, Result, secret};
use serde_json::json;
use store::{Db, Tx};

use super::{accounts::record, hashing, identities::may_have_password, people::permissions_of, second_factor::asks};
use crate::{
    model::{Credentials, Device, HALF_SECONDS, Login, Outcome, Password, Permission, SESSION_IDLE_SECONDS, SESSIONS_OF_ONE, Session, Way},
    store as rows,
};

/// How far a password leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// All the way: the session's token, which only the cookie keeps.
    In(String),
    /// Half the way: a second factor is owed, or must be set up first. The token opens nothing but the next step.
    Half(String),
}

/// Whose passwords are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Passwords {
    /// Everybody's.
    #[default]
    OfAll,
    /// Only of those who administer, for the day when the city's single sign-on is down.
    OfAdministrators,
}

/// The one refusal, whatever its reason.
fn refused() -> Error {
    Error::invalid("login", "staff-sign-in-refused")
}

/// Signs in somebody who needs no second factor; gives the session's token, which only the cookie keeps.
///
/// # Errors
/// As [`begin_sign_in`]; [`Error::Conflict`] `staff-second-factor-owed` when the password is not enough.
pub async fn sign_in(db: &Db, login: &str, password: &str) -> Result<String> {
    match begin_sign_in(db, login, password, &Device::default(), Passwords::OfAll).await? {
        Step::In(token) => Ok(token),
        Step::Half(_) => Err(Error::Conflict("staff-second-factor-owed")),
    }
}

/// Verifies a password: the first step of signing in, for many the only one.
///
/// # Errors
/// [`Error::Invalid`] on field `login` with message `staff-sign-in-refused`, whatever the reason; [`Error::Busy`] when
/// too many passwords wait to be verified.
pub async fn begin_sign_in(db: &Db, login: &str, password: &str, device: &Device, passwords: Passwords) -> Result<Step> {
    let password = Password::given(password).map_err(|_| refused())?;
    let found = match login.parse::<Login>() {
        Ok(login) => db.read(move |read| rows::credentials_of(read, &login)).await?,
        Err(_) => None,
    };
    let (account_id, hash) = found.map_or((None, None), |found| (Some(found.account_id), found.password));
    let place = hashing::place().await?;
    // The attempt is counted while the password is verified, so that counting takes no time of its own.
    let attempt = Attempt { id: Id::new(), device: device.clone() };
    let (counted, right) = tokio::join!(count(db, account_id, attempt.clone()), place.verify(&password, hash.clone()));
    match (account_id, hash, counted? && right?) {
        (Some(account_id), Some(hash), true) => open(db, account_id, hash, attempt, passwords).await,
        _ => Err(refused()),
    }
}

/// One attempt to sign in, as its owner is shown it.
#[derive(Clone)]
struct Attempt {
    id: Id,
    device: Device,
}

/// Counts an attempt; false while the account is locked.
async fn count(db: &Db, account_id: Option<Id>, attempt: Attempt) -> Result<bool> {
    let count = move |tx: &Tx<'_>| {
        let Some(account_id) = account_id else { return Ok(false) };
        if !count_attempt(tx, account_id)? {
            return Ok(false);
        }
        rows::insert_sign_in(tx, attempt.id, account_id, Way::Password, Outcome::Failed, &attempt.device)?;
        Ok(true)
    };
    db.write(Actor::STRANGER, count).await
}

/// Counts one more attempt against the account's lock; false while it is locked.
pub(super) fn count_attempt(tx: &Tx<'_>, account_id: Id) -> Result<bool> {
    let attempts = rows::credentials(tx, account_id)?.attempts;
    let Some(attempts) = attempts.one_more(tx.now()) else { return Ok(false) };
    rows::put_attempts(tx, account_id, attempts)?;
    if attempts.lock(tx.now()) {
        record(tx, account_id, "account.locked", json!({ "locked_until": attempts.locked_until }))?;
    }
    Ok(true)
}

/// Opens a session or the way to the second factor, unless the account was deactivated or got another password while
/// this one was verified. The right password alone does not clear the count where a code follows: whoever has it could
/// try codes without end.
async fn open(db: &Db, account_id: Id, verified: String, attempt: Attempt, passwords: Passwords) -> Result<Step> {
    let open = move |tx: &Tx<'_>| {
        let now = rows::credentials(tx, account_id)?;
        if !stands(&now, &verified) || !takes(tx, account_id, passwords)? {
            return Err(refused());
        }
        if rows::factors(tx, account_id)?.any() || asks(tx, account_id)? {
            rows::put_outcome(tx, attempt.id, Outcome::Half)?;
            return begin_half(tx, account_id).map(Step::Half);
        }
        rows::put_outcome(tx, attempt.id, Outcome::SignedIn)?;
        begin_session(tx, account_id, Way::Password, &attempt.device).map(Step::In)
    };
    db.write(Actor::staff(account_id), open).await
}

fn stands(credentials: &Credentials, verified: &str) -> bool {
    credentials.active && credentials.password.as_deref() == Some(verified)
}

fn takes(tx: &Tx<'_>, account_id: Id, passwords: Passwords) -> Result<bool> {
    match passwords {
        Passwords::OfAll => may_have_password(tx, account_id),
        Passwords::OfAdministrators => Ok(permissions_of(tx, account_id)?.hold(Permission::Administer)),
    }
}

/// Notes that the right password was given and the second factor is owed; one of an account at a time.
fn begin_half(tx: &Tx<'_>, account_id: Id) -> Result<String> {
    let token = secret::token();
    rows::delete_halves(tx, account_id)?;
    rows::insert_half(tx, &secret::sha256(token.as_bytes()), account_id, tx.now().plus_seconds(HALF_SECONDS))?;
    Ok(token)
}

/// Opens a session for somebody who has proved who they are in full; what was counted against them is forgotten.
pub(super) fn begin_session(tx: &Tx<'_>, account_id: Id, way: Way, device: &Device) -> Result<String> {
    rows::clear_attempts(tx, account_id)?;
    rows::delete_halves(tx, account_id)?;
    rows::delete_stale_sessions(tx, account_id, tx.now().plus_seconds(-SESSION_IDLE_SECONDS))?;
    for token in rows::oldest_sessions(tx, account_id, SESSIONS_OF_ONE - 1)? {
        rows::delete_session(tx, &token)?;
    }
    let token = secret::token();
    let session = Session::begin(Id::new(), account_id, way, tx.now());
    rows::insert_session(tx, &secret::sha256(token.as_bytes()), session, device)?;
    record(tx, account_id, "account.signed_in", json!({ "way": way.word() }))?;
    Ok(token)
}
