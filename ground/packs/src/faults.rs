//! A fault of a pack: which entry, which value of it, and why it cannot be taken.

use std::fmt;

/// Something that cannot be taken as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The section's name, or the file's when the file as a whole is at fault.
    pub section: String,
    /// The entry's key; empty when the section as a whole is at fault.
    pub key: String,
    /// The value within the entry, such as `question[2].when.is`; empty for the whole entry.
    pub path: String,
    /// Why, and what would be right.
    pub reason: String,
    /// File and line, when it came from a file.
    pub at: Option<(String, usize)>,
}

impl Fault {
    /// A fault of one value of an entry.
    pub fn new(section: &str, key: &str, path: &str, reason: impl Into<String>) -> Self {
        Self { section: section.to_owned(), key: key.to_owned(), path: path.to_owned(), reason: reason.into(), at: None }
    }

    /// A fault of a file that could not be read at all.
    pub(crate) fn of_file(file: &str, line: usize, reason: impl Into<String>) -> Self {
        Self { at: Some((file.to_owned(), line)), ..Self::new(file, "", "", reason) }
    }
}

impl fmt::Display for Fault {
    /// `units.toml, line 12: zarzad-drog: parent: there is no unit "x"`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            Some((file, 0)) => write!(f, "{file}")?,
            Some((file, line)) => write!(f, "{file}, line {line}")?,
            None => write!(f, "{}", self.section)?,
        }
        [&self.key, &self.path].into_iter().filter(|part| !part.is_empty()).try_for_each(|part| write!(f, ": {part}"))?;
        write!(f, ": {}", self.reason)
    }
}
