//! `assets.csv`: one thing with a number a row: lamp posts, bins, stops, parcels, parking meters, devices, trees, benches.

use std::collections::{BTreeSet, HashMap, HashSet};

use base::Bounds;
use packs::{Kind, Reason};

use super::{ASSETS, Fault, STREETS, table, twice, unknown};
use crate::model::{Asset, AssetKind, plain_code};

const COLUMNS: [&str; 7] = ["kind", "code", "lat", "lng", "unit", "street", "near"];
const OPTIONAL: [&str; 3] = ["unit", "street", "near"];
/// The longest code, characters.
const MAX_CODE: usize = 40;

/// What the other files of the pack know; a file with faults says nothing.
pub(super) struct Known<'a> {
    /// Keys of units.
    pub units: Option<&'a BTreeSet<String>>,
    /// Keys of streets.
    pub streets: Option<&'a HashSet<String>>,
    /// The city's bounds.
    pub bounds: Bounds,
}

/// The assets of the file; faults are noted.
pub(super) fn read(text: &str, known: &Known<'_>, faults: &mut Vec<Fault>) -> Vec<Asset> {
    let mut first_lines: HashMap<(AssetKind, String), u64> = HashMap::new();
    table::rows(ASSETS, text, &COLUMNS, &OPTIONAL, faults, |row| {
        let optional = |column: usize| Some(row.value(column).to_owned()).filter(|value| !value.is_empty());
        let (kind, code, unit, street) = (AssetKind::from_word(row.value(0)), row.value(1).to_owned(), optional(4), optional(5));
        if kind.is_none() {
            let (word, known) = (row.value(0).to_owned(), AssetKind::ALL.map(AssetKind::word).join(", "));
            row.fault(Reason::new(Kind::Choice, &word, format!("the kind {word:?} is none of {known}")));
        }
        let code_fits = fits(&code);
        if !code_fits {
            let said = format!("the code {code:?} must be letters, digits, hyphens, dots and slashes, at most {MAX_CODE}");
            row.fault(Reason::new(Kind::Code, &code, said));
        }
        let unit_fits = unit.as_ref().is_none_or(|key| known.units.is_none_or(|units| units.contains(key)));
        if !unit_fits {
            row.fault(unknown("unit", unit.as_deref().unwrap_or_default(), "units.toml"));
        }
        let street_fits = street.as_ref().is_none_or(|key| known.streets.is_none_or(|streets| streets.contains(key)));
        if !street_fits {
            row.fault(unknown("street", street.as_deref().unwrap_or_default(), STREETS));
        }
        let point = row.point(2, 3, known.bounds)?;
        let kind = kind.filter(|_| code_fits && unit_fits && street_fits)?;
        let line = row.line();
        let first = *first_lines.entry((kind, plain_code(&code))).or_insert(line);
        if first != line {
            let what = format!("{} {code}", kind.word());
            row.fault(twice(&what, format!("{what} stands on line {first} too")));
            return None;
        }
        Some(Asset { kind, code, point, unit, street, near: row.value(6).to_owned() })
    })
}

fn fits(code: &str) -> bool {
    let sound = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '/' | '.' | '_' | ' ');
    code.chars().count() <= MAX_CODE && code.chars().all(sound) && code.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (Vec<Asset>, Vec<String>) {
        let (units, streets) = (BTreeSet::from(["zd".to_owned()]), HashSet::from(["polna".to_owned()]));
        let bounds = Bounds { south: 49.9, west: 19.9, north: 50.1, east: 20.1 };
        let mut faults = Vec::new();
        let found = read(text, &Known { units: Some(&units), streets: Some(&streets), bounds }, &mut faults);
        (found, faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn assets_are_read_with_and_without_their_other_columns() {
        let (found, faults) =
            told("kind,code,lat,lng,unit,street,near\nlamp_post,L-1234,50.0,20.0,zd,polna,przy szkole\nbin,17,50.0,20.0,,,\n");
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(
            (found[0].unit.as_deref(), found[0].street.as_deref(), found[0].near.as_str()),
            (Some("zd"), Some("polna"), "przy szkole")
        );
        assert_eq!(found[1].unit, None);
        assert_eq!(told("kind,code,lat,lng\nparcel,12/4,50.0,20.0\ntree,12/4,50.0,20.0\n").0.len(), 2);
    }

    #[test]
    fn every_fault_of_every_row_is_named() {
        let (found, faults) = told(
            "kind,code,lat,lng,unit,street,near\nlamp,?,50.0,20.0,zzm,dolna,\nbin,1-7,50.0,20.0,,,\nbin,17,50.0,20.0,,,\nbin,18,0,x,,,\n",
        );
        assert_eq!(found.len(), 1);
        let expected = [
            "line 2: the kind \"lamp\" is none of lamp_post, bin, stop, parcel, parking_meter, device, tree, bench",
            "line 2: the code \"?\" must be letters, digits, hyphens, dots and slashes, at most 40",
            "line 2: there is no unit \"zzm\" in units.toml",
            "line 2: there is no street \"dolna\" in streets.csv",
            "line 4: bin 17 stands on line 3 too",
            "line 5: \"0\", \"x\" are not degrees of latitude and longitude with a decimal point",
        ];
        assert_eq!(faults, expected.map(|fault| format!("assets.csv, {fault}")));
    }
}
