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
const RIVER_WEST: Spot = at(-3350.0, -1350.0);
const RIVER_OLD_TOWN: Spot = at(-800.0, -680.0);
const RIVER_LEGI: Spot = at(-150.0, -780.0);
const RIVER_GORKI: Spot = at(450.0, -640.0);
const RIVER_ZARZECZE: Spot = at(880.0, -200.0);
const RIVER_SADY: Spot = at(980.0, 420.0);
const RIVER_EAST: Spot = at(3000.0, 2000.0);
const RING_WEST: Spot = at(-820.0, 420.0);
const RING_NORTH: Spot = at(200.0, 840.0);
const EDGE_NORTH_WEST: Spot = at(-2850.0, 1400.0);
const EDGE_NORTH: Spot = at(350.0, 2850.0);
const EDGE_EAST: Spot = at(3150.0, -1050.0);
const EDGE_SOUTH_EAST: Spot = at(1600.0, -2600.0);
const EDGE_SOUTH: Spot = at(-1050.0, -2750.0);

/// The river's arcs by the points they go through, from west to east.
const RIVER: [&[Spot]; 6] = [
    &[RIVER_WEST, at(-2800.0, -1480.0), at(-2150.0, -1200.0), at(-1450.0, -960.0), RIVER_OLD_TOWN],
    &[RIVER_OLD_TOWN, at(-470.0, -755.0), RIVER_LEGI],
    &[RIVER_LEGI, at(160.0, -740.0), RIVER_GORKI],
    &[RIVER_GORKI, at(720.0, -460.0), RIVER_ZARZECZE],
    &[RIVER_ZARZECZE, at(960.0, 110.0), RIVER_SADY],
    &[RIVER_SADY, at(1380.0, 940.0), at(2200.0, 1330.0), RIVER_EAST],
];

/// The other arcs: the ring of the old town, the borders that leave it, the outline clockwise.
const BORDERS: [&[Spot]; 15] = [
    &[RIVER_OLD_TOWN, at(-1010.0, -150.0), RING_WEST],
    &[RING_WEST, at(-380.0, 740.0), RING_NORTH],
    &[RING_NORTH, at(700.0, 760.0), RIVER_SADY],
    &[RING_WEST, at(-1500.0, 800.0), at(-2150.0, 1100.0), EDGE_NORTH_WEST],
    &[RING_NORTH, at(180.0, 1500.0), at(380.0, 2200.0), EDGE_NORTH],
    &[RIVER_ZARZECZE, at(1600.0, -400.0), at(2400.0, -650.0), EDGE_EAST],
    &[RIVER_GORKI, at(780.0, -1300.0), at(1200.0, -1950.0), EDGE_SOUTH_EAST],
    &[RIVER_LEGI, at(-420.0, -1400.0), at(-650.0, -2100.0), EDGE_SOUTH],
    &[RIVER_WEST, at(-3550.0, 100.0), EDGE_NORTH_WEST],
    &[EDGE_NORTH_WEST, at(-2050.0, 2250.0), at(-900.0, 2750.0), EDGE_NORTH],
    &[EDGE_NORTH, at(1800.0, 2650.0), RIVER_EAST],
    &[RIVER_EAST, at(3550.0, 1000.0), at(3550.0, -150.0), EDGE_EAST],
    &[EDGE_EAST, at(2500.0, -2000.0), EDGE_SOUTH_EAST],
    &[EDGE_SOUTH_EAST, at(350.0, -2950.0), EDGE_SOUTH],
    &[EDGE_SOUTH, at(-2350.0, -2250.0), RIVER_WEST],
];

/// The railway through the north of the town.
const RAIL: [Spot; 8] = [
    at(-3080.0, 850.0),
    at(-2300.0, 1250.0),
    at(-1400.0, 1500.0),
    at(-300.0, 1480.0),
    at(100.0, 1620.0),
    at(500.0, 1865.0),
    at(1000.0, 2110.0),
    at(1880.0, 2525.0),
];

/// Key, names in Polish, Ukrainian and English, and the arcs of the ring: the river's are 1 to 6, the others follow, and a
/// negative one is walked backwards.
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
    let river = smooth(&joined(RIVER.iter().map(|arc| arc.to_vec())), STEP);
    let mut arcs: Vec<Path> = RIVER.iter().map(|arc| part(&river, arc)).collect();
    arcs.extend(BORDERS.iter().map(|arc| strayed(smooth(arc, STEP), random)));
    let districts = PLANS.iter().map(|(key, name, walk)| District { key, name: *name, ring: ring(&arcs, walk) }).collect();
    Town { districts, river, rail: smooth(&RAIL, STEP) }
}

/// The part of the path between the ends of the arc.
fn part(path: &[Spot], arc: &[Spot]) -> Path {
    let place = |end: Option<&Spot>| path.iter().position(|spot| Some(spot) == end).expect("the ends of an arc lie on its path");
    path[place(arc.first())..=place(arc.last())].to_vec()
}

/// The path with every corner but the ends moved a little.
fn strayed(mut path: Path, random: &mut Random) -> Path {
    let inner = 1..path.len() - 1;
    for spot in &mut path[inner] {
        *spot = spot.plus(random.between(-STRAY, STRAY), random.between(-STRAY, STRAY));
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
