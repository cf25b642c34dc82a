//! The data folder: database, files, index, mail, keys, copies. One process owns it.

use std::{
    fs::{self, File, OpenOptions},
    io::{Read as _, Write as _},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
    sync::Arc,
};

use base::{Error, Result};

/// The data folder of one process, locked as long as any clone lives.
#[derive(Clone)]
pub struct Folder {
    path: PathBuf,
    _lock: Option<Arc<File>>,
}

impl Folder {
    /// Opens `path`, makes what is missing and locks it.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence when it cannot be written or another process owns it.
    pub fn open(path: &Path) -> Result<Self> {
        let unusable = |e: std::io::Error| Error::Unavailable(format!("the data folder {} cannot be used: {e}", path.display()));
        for part in ["", "files", "index", "mail", "keys", "copies"] {
            fs::create_dir_all(path.join(part)).map_err(unusable)?;
        }
        fs::set_permissions(path, fs::Permissions::from_mode(0o700)).map_err(unusable)?;
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(path.join("lock")).map_err(unusable)?;
        lock.try_lock().map_err(|_| {
            Error::Unavailable(format!("the data folder {} is in use by another hejnal; stop that one first", path.display()))
        })?;
        Ok(Self { path: path.to_owned(), _lock: Some(Arc::new(lock)) })
    }

    /// Looks into a folder that another process may own: for short commands beside a running city.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence when there is no such folder.
    pub fn visit(path: &Path) -> Result<Self> {
        if path.join("keys").is_dir() {
            return Ok(Self { path: path.to_owned(), _lock: None });
        }
        Err(Error::Unavailable(format!("{} is no data folder of a city: give --data the folder that `hejnal serve` uses", path.display())))
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file of the embedded database.
    pub fn database(&self) -> PathBuf {
        self.path.join("hejnal.sqlite")
    }

    /// Where a copy of the database goes before migration `name`.
    pub(crate) fn copy_before(&self, name: &str) -> Result<PathBuf> {
        let copy = self.path.join("copies").join(format!("before-{name}.sqlite"));
        if copy.exists() {
            fs::remove_file(&copy).map_err(Error::internal)?;
        }
        Ok(copy)
    }

    /// The 256-bit key `name` (such as `links`), made on first use with mode 0600.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the file cannot be read, written, or has another length.
    pub fn key(&self, name: &str) -> Result<[u8; 32]> {
        let path = self.path.join("keys").join(name);
        let unusable = |e: std::io::Error| Error::Unavailable(format!("the key {} cannot be used: {e}", path.display()));
        let mut key = [0; 32];
        match OpenOptions::new().create_new(true).write(true).mode(0o600).open(&path) {
            Ok(mut file) => {
                key = base::secret::random();
                file.write_all(&key).and_then(|()| file.sync_all()).map_err(unusable)?;
            }
            Err(_) => File::open(&path).and_then(|mut file| file.read_exact(&mut key)).map_err(unusable)?,
        }
        Ok(key)
    }
}
