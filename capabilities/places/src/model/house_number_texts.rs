//! House numbers in a sentence: `12 a przez 5`, `przy numerze 93`, `pod 2`, `blok 7`.

use super::{HouseNumber, words::Word};

/// Folded words that may stand between a street and its number.
const LEADING: [&str; 21] = [
    "nr",
    "numer",
    "numerze",
    "numerem",
    "numeru",
    "pod",
    "przy",
    "dom",
    "domu",
    "domem",
    "bl",
    "blok",
    "bloku",
    "blokiem",
    "posesja",
    "posesji",
    "kamienica",
    "kamienicy",
    "budynek",
    "budynku",
    "obok",
];
/// Folded words that a number before its street needs.
const TELLING: [&str; 11] = ["nr", "numer", "numerze", "numerem", "numeru", "pod", "domu", "blok", "bloku", "posesji", "budynku"];
/// The most words between a street and its number.
const MAX_LEADING: usize = 3;
/// Folded words between a house and its flat.
const FLAT_WORDS: [&str; 8] = ["/", "przez", "lamane", "m", "lok", "mieszkanie", "mieszkania", "mieszkaniu"];
/// Single letters that are words and no part of a number when they stand alone.
const WORDS_OF_A_LETTER: [&str; 5] = ["i", "w", "z", "o", "u"];
/// The most words of one number.
const MAX_WORDS: usize = 5;

/// The number that follows the word before `at`.
pub(super) fn after(words: &[Word], at: usize) -> Option<HouseNumber> {
    let leading = words.get(at..)?.iter().take(MAX_LEADING).take_while(|word| LEADING.contains(&word.text.as_str())).count();
    read(&words[at + leading..])
}

/// The number that stands before a street with a word that tells so: `pod numerem 5 na Długiej`.
pub(super) fn before(words: &[Word], street: usize) -> Option<HouseNumber> {
    let earlier = words.get(..street)?;
    let told = earlier.windows(2).position(|two| TELLING.contains(&two[0].text.as_str()) && two[1].is_number())?;
    read(&earlier[told + 1..])
}

/// Whether the word may belong to a number.
pub(super) fn belongs(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit()) || word.len() == 1 || LEADING.contains(&word) || FLAT_WORDS.contains(&word)
}

fn read(words: &[Word]) -> Option<HouseNumber> {
    let first = words.first().filter(|word| word.is_number())?;
    let mut text = first.text.clone();
    let mut rest = words[1..].iter().map(|word| word.text.as_str()).take(MAX_WORDS).peekable();
    let bare = text.bytes().all(|byte| byte.is_ascii_digit());
    let mut ahead = rest.clone();
    let letter =
        ahead.next().filter(|word| bare && word.len() == 1 && word.as_bytes()[0].is_ascii_lowercase() && !WORDS_OF_A_LETTER.contains(word));
    // "12 a nie 14": a letter that is a word too counts at the end of the number only.
    let ends_here = ahead.peek().is_none_or(|next| belongs(next) || FLAT_WORDS.contains(next));
    if let Some(letter) = letter.filter(|letter| (*letter != "a" && *letter != "m") || (*letter == "a" && ends_here)) {
        text.push_str(letter);
        rest.next();
    }
    if rest.next_if(|word| FLAT_WORDS.contains(word)).is_some() {
        while rest.next_if(|word| FLAT_WORDS.contains(word) || *word == "na").is_some() {}
        if let Some(flat) = rest.next().filter(|flat| flat.starts_with(|first: char| first.is_ascii_digit())) {
            text.push('/');
            text.push_str(flat);
        }
    }
    HouseNumber::parse(&text).or_else(|| HouseNumber::parse(&first.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::{with_digits, words};

    #[test]
    fn numbers_are_read_as_they_are_said() {
        for (text, number) in [
            ("12a/5", Some("12a/5")),
            ("12 a przez 5", Some("12a/5")),
            ("dwanaście a łamane przez pięć", Some("12a/5")),
            ("7 m. 2", Some("7/2")),
            ("3-5", Some("3-5")),
            ("nr 5", Some("5")),
            ("bl. 4 m. 5", Some("4/5")),
            ("pod dwójką", Some("2")),
            ("przy numerze 93 stoi woda", Some("93")),
            ("12 b stoi", Some("12b")),
            ("12 i Polna", Some("12")),
            ("12 a nie 14", Some("12")),
            ("stoi 12", None),
        ] {
            let typed = words(text);
            let typed = with_digits(&typed).unwrap_or(typed);
            assert_eq!(after(&typed, 0).map(|number| number.to_string()).as_deref(), number, "{text}");
        }
        assert_eq!(before(&words("pod numerem 5 na Długiej"), 4).map(|number| number.to_string()).as_deref(), Some("5"));
    }
}
