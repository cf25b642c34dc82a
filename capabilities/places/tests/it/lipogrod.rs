//! The demo city: its pack has no faults, and its places are found however people write them.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use base::{Bounds, Point};
use places::{
    model::{Area, Closeness, DISTRICT, Found, LandKind, NumberFit, Places, Polygon, Spot},
    pack,
};

const BOUNDS: Bounds = Bounds { south: 49.955, west: 19.92, north: 50.045, east: 20.08 };

pub fn rows() -> pack::Rows {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cities/demo");
    pack::read(&folder, BOUNDS, None).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

pub fn lipogrod() -> Places {
    rows().gazetteer()
}

fn districts(rows: &pack::Rows) -> impl Iterator<Item = &Area> {
    rows.areas.iter().filter(|area| area.kind == DISTRICT)
}

#[test]
fn the_demo_city_is_as_large_as_promised() {
    let rows = rows();
    assert_eq!(rows.areas.iter().filter(|area| area.kind == DISTRICT).count(), 12);
    assert_eq!(rows.streets.len(), 200);
    assert!(rows.addresses.len() >= 8_000);
    assert!(rows.lines.len() > rows.streets.len());
    assert!(rows.areas.iter().all(|area| area.name.uk.is_some() && area.name.en.is_some()));
}

#[test]
fn every_address_lies_in_the_district_it_names_and_in_no_other() {
    let rows = rows();
    for address in &rows.addresses {
        let holders: Vec<&str> = districts(&rows).filter(|area| area.contains(address.point)).map(|area| area.key.as_str()).collect();
        assert_eq!(holders, [address.district.as_deref().unwrap()], "{} {}", address.street, address.number);
    }
}

#[test]
fn districts_tile_the_town_without_gaps() {
    let (rows, city) = (rows(), lipogrod());
    let in_town = |point: Point| districts(&rows).filter(|area| area.contains(point)).count();
    // A grid of points around the old town, far from the outline, with corners of the pack's own among them.
    for lat in (499_900_000..500_100_000).step_by(9_973) {
        for lng in (199_850_000..200_150_000).step_by(14_983) {
            let point = Point { lat_e7: lat, lng_e7: lng };
            assert_eq!(in_town(point), 1, "{point:?}");
            assert!(city.district_of(point).is_some());
        }
    }
    let old_town = city.area("stare-miasto").unwrap();
    for corner in old_town.polygons[0].rings()[0].corners() {
        assert_eq!(in_town(*corner), 1, "{corner:?}");
    }
}

#[test]
fn places_are_found_however_they_are_written() {
    let city = lipogrod();
    for (text, label, closeness, district) in [
        ("ul. Olszowa 14", "ul. Olszowa 14", Closeness::Exact, "olszyna"),
        ("olszowa 14", "ul. Olszowa 14", Closeness::Exact, "olszyna"),
        ("OLSZOWA 14A", "ul. Olszowa 14a", Closeness::Exact, "olszyna"),
        ("na Olszowej 14", "ul. Olszowa 14", Closeness::Locative, "olszyna"),
        ("przy ulicy olszowej nr 14 a", "ul. Olszowa 14a", Closeness::Locative, "olszyna"),
        ("olsozwa 14", "ul. Olszowa 14", Closeness::Typo(1), "olszyna"),
        ("Lipogród, Olszowa 14/7", "ul. Olszowa 14", Closeness::Exact, "olszyna"),
        ("Mlynska 3", "ul. Młyńska 3", Closeness::Exact, "zarzecze"),
        ("Łęgowa 40", "ul. Łęgowa 40", Closeness::Exact, "legi"),
        ("legowej 40", "ul. Łęgowa 40", Closeness::Locative, "legi"),
        ("Słonecznej 4", "ul. Słoneczna 4", Closeness::Locative, "gorki"),
        ("os. Słonecznego 4", "os. Słoneczne 4", Closeness::Inflected, "sady"),
        ("mickiewicza 5", "ul. Adama Mickiewicza 5", Closeness::Words, "gorki"),
        ("A. Mickiewicza 5", "ul. Adama Mickiewicza 5", Closeness::Words, "gorki"),
        ("sklodowskiej-curie 3", "ul. Marii Skłodowskiej-Curie 3", Closeness::Words, "zarzecze"),
        ("pod lipami 2", "ul. Pod Lipami 2", Closeness::Exact, "gorki"),
        ("3 maja 1", "ul. 3 Maja 1", Closeness::Exact, "kolejowa"),
        ("na rynku 3", "Rynek 3", Closeness::Locative, "stare-miasto"),
        ("rondo Kolejarzy 2", "rondo Kolejarzy 2", Closeness::Exact, "kolejowa"),
        ("Skłodowskiej 4", "ul. Marii Skłodowskiej-Curie 4", Closeness::Words, "zarzecze"),
        ("os. Zielone Wzgórze bl. 4 m. 5", "os. Zielone Wzgórze 4", Closeness::Exact, "gorki"),
    ] {
        let found = city.find(text, 5);
        let first = found.first().unwrap_or_else(|| panic!("{text} is not found"));
        assert_eq!((first.label().as_str(), first.closeness), (label, closeness), "{text}: {found:#?}");
        assert_eq!(first.district.map(|area| area.key.as_str()), Some(district), "{text}");
    }
}

#[test]
fn a_number_brings_its_lettered_neighbours_along() {
    let city = lipogrod();
    let labels: Vec<String> = city.find("olszowa 14", 10).iter().map(|found| found.label()).collect();
    assert_eq!(labels, ["ul. Olszowa 14", "ul. Olszowa 14a", "Olszowa"], "the houses, then the stop of that name");
}

#[test]
fn a_number_that_does_not_exist_falls_back_to_the_nearest_on_its_side() {
    let city = lipogrod();
    for number in 1..400 {
        for found in city.find(&format!("olszowa {number}"), 1) {
            let Spot::House(_, address, fit) = found.spot else { panic!("{number} gave no house") };
            let exists = city.addresses_of("olszowa").iter().any(|other| other.house.first.number == number);
            assert_eq!(fit == NumberFit::Nearest, !exists, "{number}: {address:?}");
            assert_eq!(address.house.first.number % 2, number % 2, "{number} is on the other side than {address:?}");
        }
    }
    let last = city.find("olszowa 399", 1)[0].label();
    let odd_numbers = city.addresses_of("olszowa").iter().map(|address| address.house.first.number).filter(|number| number % 2 == 1);
    assert_eq!(last, format!("ul. Olszowa {}", odd_numbers.max().unwrap()));
}

#[test]
fn a_street_is_found_by_its_sign_its_locative_and_without_diacritics() {
    let city = lipogrod();
    for street in city.streets() {
        for text in
            [street.label(), street.name.clone(), street.name_where.clone(), base::fold(&street.name_where), street.name.to_uppercase()]
        {
            let found = city.find(&text, 3);
            assert_eq!(found.first().and_then(|found| Some(found.street()?.key.as_str())), Some(street.key.as_str()), "{text}: {found:#?}");
            assert_eq!(found[0].spot, Spot::Street(street));
        }
    }
}

#[test]
fn the_nearest_address_to_a_house_is_its_own() {
    let city = lipogrod();
    for street in city.streets() {
        for address in city.addresses_of(&street.key) {
            let near = city.nearest_address(address.point, 100.0).unwrap();
            assert_eq!((near.address, near.street, near.metres), (address, street, 0.0));
        }
    }
    assert!(city.nearest_address(Point::from_degrees(49.9, 19.9).unwrap(), 500.0).is_none());
}

#[test]
fn only_what_a_text_names_is_sure() {
    let city = lipogrod();
    for (text, sure) in [
        ("Olszowa 14", true),
        ("na Olszowej", true),
        ("w Parku Miejskim", true),
        ("róg Polnej i Młyńskiej", true),
        ("lampa 1234", true),
        ("olsozwa 14", false),
        ("mickiewicza 5", false),
        ("olszowa 399", false),
        ("Wiśniowa 12A", false),
        ("na dworcu", false),
        ("na Woli", false),
        ("parkowa", true),
    ] {
        let found = city.find(text, 5);
        assert_eq!(found.first().map(Found::is_sure), Some(sure), "{text}: {found:#?}");
    }
    for text in ["Warszawska 3", "Piotrkowska 1", "nieznana 2", "działka 12/4"] {
        assert_eq!(city.find(text, 5), [], "{text}");
    }
}

#[test]
fn an_area_is_offered_after_all_that_lies_in_it() {
    let city = lipogrod();
    for (text, area) in [
        ("Wola", "wola"),
        ("na Woli", "wola"),
        ("dzielnica Wola", "wola"),
        ("Stare Miasto", "stare-miasto"),
        ("na Starym Mieście", "stare-miasto"),
        ("Old Town", "stare-miasto"),
        ("Kolonia Kolejarska", "kolonia-kolejarska"),
        ("Osiedle Leśne", "os-lesne"),
    ] {
        let found = city.find(text, 9);
        let last = found.last().unwrap_or_else(|| panic!("{text} is not found"));
        assert!(matches!(last.spot, Spot::Area(one) if one.key == area), "{text}: {found:#?}");
        assert!(last.district.is_some_and(|district| district.contains(last.point)), "{text}");
        assert!(!last.is_sure(), "{text}");
    }
    for text in ["os. Leśne 3", "Olszowa 14 na Olszynie"] {
        assert!(city.find(text, 9).iter().all(|found| !matches!(found.spot, Spot::Area(_))), "{text} tells more exactly where");
    }
    assert!(city.find("na Starej 5", 5).iter().all(|found| !matches!(found.spot, Spot::Area(_))), "half of a name is no area");
}

#[test]
fn nonsense_finds_nothing_and_the_limit_holds() {
    let city = lipogrod();
    for text in ["", "   ", ",,,", "14", "qwertyuiop", "ul.", "Київ", "💡", "róg", "a"] {
        assert!(city.find(text, 5).is_empty(), "{text}: {:#?}", city.find(text, 5));
    }
    assert!(city.find("olszowa", 0).is_empty());
    assert!(city.find("ols", 1).len() <= 1);
    city.find(&"olszowa 14, ".repeat(5_000), 5);
}

#[test]
fn every_house_is_drawn_and_none_reaches_into_another() {
    let rows = rows();
    let buildings: Vec<&Polygon> =
        rows.land.iter().filter(|land| land.kind == LandKind::Building).flat_map(|land| land.polygons.iter()).collect();
    assert_eq!(buildings.len(), rows.addresses.len());
    // Only what lies in one cell of about a hundred metres, or in the next, can meet.
    let cell = |point: Point| (point.lat_e7 / 10_000, point.lng_e7 / 14_000);
    let mut by_cell: HashMap<(i64, i64), Vec<&Polygon>> = HashMap::new();
    for building in &buildings {
        let cells: HashSet<_> = building.rings()[0].corners().iter().copied().map(cell).collect();
        cells.into_iter().for_each(|at| by_cell.entry(at).or_default().push(building));
    }
    let at = |point: Point| by_cell.get(&cell(point)).into_iter().flatten().filter(|building| building.contains(point)).count();
    for address in &rows.addresses {
        assert_eq!(at(address.point), 1, "{} {}", address.street, address.number);
    }
    let corners = buildings.iter().flat_map(|building| building.rings()[0].corners());
    assert_eq!(corners.filter(|corner| at(**corner) > 1).count(), 0, "corners in two buildings");
}
