//! Shapes in a tile: nothing outside the buffer, nothing lost inside, rings that stay rings.

use proptest::{collection::vec, prelude::*};
use tiles::{Box, Line, Polygon, Tile, World, clip_line, clip_ring, simplify};

const CENTRE: World = World { x: 2_385_000_000, y: 1_420_000_000 };

fn place(reach: i64) -> impl Strategy<Value = World> {
    (-reach..reach, -reach..reach).prop_map(|(x, y)| World { x: CENTRE.x + x, y: CENTRE.y + y })
}

/// A ring without crossings: corners at growing angles and any distances from the centre.
fn star(reach: f64) -> impl Strategy<Value = Vec<World>> {
    vec(0.05..1.0_f64, 4..40).prop_map(move |distances| {
        let count = distances.len() as f64;
        let corner = |(at, distance): (usize, &f64)| {
            let angle = at as f64 / count * std::f64::consts::TAU;
            World { x: CENTRE.x + (angle.cos() * distance * reach) as i64, y: CENTRE.y + (angle.sin() * distance * reach) as i64 }
        };
        distances.iter().enumerate().map(corner).collect()
    })
}

fn doubled_area(ring: &[(i32, i32)]) -> i64 {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
    edges.map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1)).sum()
}

proptest! {
    #[test]
    fn what_is_cut_lies_within_and_what_lay_within_is_kept(line in vec(place(1000), 2..30), a in place(700), b in place(700)) {
        let within = Box::of([a, b]).unwrap();
        let parts = clip_line(&line, &within);
        for place in parts.iter().flatten() {
            prop_assert!(within.holds(*place), "{place:?} in {within:?}");
        }
        // A point inside that lies on a way of some length is on some part.
        let moves = line.windows(2).any(|way| way[0] != way[1]);
        for place in line.iter().filter(|place| moves && within.least.x < place.x && place.x < within.most.x && within.least.y < place.y && place.y < within.most.y) {
            prop_assert!(parts.iter().flatten().any(|kept| kept == place), "{place:?}");
        }
        for place in clip_ring(&line, &within) {
            prop_assert!(within.holds(place));
        }
    }

    #[test]
    fn simplifying_keeps_the_ends_and_never_strays(line in vec(place(1000), 2..60), tolerance in 0..200_i64) {
        let simple = simplify(&line, tolerance);
        prop_assert_eq!((simple.first(), simple.last()), (line.first(), line.last()));
        prop_assert!(simple.len() <= line.len());
        for place in &line {
            let nearest = simple.windows(2).map(|way| distance(*place, way[0], way[1])).fold(f64::MAX, f64::min);
            prop_assert!(nearest <= tolerance as f64 + 0.001, "{} > {}", nearest, tolerance);
        }
    }

    #[test]
    fn polygons_stay_closed_and_hold_an_area(ring in star(400_000.0), z in 10..=17_u8) {
        let polygon = Polygon::new(vec![ring.clone()]).unwrap();
        let tile = Tile::at(z, CENTRE).unwrap();
        let rings = polygon.in_tile(tile);
        // The centre lies inside and is in this tile, and the shape is large enough to be seen.
        if polygon.around().side() > 64 * tile.unit() && ring.iter().all(|corner| (corner.x - CENTRE.x).abs() + (corner.y - CENTRE.y).abs() > 40 * tile.unit()) {
            prop_assert_eq!(rings.len(), 1);
        }
        for ring in &rings {
            prop_assert!(ring.len() >= 3 && ring.first() != ring.last());
            prop_assert!(doubled_area(ring) > 0, "clockwise on the screen");
            prop_assert!(ring.iter().all(|(x, y)| (-64..4160).contains(x) && (-64..4160).contains(y)));
        }
    }

    #[test]
    fn a_tile_inside_a_polygon_is_covered_whole(z in 14..=17_u8) {
        let far = 4_000_000;
        let corners = [(-far, -far), (far, -far), (far, far), (-far, far)].map(|(x, y)| World { x: CENTRE.x + x, y: CENTRE.y + y });
        let rings = Polygon::new(vec![corners.to_vec()]).unwrap().in_tile(Tile::at(z, CENTRE).unwrap());
        prop_assert_eq!(doubled_area(&rings[0]), 2 * 4223 * 4223);
    }
}

/// How far a place is from the way between two others.
fn distance(place: World, from: World, to: World) -> f64 {
    let (along, off) = ((to.x - from.x, to.y - from.y), (place.x - from.x, place.y - from.y));
    let length = (along.0.pow(2) + along.1.pow(2)) as f64;
    let part = if length == 0.0 { 0.0 } else { ((off.0 * along.0 + off.1 * along.1) as f64 / length).clamp(0.0, 1.0) };
    (off.0 as f64 - part * along.0 as f64).hypot(off.1 as f64 - part * along.1 as f64)
}

#[test]
fn a_hole_turns_the_other_way_and_a_tiny_one_is_left_out() {
    let square = |half: i64| {
        [(-half, -half), (half, -half), (half, half), (-half, half)].map(|(x, y)| World { x: CENTRE.x + x, y: CENTRE.y + y }).to_vec()
    };
    let tile = Tile::at(14, CENTRE).unwrap();
    let rings = Polygon::new(vec![square(100_000), square(50_000), square(1)]).unwrap().in_tile(tile);
    assert_eq!(rings.len(), 2);
    assert!(doubled_area(&rings[0]) > 0 && doubled_area(&rings[1]) < 0);
}

#[test]
fn a_name_stands_inside_a_bent_shape() {
    let at = |x: i64, y: i64| World { x: CENTRE.x + x, y: CENTRE.y + y };
    // A horseshoe, open to the north: the middle of its box is outside.
    let ring = vec![at(0, 0), at(10, 0), at(10, 80), at(60, 80), at(60, 0), at(100, 0), at(100, 100), at(0, 100)];
    assert_eq!(Polygon::new(vec![ring]).unwrap().middle(), at(80, 50));
}

#[test]
fn a_line_that_leaves_and_comes_back_is_two_parts() {
    let tile = Tile::at(15, CENTRE).unwrap();
    let (west, side) = (tile.inside().least, tile.unit() * 4096);
    let at = |x: i64, y: i64| World { x: west.x + x * side / 10, y: west.y + y * side / 10 };
    let line = Line::new(vec![at(5, 2), at(20, 2), at(20, 8), at(5, 8)]).unwrap();
    let parts = line.in_tile(tile);
    assert_eq!(parts.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2]);
    assert!(parts[0][1].0 >= 4096 && parts[1][0].0 >= 4096, "both reach over the edge");
}
