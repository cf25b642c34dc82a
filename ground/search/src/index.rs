//! The index: what is put in, what is taken out, and how far in the journal it is.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use base::{Error, Result};

use crate::{
    document::{self, Audience, Audiences, Document, Subject},
    fields::Fields,
    query::{self, Hit, Query},
    synonyms::Synonyms,
    volume::Volume,
};

/// A full-text index. One per process and folder; shared by reference.
pub struct Index {
    fields: Fields,
    /// Public documents only. Strangers are answered from here, so that hidden ones move not even the order of their answers.
    public: Volume,
    /// All documents, the public ones again.
    whole: Volume,
    /// Held through a change, which touches both volumes.
    changing: Mutex<()>,
    synonyms: RwLock<Arc<Synonyms>>,
}

impl Index {
    /// Opens the index in `folder`, which holds nothing else. If it is absent, damaged, of another version or was never loaded to
    /// the end, it is made anew.
    ///
    /// Every file's checksum is read, so that damage shows now and not in an answer.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the folder cannot be used or another process holds it.
    pub fn open(folder: &Path) -> Result<Self> {
        let (fields, schema) = Fields::new();
        let index = Self::with(fields, Volume::open(&folder.join("public"), &schema)?, Volume::open(&folder.join("whole"), &schema)?);
        // Whoever loads from the start brings what exists, not what was removed: nothing may be left of an earlier load, and if one
        // volume is new, the other has to be.
        if index.cursor() == 0 {
            index.clear()?;
        }
        Ok(index)
    }

    /// A new index in memory, for tests and short-lived tools.
    ///
    /// # Errors
    /// [`Error::Internal`] only if tantivy refuses our own schema.
    pub fn in_memory() -> Result<Self> {
        let (fields, schema) = Fields::new();
        Ok(Self::with(fields, Volume::in_memory(&schema)?, Volume::in_memory(&schema)?))
    }

    fn with(fields: Fields, public: Volume, whole: Volume) -> Self {
        Self { fields, public, whole, changing: Mutex::default(), synonyms: RwLock::default() }
    }

    /// The journal position up to which the index has seen everything; 0 says: feed me from the start.
    pub fn cursor(&self) -> i64 {
        // They differ only after a crash between two commits; what one has already seen does it no harm to see again.
        self.public.cursor().min(self.whole.cursor())
    }

    /// Takes the removed subjects out in all languages, then puts the documents in (each replaces the one of the same subject and
    /// language), and moves the cursor in the same commit.
    ///
    /// A batch may come twice; a load from the start in many batches keeps the cursor at 0 until its last.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the batch is too large or a subject's name does not fit, [`Error::Conflict`] when the cursor would
    /// go back, [`Error::Unavailable`] when the disk does not take it. The cursor stays then, and the same batch is to be retried.
    pub fn change(&self, puts: &[Document], removals: &[Subject], cursor: i64) -> Result<()> {
        document::check(puts, removals)?;
        let _alone = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        if cursor < self.cursor() {
            return Err(Error::Conflict("search-cursor-behind"));
        }
        // The public volume first: if the second commit fails, a withdrawn document is at least not public any more.
        self.write(&self.public, puts, removals, cursor, |document| document.audience == Audience::Public)?;
        self.write(&self.whole, puts, removals, cursor, |_| true)
    }

    fn write(
        &self,
        volume: &Volume,
        puts: &[Document],
        removals: &[Subject],
        cursor: i64,
        belongs: impl Fn(&Document) -> bool,
    ) -> Result<()> {
        volume.commit(cursor, |writer| {
            for subject in removals {
                writer.delete_term(self.fields.subject_term(subject));
            }
            for document in puts {
                writer.delete_term(self.fields.identity_term(document));
                if belongs(document) {
                    writer.add_document(self.fields.fill(document))?;
                }
            }
            Ok(())
        })
    }

    /// Empties the index and puts the cursor to 0: for a store that was restored and knows less than the index.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the disk does not take it.
    pub fn clear(&self) -> Result<()> {
        let _alone = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        self.public.clear()?;
        self.whole.clear()
    }

    /// Replaces the synonyms: each group holds words or short phrases that mean the same (`auto`, `samochód`).
    ///
    /// They work on questions only, so that an editor sees the effect at once and nothing is indexed again.
    ///
    /// # Errors
    /// [`Error::Invalid`] on more than [`crate::MAX_SYNONYM_GROUPS`] groups; the former list stays then.
    pub fn set_synonyms(&self, groups: &[Vec<String>]) -> Result<()> {
        let synonyms = Arc::new(Synonyms::new(groups)?);
        *self.synonyms.write().unwrap_or_else(PoisonError::into_inner) = synonyms;
        Ok(())
    }

    /// The best documents for a whole question, best first; one per subject.
    ///
    /// # Errors
    /// [`Error::Unavailable`] or [`Error::Internal`] when the index cannot be read; never because of what was asked.
    pub fn search(&self, query: &Query) -> Result<Vec<Hit>> {
        query::search(&self.volume(query.audiences).searcher(), &self.fields, &self.synonyms(), query)
    }

    /// The best documents for a question still being typed: its last word may be only a beginning.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn suggest(&self, query: &Query) -> Result<Vec<Hit>> {
        query::suggest(&self.volume(query.audiences).searcher(), &self.fields, &self.synonyms(), query)
    }

    fn volume(&self, audiences: &Audiences) -> &Volume {
        if audiences.iter().all(|audience| audience == Audience::Public) { &self.public } else { &self.whole }
    }

    fn synonyms(&self) -> Arc<Synonyms> {
        self.synonyms.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
