//! A demo city: the accounts whose passwords its pack shows to everybody, and the API key `demo`. A database is a demo
//! for good or never.

use base::{Actor, Error, Id, Result};
use jiff::tz::TimeZone;
use store::{Db, Read, Tx};

use super::{accounts::set_password, hashing, keys, listed, roles::settle_roles};
use crate::{model::Password, pack::ListedAccount, store as rows};

/// The API key of a demo. Its row is also what marks a database as a demo's.
const KEY: &str = "demo";
/// The password of accounts for which the pack names none.
const PASSWORD: &str = "demo";

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
/// printed in a pack protect nothing. `zone` is the city's.
///
/// # Errors
/// What is wrong with an account, as [`hire`].
pub async fn put_demo_accounts(db: &Db, accounts: &[ListedAccount], zone: &TimeZone) -> Result<()> {
    db.write(Actor::SYSTEM, settle_roles).await?;
    for account in accounts {
        let login = account.login.clone();
        if db.read(move |read| rows::account_id_of(read, &login)).await?.is_some() {
            continue;
        }
        let password = Password::given(account.password.as_deref().unwrap_or(PASSWORD))?;
        let hash = hashing::place().await?.hash(&password).await?;
        let (demo, zone) = (account.clone(), zone.clone());
        db.write(Actor::SYSTEM, move |tx| match listed::make(tx, &demo, &zone)? {
            Some(account_id) => set_password(tx, account_id, &hash),
            // Another process may have opened the same demo while the password was hashed.
            None => Ok(()),
        })
        .await?;
    }
    let accounts = accounts.to_vec();
    db.write(Actor::SYSTEM, move |tx| listed::put_deputies(tx, &accounts)).await
}
