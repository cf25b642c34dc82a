//! From a text to words, and from a word to the forms under which it is indexed and looked for.

use std::collections::BTreeSet;

use base::{Language, fold};
use frostem::{Algorithm, Stemmer};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::stop_words::is_stop_word;

/// Letters of a word that count; the rest of a longer one is ignored in documents and queries alike.
const MAX_WORD_LETTERS: usize = 40;

/// A word of a text: in lower case, composed (NFC), without apostrophes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// As written: `świecące`.
    pub(crate) text: String,
    /// Without diacritics: `swiecace`.
    pub(crate) folded: String,
}

/// The words among the first `letters` letters of the text, stop words too.
pub(crate) fn all_words(text: &str, letters: usize) -> Vec<Word> {
    // Apostrophes go before the words are told apart, since п’ять is one word however it is typed.
    let lower: String =
        text.chars().take(letters).nfc().flat_map(char::to_lowercase).filter(|c| !matches!(c, '\'' | '’' | 'ʼ' | '`')).collect();
    lower.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter_map(Word::new).collect()
}

/// The words among the first `letters` letters of the text that are worth indexing.
pub(crate) fn words(text: &str, letters: usize) -> Vec<Word> {
    all_words(text, letters).into_iter().filter(|word| !is_stop_word(&word.folded)).collect()
}

impl Word {
    fn new(letters: &str) -> Option<Self> {
        let text: String = letters.chars().take(MAX_WORD_LETTERS).collect();
        let folded = fold(&text);
        (!folded.is_empty()).then_some(Self { text, folded })
    }

    /// Whether it was written with diacritics.
    pub(crate) fn is_accented(&self) -> bool {
        self.text != self.folded
    }

    /// Whether it is a number such as `12a`, in which another digit is another thing.
    pub(crate) fn has_digit(&self) -> bool {
        self.folded.chars().any(char::is_numeric)
    }

    /// Stemmed, then folded: the form with the stemmer's full knowledge of the written word.
    pub(crate) fn stem(&self, language: Language) -> String {
        fold(&stem(&self.text, language))
    }

    /// Folded, then stemmed: the form in which a word without its diacritics still meets itself.
    pub(crate) fn bare_stem(&self, language: Language) -> String {
        match self.folded.strip_suffix("ow") {
            // The Polish stemmer knows this ending, the commonest that folding hides, only by its accent.
            Some(start) => fold(&stem(&format!("{start}ów"), language)),
            None => fold(&stem(&self.folded, language)),
        }
    }

    /// [`Word::stem`] in every language in which a query word may be meant.
    pub(crate) fn stems(&self) -> BTreeSet<String> {
        self.languages().iter().map(|language| self.stem(*language)).collect()
    }

    /// [`Word::bare_stem`] in every language in which a query word may be meant.
    pub(crate) fn bare_stems(&self) -> BTreeSet<String> {
        self.languages().iter().map(|language| self.bare_stem(*language)).collect()
    }

    fn languages(&self) -> &'static [Language] {
        if is_cyrillic(&self.text) { &[Language::Uk] } else { &[Language::Pl, Language::En] }
    }
}

/// The script decides before the language: a Polish street in a Ukrainian text stays a Polish word.
fn stem(word: &str, language: Language) -> String {
    let algorithm = match (is_cyrillic(word), language) {
        (true, _) => Algorithm::Ukrainian,
        (false, Language::En) => Algorithm::English,
        (false, Language::Pl | Language::Uk) => Algorithm::Polish,
    };
    Stemmer::new(algorithm).stem(word).into_owned()
}

fn is_cyrillic(word: &str) -> bool {
    word.chars().any(|letter| matches!(letter, '\u{400}'..='\u{52f}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words(text, 100).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn a_text_falls_into_its_words_without_the_common_ones() {
        assert_eq!(
            texts("Jak zgłosić, że na ul. Długiej 12a/5 nie świeci latarnia?"),
            ["zgłosić", "ul", "długiej", "12a", "5", "świeci", "latarnia"]
        );
        assert_eq!(texts("П’ять під'їздів"), ["пять", "підїздів"]);
        assert_eq!(texts("\u{301} 🎉 \0 --"), Vec::<String>::new());
    }

    #[test]
    fn a_decomposed_letter_is_the_same_letter() {
        assert_eq!(texts("s\u{301}mieci"), ["śmieci"]);
    }

    #[test]
    fn inflected_forms_share_a_stem() {
        for (one, other, language) in [
            ("latarnia", "latarnie", Language::Pl),
            ("głogowska", "głogowskiej", Language::Pl),
            ("вулиця", "вулицю", Language::Uk),
            ("report", "reporting", Language::En),
        ] {
            let stem = |text: &str| words(text, 100)[0].stem(language);
            assert_eq!(stem(one), stem(other));
        }
    }
}
