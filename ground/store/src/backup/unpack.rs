//! Reading the archive, and checking all of it against its manifest before anything is restored.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufReader, Read},
    path::{Component, Path},
};

use base::{Error, Result};
use flate2::read::GzDecoder;

use super::{FORMAT, Manifest, PARTS, lines::Sum};
use crate::migrations::migrations;

/// The longest manifest that is read, bytes.
const MANIFEST_BYTES: u64 = 16 << 20;

/// What an entry of the archive is.
pub(super) enum Entry {
    Manifest,
    /// The rows of the table of this name.
    Table(String),
    /// A file of a part of the data folder, by its path in it, such as `files/2026/a.jpg`.
    File(String),
    Unknown(String),
}

/// Shows every entry, in order, and reads to the very end, where the checksum of the compression stands.
pub(super) fn each_entry(source: &Path, mut look: impl FnMut(Entry, &mut dyn Read, u64) -> Result<()>) -> Result<()> {
    let damaged = |e: io::Error| Error::Unavailable(format!("the backup {} is damaged or cut off: {e}", source.display()));
    let file = File::open(source).map_err(|e| Error::Unavailable(format!("the backup {} cannot be read: {e}", source.display())))?;
    let mut archive = tar::Archive::new(GzDecoder::new(BufReader::new(file)));
    for entry in archive.entries().map_err(damaged)? {
        let mut entry = entry.map_err(damaged)?;
        let (kind, length) = (kind(&entry).map_err(damaged)?, entry.size());
        look(kind, &mut entry, length).map_err(|e| e.context(format!("the backup {}", source.display())))?;
    }
    io::copy(&mut archive.into_inner(), &mut io::sink()).map(drop).map_err(damaged)
}

fn kind(entry: &tar::Entry<'_, impl Read>) -> io::Result<Entry> {
    let path = entry.path()?;
    let name = path.to_string_lossy().into_owned();
    let plain = path.components().all(|part| matches!(part, Component::Normal(_))) && entry.header().entry_type().is_file();
    Ok(match name.split_once('/') {
        None if plain && name == "manifest.json" => Entry::Manifest,
        Some(("tables", table)) if plain => match table.strip_suffix(".jsonl") {
            Some(table) => Entry::Table(table.to_owned()),
            None => Entry::Unknown(name),
        },
        Some((part, _)) if plain && PARTS.contains(&part) => Entry::File(name),
        _ => Entry::Unknown(name),
    })
}

#[derive(Default)]
struct Found {
    manifest: Option<Manifest>,
    tables: BTreeMap<String, (u64, String)>,
    parts: BTreeMap<String, (u64, Sum)>,
    unknown: Vec<String>,
}

/// Reads the whole archive and compares it with its manifest.
pub(super) fn check(source: &Path) -> Result<Manifest> {
    let mut found = Found::default();
    each_entry(source, |entry, from, length| found.take(entry, from, length))?;
    let Some(manifest) = found.manifest.take() else { return refuse("there is no manifest in it: it is no backup of Hejnał, or cut off") };
    if let Some(unknown) = manifest.migrations.iter().find(|name| !migrations().iter().any(|migration| migration.name == *name)) {
        return refuse(&format!("it was made by a newer Hejnał (it has migration {unknown}): restore it with that version"));
    }
    found.compare(&manifest)?;
    Ok(manifest)
}

fn refuse<T>(why: &str) -> Result<T> {
    Err(Error::Unavailable(format!("the backup cannot be restored: {why}")))
}

impl Found {
    fn take(&mut self, entry: Entry, from: &mut dyn Read, length: u64) -> Result<()> {
        let twice = match entry {
            Entry::Manifest => self.manifest.replace(manifest(from)?).is_some(),
            Entry::Table(name) => {
                let mut sum = Sum::default();
                io::copy(from, &mut sum).map_err(unread)?;
                self.tables.insert(name, (sum.lines, sum.sha256())).is_some()
            }
            Entry::File(name) => {
                let part = name.split('/').next().unwrap_or_default().to_owned();
                let (files, sum) = self.parts.entry(part).or_default();
                *files += 1;
                sum.begin_file(&name, length);
                io::copy(from, sum).map_err(unread)?;
                false
            }
            Entry::Unknown(name) => {
                self.unknown.push(name);
                false
            }
        };
        if twice { refuse("something is in it twice") } else { Ok(()) }
    }

    fn compare(mut self, manifest: &Manifest) -> Result<()> {
        for table in &manifest.tables {
            let Some((rows, sha256)) = self.tables.remove(&table.name) else {
                return refuse(&format!("the table {} is missing", table.name));
            };
            if (rows, &sha256) != (table.rows, &table.sha256) {
                return refuse(&format!("the table {} is not as it was written ({rows} rows, {} in the manifest)", table.name, table.rows));
            }
        }
        for part in &manifest.parts {
            let (files, sum) = self.parts.remove(&part.name).unwrap_or_default();
            if (files, sum.bytes, sum.sha256()) != (part.files, part.bytes, part.sha256.clone()) {
                return refuse(&format!("the files in {} are not as they were written", part.name));
            }
        }
        match self.tables.keys().chain(self.parts.keys()).chain(&self.unknown).next() {
            Some(name) => refuse(&format!("it holds {name}, of which its manifest says nothing")),
            None => Ok(()),
        }
    }
}

fn manifest(from: &mut dyn Read) -> Result<Manifest> {
    /// A newer form may say other things: then its number is all that is read.
    #[derive(serde::Deserialize)]
    struct Form {
        format: u32,
    }
    let mut text = Vec::new();
    from.take(MANIFEST_BYTES).read_to_end(&mut text).map_err(unread)?;
    let form: Form = serde_json::from_slice(&text).or_else(|_| refuse("its manifest cannot be read"))?;
    if form.format > FORMAT {
        return refuse(&format!(
            "it has the form {}, this program reads forms up to {FORMAT}: restore it with a newer Hejnał",
            form.format
        ));
    }
    serde_json::from_slice(&text).or_else(|_| refuse("its manifest cannot be read"))
}

fn unread(error: io::Error) -> Error {
    Error::Unavailable(format!("it is damaged or cut off: {error}"))
}
