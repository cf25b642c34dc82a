//! Polish, Ukrainian and English full-text search over documents that capabilities hand in.
//!
//! One [`Index`] per process lies in a folder of its own. It is derived data: whoever feeds it reads
//! the journal from [`Index::cursor`] on, turns events into [`Document`]s and removals, and hands
//! them to [`Index::change`], which commits documents and the new cursor together. An absent,
//! damaged or outdated folder is emptied on [`Index::open`] and says cursor 0, so that feeding it
//! from the start is the only kind of repair there is.
//!
//! Every document has one [`Audience`]; a question carries the [`Audiences`] of the asker. Strangers are
//! answered from a volume of their own that never held anything else; for the staff the filter is part
//! of the search itself. What the asker may not see does not exist.
//!
//! Everything here blocks; call it from `spawn_blocking`.

mod document;
mod fields;
mod folder;
mod index;
mod plan;
mod query;
mod stop_words;
mod synonyms;
mod volume;
mod words;

pub use document::{Audience, Audiences, Document, MAX_BATCH, MAX_NAME_BYTES, MAX_TEXT_LETTERS, Subject};
pub use index::Index;
pub use query::{Hit, MAX_HITS, MAX_QUERY_LETTERS, MAX_QUERY_WORDS, Query};
pub use synonyms::MAX_SYNONYM_GROUPS;
