//! The files of the mailbox. A name from outside is read as a moment and an id, so that it can lead nowhere else.

use std::{
    fmt,
    fs::{self, File},
    io::{ErrorKind, Read},
    path::Path,
    str::FromStr,
};

use base::{Error, Id, Moment, Result};

use super::eml::{self, Mail};

/// The most bytes of a file that are read; our letters are far smaller.
const MAX_BYTES: u64 = 256 * 1024;

/// The name of a letter's file: the moment of queueing, then the notice's id. Later names are larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    queued_at: Moment,
    id: Id,
}

impl Name {
    /// When the notice was queued.
    pub fn queued_at(self) -> Moment {
        self.queued_at
    }

    /// The notice that it carries.
    pub fn id(self) -> Id {
        self.id
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016}-{}.eml", self.queued_at.0, self.id)
    }
}

impl FromStr for Name {
    type Err = Error;

    /// Anything but a name of ours is [`Error::NotFound`].
    fn from_str(text: &str) -> Result<Self> {
        let (moment, id) = text.strip_suffix(".eml").and_then(|stem| stem.split_once('-')).ok_or(Error::NotFound)?;
        let name = Self { queued_at: Moment(moment.parse().map_err(|_| Error::NotFound)?), id: id.parse()? };
        if name.to_string() == text { Ok(name) } else { Err(Error::NotFound) }
    }
}

/// A letter that lies in the mailbox.
pub(super) struct Letter {
    pub name: Name,
    pub mail: Mail,
}

/// The newest letters, newest first, at most `limit`.
pub(super) fn newest(folder: &Path, limit: usize) -> Result<Vec<Letter>> {
    let entries = fs::read_dir(folder).map_err(|fault| unreadable(folder, &fault))?;
    let mut names: Vec<Name> = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok()).collect();
    names.sort_unstable_by(|a, b| b.cmp(a));
    names.into_iter().take(limit).map(|name| read(folder, name)).collect()
}

/// One letter.
///
/// # Errors
/// [`Error::NotFound`] without one.
pub(super) fn read(folder: &Path, name: Name) -> Result<Letter> {
    let path = folder.join(name.to_string());
    let mut bytes = Vec::new();
    match File::open(&path).and_then(|file| file.take(MAX_BYTES).read_to_end(&mut bytes)) {
        Ok(_) => Ok(Letter { name, mail: eml::read(&bytes) }),
        Err(fault) if fault.kind() == ErrorKind::NotFound => Err(Error::NotFound),
        Err(fault) => Err(unreadable(&path, &fault)),
    }
}

fn unreadable(path: &Path, fault: &std::io::Error) -> Error {
    Error::Unavailable(format!("{} cannot be read: {fault}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_ours_are_names() {
        let name = Name { queued_at: Moment(1_795_165_200_000_000), id: Id::new() };
        assert_eq!(name.to_string().parse::<Name>().unwrap(), name);
        for foreign in [
            "",
            "x.eml",
            "../hejnal.sqlite",
            "..%2Fkeys",
            &format!("/{name}"),
            &format!("+{name}"),
            &format!(".{name}.part"),
            &format!("{name}/.."),
        ] {
            assert!(foreign.parse::<Name>().is_err(), "{foreign}");
        }
    }
}
