//! Finding people and units by what was typed: without case and diacritics, and tolerant of inflected endings.

use base::fold;

/// The most words of a query that are looked at.
const QUERY_WORDS: usize = 8;
/// The fewest digits that look like a part of a phone number.
const PHONE_DIGITS: usize = 3;

/// What was typed into a search box.
#[derive(Debug, Clone, Default)]
pub struct Query {
    stems: Vec<String>,
    digits: String,
}

impl Query {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        let folded = fold(typed);
        let phone = typed.chars().all(|c| c.is_ascii_digit() || " +-()\u{a0}".contains(c));
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let digits = if phone && digits.len() >= PHONE_DIGITS { digits } else { String::new() };
        Self { stems: words(&folded).take(QUERY_WORDS).map(stem).collect(), digits }
    }

    /// Whether nothing was asked for.
    pub fn is_empty(&self) -> bool {
        self.stems.is_empty()
    }

    /// Whether every word that was typed begins a word of `texts`, or the number typed is a part of one of `phones`.
    pub fn fits(&self, texts: &[&str], phones: &[&str]) -> bool {
        if !self.digits.is_empty() && phones.iter().any(|phone| phone.contains(&self.digits)) {
            return true;
        }
        let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
        self.stems.iter().all(|stem| folded.iter().flat_map(|text| words(text)).any(|word| word.starts_with(stem.as_str())))
    }
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The word without what an ending may change: "nowickiej" finds "nowicka". Short words and numbers stay whole.
fn stem(word: &str) -> String {
    let letters = word.chars().count();
    let ending = match letters {
        _ if word.chars().any(|c| c.is_ascii_digit()) => 0,
        0..=3 => 0,
        4..=5 => 1,
        6..=7 => 2,
        _ => 3,
    };
    word.chars().take(letters - ending).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_found_however_their_names_are_typed() {
        let check = |typed: &str, found: bool| {
            let query = Query::new(typed);
            let fits = query.fits(&["Katarzyna Bąk-Nowicka", "zielen@lipogrod.example", "Zarząd Zieleni"], &["+48100008331"]);
            assert_eq!(fits, found, "{typed:?}");
        };
        for typed in ["", "kat", "BAK", "bąka", "nowickiej", "Katarzynie Nowickiej", "zieleń", "zarządzie", "zielen@lipo", "10 000 83 31"]
        {
            check(typed, true);
        }
        for typed in ["marek", "katarzyna wrona", "99", "10 000 83 32", "bon"] {
            check(typed, false);
        }
    }
}
