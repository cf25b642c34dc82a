//! What people type for a place, taken apart: `ul. Długa 12a/5`, `olszowa 14`, `na Głogowskiej 3`, `róg Polnej i Młyńskiej`.
//!
//! A text can be read in several ways (`28 Lipca 1943` may end in a house number, `Pod Lipami` may begin with a
//! preposition), so all readings are given and the gazetteer takes the one that fits a street best.

use base::fold;

use super::{HouseNumber, streets::Prefix};

/// The longest text that is looked at; a longer one is cut.
pub(super) const MAX_LETTERS: usize = 200;
/// The most words of one part of the text.
const MAX_WORDS: usize = 12;
/// The most parts between commas.
const MAX_PARTS: usize = 4;
/// The most words that may be stripped from the front.
const MAX_STRIPPED: usize = 3;
/// Folded prepositions that lead to a street.
const PREPOSITIONS: [&str; 15] =
    ["na", "przy", "w", "we", "z", "ze", "do", "od", "kolo", "obok", "pod", "nad", "naprzeciw", "naprzeciwko", "niedaleko"];
/// Folded words that begin a corner.
const CORNER_WORDS: [&str; 5] = ["rog", "rogu", "naroznik", "skrzyzowanie", "skrzyzowaniu"];
/// Folded words between the two streets of a corner.
const CORNER_JOINTS: [&str; 4] = ["i", "z", "ze", "/"];

/// One way to read a text as a street and perhaps a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// What the writer put before the name, if anything.
    pub prefix: Option<Prefix>,
    /// The folded words of the street's name.
    pub words: Vec<String>,
    /// The house number.
    pub number: Option<HouseNumber>,
}

/// Every way to read the text as an address, the plainest first.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let folded = fold(&text.chars().take(MAX_LETTERS).collect::<String>());
    let mut found: Vec<Reading> = Vec::new();
    for part in parts(&folded) {
        for (words, number) in splits(&part) {
            for (prefix, words) in without_leading_words(words) {
                let reading = Reading { prefix, words: words.to_vec(), number: number.clone() };
                if !found.contains(&reading) {
                    found.push(reading);
                }
            }
        }
    }
    found
}

/// The two streets of a text such as `róg Polnej i Młyńskiej`; `None` when it speaks of no corner.
pub(super) fn corner(text: &str) -> Option<(String, String)> {
    let folded = fold(&text.chars().take(MAX_LETTERS).collect::<String>());
    let words = words(&folded.replace('/', " / "));
    let start = words.iter().position(|word| CORNER_WORDS.contains(&word.as_str()))?;
    let streets = &words[start + 1..];
    let joint = streets.iter().skip(1).position(|word| CORNER_JOINTS.contains(&word.as_str()))? + 1;
    let second = &streets[joint + 1..];
    (!second.is_empty()).then(|| (streets[..joint].join(" "), second.join(" ")))
}

/// The text between commas, as words; a part that is only a number or a flat goes with the part before it.
fn parts(folded: &str) -> Vec<Vec<String>> {
    let mut parts: Vec<Vec<String>> = Vec::new();
    for piece in folded.split([',', ';', '\n', '\t']).map(words).filter(|piece| !piece.is_empty()).take(MAX_PARTS) {
        match parts.last_mut() {
            Some(before) if piece[0].starts_with(|first: char| first.is_ascii_digit()) && is_number(&piece) => before.extend(piece),
            _ => parts.push(piece),
        }
    }
    parts
}

fn words(text: &str) -> Vec<String> {
    let spaced = text.replace(['.', '"', '„', '”', '«', '»', '(', ')', ':'], " ");
    spaced.split_whitespace().filter(|word| !is_postal_code(word)).take(MAX_WORDS).map(str::to_owned).collect()
}

/// `00-950` and the like: two digits, a hyphen, three digits.
fn is_postal_code(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() == 6 && bytes[2] == b'-' && bytes.iter().enumerate().all(|(at, byte)| at == 2 || byte.is_ascii_digit())
}

