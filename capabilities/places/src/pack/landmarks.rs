//! `landmarks.csv`: one landmark a row, with its names and its point in degrees of WGS84.

use std::collections::HashSet;

use base::{Bounds, Wording};

use super::{Fault, LANDMARKS, bad_key, key_fits, no_name, table, twice};
use crate::model::Landmark;

const COLUMNS: [&str; 9] = ["key", "kind", "name", "name_where", "name_uk", "name_en", "other_names", "lat", "lng"];
const OPTIONAL: [&str; 4] = ["name_where", "name_uk", "name_en", "other_names"];
/// What parts the names of the column `other_names`.
const BETWEEN_NAMES: char = '|';

/// The landmarks of the file; faults are noted.
pub(super) fn read(text: &str, bounds: Bounds, faults: &mut Vec<Fault>) -> Vec<Landmark> {
    let mut keys = HashSet::new();
    table::rows(LANDMARKS, text, &COLUMNS, &OPTIONAL, faults, |row| {
        let (key, kind, name) = (row.value(0).to_owned(), row.value(1).to_owned(), row.value(2).to_owned());
        let (keys_fit, new) = (key_fits(&key) && key_fits(&kind.replace('_', "-")), keys.insert(key.clone()));
        if !keys_fit {
            row.fault(bad_key(&key, format!("the key {key:?} and the kind {kind:?} must be small letters, digits and hyphens")));
        } else if !new {
            row.fault(twice(&key, format!("the key {key:?} stands on an earlier line too")));
        }
        if name.is_empty() {
            row.fault(no_name());
        }
        let point = row.point(7, 8, bounds)?;
        let translated = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let other_names = row.value(6).split(BETWEEN_NAMES).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let name_of = Wording { pl: name.clone(), uk: translated(row.value(4)), en: translated(row.value(5)) };
        let whole = keys_fit && new && !name.is_empty();
        whole.then(|| Landmark { key, kind, name: name_of, name_where: row.value(3).to_owned(), other_names, point })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { south: 49.9, west: 19.9, north: 50.1, east: 20.1 };

    fn told(text: &str) -> (Vec<Landmark>, Vec<String>) {
        let mut faults = Vec::new();
        let found = read(text, BOUNDS, &mut faults);
        (found, faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn landmarks_are_read_with_and_without_their_other_columns() {
        let whole = "key,kind,name,name_where,name_uk,name_en,other_names,lat,lng\npark,park,Park Nadrzeczny,w parku Nadrzecznym,Парк,,Bulwary | Park nad Rzeką,50.0,20.0\n";
        let (found, faults) = told(whole);
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(found[0].other_names, ["Bulwary", "Park nad Rzeką"]);
        assert_eq!((found[0].name.uk.as_deref(), found[0].name.en.as_deref()), (Some("Парк"), None));
        assert_eq!(told("key,kind,name,lat,lng\npark,park,Park,50.0,20.0\n").0.len(), 1);
        assert_eq!(told(" \n"), (vec![], vec![]));
    }

    #[test]
    fn every_fault_of_every_row_is_named() {
        let (found, faults) =
            told("key,kind,name,lat,lng\nPark,park,,50.0,20.0\na,park,A,50.0,20.0\na,park,A,50.0,20.0\nb,park,B,60.0,20.0\n");
        assert_eq!(found.len(), 1);
        let expected = [
            "line 2: the key \"Park\" and the kind \"park\" must be small letters, digits and hyphens",
            "line 2: the name is empty",
            "line 4: the key \"a\" stands on an earlier line too",
            "line 5: 60, 20 lies outside the bounds of city.toml",
        ];
        assert_eq!(faults, expected.map(|fault| format!("landmarks.csv, {fault}")));
        assert!(told("key,name\n").1[0].starts_with("landmarks.csv, line 1: the header must be key,kind,name,"));
    }
}
