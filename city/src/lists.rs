//! The long lists of a pack as pages change them: checked with all the rest, and compared row by row.

use std::{
    collections::BTreeMap,
    fmt::Debug,
    path::{Path, PathBuf},
    sync::Arc,
};

use packs::{Edit, Entries, Fault};
use places::pack::{Rows, Spot};
use settings::lists::{Counts, Lists};

use crate::pack::{Files, Pack};

/// What the pages of lists stand on: `present` is what holds now.
pub fn pages(present: Arc<Files>, data: PathBuf) -> Lists {
    let (pack, beside) = (present.folder.clone(), data.clone());
    let check = move |entries: &Entries, file: &str, digest: Option<&str>| check(&present, &beside, entries, file, digest);
    Lists { files: &places::pack::FILES, data, pack, check: Arc::new(check) }
}

/// What the uploaded file, or the pack's, would change as the list `file`.
fn check(present: &Arc<Files>, data: &Path, entries: &Entries, file: &str, digest: Option<&str>) -> Result<Counts, Vec<Fault>> {
    let now = present.anew(entries, data);
    if digest == settings::lists::uploaded(entries, file).as_deref() {
        return Ok(Counts { rows: keyed(&now.places, file).len(), ..Counts::default() });
    }
    let edit = digest.map_or(Edit::TakePacks(None), |digest| Edit::Put(settings::lists::entry(file, digest, 0)));
    let after = entries.with(settings::lists::SECTION, file, &edit);
    let files = present.anew(&after, data);
    let mut told: Vec<Fault> = files.faults.iter().filter(|fault| !now.faults.contains(fault)).map(of_row).collect();
    let counts = compared(&keyed(&now.places, file), &keyed(&files.places, file));
    // A list whose rows are at fault is told row by row; what else does not go with it is told of the entries.
    let before = Pack::fit(entries.clone(), now).1;
    let others = Pack::fit(after, files).1.into_iter().filter(|fault| fault.section != settings::lists::SECTION && !before.contains(fault));
    told.extend(others);
    if told.is_empty() { Ok(counts) } else { Err(told) }
}

/// A fault of a row or a feature, as faults of entries are told.
fn of_row(fault: &places::pack::Fault) -> Fault {
    let (path, line) = match fault.spot {
        Spot::File => (String::new(), 0),
        Spot::Line(line) => (String::new(), usize::try_from(line).unwrap_or(usize::MAX)),
        Spot::Feature(number) => (format!("feature[{number}]"), 0),
    };
    let at = Some((fault.file.to_owned(), line));
    Fault { at, ..Fault::new(settings::lists::SECTION, fault.file, &path, fault.reason.clone()) }
}

fn compared(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Counts {
    let added = after.keys().filter(|key| !before.contains_key(*key)).count();
    let changed = after.iter().filter(|(key, row)| before.get(*key).is_some_and(|old| old != *row)).count();
    let gone = before.keys().filter(|key| !after.contains_key(*key)).count();
    Counts { rows: after.len(), added, changed, gone }
}

/// The rows of a list by what tells them apart.
fn keyed(rows: &Rows, file: &str) -> BTreeMap<String, String> {
    match file {
        places::pack::AREAS => by(&rows.areas, |area| area.key.clone()),
        places::pack::STREETS => by(&rows.streets, |street| street.key.clone()),
        places::pack::ADDRESSES => by(&rows.addresses, |address| address.id().to_string()),
        places::pack::ASSETS => by(&rows.assets, |asset| asset.id().to_string()),
        places::pack::LANDMARKS => by(&rows.landmarks, |landmark| landmark.key.clone()),
        places::pack::LINES => numbered(&rows.lines, |line| format!("{line:?}")),
        _ => numbered(&rows.land, |land| format!("{land:?}")),
    }
}

fn by<T: Debug>(rows: &[T], key: impl Fn(&T) -> String) -> BTreeMap<String, String> {
    rows.iter().map(|row| (key(row), format!("{row:?}"))).collect()
}

/// Rows that may be alike are told apart by which of them they are.
fn numbered<T: Debug>(rows: &[T], key: impl Fn(&T) -> String) -> BTreeMap<String, String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut all = BTreeMap::new();
    for row in rows {
        let key = key(row);
        let count = seen.entry(key.clone()).or_default();
        *count += 1;
        all.insert(format!("{key} {count}"), format!("{row:?}"));
    }
    all
}
