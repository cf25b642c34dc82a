//! Who looked at personal data, and what for: written down with the look itself, kept two years, read by whoever
//! answers for personal data.
//!
//! Changes need no look: the journal tells who changed what. A look is noted in the transaction that reads, so that
//! nothing is shown of which the note was lost.

use base::{Id, Moment, Result};
use store::{Read, Tx};

use crate::{Permission, Viewer, store as rows};

/// How long looks are kept, in days: system logs of public bodies (KRI, Dz.U. 2024 poz. 773) are kept two years.
pub const KEPT_DAYS: i64 = 731;
/// How many looks one page of the list has.
pub const PAGE: usize = 100;

/// What somebody did with personal data without changing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Opened a record.
    Read,
    /// Searched by name, number or address.
    Search,
    /// Took a copy out.
    Export,
}

/// Why it was necessary. Chosen by the person, or given by the page they work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Talking with the resident now.
    Conversation,
    /// Working on a case or report.
    Matter,
    /// A request of the resident about their own data.
    PrivacyRequest,
    /// A complaint about us.
    Complaint,
    /// Checking how personal data is used.
    Audit,
    /// Mending records: merging, correcting.
    Upkeep,
}

macro_rules! words {
    ($kind:ty, $($variant:ident = $word:literal),+) => {
        impl $kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word kept in the database and sent by forms.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Reads the word; an unknown one is `None`.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.word() == word)
            }
        }
    };
}

words!(Act, Read = "read", Search = "search", Export = "export");
words!(
    Purpose,
    Conversation = "conversation",
    Matter = "matter",
    PrivacyRequest = "privacy_request",
    Complaint = "complaint",
    Audit = "audit",
    Upkeep = "upkeep"
);

/// One look at personal data.
#[derive(Debug, Clone)]
pub struct Look {
    /// What was done.
    pub act: Act,
    /// The kind of record: `resident`, `case`, `interaction`.
    pub subject_kind: &'static str,
    /// The record; `None` for a search.
    pub subject_id: Option<Id>,
    /// Why.
    pub purpose: Purpose,
    /// What was searched for.
    pub words: Option<String>,
}

impl Look {
    /// Opening one record.
    pub fn read(subject_kind: &'static str, subject_id: Id, purpose: Purpose) -> Self {
        Self { act: Act::Read, subject_kind, subject_id: Some(subject_id), purpose, words: None }
    }

    /// Searching among records of one kind.
    pub fn search(subject_kind: &'static str, words: &str, purpose: Purpose) -> Self {
        Self { act: Act::Search, subject_kind, subject_id: None, purpose, words: Some(words.to_owned()) }
    }
}

/// A look as it was noted.
#[derive(Debug, Clone)]
pub struct NotedLook {
    /// Its id.
    pub id: Id,
    /// When.
    pub at: Moment,
    /// Who looked.
    pub account_id: Id,
    /// What they are called now.
    pub name: String,
    /// What was done, in the word kept.
    pub act: String,
    /// The kind of record.
    pub subject_kind: String,
    /// The record.
    pub subject_id: Option<Id>,
    /// Why, in the word kept.
    pub purpose: String,
    /// What was searched for.
    pub words: Option<String>,
}

/// Which looks are asked for; what is `None` does not narrow.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// At one of these records; without any, at all of them.
    pub subjects: Vec<Id>,
    /// By one account.
    pub account_id: Option<Id>,
    /// For this purpose.
    pub purpose: Option<Purpose>,
    /// With these words among those that were searched for, without case and diacritics.
    pub words: Option<String>,
    /// Not before this moment.
    pub since: Option<Moment>,
    /// Not after this moment.
    pub until: Option<Moment>,
    /// Before this one, by moment and id: where another page ended.
    pub older: Option<(Moment, Id)>,
}

/// Notes a look, in the transaction that reads what is looked at.
///
/// # Errors
/// As [`Tx::execute`].
pub fn note(tx: &Tx<'_>, viewer: &Viewer, look: &Look) -> Result<()> {
    rows::insert_look(tx, viewer.account_id, look)
}

/// The looks asked for, the newest first, at most `limit`.
///
/// # Errors
/// [`base::Error::Forbidden`] for whoever does not answer for personal data.
pub fn looks(read: &Read<'_>, viewer: &Viewer, asked: &Asked, limit: usize) -> Result<Vec<NotedLook>> {
    viewer.require(Permission::ProtectData)?;
    let wanted = asked.words.as_deref().map(base::fold);
    let fits = |look: &NotedLook| {
        wanted.as_deref().is_none_or(|wanted| look.words.as_deref().is_some_and(|said| base::fold(said).contains(wanted)))
    };
    let (mut found, mut older) = (Vec::new(), asked.older);
    loop {
        let some = rows::looks(read, asked, older)?;
        let Some(end) = some.last() else { return Ok(found) };
        older = Some((end.at, end.id));
        let room = limit - found.len();
        found.extend(some.into_iter().filter(fits).take(room));
        if found.len() >= limit {
            return Ok(found);
        }
    }
}

/// Removes looks noted before this moment, or, without one, those kept for [`KEPT_DAYS`]; says how many.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget(tx: &Tx<'_>, before: Option<Moment>) -> Result<usize> {
    rows::delete_looks_before(tx, before.unwrap_or(tx.now().plus_seconds(-KEPT_DAYS * 86_400)))
}

/// Takes the words out of searches that tell of somebody whose data was erased. That there was a search stays.
///
/// # Errors
/// As [`Tx::execute`].
pub fn blank_words(tx: &Tx<'_>, tells: impl Fn(&str) -> bool) -> Result<()> {
    let mut last = None;
    loop {
        let some = rows::words_after(tx, last)?;
        let Some((end, _)) = some.last() else { return Ok(()) };
        last = Some(*end);
        some.iter().filter(|(_, words)| tells(words)).try_for_each(|(id, _)| rows::blank_words_of(tx, *id))?;
    }
}

/// How many looks were noted before this moment.
///
/// # Errors
/// As [`Read::query`].
pub fn older_than(read: &Read<'_>, before: Moment) -> Result<i64> {
    rows::count_looks_before(read, before)
}

/// Removes looks noted before this moment, `limit` at most; says how many.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget_older(tx: &Tx<'_>, before: Moment, limit: i64) -> Result<i64> {
    rows::delete_some_looks(tx, before, limit)
}

/// How many sessions of staff ended before this moment.
///
/// # Errors
/// As [`Read::query`].
pub fn sessions_ended_before(read: &Read<'_>, before: Moment) -> Result<i64> {
    rows::count_sessions_before(read, before)
}

/// Removes sessions of staff that ended before this moment, `limit` at most; says how many.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget_sessions(tx: &Tx<'_>, before: Moment, limit: i64) -> Result<i64> {
    rows::delete_some_sessions(tx, before, limit)
}
