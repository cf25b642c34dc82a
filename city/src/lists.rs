//! The long lists of a pack as pages change them: read from wherever they lie, checked with all the rest, and compared row by row.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
    path::{Path, PathBuf},
    sync::Arc,
};

use base::City;
use packs::Entries;
use places::pack::Rows;
use settings::lists::{Counts, Lists};

use crate::pack::{Files, Pack};

/// Reads all lists from where `path_of` says they lie.
///
/// # Errors
/// Every fault, each as file, line and reason.
pub fn read(path_of: &dyn Fn(&str) -> PathBuf, entries: &Entries) -> Result<Rows, Vec<String>> {
    let mut faults = Vec::new();
    let Some(city) = entries.value::<City>("city", &mut faults) else { return Ok(Rows::default()) };
    let units: BTreeSet<String> = entries.keys("units").map(str::to_owned).collect();
    places::pack::read_from(path_of, city.bounds, Some(&units)).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// What the pages of lists stand on: `base` is what the pack has, `present` what holds now.
pub fn pages(base: Arc<Files>, present: Arc<Files>, data: PathBuf) -> Lists {
    let (pack, beside) = (base.folder.clone(), data.clone());
    let check = move |entries: &Entries, file: &str, path: &Path| check(&base, &present, &beside, entries, file, path);
    Lists { files: &places::pack::FILES, data, pack, check: Arc::new(check) }
}

/// What the file at `path` would change as the list `file`.
fn check(base: &Files, present: &Files, data: &Path, entries: &Entries, file: &str, path: &Path) -> Result<Counts, Vec<String>> {
    let holds = |other: &str| {
        settings::lists::uploaded(entries, other).map_or_else(|| base.folder.join(other), |digest| settings::lists::kept(data, &digest))
    };
    let path_of = |other: &str| if other == file { path.to_owned() } else { holds(other) };
    if path == holds(file) {
        let rows = keyed(&present.places, file).len();
        return Ok(Counts { rows, ..Counts::default() });
    }
    let places = read(&path_of, entries)?;
    let counts = compared(&keyed(&present.places, file), &keyed(&places, file));
    let files = Files { places, ..present.clone() };
    match Pack::of(entries.clone(), Arc::new(files)) {
        Ok(_) => Ok(counts),
        Err(faults) => Err(faults.iter().map(ToString::to_string).collect()),
    }
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
