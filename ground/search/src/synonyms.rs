//! Words that mean the same and that no stemmer brings together: auto and samochód, PSZOK and its long name.

use std::collections::{BTreeSet, HashMap};

use base::{Error, Result};

use crate::words::{Word, words};

/// Groups of synonyms that an index takes.
pub const MAX_SYNONYM_GROUPS: usize = 5_000;

/// Words or phrases in a group that count.
const MAX_GROUP_PHRASES: usize = 12;
/// Letters of a phrase that count.
const MAX_PHRASE_LETTERS: usize = 120;

/// The editor's list, prepared for questions.
#[derive(Debug, Default)]
pub(crate) struct Synonyms {
    groups: Vec<Vec<Phrase>>,
    /// By a form of its first word: group and place in it.
    starts: HashMap<String, Vec<(usize, usize)>>,
}

/// A part of a question, and what else it may be called.
pub(crate) struct Part<'a> {
    pub(crate) words: &'a [Word],
    pub(crate) others: Vec<&'a [Word]>,
}

#[derive(Debug)]
struct Phrase {
    words: Vec<Word>,
    forms: Vec<BTreeSet<String>>,
}

impl Synonyms {
    /// Prepares the groups; phrases of stop words only are left out.
    pub(crate) fn new(groups: &[Vec<String>]) -> Result<Self> {
        if groups.len() > MAX_SYNONYM_GROUPS {
            return Err(Error::invalid("synonyms", "search-synonyms-too-many"));
        }
        let mut prepared = Self::default();
        for group in groups {
            let phrases: Vec<Phrase> = group.iter().take(MAX_GROUP_PHRASES).filter_map(|text| Phrase::new(text)).collect();
            for (place, phrase) in phrases.iter().enumerate() {
                for form in &phrase.forms[0] {
                    prepared.starts.entry(form.clone()).or_default().push((prepared.groups.len(), place));
                }
            }
            prepared.groups.push(phrases);
        }
        Ok(prepared)
    }

    /// Cuts a question into parts: the longest phrase that the list knows, or else a single word.
    pub(crate) fn parts<'a>(&'a self, question: &'a [Word]) -> Vec<Part<'a>> {
        let forms: Vec<BTreeSet<String>> = question.iter().map(forms).collect();
        let mut parts = Vec::new();
        let mut at = 0;
        while at < question.len() {
            let known = self.known(&forms[at..]);
            let length = known.iter().map(|(group, place)| self.groups[*group][*place].words.len()).max().unwrap_or(1);
            let longest = known.into_iter().filter(|(group, place)| self.groups[*group][*place].words.len() == length);
            let others = longest.flat_map(|(group, place)| self.others(group, place)).collect();
            parts.push(Part { words: &question[at..at + length], others });
            at += length;
        }
        parts
    }

    /// The phrases with which the question goes on.
    fn known(&self, question: &[BTreeSet<String>]) -> BTreeSet<(usize, usize)> {
        let candidates = question[0].iter().filter_map(|form| self.starts.get(form)).flatten().copied();
        candidates.filter(|(group, place)| self.groups[*group][*place].begins(question)).collect()
    }

    fn others(&self, group: usize, place: usize) -> impl Iterator<Item = &[Word]> {
        self.groups[group].iter().enumerate().filter(move |(other, _)| *other != place).map(|(_, phrase)| phrase.words.as_slice())
    }
}

impl Phrase {
    fn new(text: &str) -> Option<Self> {
        let words = words(text, MAX_PHRASE_LETTERS);
        let forms = words.iter().map(forms).collect();
        (!words.is_empty()).then_some(Self { words, forms })
    }

    fn begins(&self, question: &[BTreeSet<String>]) -> bool {
        self.forms.len() <= question.len() && self.forms.iter().zip(question).all(|(own, asked)| !own.is_disjoint(asked))
    }
}

/// Two words are the same here when they share a stem in any of their readings.
fn forms(word: &Word) -> BTreeSet<String> {
    let mut forms = word.stems();
    forms.append(&mut word.bare_stems());
    forms
}
