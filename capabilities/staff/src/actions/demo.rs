//! A demo city: the accounts whose passwords its pack shows to everybody, and the API key `demo`. A database is a demo
//! for good or never.

use base::{Actor, Error, Id, Result};
use jiff::tz::TimeZone;
use store::{Db, Read, Tx};

use super::{
    accounts::set_password,
    hashing, keys,
    people::{change_person, hire},
    roles::settle_roles,
};
use crate::{
    model::{Login, NewAccount, Password, Permissions, Profile, end_of_day},
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
/// printed in a pack protect nothing. `zone` is the city's.
///
/// # Errors
/// What is wrong with an account, as [`hire`].
pub async fn put_demo_accounts(db: &Db, accounts: &[DemoAccount], zone: &TimeZone) -> Result<()> {
    db.write(Actor::SYSTEM, settle_roles).await?;
    for account in accounts {
        let login = account.login.clone();
        if db.read(move |read| rows::account_id_of(read, &login)).await?.is_some() {
            continue;
        }
        let hash = hashing::place().await?.hash(&Password::given(&account.password)?).await?;
        let (demo, zone) = (account.clone(), zone.clone());
        db.write(Actor::SYSTEM, move |tx| put(tx, &demo, &zone, &hash)).await.map_err(|error| said(error, account))?;
    }
    let accounts = accounts.to_vec();
    db.write(Actor::SYSTEM, move |tx| accounts.iter().try_for_each(|account| put_deputy(tx, account))).await
}

fn id_of(login: &Login) -> Id {
    Id::named("account", login.as_str())
}

fn put(tx: &Tx<'_>, account: &DemoAccount, zone: &TimeZone, hash: &str) -> Result<()> {
    // Another process may have opened the same demo while the password was hashed.
    if rows::account_id_of(tx, &account.login)?.is_some() {
        return Ok(());
    }
    let unit_id = account.unit.as_deref().map(crate::Unit::id_of);
    let ends_at = account.ends_on.and_then(|day| end_of_day(day, zone));
    let profile = Profile { unit_id, ends_at, ..account.profile.clone() };
    let new = NewAccount {
        id: id_of(&account.login),
        login: account.login.clone(),
        name: profile.name.clone(),
        unit_id,
        permissions: Permissions::default(),
    };
    hire(tx, &new, &profile, &account.roles)?;
    set_password(tx, new.id, hash)
}

/// Deputies are named by their logins, so everybody must be there first.
fn put_deputy(tx: &Tx<'_>, account: &DemoAccount) -> Result<()> {
    let Some(deputy_id) = account.deputy.as_ref().map(id_of) else { return Ok(()) };
    let person = rows::person(tx, id_of(&account.login))?;
    if person.profile.deputy_id.is_some() || !rows::is_in_use(tx, deputy_id, tx.now())? {
        return Ok(());
    }
    change_person(tx, person.account_id, &Profile { deputy_id: Some(deputy_id), ..person.profile }, None)
}

/// A fault in the pack is told to the person who starts the city.
fn said(error: Error, account: &DemoAccount) -> Error {
    match error {
        Error::Invalid(_) => Error::Unavailable(format!("staff.toml: account {}: {error}", account.login)),
        other => other,
    }
}
