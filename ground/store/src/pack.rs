//! The files of a city pack: how one is read, how its faults are told, and the keys by which files name each other.

use std::{collections::BTreeSet, fmt::Display, io::ErrorKind, path::Path};

use serde::de::DeserializeOwned;

/// Keys that other files of the pack have given, for those that name them. `None` when that file is not there yet or could
/// not be read: then every key is taken, so that one fault is not told many times.
#[derive(Debug, Clone, Default)]
pub struct Keys {
    /// Units of `units.toml`.
    pub units: BTreeSet<String>,
    /// Areas of `areas.geojson`.
    pub areas: Option<BTreeSet<String>>,
    /// Rules of retention.
    pub retention: Option<BTreeSet<String>>,
    /// Topics of `topics.toml`.
    pub topics: Option<BTreeSet<String>>,
    /// Orders of `orders.toml`.
    pub orders: Option<BTreeSet<String>>,
    /// Lines of `lines.toml`.
    pub lines: Option<BTreeSet<String>>,
    /// Calendars of `hours.toml`.
    pub calendars: Option<BTreeSet<String>>,
}

/// The faults of one file, each with its place.
#[derive(Debug)]
pub struct Faults {
    file: String,
    found: Vec<String>,
}

/// The most rows of one file.
pub const MAX_ROWS: usize = 2_000;

/// Reads a file of the pack in `folder`; `None` when it is not there.
///
/// # Errors
/// File, line and reason.
pub fn file<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<Option<T>, Vec<String>> {
    let path = folder.join(name);
    let fault = |reason: &dyn Display| vec![format!("{}: {reason}", path.display())];
    match std::fs::read_to_string(&path) {
        Ok(text) => toml::from_str(&text).map(Some).map_err(|error| fault(&error)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(fault(&error)),
    }
}

impl Faults {
    /// None yet, of the file `name` in `folder`.
    pub fn of(folder: &Path, name: &str) -> Self {
        Self { file: folder.join(name).display().to_string(), found: Vec::new() }
    }

    /// A fault at `place`, such as `line 986`.
    pub fn add(&mut self, place: impl Display, reason: impl Display) {
        self.found.push(format!("{place}: {reason}"));
    }

    /// Adds faults that are told with their places already.
    pub fn extend(&mut self, told: impl IntoIterator<Item = String>) {
        self.found.extend(told);
    }

    /// Keys have to be spelled as keys, and each stands once. Gives them back as a set.
    pub fn keys<'a>(&mut self, what: &str, keys: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
        let mut known = BTreeSet::new();
        for key in keys {
            if !is_key(key) {
                self.add(
                    format!("{what} {key:?}"),
                    "a key has small letters a to z, digits and . _ - only, and begins with a letter or digit",
                );
            }
            if !known.insert(key.to_owned()) {
                self.add(format!("{what} {key}"), "this key stands twice");
            }
        }
        if known.len() > MAX_ROWS {
            self.add(what, format!("more than {MAX_ROWS}"));
        }
        known
    }

    /// What is named has to be there, when it is known what is.
    pub fn known<'a>(
        &mut self,
        place: impl Display,
        what: &str,
        named: impl IntoIterator<Item = &'a String>,
        known: Option<&BTreeSet<String>>,
    ) {
        let Some(known) = known else { return };
        for key in named.into_iter().filter(|key| !known.contains(*key)) {
            self.add(&place, format!("there is no {what} {key}"));
        }
    }

    /// The value, when there is no fault.
    ///
    /// # Errors
    /// Every fault, each as file, place and reason.
    pub fn end<T>(self, value: T) -> Result<T, Vec<String>> {
        if self.found.is_empty() {
            return Ok(value);
        }
        Err(self.found.into_iter().map(|fault| format!("{}: {fault}", self.file)).collect())
    }
}

/// Whether a word can be a key.
pub fn is_key(word: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    word.len() <= 80 && word.starts_with(plain) && word.chars().all(|letter| plain(letter) || matches!(letter, '.' | '_' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_plain_words() {
        for key in ["a", "986", "zarzad-drog", "mopr_linia", "v1.2"] {
            assert!(is_key(key), "{key}");
        }
        for word in ["", "-a", "Zarząd", "a b", "a/b", &"a".repeat(81)] {
            assert!(!is_key(word), "{word}");
        }
    }

    #[test]
    fn every_fault_names_its_file_and_place() {
        let mut faults = Faults::of(Path::new("pack"), "lines.toml");
        let known = faults.keys("line", ["a", "a", "B"]);
        faults.known("line a", "unit", [&"zd".to_owned()], Some(&known));
        faults.known("line a", "unit", [&"zd".to_owned()], None);
        let found = faults.end(()).unwrap_err();
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found[0], "pack/lines.toml: line a: this key stands twice");
        assert_eq!(found[2], "pack/lines.toml: line a: there is no unit zd");
        assert_eq!(file::<Vec<String>>(Path::new("no such folder"), "lines.toml"), Ok(None));
    }
}
