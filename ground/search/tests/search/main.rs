//! The index through its front door: what is found, by whom, and what survives a restart.

mod audiences;
mod hostile;
mod journal;
mod questions;
mod suggestions;
mod synonyms;
mod wording;

use base::Language;
use search::{Audience, Audiences, Document, Index, Query, Subject};

/// A public Polish document with a title only.
fn document(key: &str, title: &str) -> Document {
    Document {
        subject: Subject::new("service", key),
        language: Language::Pl,
        audience: Audience::Public,
        title: title.to_owned(),
        keywords: String::new(),
        body: String::new(),
    }
}

/// An index in memory with these documents.
fn index_of(documents: &[Document]) -> Index {
    let index = Index::in_memory().unwrap();
    index.change(documents, &[], 1).unwrap();
    index
}

/// A stranger's question over all kinds.
fn question<'a>(text: &'a str, audiences: &'a Audiences) -> Query<'a> {
    Query { text, kinds: &[], audiences, language: Language::Pl, limit: 10 }
}

/// The keys that a stranger's question finds, best first.
fn found(index: &Index, text: &str) -> Vec<String> {
    let hits = index.search(&question(text, &Audiences::public())).unwrap();
    hits.into_iter().map(|hit| hit.subject.key).collect()
}

/// Asserts what a stranger finds first.
fn check(index: &Index, text: &str, key: &str) {
    assert_eq!(found(index, text).first().map(String::as_str), Some(key), "{text:?}");
}
