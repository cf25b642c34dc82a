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

    /// Whether the text is a number as it is dialled from everywhere, `+48616463344`, and no other spelling of one.
    pub fn is_e164(text: &str) -> bool {
        text.parse::<Self>().is_ok_and(|read| read.0 == text)
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

    /// Reads any spelling: spaces, hyphens, dots, brackets, `tel.` before it, `+48`, `0048` or nine national digits.
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `phone`: `phone-extension` for a number with an extension, which nobody else can
    /// dial for us; otherwise `phone-invalid`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let text = text.trim().to_lowercase();
        if has_extension(&text) {
            return Err(Error::invalid("phone", "phone-extension"));
        }
        let text = text.strip_prefix("tel").unwrap_or(&text).replace("(0)", "");
        let bare: String = text.chars().filter(|letter| !is_between(*letter)).collect();
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

/// What people write between digits.
fn is_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '.' | '(' | ')' | '/' | ':' | '\u{2010}'..='\u{2014}')
}

/// Whether digits are followed by a word or sign for an extension: `wew. 12`, `ext 12`, `доб. 12`, `x12`, `#12`.
fn has_extension(text: &str) -> bool {
    let after_digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let mark = after_digits.find(|c: char| !c.is_ascii_digit() && !is_between(c));
    mark.is_some_and(|at| {
        let rest = &after_digits[at..];
        let word = rest.trim_start_matches(|c: char| c.is_alphabetic()).trim_start_matches(is_between);
        let known = ["w", "ext", "доб", "вн", "x", "#", ","].iter().any(|start| rest.starts_with(start));
        known && word.trim_start_matches(['#', ',']).trim_start().starts_with(|c: char| c.is_ascii_digit())
    })
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
        for text in ["tel. 61 646 33 44", "TEL: 61–646–33–44", " +48 (0) 61 646 33 44 ", "61\t646\u{2009}33 44"] {
            assert_eq!(text.parse::<PhoneNumber>().unwrap().as_str(), "+48616463344", "{text}");
        }
        assert_eq!("00380441234567".parse::<PhoneNumber>().unwrap().as_str(), "+380441234567");
        assert_eq!("+380 44 123 45 67".parse::<PhoneNumber>().unwrap().as_str(), "+380441234567");
    }

    #[test]
    fn what_cannot_be_called_is_refused() {
        for text in ["", "123", "061 646 33 44", "+48 61 646 33 4", "+48 61 646 33 445", "zadzwoń", "+0123456789"] {
            assert!(text.parse::<PhoneNumber>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_number_with_an_extension_is_refused_in_words_of_its_own() {
        for text in
            ["61 646 33 44 wew. 12", "61 646 33 44 w.12", "+48616463344 ext 5", "616463344x12", "61 646 33 44 #12", "044 123 доб. 3"]
        {
            let refused = text.parse::<PhoneNumber>();
            assert!(matches!(&refused, Err(Error::Invalid(faults)) if faults[0].message == "phone-extension"), "{text}: {refused:?}");
        }
        let refused = "61 646 anonim".parse::<PhoneNumber>();
        assert!(matches!(&refused, Err(Error::Invalid(faults)) if faults[0].message == "phone-invalid"), "{refused:?}");
    }

    #[test]
    fn texts_go_to_mobiles_and_abroad() {
        for (text, takes) in [("601 234 567", true), ("61 646 33 44", false), ("+380441234567", true)] {
            assert_eq!(text.parse::<PhoneNumber>().unwrap().takes_sms(), takes, "{text}");
        }
    }
}
