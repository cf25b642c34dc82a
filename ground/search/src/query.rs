//! A question, and the documents that answer it.

use base::{Error, Language, Result};
use tantivy::{
    Searcher, TantivyDocument,
    collector::TopDocs,
    schema::{Field, Value},
};

use crate::{
    document::{Audiences, Subject},
    fields::Fields,
    folder::fault,
    plan::Plan,
    stop_words::is_stop_word,
    synonyms::Synonyms,
    words::{Word, all_words},
};

/// Hits that one question gets at most.
pub const MAX_HITS: usize = 100;
/// Letters of a question that are read.
pub const MAX_QUERY_LETTERS: usize = 300;
/// Words of a question that are looked for, stop words not counted.
pub const MAX_QUERY_WORDS: usize = 12;

/// A question and who asks it.
#[derive(Debug, Clone)]
pub struct Query<'a> {
    /// As typed; there is no query language, and every character is taken as it is.
    pub text: &'a str,
    /// The kinds wanted; none means all.
    pub kinds: &'a [&'a str],
    /// The audiences to which the asker belongs.
    pub audiences: &'a Audiences,
    /// The asker's language: of a subject found in several, this version is named.
    pub language: Language,
    /// Hits wanted, at most [`MAX_HITS`].
    pub limit: usize,
}

/// A subject found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What was found.
    pub subject: Subject,
    /// The language version found.
    pub language: Language,
    /// For ordering within one answer only; two answers cannot be compared.
    pub score: f32,
}

/// Answers a whole question.
pub(crate) fn search(searcher: &Searcher, fields: &Fields, synonyms: &Synonyms, query: &Query) -> Result<Vec<Hit>> {
    let words = worthwhile(all_words(query.text, MAX_QUERY_LETTERS));
    answer(searcher, fields, synonyms, query, &words, None)
}

/// Answers a question whose last word may go on.
pub(crate) fn suggest(searcher: &Searcher, fields: &Fields, synonyms: &Synonyms, query: &Query) -> Result<Vec<Hit>> {
    let words = all_words(query.text, MAX_QUERY_LETTERS);
    // After a space the word is finished; before it, even `do` may become `dowód`.
    let unfinished = if query.text.ends_with(char::is_whitespace) { None } else { words.last().cloned() };
    answer(searcher, fields, synonyms, query, &worthwhile(words), unfinished.as_ref())
}

fn worthwhile(words: Vec<Word>) -> Vec<Word> {
    words.into_iter().filter(|word| !is_stop_word(&word.folded)).take(MAX_QUERY_WORDS).collect()
}

fn answer(
    searcher: &Searcher,
    fields: &Fields,
    synonyms: &Synonyms,
    query: &Query,
    words: &[Word],
    unfinished: Option<&Word>,
) -> Result<Vec<Hit>> {
    let limit = query.limit.min(MAX_HITS);
    if limit == 0 || (words.is_empty() && unfinished.is_none()) {
        return Ok(Vec::new());
    }
    let plan = Plan { searcher, fields, unfinished };
    let question = plan.question(&synonyms.parts(words)).map_err(fault)?;
    let visible = plan.visible(question, query.audiences, query.kinds);
    // A subject has at most one document in each language, so this many are enough for `limit` subjects.
    let found = searcher.search(&visible, &TopDocs::with_limit(limit * Language::ALL.len()).order_by_score()).map_err(fault)?;
    let mut hits: Vec<Hit> = Vec::new();
    for (score, address) in found {
        let hit = read(&searcher.doc(address).map_err(fault)?, fields, score)?;
        match hits.iter_mut().find(|known| known.subject == hit.subject) {
            Some(known) if hit.language == query.language => known.language = hit.language,
            Some(_) => {}
            None => hits.push(hit),
        }
    }
    hits.truncate(limit);
    Ok(hits)
}

fn read(document: &TantivyDocument, fields: &Fields, score: f32) -> Result<Hit> {
    let text = |field: Field| {
        document.get_first(field).and_then(|value| value.as_str()).ok_or_else(|| Error::internal("search: a document without its subject"))
    };
    let language =
        Language::from_tag(text(fields.language)?).ok_or_else(|| Error::internal("search: a document in an unknown language"))?;
    Ok(Hit { subject: Subject::new(text(fields.kind)?, text(fields.key)?), language, score })
}
