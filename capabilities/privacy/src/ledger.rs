//! The ledger of erasures: a file outside of the database, ids only, to which each erasure adds a line.
//!
//! A backup does not hold it, so that a restore cannot bring it back to the past; what it has and the database lacks is
//! erased again before the city opens.

use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions},
    io::{ErrorKind, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use base::{Error, Id, Moment, Result};
use serde::{Deserialize, Serialize};

/// The file's name in a data folder and beside backups.
pub const NAME: &str = "erasures.log";

/// One erasure, without a word of whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The erasure.
    pub id: Id,
    /// When it was done.
    pub at: Moment,
    /// The resident and those merged into them.
    pub residents: Vec<Id>,
    /// The cases that stayed.
    pub kept: Vec<Id>,
    /// Whether name and ways stayed because of them.
    pub identity_kept: bool,
    /// The request by which it was done.
    pub request_id: Option<Id>,
}

/// The file, and further copies of it on other disks.
#[derive(Debug, Clone)]
pub struct Ledger {
    files: Vec<PathBuf>,
}

impl Ledger {
    /// The ledger of the data folder, with copies at these paths.
    pub fn of(data: &Path, copies: &[PathBuf]) -> Self {
        Self { files: std::iter::once(data.join(NAME)).chain(copies.iter().cloned()).collect() }
    }

    /// The ledger in a folder, such as that of backups.
    pub fn beside(file: &Path) -> PathBuf {
        file.parent().unwrap_or_else(|| Path::new(".")).join(NAME)
    }

    /// Every erasure that any of the files knows, oldest first. A file that is not there knows none.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when one cannot be read, or a line other than a torn last one makes no sense.
    pub fn read(&self) -> Result<Vec<Line>> {
        let mut known = BTreeMap::new();
        for file in &self.files {
            known.extend(lines_of(file)?.into_iter().map(|line| ((line.at, line.id.0), line)));
        }
        Ok(known.into_values().collect())
    }

    /// Adds the lines to each file that lacks them; they are on disk when it returns.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when a file cannot be written.
    pub fn add(&self, lines: &[Line]) -> Result<()> {
        self.files.iter().try_for_each(|file| add_to(file, lines))
    }
}

fn lines_of(file: &Path) -> Result<Vec<Line>> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(fault) => return Err(unusable(file, &fault.to_string())),
    };
    let mut lines = Vec::new();
    for (place, row) in text.split_inclusive('\n').enumerate().filter(|(_, row)| !row.trim().is_empty()) {
        match serde_json::from_str(row) {
            Ok(line) => lines.push(line),
            // The power failed in the middle: the database has that erasure, and it is added again.
            Err(_) if !row.ends_with('\n') => {}
            Err(fault) => return Err(unusable(file, &format!("line {}: {fault}", place + 1))),
        }
    }
    Ok(lines)
}

fn add_to(file: &Path, lines: &[Line]) -> Result<()> {
    let known = lines_of(file)?;
    let missing: Vec<&Line> = lines.iter().filter(|line| !known.iter().any(|other| other.id == line.id)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    write(file, &missing).map_err(|fault| unusable(file, &fault.to_string()))
}

fn write(file: &Path, lines: &[&Line]) -> std::io::Result<()> {
    let mut text = String::new();
    for line in lines {
        text.push_str(&serde_json::to_string(line)?);
        text.push('\n');
    }
    let whole = fs::read(file).map_or(true, |bytes| bytes.last().is_none_or(|last| *last == b'\n'));
    let mut open = OpenOptions::new().create(true).append(true).mode(0o600).open(file)?;
    if !whole {
        // What was torn makes no line of its own; it is cut off so that the next one begins clean.
        let bytes = fs::read(file)?;
        let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        open.set_len(end as u64)?;
    }
    open.write_all(text.as_bytes())?;
    open.sync_all()?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

fn unusable(file: &Path, why: &str) -> Error {
    Error::Unavailable(format!("the ledger of erasures {} cannot be used: {why}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(at: i64) -> Line {
        Line { id: Id::new(), at: Moment(at), residents: vec![Id::new()], kept: Vec::new(), identity_kept: false, request_id: None }
    }

    #[test]
    fn a_ledger_grows_and_forgets_nothing() {
        let home = tempfile::tempdir().unwrap();
        let copy = home.path().join("copy.log");
        let ledger = Ledger::of(home.path(), std::slice::from_ref(&copy));
        assert_eq!(ledger.read().unwrap(), []);
        let (one, two) = (line(1), line(2));
        ledger.add(std::slice::from_ref(&two)).unwrap();
        fs::remove_file(home.path().join(NAME)).unwrap();
        ledger.add(&[one.clone(), two.clone()]).unwrap();
        assert_eq!(ledger.read().unwrap(), [one.clone(), two.clone()]);
        fs::remove_file(&copy).unwrap();
        assert_eq!(ledger.read().unwrap(), [one, two], "either file is enough");
    }

    #[test]
    fn a_torn_line_is_left_out_and_a_wrong_one_refused() {
        let home = tempfile::tempdir().unwrap();
        let ledger = Ledger::of(home.path(), &[]);
        let (one, two) = (line(1), line(2));
        ledger.add(std::slice::from_ref(&one)).unwrap();
        let file = home.path().join(NAME);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{text}{{\"id\":\"0193")).unwrap();
        assert_eq!(ledger.read().unwrap(), std::slice::from_ref(&one));
        ledger.add(std::slice::from_ref(&two)).unwrap();
        assert_eq!(ledger.read().unwrap(), [one, two]);
        fs::write(&file, "rubbish\n").unwrap();
        assert!(matches!(ledger.read(), Err(Error::Unavailable(why)) if why.contains("line 1")));
    }
}
