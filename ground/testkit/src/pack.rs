//! Files of a pack for tests: their rows, or every fault.

use packs::{Entries, Fault, Section};
use serde::de::DeserializeOwned;

/// What these sections say, all in one file with this text; or every fault.
///
/// # Errors
/// Every fault, as people read it.
///
/// # Panics
/// When there is no temporary folder.
pub fn pack_entries(sections: &[Section], text: &str) -> Result<Entries, Vec<String>> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join(sections[0].file), text).expect("a file of the pack");
    packs::read(folder.path(), sections).map(|draft| draft.entries).map_err(|faults| faults.iter().map(Fault::to_string).collect())
}

/// The rows of a section that `check` finds no fault with.
///
/// # Errors
/// As [`pack_entries`].
pub fn pack_rows<T: DeserializeOwned>(section: Section, text: &str, check: impl Fn(&[T]) -> Vec<Fault>) -> Result<Vec<T>, Vec<String>> {
    let rows: Vec<T> = pack_entries(&[section], text)?.values(section.name, &mut Vec::new());
    let faults = check(&rows);
    if faults.is_empty() { Ok(rows) } else { Err(faults.iter().map(Fault::to_string).collect()) }
}
