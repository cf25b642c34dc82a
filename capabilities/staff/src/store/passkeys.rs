//! The rows of passkeys, and of what browsers were asked to sign with them.

use base::{Id, Moment, Result};
use serde_json::Value as Json;
use store::{Read, Tx, params};

use crate::model::PasskeyTold;

/// SHA-256 of a token.
type Hash = [u8; 32];

pub(crate) fn insert_passkey(tx: &Tx<'_>, id: Id, account_id: Id, name: &str, credential_id: &[u8], credential: &Json) -> Result<()> {
    tx.execute(
        "insert into passkeys (id, account_id, name, credential_id, credential, created_at, used_at) values ($1, $2, $3, $4, $5, $6, null)",
        params![id, account_id, name, credential_id, credential, tx.now()],
    )?;
    Ok(())
}

/// The passkeys of the account, the oldest first.
pub(crate) fn passkeys_of(read: &Read<'_>, account_id: Id, limit: i64) -> Result<Vec<PasskeyTold>> {
    let sql = "select id, name, created_at, used_at from passkeys where account_id = $1 order by created_at, id limit $2";
    read.query(sql, params![account_id, limit], |row| {
        Ok(PasskeyTold { id: row.get(0)?, name: row.get(1)?, created_at: row.get(2)?, used_at: row.get(3)? })
    })
}

/// What the library keeps of the account's passkeys.
pub(crate) fn credentials_of_passkeys(read: &Read<'_>, account_id: Id, limit: i64) -> Result<Vec<Json>> {
    read.query("select credential from passkeys where account_id = $1 limit $2", params![account_id, limit], |row| row.get(0))
}

/// Id and credential of the active account's passkey.
pub(crate) fn find_passkey(read: &Read<'_>, account_id: Id, credential_id: &[u8]) -> Result<Option<(Id, Json)>> {
    let sql = "select p.id, p.credential from passkeys p join accounts a on a.id = p.account_id
         where p.account_id = $1 and p.credential_id = $2 and a.active";
    read.find(sql, params![account_id, credential_id], |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) fn has_credential(read: &Read<'_>, credential_id: &[u8]) -> Result<bool> {
    read.value("select exists (select 1 from passkeys where credential_id = $1)", params![credential_id])
}

pub(crate) fn use_passkey(tx: &Tx<'_>, id: Id, credential: &Json) -> Result<()> {
    tx.execute("update passkeys set credential = $2, used_at = $3 where id = $1", params![id, credential, tx.now()])?;
    Ok(())
}

/// Whether the account had this passkey.
pub(crate) fn delete_passkey(tx: &Tx<'_>, account_id: Id, id: Id) -> Result<bool> {
    Ok(tx.execute("delete from passkeys where account_id = $1 and id = $2", params![account_id, id])? > 0)
}

pub(crate) fn delete_passkeys(tx: &Tx<'_>, account_id: Id) -> Result<usize> {
    tx.execute("delete from passkeys where account_id = $1", params![account_id])
}

pub(crate) fn insert_ceremony(tx: &Tx<'_>, token: &Hash, account_id: Option<Id>, state: &Json, ends_at: Moment) -> Result<()> {
    tx.execute("delete from passkey_ceremonies where ends_at <= $1", params![tx.now()])?;
    tx.execute(
        "insert into passkey_ceremonies (token_hash, account_id, state, ends_at) values ($1, $2, $3, $4)",
        params![token, account_id, state, ends_at],
    )?;
    Ok(())
}

/// The state of a ceremony that holds at `now`, of this account or of nobody yet.
pub(crate) fn find_ceremony(read: &Read<'_>, token: &Hash, account_id: Option<Id>, now: Moment) -> Result<Option<Json>> {
    let sql = "select account_id, state from passkey_ceremonies where token_hash = $1 and ends_at > $2";
    let found: Option<(Option<Id>, Json)> = read.find(sql, params![token, now], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.filter(|(whose, _)| *whose == account_id).map(|(_, state)| state))
}

/// Whether there was such a ceremony; now there is none.
pub(crate) fn delete_ceremony(tx: &Tx<'_>, token: &Hash) -> Result<bool> {
    Ok(tx.execute("delete from passkey_ceremonies where token_hash = $1", params![token])? > 0)
}

/// Whether the account can be come into without passkeys: by a password of its own, or by the single sign-on.
pub(crate) fn has_other_way(read: &Read<'_>, account_id: Id) -> Result<bool> {
    read.value(
        "select exists (select 1 from accounts where id = $1 and password is not null) or exists (select 1 from identities where account_id = $1)",
        params![account_id],
    )
}

/// Whether the account comes by the single sign-on.
pub(crate) fn has_identity(read: &Read<'_>, account_id: Id) -> Result<bool> {
    read.value("select exists (select 1 from identities where account_id = $1)", params![account_id])
}
