//! Sessions in use: who is behind a cookie, and how a session ends.

use base::{Actor, Moment, Result};
use serde_json::json;
use store::{Db, Read, Tx};

use super::accounts::record;
use crate::{
    model::{Session, Viewer},
    store as rows,
};

/// Who is behind the session with this SHA-256 of its token, if it holds at `now`.
///
/// # Errors
/// As [`Read::query`].
pub fn viewer_of(read: &Read<'_>, token_hash: &[u8; 32], now: Moment) -> Result<Option<Viewer>> {
    Ok(holding(read, token_hash, now)?.map(|(_, viewer)| viewer))
}

fn holding(read: &Read<'_>, token_hash: &[u8; 32], now: Moment) -> Result<Option<(Session, Viewer)>> {
    Ok(rows::find_session(read, token_hash)?.filter(|(session, _)| session.holds(now)))
}

/// Like [`viewer_of`], and notes the session's use, at most once a minute. What cannot be noted because the database
/// takes no changes just now (a full disk) does not keep anybody from reading.
///
/// # Errors
/// As [`Db::read`].
pub async fn recognise(db: &Db, token_hash: [u8; 32]) -> Result<Option<Viewer>> {
    let now = db.now();
    let Some((session, viewer)) = db.read(move |read| holding(read, &token_hash, now)).await? else { return Ok(None) };
    if session.is_use_due(now)
        && let Err(fault) = db.write(viewer.actor(), move |tx| rows::touch_session(tx, &token_hash)).await
    {
        tracing::warn!(%fault, "a session's use could not be noted");
    }
    Ok(Some(viewer))
}

/// Ends the session with this SHA-256 of its token; does nothing when it has ended.
///
/// # Errors
/// As [`Db::write`].
pub async fn sign_out(db: &Db, token_hash: [u8; 32]) -> Result<()> {
    let Some(account_id) = db.read(move |read| rows::account_of_session(read, &token_hash)).await? else { return Ok(()) };
    let end = move |tx: &Tx<'_>| {
        if rows::account_of_session(tx, &token_hash)?.is_some() {
            rows::delete_session(tx, &token_hash)?;
            record(tx, account_id, "account.signed_out", json!({}))?;
        }
        Ok(())
    };
    db.write(Actor::staff(account_id), end).await
}
