//! The rows of sessions and invitations. A token is known by its SHA-256 only.

use base::{Id, Moment, Result};
use store::{Read, Row, Tx, params};

use super::roles::permissions_of;
use crate::model::{Device, Permissions, Session, Viewer, Way};

/// SHA-256 of a token.
type Hash = [u8; 32];

pub(crate) fn insert_session(tx: &Tx<'_>, token: &Hash, session: Session, device: &Device) -> Result<()> {
    tx.execute(
        "insert into sessions (token_hash, account_id, created_at, used_at, ends_at, id, way, browser, second_factor, proved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            token,
            session.account_id,
            session.begun_at,
            session.used_at,
            session.ends_at,
            session.id,
            session.way.word(),
            device.as_str(),
            session.second_factor,
            session.proved_at
        ],
    )?;
    Ok(())
}

/// A session that began before sessions had ids is called by its account's.
const COLUMNS: &str = "coalesce(s.id, s.account_id), s.account_id, s.created_at, s.used_at, s.ends_at, s.way, s.second_factor,
    coalesce(s.proved_at, s.created_at), s.locked_at";

fn made(row: &Row<'_>) -> Result<Session> {
    Ok(Session {
        id: row.get(0)?,
        account_id: row.get(1)?,
        begun_at: row.get(2)?,
        used_at: row.get(3)?,
        ends_at: row.get(4)?,
        way: Way::from_word(&row.get::<String>(5)?).unwrap_or(Way::Password),
        second_factor: row.get(6)?,
        proved_at: row.get(7)?,
        locked_at: row.get(8)?,
    })
}

/// The session of an active account, and who is behind it, with what their roles allow now. A session ends with its account.
pub(crate) fn find_session(read: &Read<'_>, token: &Hash) -> Result<Option<(Session, Viewer)>> {
    let sql = format!(
        "select {COLUMNS}, a.name, a.unit_id, a.permissions, a.ends_at
         from sessions s join accounts a on a.id = s.account_id where s.token_hash = $1 and a.active"
    );
    let found = read.find(&sql, params![token], |row| {
        let session = made(row)?;
        let permissions = Permissions::from_json(&row.get(11)?);
        let account_ends_at: Option<Moment> = row.get(12)?;
        let ends_at = account_ends_at.map_or(session.ends_at, |account_ends_at| session.ends_at.min(account_ends_at));
        let viewer = Viewer { account_id: session.account_id, name: row.get(9)?, unit_id: row.get(10)?, permissions };
        Ok((Session { ends_at, ..session }, viewer))
    })?;
    let Some((session, viewer)) = found else { return Ok(None) };
    let permissions = permissions_of(read, viewer.account_id, &viewer.permissions)?;
    Ok(Some((session, Viewer { permissions, ..viewer })))
}

/// The account's sessions with their browsers, the one used last first.
pub(crate) fn sessions_of(read: &Read<'_>, account_id: Id, limit: i64) -> Result<Vec<(Session, String)>> {
    let sql = format!("select {COLUMNS}, s.browser from sessions s where s.account_id = $1 order by s.used_at desc, s.token_hash limit $2");
    read.query(&sql, params![account_id, limit], |row| Ok((made(row)?, row.get(9)?)))
}

/// Deletes one session of the account by its id; whether there was one.
pub(crate) fn delete_session_by_id(tx: &Tx<'_>, account_id: Id, id: Id) -> Result<bool> {
    let sql = "delete from sessions where account_id = $1 and coalesce(id, account_id) = $2";
    Ok(tx.execute(sql, params![account_id, id])? > 0)
}

/// Deletes the account's sessions but this one.
pub(crate) fn delete_other_sessions(tx: &Tx<'_>, account_id: Id, kept: &Hash) -> Result<usize> {
    tx.execute("delete from sessions where account_id = $1 and token_hash <> $2", params![account_id, kept])
}

/// From now on this session counts as begun with a second factor.
pub(crate) fn strengthen_session(tx: &Tx<'_>, token: &Hash) -> Result<()> {
    tx.execute("update sessions set second_factor = $2 where token_hash = $1", params![token, true])?;
    Ok(())
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

pub(crate) fn lock_session(tx: &Tx<'_>, token: &Hash) -> Result<()> {
    tx.execute("update sessions set locked_at = $2 where token_hash = $1 and locked_at is null", params![token, tx.now()])?;
    Ok(())
}

/// Counts one more attempt to open the session again; how many there were in a row.
pub(crate) fn count_unlock(tx: &Tx<'_>, token: &Hash) -> Result<i64> {
    tx.execute("update sessions set wrong_unlocks = wrong_unlocks + 1 where token_hash = $1", params![token])?;
    Ok(tx.find("select wrong_unlocks from sessions where token_hash = $1", params![token], |row| row.get(0))?.unwrap_or(i64::MAX))
}

/// The session is open and in use again.
pub(crate) fn unlock_session(tx: &Tx<'_>, token: &Hash) -> Result<()> {
    tx.execute(
        "update sessions set locked_at = null, used_at = $2, proved_at = $2, wrong_unlocks = 0 where token_hash = $1",
        params![token, tx.now()],
    )?;
    Ok(())
}
