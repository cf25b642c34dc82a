//! A small made-up town: landmarks, things with numbers, corners, stretches and nested areas are found as people speak of them.

use base::{Point, Wording};
use places::model::{Address, Area, Asset, AssetKind, Closeness, DISTRICT, Found, Landmark, Places, Polygon, Prefix, Ring, Spot, Street};

/// Points of the town on a grid of about a hundred metres.
fn at(north: i64, east: i64) -> Point {
    Point { lat_e7: 500_000_000 + north * 9_000, lng_e7: 200_000_000 + east * 14_000 }
}

fn area(key: &str, kind: &str, parent: Option<&str>, (south, west): (i64, i64), side: i64) -> Area {
    let corners = vec![at(south, west), at(south, west + side), at(south + side, west + side), at(south + side, west)];
    let name = Wording { pl: key.to_owned(), uk: None, en: None };
    let polygons = vec![Polygon::new(Ring::new(corners).unwrap(), vec![])];
    Area { key: key.to_owned(), name, kind: kind.to_owned(), parent: parent.map(str::to_owned), polygons }
}

/// A street from one point of the grid to another, a house at each step.
fn street(key: &str, prefix: Prefix, name: &str, from: (i64, i64), to: (i64, i64)) -> (Street, Vec<Address>) {
    let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs());
    let point = |step: i64| at(from.0 + (to.0 - from.0) * step / steps, from.1 + (to.1 - from.1) * step / steps);
    let houses = (0..=steps).map(|step| Address::new(key, &(step + 1).to_string(), point(step), None).unwrap()).collect();
    (Street { key: key.to_owned(), prefix, name: name.to_owned(), name_where: format!("przy {name}") }, houses)
}

fn landmark(key: &str, kind: &str, name: &str, other: &[&str]) -> Landmark {
    let name = Wording { pl: name.to_owned(), uk: Some("Парк над річкою".to_owned()).filter(|_| key == "park"), en: None };
    let other_names = other.iter().map(|name| (*name).to_owned()).collect();
    Landmark { key: key.to_owned(), kind: kind.to_owned(), name, name_where: String::new(), other_names, point: at(3, 3) }
}

fn asset(kind: AssetKind, code: &str, street: Option<&str>, point: Point) -> Asset {
    Asset { kind, code: code.to_owned(), point, unit: Some("zd".to_owned()), street: street.map(str::to_owned), near: String::new() }
}

fn town() -> Places {
    let (streets, houses): (Vec<_>, Vec<_>) = [
        street("dluga", Prefix::Street, "Długa", (0, 0), (0, 10)),
        street("polna", Prefix::Street, "Polna", (0, 2), (8, 2)),
        street("mlynska", Prefix::Street, "Młyńska", (0, 8), (8, 8)),
        street("rynek", Prefix::Bare, "Rynek", (5, 5), (5, 6)),
        street("andersa", Prefix::Avenue, "Władysława Andersa", (8, 0), (8, 10)),
        street("wolnosci", Prefix::Square, "Wolności", (3, 5), (4, 5)),
        street("marcin", Prefix::Bare, "Święty Marcin", (6, 0), (6, 1)),
        street("sloneczne", Prefix::Estate, "Słoneczne", (7, 0), (7, 2)),
        street("kaponiera", Prefix::Roundabout, "Kaponiera", (9, 0), (9, 1)),
        street("3-maja", Prefix::Street, "3 Maja", (10, 0), (10, 9)),
        street("listopada", Prefix::Street, "11 Listopada", (11, 0), (11, 9)),
    ]
    .into_iter()
    .unzip();
    let areas = vec![
        area("town", "town", None, (-1, -1), 20),
        area("centre", DISTRICT, Some("town"), (0, 0), 10),
        area("old-town", "estate", Some("centre"), (4, 4), 3),
    ];
    let landmarks = vec![
        landmark("park", "park", "Park Nadrzeczny", &["Bulwary"]),
        landmark("dworzec", "station", "Dworzec Główny", &["Stacja Lipogród"]),
        landmark("stop-rynek", "stop", "Rynek", &[]),
        landmark("szpital", "hospital", "Szpital św. Łukasza", &[]),
    ];
    let assets = vec![
        asset(AssetKind::LampPost, "01234", Some("dluga"), at(0, 3)),
        asset(AssetKind::LampPost, "L-1235", Some("polna"), at(3, 2)),
        asset(AssetKind::Bin, "17", None, at(1, 1)),
        asset(AssetKind::ParkingMeter, "17", None, at(1, 2)),
        asset(AssetKind::Parcel, "12/4", None, at(2, 2)),
    ];
    Places::new(areas, streets, houses.concat()).with(landmarks, assets)
}

