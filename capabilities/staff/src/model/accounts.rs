//! Accounts: whoever may sign in, and what the rest of the city sees of somebody who has.

use std::{collections::BTreeSet, fmt, str::FromStr};

use base::{Actor, Error, Id, Moment, Result};

use super::{Attempts, Permission, Permissions, Profile};

/// The longest login, in letters.
const LOGIN_LENGTH: usize = 100;
/// The longest name, in letters.
const NAME_LENGTH: usize = 100;

/// Who is looking: a signed-in account. Whatever is loaded for staff is loaded for a viewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// The account.
    pub account_id: Id,
    /// What the person is called, for pages only.
    pub name: String,
    /// The unit they work in; `None` for people of the contact centre itself.
    pub unit_id: Option<Id>,
    /// What they may do.
    pub permissions: Permissions,
}

impl Viewer {
    /// Whether they may do this.
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.hold(permission)
    }

    /// Goes on only if they may do this.
    ///
    /// # Errors
    /// [`Error::Forbidden`].
    pub fn require(&self, permission: Permission) -> Result<()> {
        if self.may(permission) { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// They, as the one who acts.
    pub fn actor(&self) -> Actor {
        Actor::staff(self.account_id)
    }
}

/// The name by which somebody signs in: small letters, digits and `. _ @ + -`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login(String);

impl Login {
    /// As kept in the database.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Login {
    type Err = Error;

    /// Takes capitals for small letters and forgives spaces around it.
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `login` with message `staff-login-invalid`.
    fn from_str(text: &str) -> Result<Self> {
        let login = text.trim().to_ascii_lowercase();
        let fits = (1..=LOGIN_LENGTH).contains(&login.len()) && login.bytes().all(|b| b.is_ascii_alphanumeric() || b"._@+-".contains(&b));
        if fits { Ok(Self(login)) } else { Err(Error::invalid("login", "staff-login-invalid")) }
    }
}

impl fmt::Display for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An account about to be made. It cannot be signed in to before a password is set.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// Its id; the caller makes it.
    pub id: Id,
    /// Its login, not taken yet.
    pub login: Login,
    /// What the person is called.
    pub name: String,
    /// The unit they work in.
    pub unit_id: Option<Id>,
    /// What they may do.
    pub permissions: Permissions,
}

impl NewAccount {
    /// Whether the name can be shown on one line.
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `name` with message `staff-name-invalid`.
    pub fn check(&self) -> Result<()> {
        check_name(&self.name)
    }
}

/// Whether the name of a person can be shown on one line.
pub(super) fn check_name(name: &str) -> Result<()> {
    let shown = !name.trim().is_empty() && name.chars().count() <= NAME_LENGTH && !name.chars().any(char::is_control);
    if shown { Ok(()) } else { Err(Error::invalid("name", "staff-name-invalid")) }
}

/// What an attempt to come in is judged by.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// The account.
    pub account_id: Id,
    /// The argon2id hash in PHC form; `None` until a password was set.
    pub password: Option<String>,
    /// Whether the account may be used: neither deactivated nor ended.
    pub active: bool,
    /// The attempts so far.
    pub attempts: Attempts,
}

/// An account as pages show it.
#[derive(Debug, Clone)]
pub struct Person {
    /// The account.
    pub account_id: Id,
    /// Their login.
    pub login: String,
    /// Name, unit, how to reach them, hours and end; languages and skills only where one person is shown.
    pub profile: Profile,
    /// The short name of their unit.
    pub unit: Option<String>,
    /// The permissions that stand in their own row, beside those of their roles.
    pub own_permissions: Permissions,
    /// Their roles.
    pub roles: BTreeSet<Id>,
    /// Whether they may sign in.
    pub active: bool,
    /// Whether a password was ever set.
    pub has_password: bool,
    /// Whether they come by the city's single sign-on.
    pub by_single_sign_on: bool,
}

impl Person {
    /// Whether the account is in use at `now`.
    pub fn is_in_use(&self, now: Moment) -> bool {
        self.active && self.profile.ends_at.is_none_or(|ends_at| now < ends_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_login_however_it_is_typed() {
        for (text, expected) in [
            ("ekipa3", Some("ekipa3")),
            (" Anna.K@Lipogrod.example ", Some("anna.k@lipogrod.example")),
            ("", None),
            ("   ", None),
            ("anna k", None),
            ("аnna", None),
            ("anna\n", Some("anna")),
            ("an\nna", None),
        ] {
            assert_eq!(text.parse::<Login>().ok().as_ref().map(Login::as_str), expected, "{text:?}");
        }
        assert!("a".repeat(LOGIN_LENGTH + 1).parse::<Login>().is_err());
    }

    #[test]
    fn whoever_lacks_the_permission_is_refused() {
        let permissions = [Permission::WorkCases].into_iter().collect();
        let viewer = Viewer { account_id: Id::new(), name: "Ekipa 3".into(), unit_id: None, permissions };
        assert!(viewer.require(Permission::WorkCases).is_ok());
        assert!(matches!(viewer.require(Permission::Administer), Err(Error::Forbidden)));
    }
}
