//! Geometries of GeoJSON (RFC 7946): polygons and lines in degrees of WGS84, longitude first.

use std::fmt;

use base::Point;
use serde::Deserialize;
use serde_json::{Value, json};

use super::areas::{Polygon, Ring};

/// Why a geometry cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GeometryFault {
    /// It is not a geometry, or of a type that we do not read.
    Unreadable(String),
    /// An area must be a `Polygon` or `MultiPolygon`.
    NotAPolygon,
    /// A line must be a `LineString` or `MultiLineString`.
    NotALine,
    /// A position is not a longitude and a latitude in degrees.
    OutsideTheWorld,
    /// A ring has fewer than three corners, or a line fewer than two points.
    TooShort,
}

impl fmt::Display for GeometryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => write!(f, "the geometry cannot be read: {why}"),
            Self::NotAPolygon => f.write_str("the geometry must be a Polygon or MultiPolygon"),
            Self::NotALine => f.write_str("the geometry must be a LineString or MultiLineString"),
            Self::OutsideTheWorld => f.write_str("a position is not [longitude, latitude] in degrees of WGS84"),
            Self::TooShort => f.write_str("a ring needs three different corners, a line two points"),
        }
    }
}

type Position = Vec<f64>;

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Vec<Position>>),
    MultiPolygon(Vec<Vec<Vec<Position>>>),
    LineString(Vec<Position>),
    MultiLineString(Vec<Vec<Position>>),
}

/// The polygons of a `Polygon` or `MultiPolygon`.
///
/// # Errors
/// The first fault found in the geometry.
pub fn polygons_from_geojson(geometry: &Value) -> Result<Vec<Polygon>, GeometryFault> {
    match read(geometry)? {
        Geometry::Polygon(rings) => Ok(vec![polygon(&rings)?]),
        Geometry::MultiPolygon(polygons) if !polygons.is_empty() => polygons.iter().map(|rings| polygon(rings)).collect(),
        _ => Err(GeometryFault::NotAPolygon),
    }
}

/// The lines of a `LineString` or `MultiLineString`.
///
/// # Errors
/// The first fault found in the geometry.
pub fn lines_from_geojson(geometry: &Value) -> Result<Vec<Vec<Point>>, GeometryFault> {
    let lines = match read(geometry)? {
        Geometry::LineString(line) => vec![line],
        Geometry::MultiLineString(lines) if !lines.is_empty() => lines,
        _ => return Err(GeometryFault::NotALine),
    };
    let line = |positions: &Vec<Position>| {
        points(positions).and_then(|points| if points.len() < 2 { Err(GeometryFault::TooShort) } else { Ok(points) })
    };
    lines.iter().map(line).collect()
}

/// The `MultiPolygon` of these polygons, each ring closed.
pub fn polygons_to_geojson(polygons: &[Polygon]) -> Value {
    let ring = |ring: &Ring| -> Vec<[f64; 2]> {
        let corners = ring.corners();
        corners.iter().chain(corners.first()).map(|corner| [corner.lng(), corner.lat()]).collect()
    };
    let coordinates: Vec<Vec<_>> = polygons.iter().map(|polygon| polygon.rings().iter().map(ring).collect()).collect();
    json!({ "type": "MultiPolygon", "coordinates": coordinates })
}

fn read(geometry: &Value) -> Result<Geometry, GeometryFault> {
    Geometry::deserialize(geometry).map_err(|fault| GeometryFault::Unreadable(fault.to_string()))
}

fn polygon(rings: &[Vec<Position>]) -> Result<Polygon, GeometryFault> {
    let mut rings = rings.iter().map(|positions| Ring::new(points(positions)?).ok_or(GeometryFault::TooShort));
    let outer = rings.next().ok_or(GeometryFault::TooShort)??;
    Ok(Polygon::new(outer, rings.collect::<Result<_, _>>()?))
}

fn points(positions: &[Position]) -> Result<Vec<Point>, GeometryFault> {
    let point = |position: &Position| match position[..] {
        // A third number would be the height, which nobody here needs.
        [lng, lat] | [lng, lat, _] => Point::from_degrees(lat, lng).ok_or(GeometryFault::OutsideTheWorld),
        _ => Err(GeometryFault::OutsideTheWorld),
    };
    positions.iter().map(point).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polygons_read_back_as_they_were_written() {
        let square = json!([
            [[20.0, 50.0], [20.1, 50.0], [20.1, 50.1], [20.0, 50.1], [20.0, 50.0]],
            [[20.04, 50.04], [20.06, 50.04], [20.05, 50.06]]
        ]);
        let polygons = polygons_from_geojson(&json!({ "type": "Polygon", "coordinates": square })).unwrap();
        assert_eq!(polygons[0].rings().len(), 2);
        assert_eq!(polygons_from_geojson(&polygons_to_geojson(&polygons)), Ok(polygons));
    }

    #[test]
    fn a_geometry_that_is_no_area_is_refused_with_its_reason() {
        let refused = |geometry: Value| polygons_from_geojson(&geometry).unwrap_err();
        assert_eq!(refused(json!({ "type": "LineString", "coordinates": [[20.0, 50.0], [20.1, 50.0]] })), GeometryFault::NotAPolygon);
        assert_eq!(refused(json!({ "type": "MultiPolygon", "coordinates": [] })), GeometryFault::NotAPolygon);
        assert_eq!(refused(json!({ "type": "Polygon", "coordinates": [] })), GeometryFault::TooShort);
        assert_eq!(refused(json!({ "type": "Polygon", "coordinates": [[[20, 50], [21, 50], [20, 50]]] })), GeometryFault::TooShort);
        assert_eq!(refused(json!({ "type": "Polygon", "coordinates": [[[7_500_000, 5_788_000]]] })), GeometryFault::OutsideTheWorld);
        assert!(matches!(refused(json!({ "type": "Point", "coordinates": [20, 50] })), GeometryFault::Unreadable(_)));
        assert!(matches!(refused(Value::Null), GeometryFault::Unreadable(_)));
    }

    #[test]
    fn lines_have_two_points_at_least() {
        let line = json!({ "type": "LineString", "coordinates": [[20.0, 50.0], [20.1, 50.0, 210.5]] });
        assert_eq!(lines_from_geojson(&line).unwrap()[0].len(), 2);
        assert_eq!(lines_from_geojson(&json!({ "type": "LineString", "coordinates": [[20, 50]] })), Err(GeometryFault::TooShort));
    }
}
