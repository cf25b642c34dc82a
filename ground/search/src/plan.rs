//! How a question is put to the index: which fields, how near, and how much each match counts.

use std::collections::BTreeSet;

use tantivy::{
    Result, Score, Searcher, Term,
    query::{BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query, TermQuery},
    schema::{Field, IndexRecordOption},
};

use crate::{
    document::{Audience, Audiences},
    fields::{Fields, spelling_start},
    synonyms::Part,
    words::{Word, all_words},
};

/// How much a match in each field counts. Measured on the questions in `tests/search/questions.rs`.
const TITLE: Score = 3.0;
const KEYWORDS: Score = 2.0;
const BODY: Score = 1.0;
const BARE: Score = 0.8;
const RAW: Score = 1.0;
/// A word with a typo counts a constant: how rare the other word is says nothing about what was meant.
const TYPO: Score = 1.0;
const TYPO_IN_HEADING: Score = 1.5;
/// How much more a typo counts when the index knows the word in no form: then it surely is one.
const UNKNOWN: Score = 4.0;
/// The beginning of a word, likewise.
const BEGINNING: Score = 2.0;
const BEGINNING_OF_HEADING: Score = 4.0;
/// A beginning with a typo in a name counts less than a right one anywhere.
const BEGINNING_WITH_TYPO: Score = 0.3;
/// A synonym counts a little less than the word itself.
const SYNONYM: Score = 0.8;
/// What further matches of the same word add to its best: the exact form comes before another with the same stem.
const FURTHER: Score = 0.1;

/// Letters of a word or stem from which one typo is forgiven, and from which two.
const ONE_TYPO_LETTERS: usize = 4;
const TWO_TYPOS_LETTERS: usize = 8;
/// Letters beyond which none is: no word is that long, and the search for its neighbours would be.
const LONGEST_WITH_TYPOS: usize = 24;

/// Written forms of one folded word that are tried.
const MAX_SPELLINGS: usize = 16;

type Clause = Box<dyn Query>;

/// What questions are planned with: the present state of the index.
pub(crate) struct Plan<'a> {
    pub(crate) searcher: &'a Searcher,
    pub(crate) fields: &'a Fields,
    /// The last word of a question still being typed.
    pub(crate) unfinished: Option<&'a Word>,
}

