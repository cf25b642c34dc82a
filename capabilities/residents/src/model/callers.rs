//! Who may be behind a number: a matching number proves no identity.

use base::{Error, Id, Language, PhoneNumber, Result};

use super::Needs;

/// What the network said about who calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caller {
    /// No number: withheld, anonymous, unknown.
    Withheld,
    /// This one.
    Number(PhoneNumber),
}

/// Words of networks and people for a number that is not shown.
const WITHHELD: [&str; 12] = [
    "anonymous",
    "withheld",
    "restricted",
    "private",
    "unavailable",
    "unknown",
    "anonim",
    "zastrzezony",
    "nieznany",
    "prywatny",
    "ukryty",
    "brak",
];

impl std::str::FromStr for Caller {
    type Err = Error;

    /// Reads a number in any spelling; nothing, or a word for a withheld one, is no number.
    ///
    /// # Errors
    /// As [`PhoneNumber`]'s `from_str`.
    fn from_str(text: &str) -> Result<Self> {
        let folded = base::fold(text.trim());
        if folded.is_empty() || WITHHELD.iter().any(|word| folded.contains(word)) {
            return Ok(Self::Withheld);
        }
        text.parse().map(Self::Number)
    }
}

/// Somebody who uses a number or address, unconfirmed. Nothing here tells who it is: needs and language serve the
/// conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The resident.
    pub resident_id: Id,
    /// How they have to be spoken to.
    pub needs: Needs,
    /// The language they prefer.
    pub language: Language,
    /// Known to be one of several who use it.
    pub shared: bool,
}

/// What a number tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognition {
    /// No number was shown.
    Withheld,
    /// Nobody we know uses it.
    Nobody,
    /// All who use it. The number matches, the person is unconfirmed, also when there is only one.
    Candidates(Vec<Candidate>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_withheld_number_is_no_number() {
        for text in ["", "  ", "anonymous", "Anonymous <sip:anonymous@invalid>", "Zastrzeżony", "PRIVATE", "numer ukryty"] {
            assert_eq!(text.parse::<Caller>().unwrap(), Caller::Withheld, "{text:?}");
        }
        assert_eq!("0048 601-234-567".parse::<Caller>().unwrap(), Caller::Number("601234567".parse().unwrap()));
        assert!("12".parse::<Caller>().is_err());
    }
}
