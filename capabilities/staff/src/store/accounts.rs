//! The rows of accounts.

use base::{Id, Result};
use store::{Read, Row, Tx, params};

use crate::model::{Attempts, Credentials, Login, NewAccount, Permissions, Person};

pub(crate) fn insert_account(tx: &Tx<'_>, account: &NewAccount) -> Result<()> {
    tx.execute(
        "insert into accounts (id, login, name, unit_id, permissions, password, active, created_at, failures, locked_until)
         values ($1, $2, $3, $4, $5, null, $6, $7, 0, 0)",
        params![account.id, account.login.as_str(), account.name, account.unit_id, account.permissions.to_json(), true, tx.now()],
    )?;
    Ok(())
}

pub(crate) fn account_id_of(read: &Read<'_>, login: &Login) -> Result<Option<Id>> {
    read.find("select id from accounts where login = $1", params![login.as_str()], |row| row.get(0))
}

pub(crate) fn has_accounts(read: &Read<'_>) -> Result<bool> {
    read.value("select exists (select 1 from accounts)", &[])
}

const CREDENTIALS: &str = "select id, password, active, failures, locked_until from accounts";

fn made(row: &Row<'_>) -> Result<Credentials> {
    let attempts = Attempts { failures: row.get(3)?, locked_until: row.get(4)? };
    Ok(Credentials { account_id: row.get(0)?, password: row.get(1)?, active: row.get(2)?, attempts })
}

pub(crate) fn credentials_of(read: &Read<'_>, login: &Login) -> Result<Option<Credentials>> {
    read.find(&format!("{CREDENTIALS} where login = $1"), params![login.as_str()], made)
}

pub(crate) fn credentials(read: &Read<'_>, account_id: Id) -> Result<Credentials> {
    read.one(&format!("{CREDENTIALS} where id = $1"), params![account_id], made)
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

/// Up to `limit` accounts by name, after the account `after`.
pub(crate) fn people(read: &Read<'_>, after: Option<Id>, limit: i64) -> Result<Vec<Person>> {
    let later = if after.is_some() { "where (a.name, a.id) > (select name, id from accounts where id = $2)" } else { "" };
    let sql = format!(
        "select a.id, a.login, a.name, u.short, a.permissions, a.active, a.password is not null
         from accounts a left join units u on u.id = a.unit_id {later} order by a.name, a.id limit $1"
    );
    let mut given = params![limit].to_vec();
    given.extend(after.map(|id| store::ToValue::to_value(&id)));
    read.query(&sql, &given, |row| {
        Ok(Person {
            account_id: row.get(0)?,
            login: row.get(1)?,
            name: row.get(2)?,
            unit: row.get(3)?,
            permissions: Permissions::from_json(&row.get(4)?),
            active: row.get(5)?,
            has_password: row.get(6)?,
        })
    })
}

/// What the account may do.
pub(crate) fn permissions_of(read: &Read<'_>, account_id: Id) -> Result<Permissions> {
    let list = read.one("select permissions from accounts where id = $1", params![account_id], |row| row.get(0))?;
    Ok(Permissions::from_json(&list))
}

/// The login of the account.
pub(crate) fn login_of(read: &Read<'_>, account_id: Id) -> Result<String> {
    read.one("select login from accounts where id = $1", params![account_id], |row| row.get(0))
}
