//! The rows of what the single sign-on calls accounts.

use base::{Id, Result};
use store::{Read, Tx, params};

/// What the single sign-on calls an account.
pub(crate) struct Identity {
    pub(crate) id: Id,
    pub(crate) account_id: Id,
    /// Whether the single sign-on deactivated the account.
    pub(crate) cut_off: bool,
}

pub(crate) fn insert_identity(tx: &Tx<'_>, id: Id, account_id: Id, issuer: &str, subject: &str) -> Result<()> {
    tx.execute(
        "insert into identities (id, issuer, subject, account_id, created_at, cut_off) values ($1, $2, $3, $4, $5, $6)",
        params![id, issuer, subject, account_id, tx.now(), false],
    )?;
    Ok(())
}

pub(crate) fn find_identity(read: &Read<'_>, issuer: &str, subject: &str) -> Result<Option<Identity>> {
    let sql = "select id, account_id, cut_off from identities where issuer = $1 and subject = $2";
    read.find(sql, params![issuer, subject], |row| Ok(Identity { id: row.get(0)?, account_id: row.get(1)?, cut_off: row.get(2)? }))
}

pub(crate) fn put_cut_off(tx: &Tx<'_>, id: Id, cut_off: bool) -> Result<()> {
    tx.execute("update identities set cut_off = $2 where id = $1", params![id, cut_off])?;
    Ok(())
}

/// Sets where the account belongs.
pub(crate) fn put_unit_of(tx: &Tx<'_>, account_id: Id, unit_id: Option<Id>) -> Result<()> {
    tx.execute("update accounts set unit_id = $2 where id = $1", params![account_id, unit_id])?;
    Ok(())
}

/// Whether the account had a password; now it has none.
pub(crate) fn forget_password(tx: &Tx<'_>, account_id: Id) -> Result<bool> {
    Ok(tx.execute("update accounts set password = null where id = $1 and password is not null", params![account_id])? > 0)
}