impl Plan<'_> {
    /// The sum over the parts of the question, of which each may be missing.
    pub(crate) fn question(&self, parts: &[Part]) -> Result<Clause> {
        let mut clauses = parts.iter().map(|part| self.part(part)).collect::<Result<Vec<_>>>()?;
        if let Some(word) = self.unfinished {
            clauses.push(self.beginning(word));
        }
        Ok(Box::new(BooleanQuery::union(clauses)))
    }

    /// The question within what the asker may see, which adds nothing to the score.
    pub(crate) fn visible(&self, question: Clause, audiences: &Audiences, kinds: &[&str]) -> BooleanQuery {
        let audiences = audiences.iter().map(Audience::word);
        let mut clauses = vec![(Occur::Must, question), (Occur::Must, one_of(self.fields.audience, audiences))];
        if !kinds.is_empty() {
            clauses.push((Occur::Must, one_of(self.fields.kind, kinds.iter().map(|kind| (*kind).to_owned()))));
        }
        BooleanQuery::new(clauses)
    }

    /// A part as it was typed, or by one of its synonyms, whichever matches best.
    fn part(&self, part: &Part) -> Result<Clause> {
        let [word] = part.words else { return self.listed(part) };
        if part.others.is_empty() { self.word(word) } else { self.listed(part) }
    }

    /// A part on the editor's list: as it was typed, which is no typo then, or by a synonym.
    fn listed(&self, part: &Part) -> Result<Clause> {
        let typed = part.words.iter().map(|word| Ok(best(self.forms(word, &self.spelled_stems(word)?)))).collect::<Result<Vec<_>>>()?;
        let mut ways: Vec<Clause> = vec![Box::new(BooleanQuery::union(typed))];
        ways.extend(part.others.iter().map(|other| self.synonym(other, part.words.len())));
        Ok(Box::new(DisjunctionMaxQuery::new(ways)))
    }

    /// All words of a synonym together, counted as if they were as many as were typed.
    #[expect(clippy::cast_precision_loss, reason = "phrases have a handful of words")]
    fn synonym(&self, words: &[Word], typed: usize) -> Clause {
        let clauses = words.iter().map(|word| best(self.forms(word, &word.stems()))).collect();
        boosted(Box::new(BooleanQuery::intersection(clauses)), SYNONYM * typed as Score / words.len() as Score)
    }

    /// A typed word in all its forms, with its diacritics given back and its typos forgiven.
    fn word(&self, word: &Word) -> Result<Clause> {
        let stems = self.spelled_stems(word)?;
        let plausible = self.unfinished == Some(word) || self.knows(word, &stems)?;
        let typo = if plausible { 1.0 } else { UNKNOWN };
        let mut ways = self.forms(word, &stems);
        ways.extend(self.typos(word).into_iter().map(|way| boosted(way, typo)));
        Ok(best(ways))
    }

    /// What a word still being typed may become; what it is already, [`Plan::part`] says.
    fn beginning(&self, word: &Word) -> Clause {
        let mut ways = Vec::new();
        for (field, boost) in [(self.fields.heading, BEGINNING_OF_HEADING), (self.fields.raw, BEGINNING)] {
            let term = Term::from_field_text(field, &word.folded);
            ways.push(boosted(Box::new(FuzzyTermQuery::new_prefix(term.clone(), 0, true)), boost));
            if forgiven(&word.folded) > 0 && !word.has_digit() {
                ways.push(boosted(Box::new(FuzzyTermQuery::new_prefix(term, 1, true)), boost * BEGINNING_WITH_TYPO));
            }
        }
        best(ways)
    }

    fn forms(&self, word: &Word, stems: &BTreeSet<String>) -> Vec<Clause> {
        let fields = self.fields;
        let mut ways = vec![term(fields.raw, &word.folded, RAW)];
        ways.extend(word.bare_stems().iter().map(|stem| term(fields.bare, stem, BARE)));
        for (field, boost) in [(fields.title, TITLE), (fields.keywords, KEYWORDS), (fields.body, BODY)] {
            ways.extend(stems.iter().map(|stem| term(field, stem, boost)));
        }
        ways
    }

    /// The word with letters wrong, and its stem with letters wrong: a typo comes in any form of a word.
    fn typos(&self, word: &Word) -> Vec<Clause> {
        if word.has_digit() {
            return Vec::new();
        }
        let fields = self.fields;
        let mut ways = near(fields.heading, &word.folded, TYPO_IN_HEADING);
        ways.extend(near(fields.raw, &word.folded, TYPO));
        for stem in word.bare_stems() {
            ways.extend(near(fields.title, &stem, TYPO_IN_HEADING));
            ways.extend(near(fields.keywords, &stem, TYPO_IN_HEADING));
            ways.extend(near(fields.bare, &stem, TYPO));
        }
        ways
    }

    /// Whether the index has the word in any form.
    fn knows(&self, word: &Word, stems: &BTreeSet<String>) -> Result<bool> {
        let fields = self.fields;
        let bare = word.bare_stems();
        let stems = stems.iter().flat_map(|stem| [fields.title, fields.keywords, fields.body].map(|field| (field, stem)));
        for (field, text) in stems.chain(bare.iter().map(|stem| (fields.bare, stem))).chain([(fields.raw, &word.folded)]) {
            if self.searcher.doc_freq(&Term::from_field_text(field, text))? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The stems of the word and, if it was typed without diacritics, of every word of the index that folds to it.
    fn spelled_stems(&self, word: &Word) -> Result<BTreeSet<String>> {
        let mut stems = word.stems();
        if !word.is_accented() {
            stems.extend(self.spellings(&word.folded)?.iter().flat_map(Word::stems));
        }
        Ok(stems)
    }

    /// The accented words of the index with this folding, read from its own dictionary: `folded/`, up to but not including `folded0`.
    fn spellings(&self, folded: &str) -> Result<Vec<Word>> {
        let start = spelling_start(folded);
        let mut spellings = BTreeSet::new();
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(self.fields.spelling)?;
            let mut terms = inverted.terms().range().ge(&start).into_stream()?;
            while spellings.len() < MAX_SPELLINGS && terms.advance() {
                let Some(written) = terms.key().strip_prefix(start.as_bytes()) else { break };
                spellings.insert(String::from_utf8_lossy(written).into_owned());
            }
        }
        Ok(spellings.iter().flat_map(|written| all_words(written, usize::MAX)).collect())
    }
}

/// What differs from `text` in as many letters as its length forgives; one wrong letter counts twice as much as two.
fn near(field: Field, text: &str, boost: Score) -> Vec<Clause> {
    let fuzzy = |distance| FuzzyTermQuery::new(Term::from_field_text(field, text), distance, true);
    (1..=forgiven(text)).map(|distance| boosted(Box::new(fuzzy(distance)), boost / Score::from(distance))).collect()
}

/// Wrong, missing, doubled or swapped letters forgiven.
fn forgiven(text: &str) -> u8 {
    match text.chars().count() {
        TWO_TYPOS_LETTERS..=LONGEST_WITH_TYPOS => 2,
        ONE_TYPO_LETTERS..TWO_TYPOS_LETTERS => 1,
        _ => 0,
    }
}

fn best(ways: Vec<Clause>) -> Clause {
    Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, FURTHER))
}

fn term(field: Field, text: &str, boost: Score) -> Clause {
    boosted(Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs)), boost)
}

fn boosted(clause: Clause, boost: Score) -> Clause {
    Box::new(BoostQuery::new(clause, boost))
}

fn one_of(field: Field, texts: impl Iterator<Item = String>) -> Clause {
    let terms = texts.map(|text| -> Clause { Box::new(TermQuery::new(Term::from_field_text(field, &text), IndexRecordOption::Basic)) });
    Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::union(terms.collect())), 0.0))
}
