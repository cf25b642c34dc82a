//! Restoring: only into an empty place, and not complete before everything was compared.

use std::{
    collections::BTreeSet,
    fs::{self, OpenOptions},
    io::{self, BufRead, BufReader, Read},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use base::{Actor, Error, Result};
use tokio::sync::mpsc;

use super::{
    Manifest, PARTS, TableSum, blocking,
    lines::{values, write_rows},
    sync_folder,
    unpack::{Entry, check, each_entry},
};
use crate::{
    Folder, Tx, catalogue,
    db::{Db, Options},
    journal,
    migrations::{Migration, RESTORING, migrations, prepare},
    params,
    read::{Read as Look, placeholders},
    value::Value,
};

/// Rows that go into one transaction, at most.
const CHUNK_ROWS: usize = 500;
/// Bytes of lines after which a chunk ends.
const CHUNK_BYTES: usize = 4 << 20;
/// Chunks that may wait for the database.
const CHUNKS: usize = 4;
/// The longest row, in bytes of its line.
const LINE_BYTES: u64 = 256 << 20;

type Progress<'a> = &'a (dyn Fn(u64) + Send + Sync);

/// Rows on their way into a table; its place in the manifest.
struct Chunk {
    table: usize,
    rows: Vec<Vec<Value>>,
}

/// Restores the archive `source` into an empty database and data folder, on either engine. The whole archive is
/// checked first. `progress` hears the number of rows so far. Until everything stands, [`Db::open`] refuses the database.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence: the archive is damaged or newer, or something is in the way.
pub async fn restore(folder: &Folder, options: Options, source: &Path, progress: impl Fn(u64) + Send + Sync + 'static) -> Result<Manifest> {
    let path = source.to_owned();
    let manifest = Arc::new(blocking(move || check(&path)).await?);
    require_empty_folder(folder)?;
    let db = Db::connect(folder, options, migrations())?;
    let restored = fill(&db, folder, source, &manifest, &progress).await;
    db.close();
    restored.map(|()| Arc::unwrap_or_clone(manifest))
}

async fn fill(db: &Db, folder: &Folder, source: &Path, manifest: &Arc<Manifest>, progress: Progress<'_>) -> Result<()> {
    db.read(require_empty_database).await?;
    db.write(Actor::SYSTEM, begin).await?;
    let (then, since): (Vec<Migration>, Vec<Migration>) =
        migrations().iter().partition(|migration| manifest.migrations.iter().any(|name| name == migration.name));
    db.apply_all(then).await?;
    let known = manifest.clone();
    db.write(Actor::SYSTEM, move |tx| make_ready(tx, &known.tables)).await?;
    load(db, folder, source, manifest, progress).await?;
    let known = manifest.clone();
    db.read(move |read| known.tables.iter().try_for_each(|table| compare(read, table))).await?;
    db.apply_all(since).await?;
    // On PostgreSQL the relay goes on where it was; SQLite has none, so nothing may stay without its number.
    while !db.is_postgres() && db.claim(journal::number).await? > 0 {}
    db.write(Actor::SYSTEM, |tx| tx.execute("delete from migrations where name = $1", params![RESTORING]).map(drop)).await
}

fn require_empty_folder(folder: &Folder) -> Result<()> {
    for part in PARTS.into_iter().chain(["index"]) {
        let path = folder.path().join(part);
        let mut entries = fs::read_dir(&path).map_err(|e| unwritten(&path, &e))?;
        if entries.next().is_some() {
            return Err(Error::Unavailable(format!(
                "a restore needs an empty data folder, and {} is not empty: clear it or name another folder",
                path.display()
            )));
        }
    }
    Ok(())
}

fn require_empty_database(read: &Look<'_>) -> Result<()> {
    match catalogue::tables(read)?.first() {
        Some(table) => Err(Error::Unavailable(format!(
            "a restore needs an empty database, and this one has tables ({table}): clear it or name another one"
        ))),
        None => Ok(()),
    }
}

fn begin(tx: &Tx<'_>) -> Result<()> {
    prepare(tx)?;
    tx.execute("insert into migrations (name, applied_at) values ($1, $2)", params![RESTORING, tx.now()]).map(drop)
}

/// Sees that the tables have the columns of the archive, and takes out rows that migrations put in.
fn make_ready(tx: &Tx<'_>, tables: &[TableSum]) -> Result<()> {
    for table in tables.iter().rev() {
        let mut columns = catalogue::shape(tx, &table.name).map(|shape| shape.columns).unwrap_or_default();
        let mut archived = table.columns.clone();
        columns.sort();
        archived.sort();
        if columns != archived {
            return Err(Error::Unavailable(format!("the table {} of the backup has other columns than this program knows", table.name)));
        }
        tx.execute(&format!("delete from \"{}\"", table.name), &[])?;
    }
    Ok(())
}

async fn load(db: &Db, folder: &Folder, source: &Path, manifest: &Arc<Manifest>, progress: Progress<'_>) -> Result<()> {
    let (sender, mut chunks) = mpsc::channel(CHUNKS);
    let (source, home, known) = (source.to_owned(), folder.path().to_owned(), manifest.clone());
    let unpacking = tokio::task::spawn_blocking(move || unpack(&source, &home, &known.tables, &sender));
    let mut loaded = Ok(());
    let mut rows = 0;
    while let Some(chunk) = chunks.recv().await {
        rows += chunk.rows.len() as u64;
        loaded = insert(db, &manifest.tables[chunk.table], chunk.rows).await;
        if loaded.is_err() {
            break;
        }
        progress(rows);
    }
    // The other side notices that nobody listens any more, and ends.
    drop(chunks);
    let unpacked = unpacking.await.map_err(Error::internal)?;
    loaded.and(unpacked)
}

async fn insert(db: &Db, table: &TableSum, rows: Vec<Vec<Value>>) -> Result<()> {
    let columns: Vec<String> = table.columns.iter().map(|column| format!("\"{column}\"")).collect();
    let sql = format!("insert into \"{}\" ({}) values {}", table.name, columns.join(", "), placeholders(1, columns.len()));
    let inserted = db.claim(move |tx| tx.execute_many(&sql, &rows)).await;
    inserted.map_err(|error| Error::Unavailable(format!("the rows of table {} cannot be restored: {error}", table.name)))
}

fn compare(read: &Look<'_>, table: &TableSum) -> Result<()> {
    let sum = write_rows(read, &table.name, &table.columns, io::sink(), &|_| ())?;
    if (sum.lines, sum.sha256()) == (table.rows, table.sha256.clone()) {
        return Ok(());
    }
    Err(Error::Unavailable(format!("the table {} came out of the restore otherwise than it went into the backup", table.name)))
}

/// Sends the rows and writes the files.
fn unpack(source: &Path, home: &Path, tables: &[TableSum], chunks: &mpsc::Sender<Chunk>) -> Result<()> {
    let mut folders = BTreeSet::from([home.to_owned()]);
    each_entry(source, |entry, from, _| match entry {
        Entry::Table(name) => match tables.iter().position(|table| table.name == name) {
            Some(place) => send_rows(from, place, tables[place].columns.len(), chunks),
            None => Ok(()),
        },
        Entry::File(name) => put(home, &home.join(&name), from, &mut folders).map_err(|e| unwritten(&home.join(&name), &e)),
        Entry::Manifest | Entry::Unknown(_) => Ok(()),
    })?;
    folders.iter().try_for_each(|folder| sync_folder(folder).map_err(|e| unwritten(folder, &e)))
}

fn send_rows(from: &mut dyn Read, table: usize, columns: usize, chunks: &mpsc::Sender<Chunk>) -> Result<()> {
    let mut from = BufReader::new(from);
    let (mut rows, mut bytes) = (Vec::new(), 0);
    loop {
        let mut line = Vec::new();
        let length = (&mut from).take(LINE_BYTES).read_until(b'\n', &mut line).map_err(|e| Error::Unavailable(e.to_string()))?;
        if length > 0 {
            rows.push(values(&line, columns)?);
            bytes += length;
        }
        if rows.len() == CHUNK_ROWS || bytes > CHUNK_BYTES || length == 0 {
            let chunk = Chunk { table, rows: std::mem::take(&mut rows) };
            bytes = 0;
            chunks.blocking_send(chunk).map_err(|_| Error::Unavailable("the restore was broken off".into()))?;
        }
        if length == 0 {
            return Ok(());
        }
    }
}

fn put(home: &Path, path: &Path, from: &mut dyn Read, folders: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    let parents = path.ancestors().skip(1).take_while(|folder| folder.starts_with(home));
    folders.extend(parents.map(Path::to_owned));
    fs::create_dir_all(path.parent().unwrap_or(home))?;
    let mut file = OpenOptions::new().create_new(true).write(true).mode(0o600).open(path)?;
    io::copy(from, &mut file)?;
    file.sync_all()
}

fn unwritten(path: &Path, error: &io::Error) -> Error {
    Error::Unavailable(format!("{} cannot be restored: {error}", path.display()))
}
