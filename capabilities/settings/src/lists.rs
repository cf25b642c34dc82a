//! Lists that are too long for forms: a file each, from the pack or uploaded. The uploaded one wins.
//!
//! The file lies in the data folder under its SHA-256 before any row names it; which one holds is an entry of the section
//! [`SECTION`], so it has versions, a history and the journal's events as other entries do.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use base::{Error, Result, secret};
use packs::{Entries, Fault};
use serde_json::{Value as Json, json};

/// Where entries say which file of a list holds.
pub const SECTION: &str = "lists";
/// The part of the data folder in which uploaded files lie; it is in every backup.
const FOLDER: &str = "files/lists";
/// The largest file that pages take, bytes.
pub const MAX_UPLOAD_BYTES: usize = 64 << 20;

/// What a file would change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Its rows.
    pub rows: usize,
    /// Those that are new.
    pub added: usize,
    /// Those that say something else.
    pub changed: usize,
    /// Those that are no longer there.
    pub gone: usize,
}

/// Counts what the uploaded file of this SHA-256, or the pack's own, would change as the list of this name; or tells all its
/// faults.
pub type CheckList = dyn Fn(&Entries, &str, Option<&str>) -> std::result::Result<Counts, Vec<Fault>> + Send + Sync;

/// What the pages of lists stand on. Cheap to clone.
#[derive(Clone)]
pub struct Lists {
    /// The names of the files, in the order of the page.
    pub files: &'static [&'static str],
    /// The data folder.
    pub data: PathBuf,
    /// The pack's folder.
    pub pack: PathBuf,
    /// Checks a file.
    pub check: Arc<CheckList>,
}

impl Lists {
    /// The name of a known list.
    pub(crate) fn known(&self, file: &str) -> Result<&'static str> {
        self.files.iter().find(|known| **known == file).copied().ok_or(Error::NotFound)
    }

    /// The file that holds now.
    pub fn present(&self, entries: &Entries, file: &str) -> PathBuf {
        uploaded(entries, file).map_or_else(|| self.pack.join(file), |digest| kept(&self.data, &digest))
    }
}

/// The SHA-256 of the file that somebody uploaded for this list, if one holds.
pub fn uploaded(entries: &Entries, file: &str) -> Option<String> {
    let value = entries.find(SECTION, file)?.value()?;
    value["digest"].as_str().filter(|digest| is_digest(digest)).map(str::to_owned)
}

/// Where an uploaded file lies.
pub fn kept(data: &Path, digest: &str) -> PathBuf {
    data.join(FOLDER).join(digest)
}

pub(crate) fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The entry that says that this file holds.
pub fn entry(file: &str, digest: &str, rows: usize) -> Json {
    json!({ "key": file, "digest": digest, "rows": rows })
}

/// Keeps the file on disk, safe from a power failure, and gives its SHA-256.
pub(crate) fn keep(data: &Path, bytes: &[u8]) -> Result<String> {
    let digest: String = secret::sha256(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let unusable = |fault: std::io::Error| Error::Unavailable(format!("{FOLDER} of the data folder cannot be written: {fault}"));
    let target = kept(data, &digest);
    fs::create_dir_all(data.join(FOLDER)).map_err(unusable)?;
    if !target.exists() {
        let unfinished = target.with_extension("unfinished");
        let mut file = fs::File::create(&unfinished).map_err(unusable)?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(unusable)?;
        fs::rename(&unfinished, &target).map_err(unusable)?;
        fs::File::open(data.join(FOLDER)).and_then(|folder| folder.sync_all()).map_err(unusable)?;
    }
    Ok(digest)
}
