//! The outline of the town, its river and railway, and the borders of its districts.
//!
//! Districts are rings of shared arcs, each arc drawn once, so that neighbours have the very same corners and tile the town.

use crate::{
    random::Random,
    shapes::{Path, Spot, at, smooth},
};

/// Corners of borders lie about this far apart, metres.
const STEP: f64 = 130.0;
/// How far a corner of a border may stray from its smooth line, metres.
const STRAY: f64 = 18.0;

/// The drawn town.
pub struct Town {
    pub districts: Vec<District>,
    pub river: Path,
    pub rail: Path,
}

/// A district with its closed ring, counter-clockwise as RFC 7946 asks; the first corner is not repeated.
pub struct District {
    pub key: &'static str,
    pub name: [&'static str; 3],
    pub ring: Path,
}

// Where borders meet: on the river from west to east, on the ring around the old town, and on the outline.
const RIVER_WEST: Spot = at(-4700.0, -1500.0);
const RIVER_OLD_TOWN: Spot = at(-800.0, -620.0);
const RIVER_LEGI: Spot = at(-150.0, -760.0);
const RIVER_GORKI: Spot = at(450.0, -640.0);
const RIVER_ZARZECZE: Spot = at(880.0, -200.0);
const RIVER_SADY: Spot = at(980.0, 420.0);
const RIVER_EAST: Spot = at(4100.0, 2500.0);
const RING_WEST: Spot = at(-820.0, 420.0);
const RING_NORTH: Spot = at(200.0, 840.0);
const EDGE_NORTH_WEST: Spot = at(-3950.0, 1900.0);
const EDGE_NORTH: Spot = at(300.0, 3850.0);
const EDGE_EAST: Spot = at(4200.0, -1400.0);
const EDGE_SOUTH_EAST: Spot = at(2100.0, -3500.0);
const EDGE_SOUTH: Spot = at(-1400.0, -3800.0);

/// Every arc by the points it goes through.
const ARCS: [&[Spot]; 21] = [
    &[RIVER_WEST, at(-3600.0, -1750.0), at(-2500.0, -1250.0), at(-1500.0, -1050.0), RIVER_OLD_TOWN],
    &[RIVER_OLD_TOWN, at(-470.0, -720.0), RIVER_LEGI],
    &[RIVER_LEGI, at(160.0, -740.0), RIVER_GORKI],
    &[RIVER_GORKI, at(720.0, -460.0), RIVER_ZARZECZE],
    &[RIVER_ZARZECZE, at(940.0, 110.0), RIVER_SADY],
    &[RIVER_SADY, at(1450.0, 960.0), at(2300.0, 1350.0), at(3250.0, 2000.0), RIVER_EAST],
    &[RIVER_OLD_TOWN, at(-1010.0, -150.0), RING_WEST],
    &[RING_WEST, at(-380.0, 740.0), RING_NORTH],
    &[RING_NORTH, at(700.0, 760.0), RIVER_SADY],
    &[RING_WEST, at(-1900.0, 1000.0), at(-3000.0, 1350.0), EDGE_NORTH_WEST],
    &[RING_NORTH, at(150.0, 1800.0), at(420.0, 2900.0), EDGE_NORTH],
    &[RIVER_ZARZECZE, at(2000.0, -500.0), at(3200.0, -850.0), EDGE_EAST],
    &[RIVER_GORKI, at(900.0, -1600.0), at(1600.0, -2500.0), EDGE_SOUTH_EAST],
    &[RIVER_LEGI, at(-500.0, -1700.0), at(-800.0, -2800.0), EDGE_SOUTH],
    &[RIVER_WEST, at(-4850.0, 200.0), EDGE_NORTH_WEST],
    &[EDGE_NORTH_WEST, at(-2900.0, 3050.0), at(-1500.0, 3700.0), EDGE_NORTH],
    &[EDGE_NORTH, at(2300.0, 3550.0), RIVER_EAST],
    &[RIVER_EAST, at(4800.0, 1200.0), at(4800.0, -200.0), EDGE_EAST],
    &[EDGE_EAST, at(3350.0, -2650.0), EDGE_SOUTH_EAST],
    &[EDGE_SOUTH_EAST, at(500.0, -4000.0), EDGE_SOUTH],
    &[EDGE_SOUTH, at(-3250.0, -3050.0), RIVER_WEST],
];

/// How many of the arcs, from the first, are the river; it must stay smooth.
const RIVER_ARCS: usize = 6;

/// The railway through the north of the town.
const RAIL: [Spot; 7] =
    [at(-4450.0, 1100.0), at(-3200.0, 1700.0), at(-1900.0, 1950.0), at(-400.0, 1800.0), at(900.0, 2150.0), at(2300.0, 2900.0), at(3000.0, 3250.0)];

/// Key, names in Polish, Ukrainian and English, and the arcs of the ring: a number from 1, negative when walked backwards.
type Plan = (&'static str, [&'static str; 3], &'static [i32]);

const PLANS: [Plan; 8] = [
    ("stare-miasto", ["Stare Miasto", "Старе Місто", "Old Town (Stare Miasto)"], &[2, 3, 4, 5, -9, -8, -7]),
    ("zarzecze", ["Zarzecze", "Зажече", "Zarzecze"], &[12, -18, -6, -5]),
    ("kolejowa", ["Kolejowa", "Колейова", "Kolejowa"], &[8, 11, -16, -10]),
    ("legi", ["Łęgi", "Ленґі", "Łęgi"], &[14, 21, 1, 2]),
    ("olszyna", ["Olszyna", "Ольшина", "Olszyna"], &[-14, 3, 13, 20]),
    ("gorki", ["Górki", "Ґурки", "Górki"], &[-13, 4, 12, 19]),
    ("nowe-ogrody", ["Nowe Ogrody", "Нові Огроди", "Nowe Ogrody"], &[1, 7, 10, -15]),
    ("sady", ["Sady", "Сади", "Sady"], &[9, 6, -17, -11]),
];

/// The town, its borders straying a little as borders do.
pub fn draw(random: &mut Random) -> Town {
    let arcs: Vec<Path> = ARCS.iter().enumerate().map(|(index, points)| arc(points, index < RIVER_ARCS, random)).collect();
    let districts = PLANS.iter().map(|(key, name, walk)| District { key, name: *name, ring: ring(&arcs, walk) }).collect();
    let river = joined(arcs[..RIVER_ARCS].iter().cloned());
    Town { districts, river, rail: smooth(&RAIL, STEP) }
}

fn arc(points: &[Spot], is_river: bool, random: &mut Random) -> Path {
    let mut path = smooth(points, STEP);
    let inner = 1..path.len() - 1;
    for spot in &mut path[inner] {
        let (east, north) = (random.between(-STRAY, STRAY), random.between(-STRAY, STRAY));
        *spot = if is_river { *spot } else { spot.plus(east, north) };
    }
    path
}

/// The arcs of the walk one after the other, counter-clockwise.
fn ring(arcs: &[Path], walk: &[i32]) -> Path {
    let walked = walk.iter().map(|number| {
        let mut arc = arcs[usize::try_from(number.unsigned_abs()).expect("a small number") - 1].clone();
        if *number < 0 {
            arc.reverse();
        }
        arc
    });
    let mut ring = joined(walked);
    let first = ring.pop();
    assert_eq!(first, ring.first().copied(), "the walk {walk:?} comes back to where it began");
    if signed_area(&ring) < 0.0 {
        ring.reverse();
    }
    ring
}

fn joined(arcs: impl Iterator<Item = Path>) -> Path {
    arcs.reduce(|mut path, arc| {
        assert_eq!(path.last(), arc.first(), "arcs follow each other");
        path.extend_from_slice(&arc[1..]);
        path
    })
    .expect("there is an arc")
}

/// The area inside a ring, square metres; negative when it goes clockwise.
pub fn signed_area(ring: &[Spot]) -> f64 {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
    edges.map(|(a, b)| (a.east * b.north - b.east * a.north) / 2.0).sum()
}
