//! E-mail addresses, as far as a form can judge them.

use std::{fmt, str::FromStr};

use crate::Error;

/// The longest address that SMTP carries (RFC 5321 section 4.5.3.1.3, less the angle brackets).
pub const MAX_LENGTH: usize = 254;

/// An e-mail address that a mail server can be asked about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// The address, its domain in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = Error;

    /// Takes `local@domain` with a dot in the domain; no comments, quotes, line breaks or address lists.
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `email` with message `email-invalid`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = || Error::invalid("email", "email-invalid");
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').ok_or_else(refused)?;
        let local_fits = (1..=64).contains(&local.len())
            && local.chars().all(|c| c.is_alphanumeric() || "!#$%&*+-/=?^_`{|}~.".contains(c))
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        let label_fits = |label: &str| {
            (1..=63).contains(&label.len())
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let domain_fits = domain.contains('.') && domain.split('.').all(label_fits);
        if text.len() <= MAX_LENGTH && local_fits && domain_fits {
            Ok(Self(format!("{local}@{}", domain.to_lowercase())))
        } else {
            Err(refused())
        }
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_what_is_none() {
        for (text, good) in [
            ("anna.k@poczta.example", true),
            (" Anna@Poczta.Example ", true),
            ("żółw@pączek.example", true),
            ("anna.k@", false),
            ("anna.k@poczta", false),
            ("a@b.example\r\nBcc: c@d.example", false),
            ("a@b.example,c@d.example", false),
            (".a@b.example", false),
            ("a..b@c.example", false),
            ("a@-b.example", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Email>().is_ok(), good, "{text:?}");
        }
    }
}
