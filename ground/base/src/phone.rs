//! Telephone numbers: E.164, with the Polish plan known.

use std::{fmt, str::FromStr};

use crate::Error;

/// Two-digit beginnings of Polish mobile numbers (numbering plan of UKE).
const POLISH_MOBILE: [&str; 13] = ["45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88"];

/// A telephone number in E.164 form, such as `+48616463344`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// The E.164 form with its plus.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text message can be expected to arrive: Polish mobile ranges and all foreign numbers.
    pub fn takes_sms(&self) -> bool {
        match self.0.strip_prefix("+48") {
            Some(national) => POLISH_MOBILE.iter().any(|start| national.starts_with(start)),
            None => true,
        }
    }
}

impl FromStr for PhoneNumber {
    type Err = Error;

    /// Reads any spelling: spaces, hyphens, dots, brackets, `+48`, `0048` or nine national digits.
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `phone` with message `phone-invalid`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let bare: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}')).collect();
        let international = bare.strip_prefix('+').or_else(|| bare.strip_prefix("00"));
        let digits = match international {
            Some(digits) => digits.to_owned(),
            None => format!("48{bare}"),
        };
        let polish_fits = !digits.starts_with("48") || (digits.len() == 11 && !digits[2..].starts_with('0'));
        let fits = digits.bytes().all(|b| b.is_ascii_digit()) && (8..=15).contains(&digits.len()) && !digits.starts_with('0');
        if fits && polish_fits { Ok(Self(format!("+{digits}"))) } else { Err(Error::invalid("phone", "phone-invalid")) }
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_number_are_one_number() {
        for text in ["61 646 33 44", "616463344", "+48 61-646-33-44", "0048 61 646 33 44", "(61) 646.33.44"] {
            assert_eq!(text.parse::<PhoneNumber>().unwrap().as_str(), "+48616463344", "{text}");
        }
        assert_eq!("+380 44 123 45 67".parse::<PhoneNumber>().unwrap().as_str(), "+380441234567");
    }

    #[test]
    fn what_cannot_be_called_is_refused() {
        for text in ["", "123", "061 646 33 44", "+48 61 646 33 4", "+48 61 646 33 445", "zadzwoń", "+0123456789"] {
            assert!(text.parse::<PhoneNumber>().is_err(), "{text}");
        }
    }

    #[test]
    fn texts_go_to_mobiles_and_abroad() {
        for (text, takes) in [("601 234 567", true), ("61 646 33 44", false), ("+380441234567", true)] {
            assert_eq!(text.parse::<PhoneNumber>().unwrap().takes_sms(), takes, "{text}");
        }
    }
}
