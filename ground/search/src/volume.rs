//! One of the two halves of the index on disk: a tantivy index with its reader, its writer and its cursor.

use std::{
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

use base::Result;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, Searcher, schema::Schema};

use crate::folder::{self, fault};

/// A tantivy index, its documents and its cursor always committed together.
pub(crate) struct Volume {
    index: Index,
    reader: IndexReader,
    /// Absent after a failed commit: the next one takes a new writer, since tantivy's does not recover.
    writer: Mutex<Option<IndexWriter>>,
    cursor: AtomicI64,
}

impl Volume {
    /// The volume in the folder, empty and with cursor 0 if it could not be trusted.
    pub(crate) fn open(folder: &Path, schema: &Schema) -> Result<Self> {
        let (index, cursor) = folder::open(folder, schema)?;
        Self::with(index, cursor)
    }

    /// An empty volume in memory.
    pub(crate) fn in_memory(schema: &Schema) -> Result<Self> {
        Self::with(folder::in_memory(schema)?, 0)
    }

    fn with(index: Index, cursor: i64) -> Result<Self> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(fault)?;
        let writer = folder::writer(&index).map_err(fault)?;
        Ok(Self { index, reader, writer: Mutex::new(Some(writer)), cursor: AtomicI64::new(cursor) })
    }

    /// The journal position of the last commit.
    pub(crate) fn cursor(&self) -> i64 {
        self.cursor.load(Ordering::Acquire)
    }

    /// The state of the last commit, for reading.
    pub(crate) fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    /// Does the work and commits it with the cursor; after a failure nothing of it is there.
    pub(crate) fn commit(&self, cursor: i64, work: impl FnOnce(&IndexWriter) -> tantivy::Result<()>) -> Result<()> {
        // A panic left no writer in the slot, so a poisoned lock protects nothing half-done.
        let mut slot = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writer = match slot.take() {
            Some(writer) => writer,
            None => folder::writer(&self.index).map_err(fault)?,
        };
        work(&writer).and_then(|()| folder::commit(&mut writer, cursor)).map_err(fault)?;
        *slot = Some(writer);
        self.cursor.store(cursor, Ordering::Release);
        self.reader.reload().map_err(fault)
    }

    /// Empties the volume and puts its cursor to 0.
    pub(crate) fn clear(&self) -> Result<()> {
        self.commit(0, |writer| writer.delete_all_documents().map(|_| ()))
    }
}
