//! People whom a pack lists in `staff.toml`: each is made once, and what was changed in them since stays.

use base::{Error, Id, Result};
use jiff::tz::TimeZone;
use store::Tx;

use super::{
    accounts::invite,
    people::{change_person, hire},
};
use crate::{
    model::{Login, NewAccount, Permissions, Profile, end_of_day},
    pack::ListedAccount,
    store as rows,
};

/// Makes the accounts that do not exist yet, and invites each of their owners: gives login and token of the link
/// `/invitation/{token}`, which nobody can ask for again. `zone` is the city's. All of them are made, or none.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence for an account that has a password in the file, and for what is wrong with one,
/// as [`hire`].
pub fn take_over_people(tx: &Tx<'_>, accounts: &[ListedAccount], zone: &TimeZone) -> Result<Vec<(Login, String)>> {
    if let Some(open) = accounts.iter().find(|account| account.password.is_some()) {
        let why = "a password in a file protects nothing; leave it out, and everybody sets their own by the link they get";
        return Err(Error::Unavailable(format!("staff.toml: account {}: {why}", open.login)));
    }
    let mut invited = Vec::new();
    for account in accounts {
        if let Some(account_id) = make(tx, account, zone)? {
            invited.push((account.login.clone(), invite(tx, account_id)?));
        }
    }
    put_deputies(tx, accounts)?;
    Ok(invited)
}

/// Makes the account and gives its id; nothing when it exists.
pub(super) fn make(tx: &Tx<'_>, account: &ListedAccount, zone: &TimeZone) -> Result<Option<Id>> {
    if rows::account_id_of(tx, &account.login)?.is_some() {
        return Ok(None);
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
    hire(tx, &new, &profile, &account.roles).map_err(|error| said(error, account))?;
    Ok(Some(new.id))
}

/// Deputies are named by their logins, so everybody must be there first.
pub(super) fn put_deputies(tx: &Tx<'_>, accounts: &[ListedAccount]) -> Result<()> {
    accounts.iter().try_for_each(|account| put_deputy(tx, account))
}

fn put_deputy(tx: &Tx<'_>, account: &ListedAccount) -> Result<()> {
    let Some(deputy) = &account.deputy else { return Ok(()) };
    let (account_id, deputy_id) = (rows::account_id_of(tx, &account.login)?, rows::account_id_of(tx, deputy)?);
    let (Some(account_id), Some(deputy_id)) = (account_id, deputy_id) else { return Ok(()) };
    let person = rows::person(tx, account_id)?;
    if person.profile.deputy_id.is_some() || !rows::is_in_use(tx, deputy_id, tx.now())? {
        return Ok(());
    }
    change_person(tx, account_id, &Profile { deputy_id: Some(deputy_id), ..person.profile }, None)
}

fn id_of(login: &Login) -> Id {
    Id::named("account", login.as_str())
}

/// A fault in the pack is told to the person who takes it over.
fn said(error: Error, account: &ListedAccount) -> Error {
    match error {
        Error::Invalid(_) => Error::Unavailable(format!("staff.toml: account {}: {error}", account.login)),
        other => other,
    }
}
