//! Locking a session and opening it again: the same session, the same page, for the person whose it is.

use base::{Error, Id, Result, Seal};
use store::{Db, Tx};

use super::{hashing, second_factor::right_code, sign_in::count_attempt};
use crate::{
    model::{Password, Viewer},
    store as rows,
};

/// Digits of a code of the app.
const CODE_DIGITS: usize = 6;

fn refused() -> Error {
    Error::invalid("unlock_secret", "staff-unlock-refused")
}

/// Locks the session with this SHA-256 of its token. A session's lock is like its last use: no change, so no event.
///
/// # Errors
/// As [`Tx::execute`].
pub fn lock(tx: &Tx<'_>, session: &[u8; 32]) -> Result<()> {
    rows::lock_session(tx, session)
}

/// Opens the session again by the account's password, or by a code of its app. An attempt counts towards the same lock of
/// the account as signing in.
///
/// # Errors
/// [`Error::Invalid`] on field `unlock_secret` with message `staff-unlock-refused`, whatever the reason; [`Error::Busy`].
pub async fn unlock(db: &Db, seal: &Seal, viewer: &Viewer, session: [u8; 32], given: &str) -> Result<()> {
    let account_id = viewer.account_id;
    let digits: String = given.chars().filter(|letter| !letter.is_whitespace()).collect();
    if digits.len() == CODE_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return unlock_by_code(db, seal, viewer, session, digits).await;
    }
    let password = Password::given(given).map_err(|_| refused())?;
    let hash = db.write(viewer.actor(), move |tx| rows::credentials(tx, account_id)).await?.password;
    let place = hashing::place().await?;
    if !db.write(viewer.actor(), move |tx| count_attempt(tx, account_id)).await? {
        return Err(refused());
    }
    if !place.verify(&password, hash.clone()).await? {
        return Err(refused());
    }
    let open = move |tx: &Tx<'_>| {
        if rows::credentials(tx, account_id)?.password != hash {
            return Err(refused());
        }
        open(tx, account_id, &session)
    };
    db.write(viewer.actor(), open).await
}

async fn unlock_by_code(db: &Db, seal: &Seal, viewer: &Viewer, session: [u8; 32], code: String) -> Result<()> {
    let (seal, account_id) = (seal.clone(), viewer.account_id);
    let give = move |tx: &Tx<'_>| {
        if !count_attempt(tx, account_id)? || right_code(tx, &seal, account_id, &code)?.is_none() {
            // The failed attempt is kept: no error here.
            return Ok(false);
        }
        open(tx, account_id, &session)?;
        Ok(true)
    };
    if db.write(viewer.actor(), give).await? { Ok(()) } else { Err(refused()) }
}

fn open(tx: &Tx<'_>, account_id: Id, session: &[u8; 32]) -> Result<()> {
    rows::clear_attempts(tx, account_id)?;
    rows::unlock_session(tx, session)
}
