//! Places as a form carries them: a short key instead of coordinates and words, so that what comes back is looked up in
//! the gazetteer and never believed.
//!
//! `olszowa/14a` is a house, `olszowa` a street, `polna~mlynska` a corner, `dluga~polna~mlynska` the stretch of the first
//! between the others, `landmark:park` a landmark, `lamp_post:L-1234` a thing with a number, `area:olszyna` somewhere in an
//! area, `52.4081,16.9335` a point in degrees of WGS84.

use super::{LONGEST_PLACE, Place};
use base::{Bounds, Language, Point};
use places::model::{Area, Asset, AssetKind, DISTRICT, Found, HouseNumber, MAX_NEAR_METRES, Near, Places, Spot, Street};

/// A point closer than this to a house is told as that house, metres.
const AT_THE_HOUSE_METRES: f64 = 30.0;
/// A thing closer than this to the place of a report is what stands there, metres: as long as a street without a house number.
const SAME_PLACE_METRES: f64 = 500.0;
/// What the key of a landmark begins with; no kind of asset is called so.
const LANDMARK: &str = "landmark";
/// What the key of an area begins with; no kind of asset is called so.
const AREA: &str = "area";

/// The key of a place that the gazetteer has found.
pub fn key_of(found: &Found<'_>) -> String {
    match found.spot {
        Spot::Street(street) => street.key.clone(),
        Spot::House(_, address, _) => format!("{}/{}", address.street, address.house),
        Spot::Corner(street, other) => format!("{}~{}", street.key, other.key),
        Spot::Between(street, from, to) => format!("{}~{}~{}", street.key, from.key, to.key),
        Spot::Landmark(landmark) => format!("{LANDMARK}:{}", landmark.key),
        Spot::Asset(asset) => format!("{}:{}", asset.kind.word(), asset.code),
        Spot::Area(area) => format!("{AREA}:{}", area.key),
    }
}

/// What a place that the gazetteer has found is called, as it will stand in the report.
pub fn label_of(places: &Places, found: &Found<'_>) -> String {
    match found.spot {
        Spot::Asset(asset) => asset_label(places, asset),
        Spot::Area(area) => area_label(area),
        _ => found.label(),
    }
}

/// The key of a point of the map.
pub fn key_of_point(point: Point) -> String {
    format!("{:.7},{:.7}", point.lat(), point.lng())
}

/// The place that a key means; `None` when there is no such place in the city.
pub fn locate(places: &Places, bounds: &Bounds, key: &str) -> Option<Place> {
    if let Some((kind, key)) = key.split_once(':') {
        return match kind {
            LANDMARK => at_landmark(places, key),
            AREA => in_area(places, key),
            _ => at_asset(places, kind, key),
        };
    }
    if let Some((lat, lng)) = key.split_once(',') {
        return at_point(places, bounds, point(lat, lng)?);
    }
    if let Some((first, others)) = key.split_once('~') {
        return related(places, first, others);
    }
    match key.split_once('/') {
        Some((street, number)) => at_house(places, street, number),
        None => on_street(places, key),
    }
}

/// A point of degrees as people and programs write them.
pub fn point(lat: &str, lng: &str) -> Option<Point> {
    Point::from_degrees(lat.trim().parse().ok()?, lng.trim().parse().ok()?)
}

/// A house's sign, with the distance when the point is not at the house itself: `około 120 m od: ul. Olszowa 14`.
pub fn near_label(near: &Near<'_>) -> String {
    let label = format!("{} {}", near.street.label(), near.address.number);
    if near.metres <= AT_THE_HOUSE_METRES { label } else { format!("około {:.0} m od: {label}", (near.metres / 10.0).round() * 10.0) }
}

/// Whether the point lies in the city: in one of its districts, or within its bounds when it has none.
pub fn is_inside(places: &Places, bounds: &Bounds, point: Point) -> bool {
    let has_districts = places.areas().iter().any(|area| area.kind == DISTRICT);
    bounds.contain(point) && (!has_districts || places.district_of(point).is_some())
}

