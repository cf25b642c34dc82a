//! Files: photos, letters, recordings. What is too large for a row lies here under a name that a row has.
//!
//! A file is stored, and on disk, before the transaction that names it; one that no row names any more, or never did, is an
//! orphan, which the capability that stores such files sweeps. Behind it is a folder of the data folder, which every backup
//! takes along; the same verbs fit a store of objects on other machines.

use std::{fmt, sync::Arc};

use base::{Error, Moment, Result};
use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _};
use object_store::{ObjectStore, ObjectStoreExt as _, local::LocalFileSystem, memory::InMemory, path::Path};
use store::Folder;

/// The part of the data folder in which files lie.
const PART: &str = "files";

/// The files of a city. A clone is one more pointer to the same.
#[derive(Clone)]
pub struct Files(Arc<dyn ObjectStore>);

/// A file among others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its name: words with slashes between, such as `photos/0193…/whole.jpg`.
    pub name: String,
    /// When it was stored.
    pub at: Moment,
}

impl Files {
    /// The files in the data folder.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the folder cannot be used.
    pub fn open(folder: &Folder) -> Result<Self> {
        let root = folder.path().join(PART);
        let local = LocalFileSystem::new_with_prefix(&root).map_err(|fault| unusable(&fault, &root.display()))?;
        Ok(Self(Arc::new(local.with_fsync(true).with_automatic_cleanup(true))))
    }

    /// Files that are gone with the process: for tests.
    pub fn in_memory() -> Self {
        Self(Arc::new(InMemory::new()))
    }

    /// Stores a file; when this is done it is on disk.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it cannot be written, such as on a full disk: then nothing stands under the name.
    pub async fn put(&self, name: &str, content: Vec<u8>) -> Result<()> {
        self.0.put(&path(name)?, content.into()).await.map(drop).map_err(|fault| unusable(&fault, &name))
    }

    /// What lies under a name.
    ///
    /// # Errors
    /// [`Error::NotFound`] when nothing does.
    pub async fn get(&self, name: &str) -> Result<Bytes> {
        let found = async { self.0.get(&path(name)?).await.map_err(|fault| unusable(&fault, &name)) }.await?;
        found.bytes().await.map_err(|fault| unusable(&fault, &name))
    }

    /// Whether something lies under a name.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when nobody can tell.
    pub async fn has(&self, name: &str) -> Result<bool> {
        match self.0.head(&path(name)?).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(fault) => Err(unusable(&fault, &name)),
        }
    }

    /// Removes a file; one that is gone already is gone.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it cannot be removed.
    pub async fn remove(&self, name: &str) -> Result<()> {
        match self.0.delete(&path(name)?).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(fault) => Err(unusable(&fault, &name)),
        }
    }

    /// Shows each file below a name, such as `photos`, in no certain order; they are not held in memory together.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when they cannot be listed; else the first error of `look`.
    pub async fn each<F: Future<Output = Result<()>>>(&self, below: &str, mut look: impl FnMut(Stored) -> F) -> Result<()> {
        let mut listed = self.0.list(Some(&path(below)?)).map_err(|fault| unusable(&fault, &below)).boxed();
        while let Some(file) = listed.try_next().await? {
            look(Stored { name: file.location.to_string(), at: Moment(file.last_modified.timestamp_micros()) }).await?;
        }
        Ok(())
    }

    /// Removes everything below a name.
    ///
    /// # Errors
    /// As [`Files::each`] and [`Files::remove`].
    pub async fn remove_below(&self, below: &str) -> Result<()> {
        self.each(below, |file| async move { self.remove(&file.name).await }).await
    }
}

impl fmt::Debug for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Files")
    }
}

/// Names are made by the program; one that could lead out of the folder is a fault of ours.
fn path(name: &str) -> Result<Path> {
    Path::parse(name).map_err(|fault| Error::internal(format!("no name of a file: {fault}")))
}

fn unusable(fault: &object_store::Error, what: &dyn fmt::Display) -> Error {
    match fault {
        object_store::Error::NotFound { .. } => Error::NotFound,
        fault => Error::Unavailable(format!("the file {what} cannot be used: {fault}")),
    }
}
