//! Writing the archive.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Read, Seek, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use base::{Error, Result};
use flate2::{Compression, write::GzEncoder};

use super::{
    Manifest, PartSum, TableSum,
    lines::{Sum, write_rows},
};
use crate::catalogue;

/// An archive that grows.
pub(super) struct Pack {
    path: PathBuf,
    tar: tar::Builder<GzEncoder<BufWriter<File>>>,
}

impl Pack {
    /// Begins an archive at `path`. It holds keys, so only we may read it.
    pub fn create(path: &Path) -> Result<Self> {
        let file = private_file(path).map_err(|e| unwritten(path, &e))?;
        let tar = tar::Builder::new(GzEncoder::new(BufWriter::new(file), Compression::fast()));
        Ok(Self { path: path.to_owned(), tar })
    }

    /// Adds a table. A tar archive says the length before the content, so the rows are written to a nameless file first.
    pub fn table(&mut self, read: &crate::Read<'_>, name: &str, progress: &dyn Fn(u64)) -> Result<TableSum> {
        let columns = catalogue::shape(read, name)?.columns;
        let mut spool = BufWriter::new(self.nameless()?);
        let sum = write_rows(read, name, &columns, &mut spool, progress)?;
        let spooled = spool.into_inner().map_err(io::IntoInnerError::into_error).and_then(|mut file| file.rewind().map(|()| file));
        let added = spooled.and_then(|rows| self.append(&format!("tables/{name}.jsonl"), sum.bytes, 0, rows));
        added.map_err(|e| unwritten(&self.path, &e))?;
        Ok(TableSum { name: name.to_owned(), columns, rows: sum.lines, sha256: sum.sha256() })
    }

    fn nameless(&self) -> Result<File> {
        let path = self.path.with_extension("rows");
        let file = private_file(&path).and_then(|file| fs::remove_file(&path).map(|()| file));
        file.map_err(|e| unwritten(&path, &e))
    }

    /// Adds what lies in `part` of the data folder.
    pub fn part(&mut self, home: &Path, part: &str) -> Result<PartSum> {
        let (mut sum, mut files) = (Sum::default(), 0);
        walk(&home.join(part), &mut |path| {
            let name = path.strip_prefix(home).map_err(Error::internal)?.to_string_lossy().into_owned();
            files += u64::from(self.file(path, &name, &mut sum)?);
            Ok(())
        })?;
        Ok(PartSum { name: part.to_owned(), files, bytes: sum.bytes, sha256: sum.sha256() })
    }

    /// Adds one file; false when it was erased meanwhile.
    fn file(&mut self, path: &Path, name: &str, sum: &mut Sum) -> Result<bool> {
        let file = match File::open(path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(false),
            opened => opened.map_err(|e| unread(path, &e))?,
        };
        let about = file.metadata().map_err(|e| unread(path, &e))?;
        let modified = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        sum.begin_file(name, about.len());
        let digested = Digested { from: file.take(about.len()), sum };
        self.append(name, about.len(), modified.as_secs(), digested).map_err(|e| unread(path, &e))?;
        Ok(true)
    }

    fn append(&mut self, name: &str, length: u64, modified: u64, from: impl Read) -> io::Result<()> {
        let mut header = tar::Header::new_gnu();
        header.set_size(length);
        header.set_mode(0o600);
        header.set_mtime(modified);
        let mut from = from.take(length);
        self.tar.append_data(&mut header, name, &mut from)?;
        if from.limit() == 0 { Ok(()) } else { Err(io::Error::other("it became shorter while it was read")) }
    }

    /// Closes the archive with its manifest and brings it to the disk.
    pub fn finish(mut self, manifest: &Manifest) -> Result<()> {
        let text = serde_json::to_vec_pretty(manifest).map_err(Error::internal)?;
        self.append("manifest.json", text.len() as u64, 0, text.as_slice()).map_err(|e| unwritten(&self.path, &e))?;
        let finished = self.tar.into_inner().and_then(GzEncoder::finish).and_then(|mut file| {
            file.flush()?;
            file.get_ref().sync_all()
        });
        finished.map_err(|e| unwritten(&self.path, &e))
    }
}

/// A file whose content is added to the sum of its part as it is read.
struct Digested<'a> {
    from: io::Take<File>,
    sum: &'a mut Sum,
}

impl Read for Digested<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(buffer)?;
        self.sum.write_all(&buffer[..count])?;
        Ok(count)
    }
}

/// Shows the regular files below `folder`, in the order of their names.
fn walk(folder: &Path, look: &mut dyn FnMut(&Path) -> Result<()>) -> Result<()> {
    let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(|e| unread(folder, &e))?;
    let mut entries = listed;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let kind = entry.file_type().map_err(|e| unread(&entry.path(), &e))?;
        if kind.is_dir() {
            walk(&entry.path(), look)?;
        } else if kind.is_file() {
            look(&entry.path())?;
        } else {
            tracing::warn!(path = %entry.path().display(), "neither a file nor a folder, so not in the backup");
        }
    }
    Ok(())
}

fn private_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).truncate(true).read(true).write(true).mode(0o600).open(path)
}

fn unwritten(path: &Path, error: &io::Error) -> Error {
    Error::Unavailable(format!("the backup {} cannot be written: {error}", path.display()))
}

fn unread(path: &Path, error: &io::Error) -> Error {
    Error::Unavailable(format!("{} cannot be put into the backup: {error}", path.display()))
}
