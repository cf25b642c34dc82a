//! The rows of sessions and invitations. A token is known by its SHA-256 only.

use base::{Id, Moment, Result};
use store::{Read, Tx, params};

use super::roles::permissions_of;
use crate::model::{Permissions, Session, Viewer};

/// SHA-256 of a token.
type Hash = [u8; 32];

pub(crate) fn insert_session(tx: &Tx<'_>, token: &Hash, session: Session) -> Result<()> {
    tx.execute(
        "insert into sessions (token_hash, account_id, created_at, used_at, ends_at) values ($1, $2, $3, $4, $5)",
        params![token, session.account_id, tx.now(), session.used_at, session.ends_at],
    )?;
    Ok(())
}

/// The session of an active account, and who is behind it, with what their roles allow now. A session ends with its account.
pub(crate) fn find_session(read: &Read<'_>, token: &Hash) -> Result<Option<(Session, Viewer)>> {
    let found = read.find(
        "select a.id, a.name, a.unit_id, a.permissions, s.used_at, s.ends_at, a.ends_at
         from sessions s join accounts a on a.id = s.account_id where s.token_hash = $1 and a.active",
        params![token],
        |row| {
            let account_id = row.get(0)?;
            let permissions = Permissions::from_json(&row.get(3)?);
            let viewer = Viewer { account_id, name: row.get(1)?, unit_id: row.get(2)?, permissions };
            let (ends_at, account_ends_at): (Moment, Option<Moment>) = (row.get(5)?, row.get(6)?);
            let ends_at = account_ends_at.map_or(ends_at, |account_ends_at| ends_at.min(account_ends_at));
            Ok((Session { account_id, used_at: row.get(4)?, ends_at }, viewer))
        },
    )?;
    let Some((session, viewer)) = found else { return Ok(None) };
    let permissions = permissions_of(read, viewer.account_id, &viewer.permissions)?;
    Ok(Some((session, Viewer { permissions, ..viewer })))
}

pub(crate) fn account_of_session(read: &Read<'_>, token: &Hash) -> Result<Option<Id>> {
    read.find("select account_id from sessions where token_hash = $1", params![token], |row| row.get(0))
}

pub(crate) fn touch_session(tx: &Tx<'_>, token: &Hash) -> Result<()> {
    tx.execute("update sessions set used_at = $2 where token_hash = $1 and used_at < $2", params![token, tx.now()])?;
    Ok(())
}

pub(crate) fn delete_session(tx: &Tx<'_>, token: &[u8]) -> Result<()> {
    tx.execute("delete from sessions where token_hash = $1", params![token])?;
    Ok(())
}

pub(crate) fn delete_sessions(tx: &Tx<'_>, account_id: Id) -> Result<usize> {
    tx.execute("delete from sessions where account_id = $1", params![account_id])
}

/// Deletes the account's sessions that ended by now or were last used at `idle_since` or before.
pub(crate) fn delete_stale_sessions(tx: &Tx<'_>, account_id: Id, idle_since: Moment) -> Result<()> {
    tx.execute(
        "delete from sessions where account_id = $1 and (ends_at <= $2 or used_at <= $3)",
        params![account_id, tx.now(), idle_since],
    )?;
    Ok(())
}

/// The account's sessions beyond the newest `kept`.
pub(crate) fn oldest_sessions(read: &Read<'_>, account_id: Id, kept: i64) -> Result<Vec<Vec<u8>>> {
    read.query(
        "select token_hash from sessions where account_id = $1 order by created_at desc, token_hash limit 100 offset $2",
        params![account_id, kept],
        |row| row.get(0),
    )
}

pub(crate) fn insert_invitation(tx: &Tx<'_>, token: &Hash, account_id: Id, ends_at: Moment) -> Result<()> {
    tx.execute(
        "insert into invitations (token_hash, account_id, ends_at, used_at) values ($1, $2, $3, null)",
        params![token, account_id, ends_at],
    )?;
    Ok(())
}

/// Id and login of the active account that an invitation, not used and still holding at `now`, is for.
pub(crate) fn open_invitation(read: &Read<'_>, token: &Hash, now: Moment) -> Result<Option<(Id, String)>> {
    read.find(
        "select a.id, a.login from invitations i join accounts a on a.id = i.account_id
         where i.token_hash = $1 and i.used_at is null and i.ends_at > $2 and a.active
           and (a.ends_at is null or a.ends_at > $2)",
        params![token, now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub(crate) fn use_invitation(tx: &Tx<'_>, token: &Hash) -> Result<()> {
    tx.execute("update invitations set used_at = $2 where token_hash = $1", params![token, tx.now()])?;
    Ok(())
}

pub(crate) fn delete_invitations(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    tx.execute("delete from invitations where account_id = $1", params![account_id])?;
    Ok(())
}
