//! House numbers as Poland writes them: `14`, `12A/5`, `3-5`, `7 m. 2`.
//!
//! `12/14` is either flat 14 of house 12 or a house on plots 12 and 14; only a table of addresses can tell, so the second
//! number is read as a flat and whoever compares tries the whole before the house alone.

use std::fmt;

use base::fold;

/// The most digits of a house number.
const MAX_DIGITS: usize = 4;
/// The most letters after a house number, as in `12AB`.
const MAX_LETTERS: usize = 2;
/// The longest flat, as in `12/114a`.
const MAX_FLAT: usize = 5;
/// Folded words between a house and its flat.
const FLAT_WORDS: [&str; 4] = ["mieszkania", "mieszkanie", "lok", "m"];

/// A number and the letters behind it: `12a`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part {
    /// The number, 1–9999.
    pub number: u32,
    /// Up to two folded letters; mostly none.
    pub letters: String,
}

/// A house number; the order is that along a street.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HouseNumber {
    /// The number, or the first of a range.
    pub first: Part,
    /// The last of a range such as `3-5`.
    pub last: Option<Part>,
    /// What follows a slash or `m.`.
    pub flat: Option<String>,
}

impl HouseNumber {
    /// Reads a house number in any case and spacing; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold(text);
        let mut rest = Rest(folded.trim());
        let first = rest.part()?;
        let last = if rest.take(&["-", "–", "—"]) { Some(rest.part()?) } else { None };
        let flat = if rest.take(&["/"]) || rest.take_flat_word() { Some(rest.flat()?) } else { None };
        rest.0.trim().is_empty().then_some(Self { first, last, flat })
    }

    /// Whether both mean the same house, whatever the flat.
    pub fn same_house(&self, other: &Self) -> bool {
        self.first == other.first && self.last == other.last
    }

    /// Whether this is a range such as `3-5` and `other` is one of its houses, on the same side of the street.
    pub fn covers(&self, other: &Self) -> bool {
        let range = self.last.as_ref().map(|last| self.first.number..=last.number);
        range.is_some_and(|range| range.contains(&other.first.number)) && self.same_side(other)
    }

    /// Whether both are odd or both even, which in Poland is a side of the street.
    pub fn same_side(&self, other: &Self) -> bool {
        self.first.number % 2 == other.first.number % 2
    }

    /// How many numbers lie between the two.
    pub fn apart(&self, other: &Self) -> u32 {
        self.first.number.abs_diff(other.first.number)
    }
}

impl fmt::Display for HouseNumber {
    /// The short form without spaces, in lower case: `12a/5`, `3-5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.first.number, self.first.letters)?;
        if let Some(last) = &self.last {
            write!(f, "-{}{}", last.number, last.letters)?;
        }
        if let Some(flat) = &self.flat {
            write!(f, "/{flat}")?;
        }
        Ok(())
    }
}

/// What is still to be read, folded.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// A number and its letters, unless the letters lead to a flat.
    fn part(&mut self) -> Option<Part> {
        let digits = self.run(|letter| letter.is_ascii_digit());
        if digits.is_empty() || digits.len() > MAX_DIGITS {
            return None;
        }
        let number = digits.parse().ok().filter(|number| *number > 0)?;
        let after_number = self.0;
        self.0 = self.0.trim_start();
        let letters = self.run(char::is_alphabetic);
        let leads_to_flat =
            FLAT_WORDS.contains(&letters) && self.0.trim_start_matches(['.', ' ']).starts_with(|next: char| next.is_ascii_digit());
        if leads_to_flat || letters.chars().count() > MAX_LETTERS {
            self.0 = after_number;
            return Some(Part { number, letters: String::new() });
        }
        Some(Part { number, letters: letters.to_owned() })
    }

    fn flat(&mut self) -> Option<String> {
        self.0 = self.0.trim_start();
        let flat = self.run(char::is_alphanumeric);
        (1..=MAX_FLAT).contains(&flat.chars().count()).then(|| flat.to_owned())
    }

    fn take(&mut self, signs: &[&str]) -> bool {
        let rest = self.0.trim_start();
        let after = signs.iter().find_map(|sign| rest.strip_prefix(sign));
        self.0 = after.map_or(self.0, str::trim_start);
        after.is_some()
    }

    fn take_flat_word(&mut self) -> bool {
        let found = self.take(&FLAT_WORDS);
        if found {
            self.0 = self.0.trim_start_matches(['.', ' ']);
        }
        found
    }

    fn run(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let end = self.0.find(|letter: char| !fits(letter)).unwrap_or(self.0.len());
        let (run, rest) = self.0.split_at(end);
        self.0 = rest;
        run
    }
}

#[cfg(test)]
mod tests {
    use super::HouseNumber;

    fn read(text: &str) -> Option<String> {
        HouseNumber::parse(text).map(|number| number.to_string())
    }

    #[test]
    fn every_usual_spelling_is_read() {
        for (text, short) in [
            ("14", "14"),
            ("14A", "14a"),
            ("14 a", "14a"),
            ("12A/5", "12a/5"),
            ("12/14", "12/14"),
            ("12 A / 5b", "12a/5b"),
            ("3-5", "3-5"),
            ("3 – 5", "3-5"),
            ("3a-5B", "3a-5b"),
            ("7 m. 2", "7/2"),
            ("7m2", "7/2"),
            ("7 m", "7m"),
            ("7A m.12", "7a/12"),
            ("10 lok. 114", "10/114"),
            ("5 mieszkania 7", "5/7"),
            ("119Ł", "119l"),
        ] {
            assert_eq!(read(text).as_deref(), Some(short), "{text}");
        }
    }

    #[test]
    fn what_is_no_house_number_is_refused() {
        for text in ["", "a", "0", "12345", "14 abc", "3-", "12/", "Olszowa 14", "5 6", "12/123456", "-5"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_stand_in_the_order_of_the_street() {
        let mut numbers: Vec<_> = ["10", "2a", "2", "100", "2-4", "2/1"].iter().filter_map(|text| HouseNumber::parse(text)).collect();
        numbers.sort();
        let order: Vec<_> = numbers.iter().map(ToString::to_string).collect();
        assert_eq!(order, ["2", "2/1", "2-4", "2a", "10", "100"]);
    }

    #[test]
    fn a_range_covers_its_own_side_of_the_street() {
        let range = HouseNumber::parse("3-7").unwrap();
        for (text, covered) in [("3", true), ("5", true), ("7", true), ("4", false), ("9", false), ("5/2", true)] {
            assert_eq!(range.covers(&HouseNumber::parse(text).unwrap()), covered, "{text}");
        }
    }
}
