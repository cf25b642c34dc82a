//! A text taken apart into folded words, with what else tells a name: capitals, commas, numbers.

use base::fold;

use super::spoken_numbers::spoken;

/// The longest text that is looked at, characters; a longer one is cut.
pub(super) const MAX_LETTERS: usize = 200;
/// The most words that are looked at.
pub(super) const MAX_WORDS: usize = 40;
/// What a folded ordinal may end in after its digits: `29-go`, `3-ego`.
const ORDINAL_ENDINGS: [&str; 8] = ["go", "ego", "tego", "ciego", "szego", "mego", "ym", "giego"];

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded: `dlugiej`, `12a/5`, `/`.
    pub text: String,
    /// Whether it was written with a capital first.
    pub capital: bool,
    /// Whether a comma or a new line stands before it.
    pub after_break: bool,
}

impl Word {
    /// Whether it begins with a digit.
    pub(super) fn is_number(&self) -> bool {
        self.text.starts_with(|first: char| first.is_ascii_digit())
    }

    /// Whether it is one letter, as of a first name.
    pub(super) fn is_initial(&self) -> bool {
        self.text.len() == 1 && self.text.bytes().all(|byte| byte.is_ascii_lowercase())
    }
}

/// The words of a text, without postal codes, as far as the limits go.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut after_break = false;
    let cut: String = text.chars().take(MAX_LETTERS).collect();
    for piece in cut.split_inclusive(separates) {
        let chunk = piece.trim_end_matches(separates);
        if !is_postal_code(chunk) {
            for part in parts(chunk) {
                let capital = part.starts_with(char::is_uppercase);
                found.push(Word { text: fold(part), capital, after_break: std::mem::take(&mut after_break) });
            }
        }
        after_break |= piece.ends_with([',', ';', '\n', '\t']);
    }
    found.retain(|word| !word.text.is_empty());
    found.truncate(MAX_WORDS);
    found.into_iter().map(without_ordinal_ending).collect()
}

/// The folded words of a name.
pub(super) fn texts(name: &str) -> Vec<String> {
    words(name).into_iter().map(|word| word.text).collect()
}

/// The words with every spoken number as digits; `None` when nobody speaks of one.
pub(super) fn with_digits(words: &[Word]) -> Option<Vec<Word>> {
    let mut found = Vec::with_capacity(words.len());
    let (mut at, mut changed) = (0, false);
    while let Some(word) = words.get(at) {
        match spoken(words[at..].iter().map(|word| word.text.as_str())) {
            Some((number, taken)) => {
                found.push(Word { text: number.to_string(), ..word.clone() });
                at += taken;
                changed = true;
            }
            None => {
                found.push(word.clone());
                at += 1;
            }
        }
    }
    changed.then_some(found)
}

/// The words without those at these places, each of which is a break.
pub(super) fn without(words: Vec<Word>, spans: impl Iterator<Item = std::ops::Range<usize>>) -> Vec<Word> {
    let spans: Vec<_> = spans.collect();
    let left = words.into_iter().enumerate().filter(|(at, _)| !spans.iter().any(|span| span.contains(at)));
    left.map(|(at, word)| Word { after_break: word.after_break || spans.iter().any(|span| span.end == at), ..word }).collect()
}

fn separates(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '.' | ',' | ';' | ':' | '"' | '„' | '”' | '“' | '«' | '»' | '(' | ')' | '!' | '?' | '…')
}

/// `00-950` and the like: two digits, a hyphen, three digits.
fn is_postal_code(chunk: &str) -> bool {
    let bytes = chunk.as_bytes();
    bytes.len() == 6 && bytes[2] == b'-' && bytes.iter().enumerate().all(|(at, byte)| at == 2 || byte.is_ascii_digit())
}

/// A chunk without spaces: a number stays whole (`12a/5`, `3-5`), words are parted at slashes, hyphens and before digits.
fn parts(chunk: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = chunk.trim_matches(['-', '–', '—']);
    while !rest.is_empty() {
        if rest.starts_with(|first: char| first.is_ascii_digit()) {
            found.push(rest);
            break;
        }
        let end = rest.find(|letter: char| matches!(letter, '/' | '-' | '–' | '—') || letter.is_ascii_digit()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if !word.is_empty() {
            found.push(word);
        }
        rest = after;
        if let Some(after) = rest.strip_prefix('/') {
            found.push("/");
            rest = after;
        }
        rest = rest.trim_start_matches(['-', '–', '—']);
    }
    found
}

fn without_ordinal_ending(word: Word) -> Word {
    match word.text.split_once('-') {
        Some((digits, ending)) if ORDINAL_ENDINGS.contains(&ending) && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            Word { text: digits.to_owned(), ..word }
        }
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_taken_apart_and_numbers_stay_whole() {
        for (text, expected) in [
            ("ul.Długa 12A/5", "ul dluga 12a/5"),
            ("Skłodowskiej-Curie 3-5", "sklodowskiej curie 3-5"),
            ("Polna/Młyńska", "polna / mlynska"),
            ("dluga12", "dluga 12"),
            ("al. 3-go Maja", "al 3 maja"),
            ("00-950 Lipogród, Polna 2", "lipogrod polna 2"),
            (" ,.; - ", ""),
            ("Batalionu “Skała” AK", "batalionu skala ak"),
        ] {
            assert_eq!(texts(text).join(" "), expected, "{text}");
        }
        assert!(words("Lipogród, Polna")[1].after_break);
        assert!(words(&"olszowa 14, ".repeat(5_000)).len() <= MAX_WORDS);
    }

    #[test]
    fn spoken_numbers_become_digits() {
        let said =
            |text: &str| with_digits(&words(text)).map(|words| words.into_iter().map(|word| word.text).collect::<Vec<_>>().join(" "));
        assert_eq!(said("Długa dwanaście a przez pięć").as_deref(), Some("dluga 12 a przez 5"));
        assert_eq!(said("jedenastego listopada sto dwa").as_deref(), Some("11 listopada 102"));
        assert_eq!(said("Długa 12"), None);
    }
}
