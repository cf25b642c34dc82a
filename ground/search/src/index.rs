//! The index: what is put in, what is taken out, and how far in the journal it is.

use std::{
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, RwLock,
        atomic::{AtomicI64, Ordering},
    },
};

use base::{Error, Result};
use tantivy::{IndexReader, IndexWriter, ReloadPolicy};

use crate::{
    document::{self, Document, Subject},
    fields::Fields,
    folder::{self, fault},
    query::{self, Hit, Query},
    synonyms::Synonyms,
};

/// A full-text index. One per process and folder; shared by reference.
pub struct Index {
    index: tantivy::Index,
    fields: Fields,
    reader: IndexReader,
    /// Absent after a failed change: the next one takes a new writer, since tantivy's does not recover.
    writer: Mutex<Option<IndexWriter>>,
    cursor: AtomicI64,
    synonyms: RwLock<Arc<Synonyms>>,
}

impl Index {
    /// Opens the index in `folder`, which holds nothing else. If it is absent, damaged or of another version, it is made anew.
    ///
    /// Every file's checksum is read, so that damage shows now and not in an answer.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the folder cannot be used or another process holds it.
    pub fn open(folder: &Path) -> Result<Self> {
        let (fields, schema) = Fields::new();
        let (index, cursor) = folder::open(folder, &schema)?;
        Self::with(index, fields, cursor)
    }

    /// A new index in memory, for tests and short-lived tools.
    ///
    /// # Errors
    /// [`Error::Internal`] only if tantivy refuses our own schema.
    pub fn in_memory() -> Result<Self> {
        let (fields, schema) = Fields::new();
        Self::with(folder::in_memory(&schema)?, fields, 0)
    }

    fn with(index: tantivy::Index, fields: Fields, cursor: i64) -> Result<Self> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(fault)?;
        let writer = folder::writer(&index).map_err(fault)?;
        Ok(Self { index, fields, reader, writer: Mutex::new(Some(writer)), cursor: AtomicI64::new(cursor), synonyms: RwLock::default() })
    }

    /// The journal position up to which the index has seen everything; 0 says: feed me from the start.
    pub fn cursor(&self) -> i64 {
        self.cursor.load(Ordering::Acquire)
    }

    /// Takes the removed subjects out in all languages, then puts the documents in (each replaces the one of the same subject and
    /// language), and moves the cursor: one commit, all or nothing.
    ///
    /// A batch may come twice; a load from the start in many batches keeps the cursor at 0 until its last.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the batch is too large or a subject's name does not fit, [`Error::Conflict`] when the cursor would
    /// go back, [`Error::Unavailable`] when the disk does not take it. Nothing is changed then, and the same batch may be retried.
    pub fn change(&self, puts: &[Document], removals: &[Subject], cursor: i64) -> Result<()> {
        document::check(puts, removals)?;
        let mut writer = self.lock();
        if cursor < self.cursor() {
            return Err(Error::Conflict("search-cursor-behind"));
        }
        self.commit(&mut writer, cursor, |writer| {
            for subject in removals {
                writer.delete_term(self.fields.subject_term(subject));
            }
            for document in puts {
                writer.delete_term(self.fields.identity_term(document));
                writer.add_document(self.fields.fill(document))?;
            }
            Ok(())
        })
    }

    /// Empties the index and puts the cursor to 0: for a store that was restored and knows less than the index.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the disk does not take it.
    pub fn clear(&self) -> Result<()> {
        self.commit(&mut self.lock(), 0, |writer| writer.delete_all_documents().map(|_| ()))
    }

    /// Replaces the synonyms: each group holds words or short phrases that mean the same (`auto`, `samochód`).
    ///
    /// They work on questions only, so that an editor sees the effect at once and nothing is indexed again.
    ///
    /// # Errors
    /// [`Error::Invalid`] on more than [`crate::MAX_SYNONYM_GROUPS`] groups.
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
        query::search(&self.reader.searcher(), &self.fields, &self.synonyms(), query)
    }

    /// The best documents for a question still being typed: its last word may be only a beginning.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn suggest(&self, query: &Query) -> Result<Vec<Hit>> {
        query::suggest(&self.reader.searcher(), &self.fields, &self.synonyms(), query)
    }

    fn commit(
        &self,
        slot: &mut Option<IndexWriter>,
        cursor: i64,
        work: impl FnOnce(&mut IndexWriter) -> tantivy::Result<()>,
    ) -> Result<()> {
        let mut writer = match slot.take() {
            Some(writer) => writer,
            None => folder::writer(&self.index).map_err(fault)?,
        };
        work(&mut writer).and_then(|()| folder::commit(&mut writer, cursor)).map_err(fault)?;
        *slot = Some(writer);
        self.cursor.store(cursor, Ordering::Release);
        self.reader.reload().map_err(fault)
    }

    fn lock(&self) -> MutexGuard<'_, Option<IndexWriter>> {
        // A panic left no writer in the slot, so there is nothing half-done to protect.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn synonyms(&self) -> Arc<Synonyms> {
        self.synonyms.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
