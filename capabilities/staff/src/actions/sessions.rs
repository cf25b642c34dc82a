//! Sessions in use: who is behind a cookie, and how a session ends.

use base::{Actor, Id, Moment, Result};
use serde_json::json;
use store::{Db, Read, Tx};

use super::{accounts::record, second_factor::asks};
use crate::{
    model::{SESSIONS_OF_ONE, Session, SignInTold, Viewer},
    store as rows,
};

/// What a session's cookie tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    /// Nobody is signed in with it.
    Nobody,
    /// Somebody is, and the session asks who is there before it goes on.
    Locked(Session, Viewer),
    /// Somebody is.
    In(Session, Viewer),
}

/// Who is behind the session with this SHA-256 of its token, if it holds at `now` and is not locked.
///
/// # Errors
/// As [`Read::query`].
pub fn viewer_of(read: &Read<'_>, token_hash: &[u8; 32], now: Moment) -> Result<Option<Viewer>> {
    Ok(holding(read, token_hash, now)?.filter(|(session, _)| !session.is_locked(now)).map(|(_, viewer)| viewer))
}

/// The session that holds. One begun by a password alone does not hold for somebody who must have a second factor.
fn holding(read: &Read<'_>, token_hash: &[u8; 32], now: Moment) -> Result<Option<(Session, Viewer)>> {
    let Some((session, viewer)) = rows::find_session(read, token_hash)?.filter(|(session, _)| session.holds(now)) else {
        return Ok(None);
    };
    let weak = !session.second_factor && asks(read, viewer.account_id)?;
    Ok((!weak).then_some((session, viewer)))
}

/// Like [`viewer_of`], and notes the session's use, at most once a minute. What cannot be noted because the database
/// takes no changes just now (a full disk) does not keep anybody from reading.
///
/// # Errors
/// As [`Db::read`].
pub async fn recognise(db: &Db, token_hash: [u8; 32]) -> Result<Option<Viewer>> {
    match presence(db, token_hash).await? {
        Presence::In(_, viewer) => Ok(Some(viewer)),
        Presence::Locked(..) | Presence::Nobody => Ok(None),
    }
}

/// What the cookie of this session tells; the use of an open session is noted, at most once a minute.
///
/// # Errors
/// As [`Db::read`].
pub async fn presence(db: &Db, token_hash: [u8; 32]) -> Result<Presence> {
    let now = db.now();
    let Some((session, viewer)) = db.read(move |read| holding(read, &token_hash, now)).await? else { return Ok(Presence::Nobody) };
    if session.is_locked(now) {
        return Ok(Presence::Locked(session, viewer));
    }
    if session.is_use_due(now)
        && let Err(fault) = db.write(viewer.actor(), move |tx| rows::touch_session(tx, &token_hash)).await
    {
        tracing::warn!(%fault, "a session's use could not be noted");
    }
    Ok(Presence::In(session, viewer))
}

/// Whose session has this SHA-256 of its token, also when it has ended by time and nobody has come in since.
///
/// # Errors
/// As [`Db::read`].
pub async fn owner_of(db: &Db, token_hash: [u8; 32]) -> Result<Option<Id>> {
    db.read(move |read| rows::account_of_session(read, &token_hash)).await
}

/// Ends the session with this SHA-256 of its token; does nothing when it has ended.
///
/// # Errors
/// As [`Db::write`].
pub async fn sign_out(db: &Db, token_hash: [u8; 32]) -> Result<()> {
    let Some(account_id) = owner_of(db, token_hash).await? else { return Ok(()) };
    let end = move |tx: &Tx<'_>| {
        if rows::account_of_session(tx, &token_hash)?.is_some() {
            rows::delete_session(tx, &token_hash)?;
            record(tx, account_id, "account.signed_out", json!({}))?;
        }
        Ok(())
    };
    db.write(Actor::staff(account_id), end).await
}

/// A session as its owner sees it in the list.
#[derive(Debug, Clone)]
pub struct OpenSession {
    /// The session.
    pub session: Session,
    /// The browser, such as `Firefox, Linux`; may be empty.
    pub browser: String,
}

/// The account's sessions that hold, the one used last first. Whoever asks is its owner or administers.
///
/// # Errors
/// As [`Read::query`].
pub fn open_sessions(read: &Read<'_>, account_id: Id, now: Moment) -> Result<Vec<OpenSession>> {
    let all = rows::sessions_of(read, account_id, SESSIONS_OF_ONE)?;
    let open = all.into_iter().filter(|(session, _)| session.holds(now));
    Ok(open.map(|(session, browser)| OpenSession { session, browser }).collect())
}

/// Ends one session of the account; does nothing when it has ended. Whoever asks is its owner or administers.
///
/// # Errors
/// As [`Tx::execute`].
pub fn end_session(tx: &Tx<'_>, account_id: Id, session_id: Id) -> Result<()> {
    if rows::delete_session_by_id(tx, account_id, session_id)? { ended(tx, account_id, 1) } else { Ok(()) }
}

/// Ends the account's sessions but the one with this SHA-256 of its token.
///
/// # Errors
/// As [`Tx::execute`].
pub fn end_other_sessions(tx: &Tx<'_>, account_id: Id, kept: &[u8; 32]) -> Result<()> {
    match rows::delete_other_sessions(tx, account_id, kept)? {
        0 => Ok(()),
        count => ended(tx, account_id, count),
    }
}

/// Ends all sessions of the account. Whoever asks administers.
///
/// # Errors
/// As [`Tx::execute`].
pub fn end_sessions(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    rows::delete_halves(tx, account_id)?;
    match rows::delete_sessions(tx, account_id)? {
        0 => Ok(()),
        count => ended(tx, account_id, count),
    }
}

fn ended(tx: &Tx<'_>, account_id: Id, count: usize) -> Result<()> {
    record(tx, account_id, "account.sessions_ended", json!({ "sessions_ended": count }))
}

/// Attempts that the owner of an account is shown.
const SIGN_INS_SHOWN: i64 = 20;

/// The newest attempts to sign in to the account.
///
/// # Errors
/// As [`Read::query`].
pub fn sign_ins_of(read: &Read<'_>, account_id: Id) -> Result<Vec<SignInTold>> {
    rows::sign_ins(read, account_id, SIGN_INS_SHOWN)
}
