//! The folder of a volume: opened when it is sound, emptied and made anew when it is not.

use std::{fs, path::Path};

use base::{Error, Result};
use tantivy::{
    Directory, Index, IndexSettings, IndexWriter, TantivyError,
    directory::{INDEX_WRITER_LOCK, MmapDirectory, RamDirectory},
    indexer::IndexWriterOptions,
    schema::Schema,
};

use crate::fields::SCHEMA_VERSION;

/// Memory for documents not yet committed, bytes.
const WRITER_MEMORY_BYTES: usize = 24 << 20;
/// Threads that write and that merge; one each, because a city's changes are few and the machine has others to serve.
const WRITER_THREADS: usize = 1;

/// Opens the index in the folder. One that is absent, damaged or of another version comes back empty, with cursor 0.
pub(crate) fn open(folder: &Path, schema: &Schema) -> Result<(Index, i64)> {
    fs::create_dir_all(folder).map_err(|error| Error::Unavailable(format!("{}: {error}", folder.display())))?;
    let directory = MmapDirectory::open(folder).map_err(|error| fault(error.into()))?;
    // Another process at work would look like damage, and must not lose its files.
    let _alone =
        directory.acquire_lock(&INDEX_WRITER_LOCK).map_err(|error| Error::Unavailable(format!("{}: {error}", folder.display())))?;
    if Index::exists(&directory).unwrap_or(false) {
        match sound(directory.clone(), schema) {
            Ok(opened) => return Ok(opened),
            Err(why) => tracing::warn!(folder = %folder.display(), %why, "the search index is built anew"),
        }
    }
    empty(folder).map_err(|error| Error::Unavailable(format!("{}: {error}", folder.display())))?;
    Ok((create(directory, schema).map_err(fault)?, 0))
}

/// A new index in memory.
pub(crate) fn in_memory(schema: &Schema) -> Result<Index> {
    create(RamDirectory::create(), schema).map_err(fault)
}

/// The one writer of an index.
pub(crate) fn writer(index: &Index) -> tantivy::Result<IndexWriter> {
    let options = IndexWriterOptions::builder().num_worker_threads(WRITER_THREADS).num_merge_threads(WRITER_THREADS);
    index.writer_with_options(options.memory_budget_per_thread(WRITER_MEMORY_BYTES).build())
}

/// Commits what the writer holds together with the cursor.
pub(crate) fn commit(writer: &mut IndexWriter, cursor: i64) -> tantivy::Result<()> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&format!("{SCHEMA_VERSION}:{cursor}"));
    prepared.commit().map(|_| ())
}

/// What the caller can do about a fault of tantivy: wait for the disk, or tell us.
pub(crate) fn fault(error: TantivyError) -> Error {
    match error {
        // A full disk stops tantivy's own thread, and all it then says is that the thread has stopped.
        TantivyError::ErrorInThread(_)
        | TantivyError::SystemError(_)
        | TantivyError::OpenDirectoryError(_)
        | TantivyError::OpenWriteError(_)
        | TantivyError::LockFailure(..)
        | TantivyError::IoError(_) => Error::Unavailable(format!("search: {error}")),
        other => Error::internal(format!("search: {other}")),
    }
}

/// The index and its cursor, if version, fields and the checksum of every file are right.
fn sound(directory: MmapDirectory, schema: &Schema) -> std::result::Result<(Index, i64), String> {
    let index = Index::open(directory).map_err(|error| error.to_string())?;
    let payload = index.load_metas().map_err(|error| error.to_string())?.payload.unwrap_or_default();
    let cursor = cursor(&payload).ok_or_else(|| format!("its commit says {payload:?}"))?;
    if index.schema() != *schema {
        return Err("its fields are others".to_owned());
    }
    let damaged = index.validate_checksum().map_err(|error| error.to_string())?;
    if !damaged.is_empty() {
        return Err(format!("damaged files: {damaged:?}"));
    }
    index.reader().map_err(|error| error.to_string())?;
    Ok((index, cursor))
}

fn cursor(payload: &str) -> Option<i64> {
    let (version, cursor) = payload.split_once(':')?;
    if version.parse() == Ok(SCHEMA_VERSION) { cursor.parse().ok() } else { None }
}

fn create(directory: impl Into<Box<dyn Directory>>, schema: &Schema) -> tantivy::Result<Index> {
    Index::create(directory, schema.clone(), IndexSettings::default())
}

/// Removes the files of an index and nothing else, in case somebody names a wrong folder.
fn empty(folder: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() && entry.file_name().to_str().is_some_and(is_ours) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Whether tantivy gives a file this name; segments are named by 32 hexadecimal digits.
fn is_ours(name: &str) -> bool {
    let segment = |(stem, _): (&str, &str)| stem.len() == 32 && stem.bytes().all(|byte| byte.is_ascii_hexdigit());
    ["meta.json", ".managed.json"].contains(&name) || name.split_once('.').is_some_and(segment)
}
