//! Backup and restore in one engine-neutral form, which is also the way from SQLite to PostgreSQL and back.
//!
//! One `.tar.gz` holds `tables/<name>.jsonl` (a row a line, as a JSON array in the order of the manifest's columns),
//! the data folder's `files/`, `keys/` and `mail/`, and at its end `manifest.json`, by which all of it is checked
//! before a restore touches anything. In a row, null, numbers and texts are themselves, a real number always has a
//! point, truth is 0 or 1, JSON is a text with sorted keys, and bytes or an id are `{"x": "hex"}`.
//! Left out on purpose: leases (their holders are gone) and the search index (it is built anew).

mod lines;
mod pack;
mod restore;
mod unpack;

use std::{
    fs,
    path::{Path, PathBuf},
};

use base::{Error, Moment, Result};
use serde::{Deserialize, Serialize};

pub use restore::restore;

use crate::{
    Folder,
    db::Db,
    migrations::{migrations, pending},
    read::Read,
    story,
};
use pack::Pack;

/// The form that this program writes, and the newest that it reads.
pub const FORMAT: u32 = 1;
/// The parts of the data folder that are kept.
const PARTS: [&str; 3] = ["files", "keys", "mail"];
/// Tables that are not kept.
const LEFT_OUT: [&str; 1] = ["leases"];

/// What an archive holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the archive; see [`FORMAT`].
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// When it was made.
    pub made_at: Moment,
    /// The engine it came from: `sqlite` or `postgres`.
    pub engine: String,
    /// The migrations that had run, oldest first.
    pub migrations: Vec<String>,
    /// The tables, so that what is referred to comes first.
    pub tables: Vec<TableSum>,
    /// The parts of the data folder.
    pub parts: Vec<PartSum>,
}

/// A table in an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSum {
    /// Its name.
    pub name: String,
    /// What the values of a row are, in their order.
    pub columns: Vec<String>,
    /// How many rows.
    pub rows: u64,
    /// SHA-256 of its lines, in hexadecimal.
    pub sha256: String,
}

/// A part of the data folder in an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartSum {
    /// `files`, `keys` or `mail`.
    pub name: String,
    /// How many files.
    pub files: u64,
    /// How many bytes in all.
    pub bytes: u64,
    /// SHA-256 over path, a zero byte, length (8 bytes, little-endian) and content of each file, in hexadecimal.
    pub sha256: String,
}

impl Manifest {
    fn of(db: &Db, tables: Vec<TableSum>) -> Self {
        Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made_at: db.now(),
            engine: if db.is_postgres() { "postgres" } else { "sqlite" }.to_owned(),
            migrations: migrations().iter().map(|migration| migration.name.to_owned()).collect(),
            tables,
            parts: Vec::new(),
        }
    }
}

/// Writes a backup of the database and the data folder to `target`, which must not exist yet. `progress` hears the
/// number of rows so far. The rows are of one moment; the work goes on meanwhile. Needs room beside `target` for the
/// archive and for the largest table.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence; then there is no file at `target`.
pub async fn backup(db: &Db, folder: &Folder, target: &Path, progress: impl Fn(u64) + Send + Sync + 'static) -> Result<Manifest> {
    if target.exists() {
        return Err(Error::Unavailable(format!("{} is there already: name another file for the backup", target.display())));
    }
    let unfinished = Unfinished(beside(target));
    let path = unfinished.0.clone();
    let (pack, tables) = db.read(move |read| pack_tables(read, &path, &progress)).await?;
    let manifest = Manifest::of(db, tables);
    let (home, target) = (folder.path().to_owned(), target.to_owned());
    blocking(move || pack_folder(pack, manifest, &home, &unfinished, &target)).await
}

/// Where the archive grows until it is whole.
fn beside(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.unfinished"))
}

/// An archive that is not whole yet; removed when nobody finishes it.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After the rename nothing is there any more.
        drop(fs::remove_file(&self.0));
    }
}

fn pack_tables(read: &Read<'_>, path: &Path, progress: &impl Fn(u64)) -> Result<(Pack, Vec<TableSum>)> {
    if let Some(missing) = pending(read, migrations())?.first() {
        return Err(Error::Unavailable(format!("the database lacks migration {}: migrate it before the backup", missing.name)));
    }
    let mut pack = Pack::create(path)?;
    let mut tables: Vec<TableSum> = Vec::new();
    for name in story::tables().into_iter().filter(|name| !LEFT_OUT.contains(name)) {
        let before: u64 = tables.iter().map(|table| table.rows).sum();
        tables.push(pack.table(read, name, &|rows| progress(before + rows))?);
    }
    Ok((pack, tables))
}

fn pack_folder(mut pack: Pack, mut manifest: Manifest, home: &Path, unfinished: &Unfinished, target: &Path) -> Result<Manifest> {
    for part in PARTS {
        manifest.parts.push(pack.part(home, part)?);
    }
    pack.finish(&manifest)?;
    let unwritten = |e: std::io::Error| Error::Unavailable(format!("the backup {} cannot be written: {e}", target.display()));
    fs::rename(&unfinished.0, target).map_err(unwritten)?;
    sync_folder(target.parent().unwrap_or(Path::new("."))).map_err(unwritten)?;
    Ok(manifest)
}

/// Makes new names in `folder` survive a power failure.
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::File::open(folder)?.sync_all()
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
}
