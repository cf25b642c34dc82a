//! `addresses.csv`: one house number a row, with its point in degrees of WGS84.

use std::collections::{HashMap, HashSet};

use base::{Bounds, Point};
use packs::{Kind, Reason};

use super::{
    ADDRESSES, AREAS, Fault, STREETS,
    table::{self, Row},
    twice, unknown,
};
use crate::model::{Address, HouseNumber};

const COLUMNS: [&str; 5] = ["street", "number", "lat", "lng", "district"];

/// What the other files of the pack know. A file with faults says nothing, so that one fault there is not one on each
/// row here.
pub(super) struct Known {
    /// Keys of streets.
    pub streets: Option<HashSet<String>>,
    /// Keys of areas.
    pub areas: Option<HashSet<String>>,
    /// The city's bounds.
    pub bounds: Bounds,
}

/// The addresses of the file; faults are noted. The column `district` may be missing or empty.
pub(super) fn read(text: &str, known: &Known, faults: &mut Vec<Fault>) -> Vec<Address> {
    let mut first_lines: HashMap<(String, HouseNumber), u64> = HashMap::new();
    table::rows(ADDRESSES, text, &COLUMNS, &["district"], faults, |row| {
        let address = address(row, known)?;
        let line = row.line();
        let first = *first_lines.entry((address.street.clone(), address.house.clone())).or_insert(line);
        if first != line {
            let what = format!("{} {}", address.street, address.number);
            row.fault(twice(&what, format!("{what} stands on line {first} too")));
            return None;
        }
        Some(address)
    })
}

/// The address of a row, or nothing when a fault was noted.
fn address(row: &mut Row<'_>, known: &Known) -> Option<Address> {
    let (street, number, district) = (row.value(0).to_owned(), row.value(1).to_owned(), row.value(4).to_owned());
    let street_known = known.streets.as_ref().is_none_or(|keys| keys.contains(&street));
    if !street_known {
        row.fault(unknown("street", &street, STREETS));
    }
    let district_fits = district.is_empty() || known.areas.as_ref().is_none_or(|keys| keys.contains(&district));
    if !district_fits {
        row.fault(unknown("area", &district, AREAS));
    }
    let point = row.point(2, 3, known.bounds);
    let address =
        Address::new(&street, &number, point.unwrap_or(Point { lat_e7: 0, lng_e7: 0 }), Some(district).filter(|key| !key.is_empty()));
    if address.is_none() {
        let said = format!("{number:?} is no house number such as 14, 12A/5, 3-5 or 7 m. 2");
        row.fault(Reason::new(Kind::HouseNumber, number, said));
    }
    address.filter(|_| street_known && district_fits && point.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (usize, Vec<String>) {
        let keys = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect());
        let bounds = Bounds { south: 49.9, west: 19.9, north: 50.1, east: 20.1 };
        let known = Known { streets: keys(&["olszowa", "polna"]), areas: keys(&["olszyna"]), bounds };
        let mut faults = Vec::new();
        let addresses = read(text, &known, &mut faults);
        (addresses.len(), faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn addresses_are_read_with_and_without_a_district() {
        assert_eq!(told("street,number,lat,lng\nolszowa,14a,50.0,20.0\n"), (1, vec![]));
        assert_eq!(told("street,number,lat,lng,district\nolszowa,14,50.0,20.0,olszyna\npolna,14,50.0,20.0,\n"), (2, vec![]));
    }

    #[test]
    fn every_fault_of_every_row_is_named() {
        let text = "street,number,lat,lng,district\nolsza,?,50.0,20.0,las\npolna,2,\"50,0\",20.0,\npolna,3,52.0,21.0,\npolna,4,50.0,20.0,\npolna,4 ,50.0,20.0,\npolna,91,95.0,20.0,\n";
        assert_eq!(
            told(text),
            (
                1,
                [
                    "line 2: there is no street \"olsza\" in streets.csv",
                    "line 2: there is no area \"las\" in areas.geojson",
                    "line 2: \"?\" is no house number such as 14, 12A/5, 3-5 or 7 m. 2",
                    "line 3: \"50,0\", \"20.0\" are not degrees of latitude and longitude with a decimal point",
                    "line 4: 52, 21 lies outside the bounds of city.toml",
                    "line 6: polna 4 stands on line 5 too",
                    "line 7: \"95.0\", \"20.0\" are not degrees of latitude and longitude with a decimal point",
                ]
                .map(|fault| format!("addresses.csv, {fault}"))
                .to_vec()
            )
        );
    }
}
