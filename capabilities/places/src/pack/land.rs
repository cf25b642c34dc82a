//! `land.geojson`: a FeatureCollection of polygons with what the ground is, for the map only.

use base::{Bounds, Wording};
use serde::Deserialize;

use super::{
    Fault, LAND,
    features::{Feature, features, within},
};
use crate::model::{Land, LandKind, Polygon, polygons_from_geojson};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Properties {
    kind: LandKind,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    name_uk: Option<String>,
    #[serde(default)]
    name_en: Option<String>,
}

/// The land of the file; faults are noted.
pub(super) fn land(text: &str, bounds: Bounds, faults: &mut Vec<Fault>) -> Vec<Land> {
    features(LAND, text, faults, |_, feature: Feature<Properties>| {
        let Properties { kind, name, name_uk, name_en } = feature.properties;
        if name.as_ref().is_some_and(|name| name.trim().is_empty()) {
            return Err("the name is empty; leave it out where there is none".into());
        }
        if name.is_none() && (name_uk.is_some() || name_en.is_some()) {
            return Err("a name in Ukrainian or English needs the Polish one beside it".into());
        }
        let polygons = polygons_from_geojson(&feature.geometry).map_err(|fault| fault.to_string())?;
        within(polygons.iter().flat_map(Polygon::rings).flat_map(|ring| ring.corners()), bounds)?;
        Ok(vec![Land { kind, name: name.map(|pl| Wording { pl, uk: name_uk, en: name_en }), polygons }])
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const BOUNDS: Bounds = Bounds { south: 49.0, west: 19.0, north: 51.0, east: 21.0 };

    fn piece(properties: &Value, west: f64) -> Value {
        json!({ "type": "Feature", "properties": properties, "geometry": { "type": "Polygon", "coordinates": [[[west, 50], [20.1, 50], [20, 50.1]]] } })
    }

    #[test]
    fn land_is_read_and_every_faulty_feature_is_named() {
        let features = [
            piece(&json!({ "kind": "water", "name": "Staw", "name_uk": "Став" }), 20.0),
            piece(&json!({ "kind": "built_up" }), 20.0),
            piece(&json!({ "kind": "desert" }), 20.0),
            piece(&json!({ "kind": "park", "name": " " }), 20.0),
            piece(&json!({ "kind": "park", "name_en": "Park" }), 20.0),
            piece(&json!({ "kind": "park" }), 30.0),
            piece(&json!({ "kind": "park", "colour": "green" }), 20.0),
        ];
        let mut faults = Vec::new();
        let found = land(&json!({ "type": "FeatureCollection", "features": features }).to_string(), BOUNDS, &mut faults);
        assert_eq!(found.iter().map(|land| land.kind).collect::<Vec<_>>(), [LandKind::Water, LandKind::BuiltUp]);
        assert_eq!(found[0].name.as_ref().and_then(|name| name.uk.as_deref()), Some("Став"));
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let wanted = [(3, "desert"), (4, "name is empty"), (5, "Polish one"), (6, "outside the bounds"), (7, "unknown field `colour`")];
        for (number, reason) in wanted {
            let start = format!("land.geojson, feature {number}: ");
            assert!(told.iter().any(|fault| fault.starts_with(&start) && fault.contains(reason)), "{number} {reason}: {told:#?}");
        }
        assert_eq!(told.len(), wanted.len());
    }

    #[test]
    fn every_kind_is_read_by_its_own_word() {
        for word in ["water", "park", "forest", "cemetery", "built_up", "industrial", "square", "building"] {
            let kind: LandKind = serde_json::from_value(json!(word)).unwrap();
            assert_eq!(kind.word(), word);
        }
    }
}
