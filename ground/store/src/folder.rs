//! The data folder: database, files, index, mail, keys, copies. One process owns it.

use std::{
    fs::{self, File, OpenOptions},
    io::{Read as _, Write as _},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use base::{Error, Result};

/// How often the lock of a folder is asked for, and the pause between.
const LOCK_ATTEMPTS: u32 = 20;
const LOCK_PAUSE: Duration = Duration::from_millis(10);

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
        if !locked(&lock) {
            let sentence = format!("the data folder {} is in use by another hejnal; stop that one first", path.display());
            return Err(Error::Unavailable(sentence));
        }
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
        if !path.exists() {
            make_key(&path).map_err(unusable)?;
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).map_err(unusable)?;
        let mut key = [0; 32];
        File::open(&path).and_then(|mut file| file.read_exact(&mut key)).map_err(unusable)?;
        Ok(key)
    }
}

/// Locks `file`. A program that we start inherits every open file for the moment until it has become itself, and with
/// it the lock of a folder that was closed meanwhile; so one refusal is no refusal.
fn locked(file: &File) -> bool {
    (0..LOCK_ATTEMPTS).any(|attempt| {
        if attempt > 0 {
            std::thread::sleep(LOCK_PAUSE);
        }
        file.try_lock().is_ok()
    })
}

/// Makes a key under its name only when it is whole and on disk; one that is there already stays.
fn make_key(path: &Path) -> std::io::Result<()> {
    let draft = path.with_extension(format!("{}.draft", base::Id::new()));
    let mut file = OpenOptions::new().create_new(true).write(true).mode(0o600).open(&draft)?;
    let made = file.write_all(&base::secret::random::<32>()).and_then(|()| file.sync_all()).and_then(|()| fs::hard_link(&draft, path));
    fs::remove_file(&draft)?;
    match made {
        Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => Err(e),
        _ => File::open(path.parent().unwrap_or(path))?.sync_all(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_however_many_ask_for_it() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::open(home.path()).unwrap();
        let keys: Vec<[u8; 32]> = std::thread::scope(|scope| {
            let asked: Vec<_> = (0..8).map(|_| scope.spawn(|| folder.key("links").unwrap())).collect();
            asked.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(keys.iter().all(|key| *key == keys[0] && *key != [0; 32]));
        let left: Vec<_> = fs::read_dir(home.path().join("keys")).unwrap().map(|entry| entry.unwrap()).collect();
        assert_eq!(left.len(), 1, "drafts are removed");
        assert_eq!(left[0].metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_folder_has_one_owner() {
        let home = tempfile::tempdir().unwrap();
        let first = Folder::open(home.path()).unwrap();
        assert!(matches!(Folder::open(home.path()), Err(Error::Unavailable(why)) if why.contains("another hejnal")));
        drop(first);
        Folder::open(home.path()).unwrap();
    }
}
