//! The pyramid counts every point once at every zoom, whatever came, moved and went.

use std::collections::HashMap;

use proptest::{collection::vec, option, prelude::*};
use tiles::{MAX_ZOOM, OPEN_ZOOM, Pyramid, Tile, World};

const LAST: i64 = (1 << 32) - 1;

fn place() -> impl Strategy<Value = World> {
    // Half of them in one city, so that cells are shared.
    let city = (0..1_000_000_i64, 0..1_000_000_i64).prop_map(|(x, y)| World { x: 2_300_000_000 + x, y: 1_400_000_000 + y });
    prop_oneof![city, (0..=LAST, 0..=LAST).prop_map(|(x, y)| World { x, y })]
}

/// Steps: a point is put somewhere, moved if it is there, or taken away.
fn steps() -> impl Strategy<Value = Vec<(u64, Option<World>)>> {
    vec((0..40_u64, option::weighted(0.8, place())), 0..120)
}

fn walked(steps: &[(u64, Option<World>)]) -> (Pyramid, HashMap<u64, World>) {
    let (mut pyramid, mut points) = (Pyramid::new(), HashMap::new());
    for (id, at) in steps {
        match at {
            Some(at) => {
                pyramid.insert(*id, *at);
                points.insert(*id, *at);
            }
            None => {
                pyramid.remove(*id);
                points.remove(id);
            }
        }
    }
    (pyramid, points)
}

fn tiles_of(points: &HashMap<u64, World>, z: u8) -> Vec<Tile> {
    let mut tiles: Vec<Tile> = points.values().filter_map(|at| Tile::at(z, *at)).collect();
    tiles.sort_by_key(|tile| tile.column_row());
    tiles.dedup();
    tiles
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn counts_add_up_at_every_zoom(steps in steps()) {
        let (pyramid, points) = walked(&steps);
        prop_assert_eq!(pyramid.len(), points.len());
        for z in 0..=MAX_ZOOM {
            let counted: u32 = tiles_of(&points, z).iter().flat_map(|tile| pyramid.tile(*tile)).map(|dot| dot.count).sum();
            prop_assert_eq!(usize::try_from(counted).unwrap(), points.len(), "zoom {}", z);
        }
    }

    #[test]
    fn coming_moving_and_going_leave_the_same_as_building_anew(steps in steps()) {
        let (walked, points) = walked(&steps);
        let mut anew = Pyramid::new();
        points.iter().for_each(|(id, at)| anew.insert(*id, *at));
        for z in 0..OPEN_ZOOM {
            for tile in tiles_of(&points, z) {
                prop_assert_eq!(walked.tile(tile), anew.tile(tile));
            }
        }
    }

    #[test]
    fn two_pyramids_together_show_what_one_of_all_points_shows(steps in steps()) {
        let (mut even, mut odd, mut all) = (Pyramid::new(), Pyramid::new(), Pyramid::new());
        let (_, points) = walked(&steps);
        for (id, at) in &points {
            if id % 2 == 0 { even.insert(*id, *at) } else { odd.insert(*id, *at) };
            all.insert(*id, *at);
        }
        for z in 0..=MAX_ZOOM {
            for tile in tiles_of(&points, z) {
                let sorted = |mut dots: Vec<tiles::Dot>| { dots.sort_by_key(|dot| (dot.at, dot.id)); dots };
                prop_assert_eq!(sorted(Pyramid::tile_of(&[&even, &odd], tile)), sorted(all.tile(tile)));
            }
        }
    }

    #[test]
    fn a_point_alone_is_named_and_lies_where_it_is(steps in steps()) {
        let (pyramid, points) = walked(&steps);
        for z in 0..=MAX_ZOOM {
            for tile in tiles_of(&points, z) {
                for dot in pyramid.tile(tile) {
                    prop_assert_eq!(dot.id.is_some(), dot.count == 1);
                    if let Some(id) = dot.id {
                        prop_assert_eq!(dot.at, tile.local(points[&id]));
                    }
                    prop_assert!((0..4096).contains(&dot.at.0) && (0..4096).contains(&dot.at.1));
                }
            }
        }
    }
}

#[test]
fn what_is_taken_away_leaves_nothing_behind() {
    let mut pyramid = Pyramid::new();
    let at = World::from_e7(500_000_000, 200_000_000);
    pyramid.insert(7, at);
    pyramid.insert(u64::MAX, at);
    pyramid.remove(7);
    for z in 0..=MAX_ZOOM {
        let dots = pyramid.tile(Tile::at(z, at).unwrap());
        assert_eq!(dots.iter().map(|dot| (dot.count, dot.id)).collect::<Vec<_>>(), [(1, Some(u64::MAX))], "zoom {z}");
    }
    pyramid.remove(u64::MAX);
    pyramid.remove(u64::MAX);
    assert!(pyramid.is_empty() && pyramid.tile(Tile::new(0, 0, 0).unwrap()).is_empty());
}
