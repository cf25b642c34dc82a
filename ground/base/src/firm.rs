//! Numbers of Polish firms, checked by their check digits.

use std::{fmt, str::FromStr};

use crate::Error;

/// Weights of the tax number (NIP); the sum modulo 11 is the tenth digit, and 10 is none.
const NIP: [u32; 9] = [6, 5, 7, 2, 3, 4, 5, 6, 7];
/// Weights of the short and the long number in the register of firms (REGON); 10 counts as 0.
const REGON_9: [u32; 8] = [8, 9, 2, 3, 4, 5, 6, 7];
const REGON_14: [u32; 13] = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

/// A Polish tax number of ten digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Nip(String);

/// A number in the Polish register of firms, of nine or fourteen digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Regon(String);

impl Nip {
    /// The ten digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Regon {
    /// The nine or fourteen digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Nip {
    type Err = Error;

    /// Reads ten digits, spaces and hyphens between them, `PL` before them.
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `nip` with message `nip-invalid`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let digits = bare(text);
        let digits = digits.strip_prefix("PL").unwrap_or(&digits);
        let fits = digits.len() == 10 && is_number(digits) && remainder(digits, &NIP) == last(digits, 10);
        if fits { Ok(Self(digits.to_owned())) } else { Err(Error::invalid("nip", "nip-invalid")) }
    }
}

impl FromStr for Regon {
    type Err = Error;

    /// Reads nine or fourteen digits, spaces and hyphens between them. A long number contains a valid short one.
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `regon` with message `regon-invalid`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let digits = bare(text);
        let short = |digits: &str| remainder(digits, &REGON_9).map(|rest| rest % 10) == last(digits, 9);
        let long = |digits: &str| remainder(digits, &REGON_14).map(|rest| rest % 10) == last(digits, 14);
        let fits = is_number(&digits)
            && match digits.len() {
                9 => short(&digits),
                14 => short(&digits[..9]) && long(&digits),
                _ => false,
            };
        if fits { Ok(Self(digits)) } else { Err(Error::invalid("regon", "regon-invalid")) }
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect::<String>().to_uppercase()
}

/// Digits, not all of them zero: zeros alone would pass every sum.
fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.bytes().any(|byte| byte != b'0')
}

fn remainder(digits: &str, weights: &[u32]) -> Option<u32> {
    let sum: Option<u32> = weights.iter().zip(digits.chars()).map(|(weight, digit)| Some(weight * digit.to_digit(10)?)).sum();
    sum.map(|sum| sum % 11)
}

fn last(digits: &str, place: usize) -> Option<u32> {
    digits.chars().nth(place - 1)?.to_digit(10)
}

impl fmt::Display for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Regon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_numbers_are_told_from_other_digits() {
        for (text, good) in [
            ("5214349636", true),
            ("PL 856-734-62-15", true),
            ("5214349637", false),
            ("0000000000", false),
            ("521434963", false),
            ("52143496361", false),
            ("521434963a", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Nip>().is_ok(), good, "{text}");
        }
        // A remainder of 10 is no digit: whatever the tenth is, this is no number.
        assert!((0..10).all(|digit| format!("100000016{digit}").parse::<Nip>().is_err()));
    }

    #[test]
    fn numbers_of_the_register_are_told_from_other_digits() {
        for (text, good) in [
            ("123456785", true),
            ("123-456-785", true),
            ("12345678512347", true),
            ("123456786", false),
            ("12345678512348", false),
            ("12345678612347", false),
            ("000000000", false),
            ("1234567", false),
        ] {
            assert_eq!(text.parse::<Regon>().is_ok(), good, "{text}");
        }
    }
}
