//! Warsaw's own log of 13 March 2014 falls, point by point, into the districts that it names.
//!
//! The data are not ours to publish: without `../shared/data` beside the repository the test says so and ends.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use base::Wording;
use places::model::{Area, DISTRICT, Places, PlaneMetres, Projection, polygons_from_geojson};
use serde_json::Value;

/// Distinct tickets of both files with a district and a point.
const TICKETS: usize = 204;

#[derive(Debug, PartialEq, Eq)]
struct TicketRow {
    district: String,
    easting: String,
    northing: String,
}

fn shared_data() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    folder.is_dir().then_some(folder)
}

fn warsaw(folder: &Path) -> Places {
    let text = fs::read_to_string(folder.join("poland/districts/warszawa_dzielnice.geojson")).unwrap();
    let collection: Value = serde_json::from_str(&text).unwrap();
    let area = |feature: &Value| {
        let name = feature["properties"]["name"].as_str().unwrap().to_owned();
        let polygons = polygons_from_geojson(&feature["geometry"]).unwrap();
        Area { key: name.clone(), name: Wording { pl: name, uk: None, en: None }, kind: DISTRICT.to_owned(), parent: None, polygons }
    };
    let areas: Vec<Area> = collection["features"].as_array().unwrap().iter().map(area).filter(|area| area.key != "Warszawa").collect();
    assert_eq!(areas.len(), 18);
    Places::new(areas, vec![], vec![])
}

/// The tickets of one file that have a district and a point, by number.
fn tickets(path: &Path) -> BTreeMap<String, TicketRow> {
    let bytes = fs::read(path).unwrap();
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let text = String::from_utf16(&units).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let column = |name: &str| header.iter().position(|title| *title == name).unwrap();
    let (number, district, easting, northing) =
        (column("Numer zgłoszenia"), column("Dzielnica"), column("Długość geograficzna"), column("Szerokość geograficzna"));
    let ticket = |line: &str| {
        let values: Vec<&str> = line.split('\t').collect();
        let value = |at: usize| values[at].trim().to_owned();
        (value(number), TicketRow { district: value(district), easting: value(easting), northing: value(northing) })
    };
    lines.map(ticket).filter(|(_, ticket)| !ticket.district.is_empty() && !ticket.easting.is_empty()).collect()
}

#[test]
fn every_ticket_with_a_point_lies_in_the_district_that_it_names() {
    let Some(folder) = shared_data() else {
        println!("skipped: no ../shared/data");
        return;
    };
    let warsaw = warsaw(&folder);
    let mut all = tickets(&folder.join("311/warsaw-19115-2014/zgloszenia_nowe_2014-03-13.csv"));
    all.extend(tickets(&folder.join("311/warsaw-19115-2014/zgloszenia_zamkniete_2014-03-13.csv")));
    assert_eq!(all.len(), TICKETS);
    for (number, ticket) in all {
        let plane = PlaneMetres { easting: ticket.easting.parse().unwrap(), northing: ticket.northing.parse().unwrap() };
        let point = Projection::EPSG_2178.to_point(plane).unwrap();
        let found = warsaw.district_of(point).map(|area| area.key.replace('-', " "));
        assert_eq!(found, Some(ticket.district.replace('-', " ")), "{number} at {point:?}");
    }
}
