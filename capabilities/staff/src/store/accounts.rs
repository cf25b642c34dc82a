//! The rows of accounts.

use base::{Id, Moment, Result};
use store::{Read, Row, Tx, params};

use crate::model::{Attempts, Credentials, Login, NewAccount};

pub(crate) fn insert_account(tx: &Tx<'_>, account: &NewAccount) -> Result<()> {
    tx.execute(
        "insert into accounts (id, login, name, unit_id, permissions, password, active, created_at, failures, locked_until)
         values ($1, $2, $3, $4, $5, null, $6, $7, 0, 0)",
        params![account.id, account.login.as_str(), account.name, account.unit_id, account.permissions.to_json(), true, tx.now()],
    )?;
    Ok(())
}

/// What the person behind an account is called.
///
/// # Errors
/// `NotFound` without such an account.
pub fn name_of(read: &Read<'_>, account_id: Id) -> Result<String> {
    read.one("select name from accounts where id = $1", params![account_id], |row| row.get(0))
}

pub(crate) fn account_id_of(read: &Read<'_>, login: &Login) -> Result<Option<Id>> {
    read.find("select id from accounts where login = $1", params![login.as_str()], |row| row.get(0))
}

pub(crate) fn has_accounts(read: &Read<'_>) -> Result<bool> {
    read.value("select exists (select 1 from accounts)", &[])
}

const CREDENTIALS: &str = "select id, password, active, failures, locked_until, ends_at from accounts";

/// An account that ends counts as active until `now` has come to its end.
fn made(row: &Row<'_>, now: Moment) -> Result<Credentials> {
    let attempts = Attempts { failures: row.get(3)?, locked_until: row.get(4)? };
    let ends_at: Option<Moment> = row.get(5)?;
    let active = row.get(2)? && ends_at.is_none_or(|ends_at| now < ends_at);
    Ok(Credentials { account_id: row.get(0)?, password: row.get(1)?, active, attempts })
}

pub(crate) fn credentials_of(read: &Read<'_>, login: &Login) -> Result<Option<Credentials>> {
    // Whoever only looks does not ask whether the account has ended: that is looked at again in the transaction.
    read.find(&format!("{CREDENTIALS} where login = $1"), params![login.as_str()], |row| made(row, Moment::default()))
}

pub(crate) fn credentials(tx: &Tx<'_>, account_id: Id) -> Result<Credentials> {
    tx.one(&format!("{CREDENTIALS} where id = $1"), params![account_id], |row| made(row, tx.now()))
}

pub(crate) fn put_attempts(tx: &Tx<'_>, account_id: Id, attempts: Attempts) -> Result<()> {
    tx.execute(
        "update accounts set failures = $2, locked_until = $3 where id = $1",
        params![account_id, attempts.failures, attempts.locked_until],
    )?;
    Ok(())
}

pub(crate) fn clear_attempts(tx: &Tx<'_>, account_id: Id) -> Result<()> {
    put_attempts(tx, account_id, Attempts::default())
}

pub(crate) fn put_password(tx: &Tx<'_>, account_id: Id, hash: &str) -> Result<()> {
    tx.execute("update accounts set password = $2 where id = $1", params![account_id, hash])?;
    Ok(())
}

/// Whether the account is active, and its unit.
pub(crate) fn state_of(read: &Read<'_>, account_id: Id) -> Result<(bool, Option<Id>)> {
    read.one("select active, unit_id from accounts where id = $1", params![account_id], |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) fn put_state(tx: &Tx<'_>, account_id: Id, active: bool) -> Result<()> {
    tx.execute("update accounts set active = $2 where id = $1", params![account_id, active])?;
    Ok(())
}

/// The login of the account.
pub(crate) fn login_of(read: &Read<'_>, account_id: Id) -> Result<String> {
    read.one("select login from accounts where id = $1", params![account_id], |row| row.get(0))
}
