//! A resident's ways to be reached.

use base::{Email, Error, Id, Language, Moment, PhoneNumber, Result};

/// The longest postal address, in characters.
pub const LONGEST_POST: usize = 300;

/// A postal address as it stands on an envelope, lines of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostalAddress(String);

impl PostalAddress {
    /// Its lines, joined by `\n`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for PostalAddress {
    type Err = Error;

    /// Takes one or more lines with at least one digit (a house, a box or a postal code).
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `post` with message `post-invalid`.
    fn from_str(text: &str) -> Result<Self> {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let text = lines.join("\n");
        let fits = text.chars().count() <= LONGEST_POST && text.chars().count() >= 8 && text.contains(|c: char| c.is_ascii_digit());
        if fits { Ok(Self(text)) } else { Err(Error::invalid("post", "post-invalid")) }
    }
}

/// A way to reach a resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// An e-mail address.
    Email(Email),
    /// A telephone number.
    Phone(PhoneNumber),
    /// A postal address.
    Post(PostalAddress),
}

impl Way {
    /// The word kept in the database.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
            Self::Post(_) => "post",
        }
    }

    /// The address or number as kept in the database.
    pub fn address(&self) -> &str {
        match self {
            Self::Email(email) => email.as_str(),
            Self::Phone(number) => number.as_str(),
            Self::Post(address) => address.as_str(),
        }
    }

    /// Reads what [`Way::kind`] and [`Way::address`] wrote.
    ///
    /// # Errors
    /// As the formats; [`Error::Internal`] for an unknown kind.
    pub(crate) fn kept(kind: &str, address: &str) -> Result<Self> {
        match kind {
            "email" => address.parse().map(Self::Email),
            "phone" => address.parse().map(Self::Phone),
            "post" => address.parse().map(Self::Post),
            _ => Err(Error::internal(format!("unknown kind of a way: {kind}"))),
        }
    }
}

/// A way as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptWay {
    /// Its own id.
    pub id: Id,
    /// The resident in whose row it was given.
    pub resident_id: Id,
    /// The way.
    pub way: Way,
    /// Known to be used by several people: a family, a secretary's office.
    pub shared: bool,
    /// When it was given.
    pub created_at: Moment,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_needs_a_place_to_go_to() {
        for (text, kept) in [
            ("ul. Olszowa 14\n\n 60-101 Lipogród ", Some("ul. Olszowa 14\n60-101 Lipogród")),
            ("skr. poczt. 12, Lipogród", Some("skr. poczt. 12, Lipogród")),
            ("Lipogród", None),
            ("", None),
            ("14", None),
        ] {
            assert_eq!(text.parse::<PostalAddress>().ok().as_ref().map(PostalAddress::as_str), kept, "{text:?}");
        }
        assert!("1".repeat(LONGEST_POST + 1).parse::<PostalAddress>().is_err());
    }
}
