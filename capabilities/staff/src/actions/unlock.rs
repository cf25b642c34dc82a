//! Locking a session and opening it again: the same session, the same page, for the person whose it is.

use base::{Error, Result, Seal};
use store::{Db, Tx};

use super::{accounts::record, hashing, second_factor::right_code};
use crate::{
    model::{Device, Outcome, Password, Viewer, WRONG_PASSWORDS, Way},
    store as rows,
};

/// Digits of a code of the app.
const CODE_DIGITS: usize = 6;

/// What became of a locked session when a secret was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unlocked {
    /// It is open.
    Open,
    /// It has ended: there were too many wrong secrets.
    Ended,
}

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

/// Opens the session again by the account's password, or by a code of its app. Attempts are counted for the session, before
/// the secret is looked at, and end it after [`WRONG_PASSWORDS`]: what strangers try at the account keeps nobody out of it.
///
/// # Errors
/// [`Error::Invalid`] on field `unlock_secret` with message `staff-unlock-refused`, whatever the reason; [`Error::Busy`].
pub async fn unlock(db: &Db, seal: &Seal, viewer: &Viewer, session: [u8; 32], given: &str, device: &Device) -> Result<Unlocked> {
    let account_id = viewer.account_id;
    let digits: String = given.chars().filter(|letter| !letter.is_whitespace()).collect();
    let is_code = digits.len() == CODE_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    let password = Password::given(given).map_err(|_| refused())?;
    let place = if is_code { None } else { Some(hashing::place().await?) };
    let Some(hash) = db.write(viewer.actor(), move |tx| counted(tx, account_id, &session)).await? else { return Ok(Unlocked::Ended) };
    let right = match place {
        Some(place) => place.verify(&password, hash.clone()).await?,
        None => false,
    };
    let (seal, device) = (seal.clone(), device.clone());
    let open = move |tx: &Tx<'_>| {
        let right = if is_code {
            right_code(tx, &seal, account_id, &digits)?.is_some()
        } else {
            right && rows::credentials(tx, account_id)?.password == hash
        };
        if right {
            rows::unlock_session(tx, &session)?;
        } else {
            // The failed attempt is kept: no error here.
            let way = if is_code { Way::Code } else { Way::Password };
            rows::insert_sign_in(tx, base::Id::new(), account_id, way, Outcome::Failed, &device)?;
        }
        Ok(right)
    };
    if db.write(viewer.actor(), open).await? { Ok(Unlocked::Open) } else { Err(refused()) }
}

/// The hash of the password, after counting the attempt; `None` when there were too many, and the session has ended.
fn counted(tx: &Tx<'_>, account_id: base::Id, session: &[u8; 32]) -> Result<Option<Option<String>>> {
    if rows::count_unlock(tx, session)? <= WRONG_PASSWORDS {
        return Ok(Some(rows::credentials(tx, account_id)?.password));
    }
    rows::delete_session(tx, session)?;
    record(tx, account_id, "account.sessions_ended", serde_json::json!({ "sessions_ended": 1 }))?;
    Ok(None)
}