fn at_point(places: &Places, bounds: &Bounds, point: Point) -> Option<Place> {
    let near = places.nearest_address(point, MAX_NEAR_METRES);
    let label = near.map_or_else(|| key_of_point(point), |near| near_label(&near));
    is_inside(places, bounds, point).then(|| place(&label, point, places.district_of(point)))
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

/// Corners and stretches are not kept anywhere, so they are worked out again.
fn related(places: &Places, first: &str, others: &str) -> Option<Place> {
    let found = match others.split_once('~') {
        Some((from, to)) => places.stretch(first, from, to)?,
        None => places.corner(first, others)?,
    };
    Some(place(&found.label(), found.point, found.district))
}

fn at_landmark(places: &Places, key: &str) -> Option<Place> {
    let landmark = places.landmark(key)?;
    Some(place(&landmark.name.pl, landmark.point, places.district_of(landmark.point)))
}

/// The thing that the words name by its number, and nothing else better.
pub fn thing_in<'a>(places: &'a Places, words: &str) -> Option<&'a Asset> {
    match places.find(words, 1).first()?.spot {
        Spot::Asset(asset) => Some(asset),
        _ => None,
    }
}

/// A place with a thing whose number was told besides: the same place when the thing stands there, the thing's own when
/// nobody knew where. A number that belongs far away was hardly read well, and says nothing.
pub fn with_thing(place: Place, thing: &Place) -> Place {
    let apart = |point: Point| thing.point.map_or(f64::INFINITY, |other| other.metres_to(point));
    match place.point {
        _ if place.asset_id.is_some() => place,
        Some(point) if apart(point) > SAME_PLACE_METRES => place,
        Some(_) => Place { asset_id: thing.asset_id, ..place },
        None => {
            let both = format!("{} ({})", place.words.trim(), thing.words);
            let fits = both.chars().count() <= LONGEST_PLACE;
            let words = if place.words.trim().is_empty() {
                thing.words.clone()
            } else if fits {
                both
            } else {
                place.words
            };
            Place { words, ..thing.clone() }
        }
    }
}

fn at_asset(places: &Places, kind: &str, code: &str) -> Option<Place> {
    Some(place_of(places, places.asset(AssetKind::from_word(kind)?, code)?))
}

/// Where a thing stands.
pub fn place_of(places: &Places, asset: &Asset) -> Place {
    let place = place(&asset_label(places, asset), asset.point, places.district_of(asset.point));
    Place { asset_id: Some(asset.id()), ..place }
}

/// Nobody knows where in the area: the place has no point.
fn in_area(places: &Places, key: &str) -> Option<Place> {
    let area = places.area(key)?;
    let district = if area.kind == DISTRICT { None } else { area.middle().and_then(|middle| places.district_of(middle)) };
    let place = place(&area_label(area), area.middle()?, district);
    Some(Place { point: None, area_id: Some(district.unwrap_or(area).id()), ..place })
}

/// `gdzieś w okolicy: Olszyna`.
fn area_label(area: &Area) -> String {
    format!("gdzieś w okolicy: {}", area.name.of(Language::Pl))
}

/// A thing is told with its street, so that whoever goes there knows where: `latarnia 01234, ul. Olszowa`.
fn asset_label(places: &Places, asset: &Asset) -> String {
    let street = asset.street.as_deref().and_then(|key| places.street(key)).map(Street::label).unwrap_or_default();
    let street = if asset.near.starts_with(&street) { String::new() } else { street };
    let parts = [asset.label(), street, asset.near.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Words are kept in Polish, since the units read them: `ul. Olszowa 14, Olszyna`.
fn place(label: &str, point: Point, district: Option<&Area>) -> Place {
    let words = match district {
        Some(area) => format!("{label}, {}", area.name.of(Language::Pl)),
        None => label.to_owned(),
    };
    Place { point: Some(point), area_id: district.map(Area::id), asset_id: None, words }
}
