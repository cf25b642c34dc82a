//! The districts of a city from anybody's GeoJSON: only a geometry and a name are asked of each feature.

use std::path::Path;

use anyhow::{Context as _, anyhow, bail, ensure};
use base::{Bounds, Point, Wording};
use places::model::{Area, DISTRICT, polygons_from_geojson};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::mapping::key_of;

/// Bounds are written with this many steps a degree, rounded outwards.
const STEPS_A_DEGREE: f64 = 1_000.0;

/// The districts of a city.
pub struct Districts {
    /// Each with a key made from its name.
    pub areas: Vec<Area>,
    /// The name of the feature that is the outline of the whole city, if there was one. It is no district.
    pub outline: Option<String>,
    /// The rectangle around all districts, a little wider.
    pub bounds: Bounds,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Map<String, Value>,
    geometry: Value,
}

/// Reads the districts in `path`; `property` holds their names.
///
/// # Errors
/// A sentence with the file, the feature and the reason.
pub fn read(path: &Path, property: &str) -> anyhow::Result<Districts> {
    let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let collection: Collection = serde_json::from_str(&text).with_context(|| format!("{} is no GeoJSON of features", path.display()))?;
    let areas = (1..)
        .zip(&collection.features)
        .map(|(number, feature)| area(feature, property).with_context(|| format!("{}, feature {number}", path.display())));
    let mut areas = areas.collect::<anyhow::Result<Vec<Area>>>()?;
    let outline = outline(&areas).map(|at| areas.remove(at).name.pl);
    for (at, area) in areas.iter().enumerate() {
        ensure!(areas[..at].iter().all(|other| other.key != area.key), "{}: two districts are called {}", path.display(), area.name.pl);
    }
    let bounds = bounds(&areas).ok_or_else(|| anyhow!("{}: there is no district", path.display()))?;
    Ok(Districts { areas, outline, bounds })
}

fn area(feature: &Feature, property: &str) -> anyhow::Result<Area> {
    let Some(name) = feature.properties.get(property).and_then(Value::as_str) else {
        let others: Vec<&String> = feature.properties.iter().filter(|(_, value)| value.is_string()).map(|(name, _)| name).collect();
        bail!("it has no name in the property {property:?}; others with a text are {others:?}: say --area-name");
    };
    let key = key_of(name);
    ensure!(!key.is_empty(), "the name {name:?} makes no key");
    let polygons = polygons_from_geojson(&feature.geometry).map_err(|fault| anyhow!("{fault}"))?;
    Ok(Area { key, name: Wording { pl: name.trim().to_owned(), uk: None, en: None }, kind: DISTRICT.to_owned(), parent: None, polygons })
}

/// The feature that holds the middles of more than half of the others: no district does.
fn outline(areas: &[Area]) -> Option<usize> {
    let middles: Vec<Option<Point>> = areas.iter().map(|area| bounds(std::slice::from_ref(area)).and_then(middle)).collect();
    let held = |own: usize| {
        let others = middles.iter().enumerate().filter(|(at, _)| *at != own);
        others.filter(|(_, middle)| middle.is_some_and(|middle| areas[own].contains(middle))).count()
    };
    (0..areas.len()).find(|at| held(*at) * 2 > areas.len() - 1)
}

fn middle(bounds: Bounds) -> Option<Point> {
    Point::from_degrees(f64::midpoint(bounds.south, bounds.north), f64::midpoint(bounds.west, bounds.east))
}

fn bounds(areas: &[Area]) -> Option<Bounds> {
    let corners = || areas.iter().flat_map(|area| &area.polygons).flat_map(|polygon| polygon.rings()).flat_map(|ring| ring.corners());
    corners().next()?;
    let least = |degrees: fn(Point) -> f64| corners().map(|corner| degrees(*corner)).fold(f64::INFINITY, f64::min);
    let most = |degrees: fn(Point) -> f64| corners().map(|corner| degrees(*corner)).fold(f64::NEG_INFINITY, f64::max);
    let down = |degrees: f64| (degrees * STEPS_A_DEGREE).floor() / STEPS_A_DEGREE;
    let up = |degrees: f64| (degrees * STEPS_A_DEGREE).ceil() / STEPS_A_DEGREE;
    Some(Bounds { south: down(least(Point::lat)), west: down(least(Point::lng)), north: up(most(Point::lat)), east: up(most(Point::lng)) })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn square(name: &str, south: f64, west: f64, side: f64) -> Value {
        let (north, east) = (south + side, west + side);
        let ring = json!([[west, south], [east, south], [east, north], [west, north], [west, south]]);
        json!({ "type": "Feature", "properties": { "name": name }, "geometry": { "type": "Polygon", "coordinates": [ring] } })
    }

    fn read_of(features: &[Value], property: &str) -> anyhow::Result<Districts> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("areas.geojson");
        std::fs::write(&path, json!({ "type": "FeatureCollection", "features": features }).to_string()).unwrap();
        read(&path, property)
    }

    #[test]
    fn the_outline_of_the_city_is_no_district() {
        let tiles = [square("Wola", 50.0, 20.0, 0.1), square("Praga-Północ", 50.1, 20.0, 0.1), square("Ochota", 50.0, 20.1, 0.1)];
        let with_outline = [vec![square("Miasto", 50.0, 20.0, 0.2)], tiles.to_vec()].concat();
        for (features, outline) in [(tiles.to_vec(), None), (with_outline, Some("Miasto"))] {
            let districts = read_of(&features, "name").unwrap();
            assert_eq!(districts.outline.as_deref(), outline);
            assert_eq!(districts.areas.iter().map(|area| area.key.as_str()).collect::<Vec<_>>(), ["wola", "praga-polnoc", "ochota"]);
            let bounds = districts.bounds;
            assert_eq!((bounds.south, bounds.west, bounds.north, bounds.east), (50.0, 20.0, 50.2, 20.2));
        }
    }

    #[test]
    fn what_cannot_be_a_district_is_refused_with_its_place() {
        let check = |features: &[Value], property: &str, reason: &str| {
            let said = format!("{:#}", read_of(features, property).err().unwrap());
            assert!(said.contains(reason), "{said}");
        };
        check(
            &[square("Wola", 50.0, 20.0, 0.1)],
            "nazwa",
            "feature 1: it has no name in the property \"nazwa\"; others with a text are [\"name\"]",
        );
        check(&[square("…", 50.0, 20.0, 0.1)], "name", "makes no key");
        check(&[square("Wola", 50.0, 20.0, 0.1), square("wola", 51.0, 20.0, 0.1)], "name", "two districts are called wola");
        check(&[], "name", "there is no district");
    }
}
