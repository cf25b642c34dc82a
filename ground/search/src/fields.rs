//! The fields of the index, and a document turned into them.

use std::collections::BTreeSet;

use tantivy::{
    TantivyDocument, Term,
    schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions},
};

use crate::{
    document::{Document, MAX_TEXT_LETTERS, Subject},
    words::{Word, words},
};

/// Raised whenever the fields or the way from text to words change: an index of another version is built anew.
pub(crate) const SCHEMA_VERSION: u32 = 1;

/// Stands between the folded and the written form in the field `spelling`; no word contains it.
pub(crate) const SPELLING_SEPARATOR: char = '/';

/// The fields of the index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    /// Subject and language: the identity by which a document is replaced.
    identity: Field,
    /// The subject's word: by it all languages of a subject are removed.
    subject: Field,
    pub(crate) kind: Field,
    pub(crate) key: Field,
    pub(crate) language: Field,
    pub(crate) audience: Field,
    /// Stems of the title.
    pub(crate) title: Field,
    /// Stems of the keywords.
    pub(crate) keywords: Field,
    /// Stems of the body.
    pub(crate) body: Field,
    /// Stems of all folded words.
    pub(crate) bare: Field,
    /// All folded words.
    pub(crate) raw: Field,
    /// The folded words of title and keywords again, so that typos and beginnings of words find names first.
    pub(crate) heading: Field,
    /// Each accented word under its folding, as `swiecace/świecące`: the vocabulary that gives diacritics back to a query.
    pub(crate) spelling: Field,
}

impl Fields {
    /// The fields and the schema they make.
    pub(crate) fn new() -> (Self, Schema) {
        let mut schema = Schema::builder();
        let fields = Self {
            identity: schema.add_text_field("identity", STRING),
            subject: schema.add_text_field("subject", STRING),
            kind: schema.add_text_field("kind", STRING | STORED),
            key: schema.add_text_field("key", STORED),
            language: schema.add_text_field("language", STORED),
            audience: schema.add_text_field("audience", STRING),
            title: schema.add_text_field("title", spaced_words()),
            keywords: schema.add_text_field("keywords", spaced_words()),
            body: schema.add_text_field("body", spaced_words()),
            bare: schema.add_text_field("bare", spaced_words()),
            raw: schema.add_text_field("raw", spaced_words()),
            heading: schema.add_text_field("heading", spaced_words()),
            spelling: schema.add_text_field("spelling", STRING),
        };
        (fields, schema.build())
    }

    /// The term by which the document is replaced.
    pub(crate) fn identity_term(&self, document: &Document) -> Term {
        Term::from_field_text(self.identity, &identity(document))
    }

    /// The term by which all languages of the subject are removed.
    pub(crate) fn subject_term(&self, subject: &Subject) -> Term {
        Term::from_field_text(self.subject, &subject.word())
    }

    /// The document as the index takes it.
    pub(crate) fn fill(&self, document: &Document) -> TantivyDocument {
        let mut filled = TantivyDocument::new();
        filled.add_text(self.identity, identity(document));
        filled.add_text(self.subject, document.subject.word());
        filled.add_text(self.kind, &document.subject.kind);
        filled.add_text(self.key, &document.subject.key);
        filled.add_text(self.language, document.language.tag());
        filled.add_text(self.audience, document.audience.word());

        let read = |text: &str| words(text, MAX_TEXT_LETTERS);
        let (title, keywords, body) = (read(&document.title), read(&document.keywords), read(&document.body));
        let heading: Vec<&Word> = title.iter().chain(&keywords).collect();
        let all: Vec<&Word> = heading.iter().copied().chain(&body).collect();
        let language = document.language;
        filled.add_text(self.title, spaced(&title, |word| word.stem(language)));
        filled.add_text(self.keywords, spaced(&keywords, |word| word.stem(language)));
        filled.add_text(self.body, spaced(&body, |word| word.stem(language)));
        filled.add_text(self.bare, spaced(all.iter().copied(), |word| word.bare_stem(language)));
        filled.add_text(self.raw, spaced(all.iter().copied(), |word| word.folded.clone()));
        filled.add_text(self.heading, spaced(heading, |word| word.folded.clone()));
        for spelling in spellings(&all) {
            filled.add_text(self.spelling, spelling);
        }
        filled
    }
}

/// The beginning under which the written forms of a folded word lie.
pub(crate) fn spelling_start(folded: &str) -> String {
    format!("{folded}{SPELLING_SEPARATOR}")
}

fn identity(document: &Document) -> String {
    format!("{}\0{}", document.subject.word(), document.language.tag())
}

fn spellings(words: &[&Word]) -> BTreeSet<String> {
    words.iter().filter(|word| word.is_accented()).map(|word| spelling_start(&word.folded) + &word.text).collect()
}

fn spaced<'a>(words: impl IntoIterator<Item = &'a Word>, form: impl Fn(&Word) -> String) -> String {
    words.into_iter().map(form).collect::<Vec<_>>().join(" ")
}

/// The words come analysed and joined by spaces; tantivy has only to take them apart again.
fn spaced_words() -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(IndexRecordOption::WithFreqs);
    TextOptions::default().set_indexing_options(indexing)
}
