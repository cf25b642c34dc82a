//! The walls of all houses, seen from above: tenements in the middle of the town, houses with gardens around it, blocks of
//! flats on estates; none reaches into another.

use super::{
    houses::House,
    random::Random,
    shapes::{Path, Spot, at},
};

/// Tenements stand this far from the town's middle, metres.
const TENEMENTS: f64 = 640.0;
/// Houses farther from each other than this cannot meet, metres.
const APART: f64 = 90.0;
/// How much of the way to the next house a wall may take.
const SHARE: f64 = 0.46;
/// What stays free between two houses, metres.
const PASSAGE: f64 = 0.6;
/// A house that would reach into another is drawn so much smaller, again and again.
const SMALLER: f64 = 0.85;

/// The walls of each house, in the order of the houses.
pub fn of(houses: &[House], random: &mut Random) -> Vec<Path> {
    let mut by_east: Vec<usize> = (0..houses.len()).collect();
    by_east.sort_by(|a, b| houses[*a].spot.east.total_cmp(&houses[*b].spot.east));
    let east = |at: &usize| houses[*at].spot.east;
    let around = |spot: Spot| {
        let first = by_east.partition_point(|at| east(at) < spot.east - APART);
        let last = by_east.partition_point(|at| east(at) <= spot.east + APART);
        by_east[first..last].iter().copied().filter(move |at| houses[*at].spot.metres_to(spot) < APART)
    };
    let mut drawn: Vec<Path> = Vec::with_capacity(houses.len());
    for (at, house) in houses.iter().enumerate() {
        let near: Vec<usize> = around(house.spot).filter(|other| *other != at).collect();
        let next = near.iter().map(|other| houses[*other].spot.metres_to(house.spot)).fold(APART, f64::min);
        let (wide, deep) = size(house, random);
        let (mut wide, mut deep) = (wide.min(next * SHARE), deep.min(next * SHARE));
        let meets = |ring: &[Spot]| near.iter().any(|other| drawn.get(*other).is_some_and(|other| meet(ring, other)));
        while meets(&walls(house, wide + PASSAGE, deep + PASSAGE)) {
            (wide, deep) = (wide * SMALLER, deep * SMALLER);
        }
        drawn.push(walls(house, wide, deep));
    }
    drawn
}

/// Half the width along the street and half the depth, metres.
fn size(house: &House, random: &mut Random) -> (f64, f64) {
    if house.block {
        (random.between(22.0, 34.0), 6.0)
    } else if house.spot.metres_to(at(0.0, 0.0)) < TENEMENTS {
        (random.between(8.5, 11.5), random.between(5.5, 8.0))
    } else {
        (random.between(4.8, 7.0), random.between(4.2, 5.8))
    }
}

fn walls(house: &House, wide: f64, deep: f64) -> Path {
    let (east, north) = (house.direction.east, house.direction.north);
    let corner = |a: f64, b: f64| house.spot.plus(east * a * wide - north * b * deep, north * a * wide + east * b * deep);
    vec![corner(-1.0, -1.0), corner(1.0, -1.0), corner(1.0, 1.0), corner(-1.0, 1.0)]
}

/// Whether two rectangles meet: unless a line along a wall of one parts them.
fn meet(one: &[Spot], other: &[Spot]) -> bool {
    let walls = |ring: &[Spot]| [(ring[0], ring[1]), (ring[1], ring[2])];
    walls(one).into_iter().chain(walls(other)).all(|(from, to)| {
        let across = |spot: &Spot| (to.east - from.east) * spot.north - (to.north - from.north) * spot.east;
        let span = |ring: &[Spot]| {
            ring.iter().map(across).fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| (least.min(value), most.max(value)))
        };
        let (a, b) = (span(one), span(other));
        a.0 <= b.1 && b.0 <= a.1
    })
}
