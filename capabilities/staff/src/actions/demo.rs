//! A demo city: the accounts whose passwords its pack shows to everybody, and the API key `demo`. A database is a demo
//! for good or never.

use base::{Actor, Error, Id, Result};
use store::{Db, Read, Tx};

use super::{
    accounts::{create_account, set_password},
    hashing, keys,
};
use crate::{
    model::{NewAccount, Password},
    pack::DemoAccount,
    store as rows,
};

/// The API key of a demo. Its row is also what marks a database as a demo's.
const KEY: &str = "demo";

fn key_id() -> Id {
    Id::named("api_key", KEY)
}

/// Makes the database a demo's, with the API key `demo`; does nothing when it is one.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence when people work here already: everybody knows how to come into a demo, and
/// its letters go to nobody.
pub fn begin_demo(tx: &Tx<'_>) -> Result<()> {
    if rows::has_key(tx, key_id())? {
        return Ok(());
    }
    if rows::has_accounts(tx)? {
        let sentence =
            "this city has accounts of its own, and --demo would let everybody in: leave --demo out, or give the demo a new --data folder";
        return Err(Error::Unavailable(sentence.into()));
    }
    keys::insert(tx, key_id(), KEY, KEY)
}

/// Refuses to open a demo's database in earnest.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence when it is one.
pub fn refuse_demo(read: &Read<'_>) -> Result<()> {
    if !rows::has_key(read, key_id())? {
        return Ok(());
    }
    let sentence =
        "this city was made with --demo, and everybody knows its passwords: start it with --demo, or make a city in a new --data folder";
    Err(Error::Unavailable(sentence.into()))
}

/// Makes the accounts that do not exist yet; what was changed in those that do, stays. Only for `--demo`: passwords
/// printed in a pack protect nothing.
///
/// # Errors
/// What is wrong with an account, as [`create_account`].
pub async fn put_demo_accounts(db: &Db, accounts: &[DemoAccount]) -> Result<()> {
    for account in accounts {
        let login = account.login.clone();
        if db.read(move |read| rows::account_id_of(read, &login)).await?.is_some() {
            continue;
        }
        let hash = hashing::place().await?.hash(&Password::given(&account.password)?).await?;
        let new = NewAccount {
            id: Id::named("account", account.login.as_str()),
            login: account.login.clone(),
            name: account.name.clone(),
            unit_id: account.unit.as_deref().map(crate::Unit::id_of),
            permissions: account.permissions.clone(),
        };
        let put = move |tx: &Tx<'_>| {
            // Another process may have opened the same demo while the password was hashed.
            if rows::account_id_of(tx, &new.login)?.is_some() {
                return Ok(());
            }
            create_account(tx, &new).and_then(|()| set_password(tx, new.id, &hash))
        };
        db.write(Actor::SYSTEM, put).await.map_err(|error| said(error, account))?;
    }
    Ok(())
}

/// A fault in the pack is told to the person who starts the city.
fn said(error: Error, account: &DemoAccount) -> Error {
    match error {
        Error::Invalid(_) => Error::Unavailable(format!("staff.toml: account {}: {error}", account.login)),
        other => other,
    }
}
