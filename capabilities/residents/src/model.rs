//! A resident's ways to be reached.

use base::{Email, Id, Language, PhoneNumber, Result};

/// A way to reach a resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// An e-mail address.
    Email(Email),
    /// A telephone number.
    Phone(PhoneNumber),
}

impl Way {
    /// The word kept in the database.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
        }
    }

    /// The address or number as kept in the database.
    pub fn address(&self) -> &str {
        match self {
            Self::Email(email) => email.as_str(),
            Self::Phone(number) => number.as_str(),
        }
    }
}

/// What somebody told us about reaching them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reachable {
    /// The ways, at least one.
    pub ways: Vec<Way>,
    /// The language they wrote or spoke in.
    pub language: Language,
}

impl Reachable {
    /// Somebody with one e-mail address.
    ///
    /// # Errors
    /// As [`Email`]'s `from_str`.
    pub fn by_email(address: &str, language: Language) -> Result<Self> {
        Ok(Self { ways: vec![Way::Email(address.parse()?)], language })
    }
}

/// A resident as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resident {
    /// The resident's id.
    pub id: Id,
    /// What they call themselves.
    pub name: Option<String>,
    /// Their language.
    pub language: Language,
}