fn is_number(words: &[String]) -> bool {
    HouseNumber::parse(&words.join(" ")).is_some()
}

/// The words with every house number that can end them, and the words alone.
fn splits(words: &[String]) -> Vec<(&[String], Option<HouseNumber>)> {
    let with_number = (1..words.len()).filter_map(|at| {
        let starts_with_digit = words[at].starts_with(|first: char| first.is_ascii_digit());
        let number = starts_with_digit.then(|| HouseNumber::parse(&words[at..].join(" "))).flatten()?;
        let name = if words[at - 1] == "nr" || words[at - 1] == "numer" { &words[..at - 1] } else { &words[..at] };
        Some((name, Some(number)))
    });
    with_number.chain(std::iter::once((words, None))).collect()
}

/// The words as they are, and with prepositions and a prefix taken from the front, one after the other.
fn without_leading_words(words: &[String]) -> Vec<(Option<Prefix>, &[String])> {
    let mut found = vec![(None, words)];
    let (mut prefix, mut rest) = (None, words);
    for _ in 0..MAX_STRIPPED {
        let Some((first, after)) = rest.split_first().filter(|(_, after)| !after.is_empty()) else { break };
        match Prefix::from_folded(first) {
            Some(read) => prefix = Some(read),
            None if PREPOSITIONS.contains(&first.as_str()) => {}
            None => break,
        }
        rest = after;
        found.push((prefix, rest));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether one of the readings is this street and number.
    fn reads(text: &str, prefix: Option<Prefix>, street: &str, number: &str) -> bool {
        let number = HouseNumber::parse(number);
        readings(text).iter().any(|reading| reading.prefix == prefix && reading.words.join(" ") == street && reading.number == number)
    }

    #[test]
    fn addresses_are_taken_apart_however_they_are_written() {
        for (text, prefix, street, number) in [
            ("ul. Długa 12a/5", Some(Prefix::Street), "dluga", "12a/5"),
            ("ul.Długa 12a/5", Some(Prefix::Street), "dluga", "12a/5"),
            ("olszowa 14", None, "olszowa", "14"),
            ("Olszowa, 14", None, "olszowa", "14"),
            ("na Głogowskiej 3", None, "glogowskiej", "3"),
            ("przy ulicy Olszowej nr 14 A", Some(Prefix::Street), "olszowej", "14a"),
            ("plac Wolności 7 m. 2", Some(Prefix::Square), "wolnosci", "7/2"),
            ("3 Maja", None, "3 maja", ""),
            ("3 Maja 7", None, "3 maja", "7"),
            ("28 Lipca 1943", None, "28 lipca 1943", ""),
            ("28 Lipca 1943 5", None, "28 lipca 1943", "5"),
            ("Pod Lipami 3", None, "pod lipami", "3"),
            ("\"Zachariasza 10, Warszawa, Polska\"", None, "zachariasza", "10"),
            ("00-950 Lipogród, Polna 2", None, "polna", "2"),
        ] {
            assert!(reads(text, prefix, street, number), "{text}: {:?}", readings(text));
        }
    }

    #[test]
    fn nothing_comes_of_nothing_and_much_is_cut() {
        assert!(readings("").is_empty());
        assert!(readings(" ,.; ").is_empty());
        assert!(readings(&"ul. a 1, ".repeat(10_000)).len() < 100);
    }

    #[test]
    fn a_corner_names_two_streets() {
        for (text, first, second) in [
            ("róg Polnej i Młyńskiej", "polnej", "mlynskiej"),
            ("na rogu ul. Polnej z ul. Młyńską", "ul polnej", "ul mlynska"),
            ("skrzyżowanie Polna/Młyńska", "polna", "mlynska"),
        ] {
            assert_eq!(corner(text), Some((first.to_owned(), second.to_owned())), "{text}");
        }
        for text in ["Polna 3", "róg Polnej", "róg", "róg i", "Rogowa i Polna"] {
            assert_eq!(corner(text), None, "{text}");
        }
    }
}
