//! Places as a form carries them: a short key instead of coordinates and words, so that what comes back is looked up in
//! the gazetteer and never believed.
//!
//! `olszowa/14a` is a house, `olszowa` a street, `polna~mlynska` a corner, `52.4081,16.9335` a point in degrees of WGS84.

use base::{Bounds, Language, Point};
use cases::Place;
use places::model::{Area, Found, HouseNumber, MAX_NEAR_METRES, Near, Places, Spot};

/// A point closer than this to a house is told as that house, metres.
const AT_THE_HOUSE_METRES: f64 = 30.0;

/// The key of a place that the gazetteer has found.
pub(crate) fn key_of(found: &Found<'_>) -> String {
    match found.spot {
        Spot::Street => found.street.key.clone(),
        Spot::House(address, _) => format!("{}/{}", address.street, address.house),
        Spot::Corner(other) => format!("{}~{}", found.street.key, other.key),
    }
}

/// The key of a point of the map.
pub(crate) fn key_of_point(point: Point) -> String {
    format!("{:.7},{:.7}", point.lat(), point.lng())
}

/// The place that a key means; `None` when there is no such place in the city.
pub(crate) fn locate(places: &Places, bounds: &Bounds, key: &str) -> Option<Place> {
    if let Some((lat, lng)) = key.split_once(',') {
        return at_point(places, bounds, point(lat, lng)?);
    }
    if let Some((first, second)) = key.split_once('~') {
        return at_corner(places, first, second);
    }
    match key.split_once('/') {
        Some((street, number)) => at_house(places, street, number),
        None => on_street(places, key),
    }
}

/// A point of degrees as people and programs write them.
pub(crate) fn point(lat: &str, lng: &str) -> Option<Point> {
    Point::from_degrees(lat.trim().parse().ok()?, lng.trim().parse().ok()?)
}

/// A house's sign, with the distance when the point is not at the house itself: `około 120 m od: ul. Olszowa 14`.
pub(crate) fn near_label(near: &Near<'_>) -> String {
    let label = format!("{} {}", near.street.label(), near.address.number);
    if near.metres <= AT_THE_HOUSE_METRES { label } else { format!("około {:.0} m od: {label}", (near.metres / 10.0).round() * 10.0) }
}

fn at_point(places: &Places, bounds: &Bounds, point: Point) -> Option<Place> {
    let near = places.nearest_address(point, MAX_NEAR_METRES);
    let label = near.map_or_else(|| key_of_point(point), |near| near_label(&near));
    bounds.contain(point).then(|| place(&label, point, places.district_of(point)))
}

fn at_house(places: &Places, street_key: &str, number: &str) -> Option<Place> {
    let (street, number) = (places.street(street_key)?, HouseNumber::parse(number)?);
    let houses = places.addresses_of(street_key);
    let house = &houses[houses.binary_search_by(|address| address.house.cmp(&number)).ok()?];
    let district = house.district.as_deref().and_then(|key| places.area(key));
    Some(place(&format!("{} {}", street.label(), house.number), house.point, district))
}

fn on_street(places: &Places, key: &str) -> Option<Place> {
    let (street, houses) = (places.street(key)?, places.addresses_of(key));
    let middle = houses.get(houses.len() / 2)?;
    Some(place(&street.label(), middle.point, places.district_of(middle.point)))
}

/// Corners are not kept anywhere, so this one is found again by its words.
fn at_corner(places: &Places, first: &str, second: &str) -> Option<Place> {
    let (street, other) = (places.street(first)?, places.street(second)?);
    let corners = places.find(&format!("róg {} i {}", street.label(), other.label()), places::model::MAX_FOUND);
    let same =
        |found: &&Found<'_>| found.street.key == street.key && matches!(found.spot, Spot::Corner(crossed) if crossed.key == other.key);
    corners.iter().find(same).map(|found| place(&found.label(), found.point, found.district))
}

/// Words are kept in Polish, since the units read them: `ul. Olszowa 14, Olszyna`.
fn place(label: &str, point: Point, district: Option<&Area>) -> Place {
    let words = match district {
        Some(area) => format!("{label}, {}", area.name.of(Language::Pl)),
        None => label.to_owned(),
    };
    Place { point: Some(point), area_id: district.map(Area::id), words }
}
