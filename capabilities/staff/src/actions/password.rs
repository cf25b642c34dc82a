//! Changing one's own password.

use base::{Error, Id, Result};
use serde_json::json;
use store::{Db, Tx};

use super::{accounts::record, hashing, sign_in::count_attempt};
use crate::{
    model::{Device, Outcome, Password, Viewer, Way},
    store as rows,
};

fn refused() -> Error {
    Error::invalid("current_password", "staff-password-wrong")
}

/// Sets a new password for somebody who gives the one they have; all their sessions end but the one with this SHA-256 of its
/// token. An attempt counts towards the same lock of the account as signing in.
///
/// # Errors
/// [`Error::Invalid`] on field `current_password` with message `staff-password-wrong`; [`Error::Conflict`]
/// `staff-comes-elsewhere` for an account without a password; [`Error::Busy`].
pub async fn change_password(db: &Db, viewer: &Viewer, session: [u8; 32], current: &str, new: &Password, device: &Device) -> Result<()> {
    let (account_id, actor) = (viewer.account_id, viewer.actor());
    let current = Password::given(current).map_err(|_| refused())?;
    let count = move |tx: &Tx<'_>| Ok((count_attempt(tx, account_id)?, rows::credentials(tx, account_id)?.password));
    let (counted, hash) = db.write(actor, count).await?;
    let Some(hash) = hash else { return Err(Error::Conflict("staff-comes-elsewhere")) };
    if !counted || !hashing::place().await?.verify(&current, Some(hash.clone())).await? {
        let device = device.clone();
        let fail = move |tx: &Tx<'_>| rows::insert_sign_in(tx, Id::new(), account_id, Way::Password, Outcome::Failed, &device);
        db.write(actor, fail).await?;
        return Err(refused());
    }
    let fresh = hashing::place().await?.hash(new).await?;
    let change = move |tx: &Tx<'_>| {
        if rows::credentials(tx, account_id)?.password.as_deref() != Some(&hash) {
            return Err(refused());
        }
        rows::put_password(tx, account_id, &fresh)?;
        rows::clear_attempts(tx, account_id)?;
        rows::delete_halves(tx, account_id)?;
        rows::delete_invitations(tx, account_id)?;
        let ended = rows::delete_other_sessions(tx, account_id, &session)?;
        record(tx, account_id, "account.password_set", json!({ "sessions_ended": ended }))
    };
    db.write(actor, change).await
}
