//! `areas.geojson` and `lines.geojson`: FeatureCollections of RFC 7946 with properties of ours.

use std::collections::{HashMap, HashSet};

use base::{Bounds, Point, Wording};
use packs::{Kind, Reason};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use super::{AREAS, Fault, LINES, STREETS, Spot, bad_key, key_fits, twice, unknown};
use crate::model::{Area, Line, LineClass, LineKind, Polygon, lines_from_geojson, polygons_from_geojson};

#[derive(Deserialize)]
struct Collection {
    #[serde(rename = "type")]
    kind: String,
    features: Vec<Value>,
}

#[derive(Deserialize)]
pub(super) struct Feature<P> {
    pub(super) properties: P,
    pub(super) geometry: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AreaProperties {
    key: String,
    name: String,
    #[serde(default)]
    name_uk: Option<String>,
    #[serde(default)]
    name_en: Option<String>,
    kind: String,
    #[serde(default)]
    parent: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineProperties {
    kind: LineKind,
    #[serde(default)]
    street: Option<String>,
    #[serde(default)]
    class: Option<LineClass>,
    #[serde(default)]
    name: Option<String>,
}

/// The areas of the file; faults are noted.
pub(super) fn areas(text: &str, bounds: Bounds, faults: &mut Vec<Fault>) -> Vec<Area> {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let before = faults.len();
    let areas = features(AREAS, text, faults, |number, feature: Feature<AreaProperties>| {
        let AreaProperties { key, name, name_uk, name_en, kind, parent } = feature.properties;
        if !key_fits(&key) || !key_fits(&kind.replace('_', "-")) {
            return Err(bad_key(&key, format!("the key {key:?} and the kind {kind:?} must be small letters, digits and hyphens")));
        }
        if name.trim().is_empty() {
            return Err(Reason::new(Kind::Missing, &key, format!("the name of {key:?} is empty")));
        }
        if numbers.insert(key.clone(), number).is_some() {
            return Err(twice(&key, format!("the key {key:?} stands on an earlier feature too")));
        }
        let polygons = polygons_from_geojson(&feature.geometry).map_err(|fault| fault.to_string())?;
        within(polygons.iter().flat_map(Polygon::rings).flat_map(|ring| ring.corners()), bounds)?;
        Ok(vec![Area { key, name: Wording { pl: name, uk: name_uk, en: name_en }, kind, parent, polygons }])
    });
    // A faulty feature may be the parent that seems to be missing.
    if faults.len() == before {
        let of_parents = faults_of_parents(&areas);
        faults.extend(of_parents.map(|(key, reason)| Fault { file: AREAS, spot: Spot::Feature(numbers[key]), reason }));
    }
    areas
}

/// Parents that are no areas of the file, and areas that are parts of themselves.
fn faults_of_parents(areas: &[Area]) -> impl Iterator<Item = (&str, Reason)> {
    let parents: HashMap<&str, &str> = areas.iter().filter_map(|area| Some((area.key.as_str(), area.parent.as_deref()?))).collect();
    let known: HashSet<&str> = areas.iter().map(|area| area.key.as_str()).collect();
    let reason = move |area: &Area| {
        let mut ancestors = std::iter::successors(area.parent.as_deref(), |parent| parents.get(parent).copied()).take(parents.len() + 1);
        let parent = area.parent.as_deref()?;
        if !known.contains(parent) {
            let said = format!("the parent {parent:?} of {:?} is no area of this file", area.key);
            return Some(Reason::new(Kind::Unknown, parent, said));
        }
        ancestors
            .any(|ancestor| ancestor == area.key)
            .then(|| Reason::new(Kind::Circle, &area.key, format!("{:?} is a part of itself by its parents", area.key)))
    };
    areas.iter().filter_map(move |area| Some((area.key.as_str(), reason(area)?)))
}

/// The lines of the file, a `MultiLineString` as several; faults are noted.
pub(super) fn lines(text: &str, bounds: Bounds, streets: Option<&HashSet<String>>, faults: &mut Vec<Fault>) -> Vec<Line> {
    features(LINES, text, faults, |_, feature: Feature<LineProperties>| {
        let LineProperties { kind, street, class, name } = feature.properties;
        if (kind == LineKind::Street) != street.is_some() {
            return Err("a line of kind street names its street, and no other line does".into());
        }
        if kind != LineKind::Street && class.is_some() {
            return Err("only a line of kind street has a class".into());
        }
        if let Some(missing) = street.as_ref().filter(|key| streets.is_some_and(|known| !known.contains(*key))) {
            return Err(unknown("street", missing, STREETS));
        }
        let lines = lines_from_geojson(&feature.geometry).map_err(|fault| fault.to_string())?;
        within(lines.iter().flatten(), bounds)?;
        Ok(lines.into_iter().map(|points| Line { kind, street: street.clone(), class, name: name.clone(), points }).collect())
    })
}

/// Reads every feature by `read`, which refuses one with a reason.
pub(super) fn features<P: DeserializeOwned, T>(
    file: &'static str,
    text: &str,
    faults: &mut Vec<Fault>,
    mut read: impl FnMut(usize, Feature<P>) -> Result<Vec<T>, Reason>,
) -> Vec<T> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let collection = match serde_json::from_str::<Collection>(text) {
        Ok(collection) if collection.kind == "FeatureCollection" => collection,
        Ok(other) => {
            faults.push(Fault {
                file,
                spot: Spot::File,
                reason: format!("the type must be FeatureCollection, not {:?}", other.kind).into(),
            });
            return Vec::new();
        }
        Err(fault) => {
            let spot = u64::try_from(fault.line()).map_or(Spot::File, Spot::Line);
            faults.push(Fault { file, spot, reason: format!("the file is no GeoJSON: {fault}").into() });
            return Vec::new();
        }
    };
    let mut found = Vec::new();
    for (number, feature) in (1..).zip(collection.features) {
        match serde_json::from_value(feature).map_err(|fault| Reason::from(fault.to_string())).and_then(|feature| read(number, feature)) {
            Ok(rows) => found.extend(rows),
            Err(reason) => faults.push(Fault { file, spot: Spot::Feature(number), reason }),
        }
    }
    found
}

pub(super) fn within<'a>(mut points: impl Iterator<Item = &'a Point>, bounds: Bounds) -> Result<(), Reason> {
    match points.find(|point| !bounds.contain(**point)) {
        Some(point) => {
            let said = format!("the point [{}, {}] lies outside the bounds of city.toml", point.lng(), point.lat());
            Err(Reason::new(Kind::Outside, format!("{}, {}", point.lat(), point.lng()), said))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const BOUNDS: Bounds = Bounds { south: 49.0, west: 19.0, north: 51.0, east: 21.0 };

    fn triangle(properties: &Value) -> Value {
        json!({ "type": "Feature", "properties": properties, "geometry": { "type": "Polygon", "coordinates": [[[20, 50], [20.1, 50], [20, 50.1]]] } })
    }

    fn told(faults: &[Fault]) -> Vec<String> {
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn areas_are_read_and_every_faulty_feature_is_named() {
        let good = json!({ "key": "olszyna", "name": "Olszyna", "name_uk": "Ольшина", "kind": "district" });
        let mut far = triangle(&json!({ "key": "far", "name": "Daleko", "kind": "district" }));
        far["geometry"]["coordinates"][0][0] = json!([30, 50]);
        let features = [
            triangle(&good),
            triangle(&good),
            triangle(&json!({ "key": "x", "name": "X", "kind": "district", "colour": "red" })),
            triangle(&json!({ "key": "Ą", "name": "X", "kind": "district" })),
            far,
            json!({ "type": "Feature", "properties": { "key": "p", "name": "P", "kind": "district" }, "geometry": null }),
        ];
        let mut faults = Vec::new();
        let areas = areas(&json!({ "type": "FeatureCollection", "features": features }).to_string(), BOUNDS, &mut faults);
        assert_eq!(areas.len(), 1);
        assert_eq!(areas[0].name.uk.as_deref(), Some("Ольшина"));
        let told = told(&faults);
        for (number, reason) in
            [(2, "earlier feature"), (3, "unknown field `colour`"), (4, "small letters"), (5, "outside the bounds"), (6, "cannot be read")]
        {
            let start = format!("areas.geojson, feature {number}: ");
            assert!(told.iter().any(|fault| fault.starts_with(&start) && fault.contains(reason)), "{number} {reason}: {told:#?}");
        }
        assert_eq!(told.len(), 5);
    }

    #[test]
    fn a_parent_is_an_area_and_nobody_is_their_own() {
        let nested = |key: &str, parent: Option<&str>| triangle(&json!({ "key": key, "name": key, "kind": "estate", "parent": parent }));
        let told_of = |features: Vec<Value>| {
            let mut faults = Vec::new();
            let areas = areas(&json!({ "type": "FeatureCollection", "features": features }).to_string(), BOUNDS, &mut faults);
            (areas.len(), told(&faults))
        };
        let sound = vec![nested("city", None), nested("district", Some("city")), nested("estate", Some("district"))];
        assert_eq!(told_of(sound), (3, vec![]));
        let (_, faults) = told_of(vec![nested("a", Some("b")), nested("b", Some("a")), nested("c", Some("d")), nested("e", Some("a"))]);
        assert_eq!(
            faults,
            [
                "areas.geojson, feature 1: \"a\" is a part of itself by its parents",
                "areas.geojson, feature 2: \"b\" is a part of itself by its parents",
                "areas.geojson, feature 3: the parent \"d\" of \"c\" is no area of this file",
            ]
        );
    }

    #[test]
    fn a_file_that_is_no_collection_is_one_fault() {
        for (text, reason) in [("{\n\"type\":", "line 2"), ("{\"type\": \"Feature\", \"features\": []}", "FeatureCollection")] {
            let mut faults = Vec::new();
            assert!(areas(text, BOUNDS, &mut faults).is_empty());
            assert_eq!(faults.len(), 1, "{text}");
            assert!(faults[0].to_string().contains(reason), "{}", faults[0]);
        }
    }

    #[test]
    fn only_a_street_line_names_a_street_and_it_must_exist() {
        let line = |properties: Value| json!({ "properties": properties, "geometry": { "type": "LineString", "coordinates": [[20, 50], [20.1, 50]] } });
        let features = [
            line(json!({ "kind": "street", "street": "polna", "class": "main" })),
            line(json!({ "kind": "river", "name": "Lipnica" })),
            line(json!({ "kind": "street" })),
            line(json!({ "kind": "rail", "street": "polna" })),
            line(json!({ "kind": "street", "street": "dolna" })),
            line(json!({ "kind": "river", "class": "main" })),
        ];
        let mut faults = Vec::new();
        let text = json!({ "type": "FeatureCollection", "features": features }).to_string();
        assert_eq!(lines(&text, BOUNDS, Some(&HashSet::from(["polna".to_owned()])), &mut faults).len(), 2);
        assert_eq!(faults.iter().map(|fault| fault.spot).collect::<Vec<_>>(), [3, 4, 5, 6].map(Spot::Feature));
    }
}
