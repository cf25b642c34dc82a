//! What is written is what another program reads.

use geozero::mvt::{
    Message, Tile as Decoded,
    tile::{Feature, GeomType},
};
use geozero::{GeozeroGeometry, wkt::WktWriter};
use proptest::{collection::vec, prelude::*};
use tiles::{Layer, Line, Tile, Value, World, encode};

const CENTRE: World = World { x: 2_385_000_000, y: 1_420_000_000 };

fn told(feature: &Feature) -> String {
    let mut words = Vec::new();
    feature.process_geom(&mut WktWriter::new(&mut words)).unwrap();
    String::from_utf8(words).unwrap()
}

#[test]
fn all_kinds_of_shapes_and_values_are_read_back() {
    let mut layer = Layer::new("all");
    layer.point((3, -4), &[("name", "Łęgi".into()), ("count", Value::Number(-2))]);
    layer.lines(&[vec![(0, 0), (5, 7)], vec![(9, 9), (1, 2)]], &[("name", "Łęgi".into())]);
    layer.polygon(&[vec![(0, 0), (10, 0), (10, 10), (0, 10)], vec![(2, 2), (2, 4), (4, 4)]], &[]);
    layer.lines(&[], &[("name", "nothing".into())]);
    let tile = Decoded::decode(&*encode([layer, Layer::new("empty")])).unwrap();
    assert_eq!(tile.layers.len(), 1);
    let layer = &tile.layers[0];
    assert_eq!((layer.name.as_str(), layer.version, layer.extent), ("all", 2, Some(4096)));
    assert_eq!((layer.keys.len(), layer.values.len()), (2, 2), "each key and value stands once");
    let kinds = [GeomType::Point, GeomType::Linestring, GeomType::Polygon];
    assert_eq!(layer.features.iter().map(Feature::r#type).collect::<Vec<_>>(), kinds);
    assert_eq!(layer.features[0].tags, [0, 0, 1, 1]);
    assert_eq!(layer.features[1].tags, [0, 0]);
    assert_eq!(layer.values[0].string_value.as_deref(), Some("Łęgi"));
    assert_eq!(layer.values[1].int_value, Some(-2));
    let words: Vec<String> = layer.features.iter().map(told).collect();
    assert_eq!(words[0], "POINT(3 -4)");
    assert_eq!(words[1], "MULTILINESTRING((0 0,5 7),(9 9,1 2))");
    assert_eq!(words[2], "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,2 4,4 4,2 2))");
    assert!(encode([]).is_empty());
}

proptest! {
    #[test]
    fn places_come_back_within_one_unit(steps in vec((-60_000..60_000_i64, -60_000..60_000_i64), 2..20), z in 12..=14_u8) {
        let tile = Tile::at(z, CENTRE).unwrap();
        let places: Vec<World> = steps.iter().map(|(x, y)| World { x: CENTRE.x + x, y: CENTRE.y + y }).collect();
        prop_assume!(places.iter().all(|place| tile.with_buffer().holds(*place)));
        let parts = Line::new(places.clone()).unwrap().in_tile(tile);
        let mut layer = Layer::new("line");
        layer.lines(&parts, &[]);
        let decoded = Decoded::decode(&*encode([layer])).unwrap();
        prop_assert!(decoded.layers.len() <= 1);
        let Some(feature) = decoded.layers.first().map(|layer| &layer.features[0]) else { return Ok(()) };
        let points = points_of(feature);
        let unit = tile.unit() as f64;
        for (x, y) in &points {
            let back = (tile.inside().least.x as f64 + x * unit, tile.inside().least.y as f64 + y * unit);
            let near = places.iter().any(|place| (0.0..=unit).contains(&(place.x as f64 - back.0)) && (0.0..=unit).contains(&(place.y as f64 - back.1)));
            prop_assert!(near, "{:?} is none of {:?}", back, places);
        }
        prop_assert_eq!(points.len(), parts.iter().map(Vec::len).sum::<usize>());
    }
}

/// The numbers in the feature's words.
fn points_of(feature: &Feature) -> Vec<(f64, f64)> {
    let words = told(feature);
    let pairs = words.split(['(', ')', ',']).filter_map(|pair| pair.split_once(' '));
    pairs.filter_map(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?))).collect()
}