fn check(text: &str, label: &str) {
    let town = town();
    let found = town.find(text, 5);
    let labels: Vec<String> = found.iter().map(Found::label).collect();
    assert_eq!(labels.first().map(String::as_str), Some(label), "{text}: {labels:?}");
}

#[test]
fn landmarks_are_found_by_any_name_in_any_case() {
    for (text, label) in [
        ("w parku Nadrzecznym", "Park Nadrzeczny"),
        ("ławka w parku nadrzecznym złamana", "Park Nadrzeczny"),
        ("na Bulwarach", "Park Nadrzeczny"),
        ("Парк над річкою", "Park Nadrzeczny"),
        ("przy dworcu", "Dworzec Główny"),
        ("dworzec glowny", "Dworzec Główny"),
        ("koło szpitala św. Łukasza", "Szpital św. Łukasza"),
        ("przystanek Rynek", "Rynek"),
    ] {
        check(text, label);
    }
    let town = town();
    assert!(matches!(town.find("przystanek Rynek", 1)[0].spot, Spot::Landmark(_)));
    assert!(matches!(town.find("na Rynku", 1)[0].spot, Spot::Street(_)));
}

#[test]
fn things_are_found_by_their_numbers_and_know_their_owner() {
    for (text, label) in [
        ("lampa 01234", "latarnia 01234"),
        ("nie świeci latarnia nr 1234", "latarnia 01234"),
        ("słup nr L-1235", "latarnia L-1235"),
        ("słup l 1235 na Polnej", "latarnia L-1235"),
        ("kosz 17", "kosz 17"),
        ("parkomat 17", "parkomat 17"),
        ("działka 12/4", "działka 12/4"),
        ("01234", "latarnia 01234"),
        ("nr L-1235", "latarnia L-1235"),
    ] {
        check(text, label);
    }
    let town = town();
    let found = town.find("lampa 01234", 1)[0];
    assert!(matches!(found.spot, Spot::Asset(asset) if asset.unit.as_deref() == Some("zd")));
    assert_eq!(found.closeness, Closeness::Exact);
    assert_eq!(found.district.map(|area| area.key.as_str()), Some("centre"));
    assert_eq!(found.point, at(0, 3));
    assert!(town.find("17", 5).is_empty(), "a bin and a parking meter have this number");
    assert!(!town.find("lampa 1234 na Polnej", 5).iter().any(|found| matches!(found.spot, Spot::Asset(_))), "that one stands on Długa");
}

#[test]
fn codes_are_looked_up_however_they_are_spaced() {
    let town = town();
    assert_eq!(town.asset(AssetKind::LampPost, "l 1235").map(|asset| asset.code.as_str()), Some("L-1235"));
    assert_eq!(town.asset(AssetKind::LampPost, "1235"), None);
    assert_eq!(town.asset(AssetKind::Bin, "01234"), None);
}

