//! Accounts of a demo city, with the passwords that its pack shows to everybody.

use base::{Actor, Error, Id, Result};
use store::{Db, Tx};

use super::{
    accounts::{create_account, set_password},
    hashing,
};
use crate::{
    model::{NewAccount, Password},
    pack::DemoAccount,
    store as rows,
};

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
        let put = move |tx: &Tx<'_>| create_account(tx, &new).and_then(|()| set_password(tx, new.id, &hash));
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
