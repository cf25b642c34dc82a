//! The public number of a report: digits only, the last one a check digit.

use std::{fmt, str::FromStr};

use crate::Error;

/// The quasigroup of H. M. Damm's check digit (thesis, Marburg 2004): it catches every single wrong
/// digit and every swap of neighbours, the two mistakes people make when they key a number in.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// A report's public number: 7 to 9 digits and a check digit, the first never 0; written `4821-907-5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportNumber(i64);

impl ReportNumber {
    /// The lengths without the check digit, shortest first: a city starts with 7 and grows.
    pub const LENGTHS: [u32; 3] = [7, 8, 9];

    /// A number of `length` digits (and a check digit) from any random value.
    pub fn from_random(random: u64, length: u32) -> Self {
        let low = 10_u64.pow(length - 1);
        let body = low + random % (9 * low);
        let body = i64::try_from(body).unwrap_or(i64::MAX);
        Self(body * 10 + i64::from(check_digit(body)))
    }

    /// The number as kept in the database.
    pub fn value(self) -> i64 {
        self.0
    }

    /// Takes a number from the database, or one typed by a person; a wrong check digit is `None`.
    pub fn from_value(value: i64) -> Option<Self> {
        let fits = (10_000_000..10_000_000_000).contains(&value);
        (fits && i64::from(check_digit(value / 10)) == value % 10).then_some(Self(value))
    }
}

fn check_digit(body: i64) -> u8 {
    body.to_string().bytes().fold(0, |interim, digit| DAMM[usize::from(interim)][usize::from(digit - b'0')])
}

impl fmt::Display for ReportNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        let (head, tail) = digits.split_at(digits.len() - 4);
        write!(f, "{head}-{}-{}", &tail[..3], &tail[3..])
    }
}

impl FromStr for ReportNumber {
    type Err = Error;

    /// Reads a number with any spaces, dots or hyphens; anything else is [`Error::NotFound`].
    fn from_str(text: &str) -> Result<Self, Error> {
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '\u{a0}' | '–')).collect();
        digits.parse().ok().and_then(Self::from_value).ok_or(Error::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_example_of_damm_holds() {
        assert_eq!(check_digit(572), 4);
    }

    #[test]
    fn every_wrong_digit_and_every_swap_of_neighbours_is_caught() {
        for random in [0, 1, 4_821_907, 99, 8_999_999, u64::MAX] {
            let number = ReportNumber::from_random(random, 7);
            let digits = number.value().to_string().into_bytes();
            for at in 0..digits.len() {
                for wrong in b'0'..=b'9' {
                    let mut changed = digits.clone();
                    changed[at] = wrong;
                    check(&changed, changed == digits);
                }
                if at + 1 < digits.len() && digits[at] != digits[at + 1] {
                    let mut swapped = digits.clone();
                    swapped.swap(at, at + 1);
                    check(&swapped, false);
                }
            }
        }
        fn check(digits: &[u8], good: bool) {
            let text = std::str::from_utf8(digits).unwrap();
            assert_eq!(text.parse::<ReportNumber>().is_ok(), good, "{text}");
        }
    }

    #[test]
    fn a_number_reads_back_however_it_is_written() {
        let number = ReportNumber::from_random(3_821_907, 7);
        assert_eq!(number.to_string().len(), 10);
        for text in [number.to_string(), number.value().to_string(), number.to_string().replace('-', " ")] {
            assert_eq!(text.parse::<ReportNumber>().unwrap(), number);
        }
        assert!("".parse::<ReportNumber>().is_err());
        assert!("abc".parse::<ReportNumber>().is_err());
    }
}