#[test]
fn corners_and_stretches_are_found_where_the_streets_meet() {
    for (text, label) in [
        ("róg Długiej i Polnej", "ul. Długa / ul. Polna"),
        ("ul. Długa / ul. Polna", "ul. Długa / ul. Polna"),
        ("Długa róg Młyńskiej", "ul. Długa / ul. Młyńska"),
        ("na skrzyżowaniu Polnej z Andersa", "ul. Polna / al. Władysława Andersa"),
        ("na Długiej przy Polnej", "ul. Długa / ul. Polna"),
        ("na Długiej między Polną a Młyńską", "ul. Długa (między: ul. Polna, ul. Młyńska)"),
        ("między Polną i Młyńską na Długiej", "ul. Długa (między: ul. Polna, ul. Młyńska)"),
        ("Długa od Polnej do Młyńskiej", "ul. Długa (między: ul. Polna, ul. Młyńska)"),
        ("ul. Długa (między: ul. Polna, ul. Młyńska), centre", "ul. Długa (między: ul. Polna, ul. Młyńska)"),
    ] {
        check(text, label);
    }
    let town = town();
    let stretch = town.find("na Długiej między Polną a Młyńską", 1)[0];
    assert_eq!(stretch.point, at(0, 5));
    assert_eq!(town.stretch("dluga", "polna", "mlynska").map(|found| found.point), Some(stretch.point));
    assert!(town.corner("polna", "mlynska").is_none(), "they are parallel");
    assert!(town.corner("polna", "polna").is_none());
    assert!(town.find("róg Polnej i Młyńskiej", 5).iter().all(|found| matches!(found.spot, Spot::Street(_))));
}

#[test]
fn streets_are_found_with_titles_prefixes_and_numbers_as_people_say_them() {
    for (text, label) in [
        ("gen. Andersa 3", "al. Władysława Andersa 3"),
        ("przy alei Andersa trzy", "al. Władysława Andersa 3"),
        ("W. Andersa", "al. Władysława Andersa"),
        ("na placu Wolności", "pl. Wolności"),
        ("Długa siedem m. 2", "ul. Długa 7"),
        ("na Długiej pod dwójką", "ul. Długa 2"),
        ("pod numerem 5 na Długiej", "ul. Długa 5"),
        ("dzień dobry, na ulicy Dlugiej przy numerze 4 jest dziura", "ul. Długa 4"),
        ("na Mlyńskeij 3", "ul. Młyńska 3"),
        ("przy Świętym Marcinie", "Święty Marcin"),
        ("sw. marcin 2", "Święty Marcin 2"),
        ("na osiedlu Słonecznym 2", "os. Słoneczne 2"),
        ("przy rondzie Kaponiera", "rondo Kaponiera"),
        ("rondo kaponiery", "rondo Kaponiera"),
        ("trzeciego maja siedem", "ul. 3 Maja 7"),
        ("na 3-go Maja 7/2", "ul. 3 Maja 7"),
        ("Jedenastego Listopada dwa", "ul. 11 Listopada 2"),
        ("11 listopada", "ul. 11 Listopada"),
    ] {
        check(text, label);
    }
}

#[test]
fn areas_of_a_point_come_from_the_largest_to_the_smallest() {
    let town = town();
    let keys = |point| town.areas_of(point).iter().map(|area| area.key.as_str()).collect::<Vec<_>>();
    assert_eq!(keys(at(5, 5)), ["town", "centre", "old-town"]);
    assert_eq!(keys(at(1, 1)), ["town", "centre"]);
    assert_eq!(keys(at(15, 15)), ["town"]);
    assert_eq!(keys(at(50, 50)), Vec::<&str>::new());
}

#[test]
fn a_city_without_anything_is_empty_and_finds_nothing() {
    let empty = Places::new(vec![], vec![], vec![]);
    assert!(empty.is_empty());
    assert!(!town().is_empty());
    for text in ["ul. Długa 12", "lampa 1", "róg A i B", ""] {
        assert!(empty.find(text, 5).is_empty(), "{text}");
    }
    assert!(empty.nearest_address(at(0, 0), 500.0).is_none());
}
