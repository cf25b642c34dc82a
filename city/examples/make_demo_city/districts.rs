//! The outline of the town, its river and railway, and the borders of its districts.
//!
//! Districts are rings of shared arcs, each arc drawn once, so that neighbours have the very same corners and tile the town.
//! Each has four sides, between which its streets are spread.

use super::{
    random::Random,
    shapes::{Path, Spot, at, at_share, smooth},
};

/// Corners of borders lie about this far apart, metres.
const STEP: f64 = 110.0;
/// How far a corner of the outline may stray from its smooth line, metres.
const STRAY: f64 = 30.0;
/// How far streets bend within a district, metres.
const BEND: f64 = 32.0;

/// The drawn town.
pub struct Town {
    pub districts: Vec<District>,
    /// The sectors of waste collection, each of whole districts.
    pub sectors: Vec<District>,
    pub river: Path,
    pub rail: Path,
    arcs: Vec<Path>,
}

/// A district with its closed ring, counter-clockwise as RFC 7946 asks; the first corner is not repeated.
pub struct District {
    pub key: &'static str,
    pub name: [&'static str; 3],
    pub ring: Path,
}

/// The four sides of a district: from its inner side to its outer one, and from its left to its right.
pub struct Sides {
    inner: Path,
    left: Path,
    right: Path,
    outer: Path,
    phase: f64,
}

// Where borders meet: on the river from west to east, on the ring around the old town, and on the outline.
const OUT_RIVER_WEST: Spot = at(-5050.0, -1900.0);
const OUT_RIVER_EAST: Spot = at(4350.0, 3100.0);
const OUT_NORTH_WEST: Spot = at(-4250.0, 2250.0);
const OUT_SOUTH_EAST: Spot = at(2700.0, -3950.0);
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
const RIVER: [&[Spot]; 8] = [
    &[OUT_RIVER_WEST, at(-4650.0, -1500.0), at(-4050.0, -1280.0), RIVER_WEST],
    &[RIVER_WEST, at(-2800.0, -1480.0), at(-2150.0, -1200.0), at(-1450.0, -960.0), RIVER_OLD_TOWN],
    &[RIVER_OLD_TOWN, at(-470.0, -755.0), RIVER_LEGI],
    &[RIVER_LEGI, at(160.0, -740.0), RIVER_GORKI],
    &[RIVER_GORKI, at(720.0, -460.0), RIVER_ZARZECZE],
    &[RIVER_ZARZECZE, at(960.0, 110.0), RIVER_SADY],
    &[RIVER_SADY, at(1380.0, 940.0), at(2200.0, 1330.0), RIVER_EAST],
    &[RIVER_EAST, at(3350.0, 2480.0), at(3750.0, 2880.0), OUT_RIVER_EAST],
];

/// The other arcs: the ring of the old town, the borders that leave it, the inner ring clockwise, the borders
/// beyond it, the outline.
const BORDERS: [&[Spot]; 21] = [
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
    &[EDGE_NORTH_WEST, at(-3600.0, 1900.0), OUT_NORTH_WEST],
    &[EDGE_SOUTH_EAST, at(2200.0, -3300.0), OUT_SOUTH_EAST],
    &[OUT_RIVER_WEST, at(-5250.0, 200.0), OUT_NORTH_WEST],
    &[OUT_NORTH_WEST, at(-2700.0, 3550.0), at(-300.0, 4150.0), at(2300.0, 4000.0), OUT_RIVER_EAST],
    &[OUT_RIVER_EAST, at(5150.0, 1400.0), at(5050.0, -900.0), at(4200.0, -2700.0), OUT_SOUTH_EAST],
    &[OUT_SOUTH_EAST, at(700.0, -4450.0), at(-1500.0, -4250.0), at(-3700.0, -3350.0), OUT_RIVER_WEST],
];
/// The number of the first arc of the outline; only the outline strays.
const OUTLINE: usize = 26;

/// The railway through the north of the town.
const RAIL: [Spot; 10] = [
    at(-5080.0, 250.0),
    at(-4100.0, 560.0),
    at(-3080.0, 1000.0),
    at(-2300.0, 1290.0),
    at(-1400.0, 1420.0),
    at(-300.0, 1440.0),
    at(600.0, 1780.0),
    at(1500.0, 2330.0),
    at(2600.0, 3050.0),
    at(3500.0, 3560.0),
];

/// Key, names in Polish, Ukrainian and English, and the arcs of the ring: the river's are 1 to 8, the others follow, and a
/// negative one is walked backwards.
type Plan = (&'static str, [&'static str; 3], &'static [i32]);

const PLANS: [Plan; 12] = [
    ("stare-miasto", ["Stare Miasto", "Старе Місто", "Old Town (Stare Miasto)"], &[3, 4, 5, 6, -11, -10, -9]),
    ("zarzecze", ["Zarzecze", "Зажече", "Zarzecze"], &[14, -20, -7, -6]),
    ("kolejowa", ["Kolejowa", "Колейова", "Kolejowa"], &[10, 13, -18, -12]),
    ("legi", ["Łęgi", "Ленґі", "Łęgi"], &[16, 23, 2, 3]),
    ("olszyna", ["Olszyna", "Ольшина", "Olszyna"], &[-16, 4, 15, 22]),
    ("gorki", ["Górki", "Ґурки", "Górki"], &[-15, 5, 14, 21]),
    ("nowe-ogrody", ["Nowe Ogrody", "Нові Огроди", "Nowe Ogrody"], &[2, 9, 12, -17]),
    ("sady", ["Sady", "Сади", "Sady"], &[11, 7, -19, -13]),
    ("wola", ["Wola", "Воля", "Wola"], &[17, 24, -26, 1]),
    ("huta", ["Huta", "Гута", "Huta"], &[18, 19, 8, -27, -24]),
    ("wolka", ["Wólka", "Вулька", "Wólka"], &[20, 21, 25, -28, -8]),
    ("podlesie", ["Podlesie", "Подлесє", "Podlesie"], &[22, 23, -1, -29, -25]),
];

/// The sectors of waste collection.
const SECTORS: [Plan; 5] = [
    (
        "odpady-srodek",
        ["Sektor odpadów 1, środek", "Сектор відходів 1, центр", "Waste sector 1, centre"],
        &[3, 4, 5, 6, -11, 13, -18, -12, -9],
    ),
    ("odpady-zachod", ["Sektor odpadów 2, zachód", "Сектор відходів 2, захід", "Waste sector 2, west"], &[1, 2, 9, 12, 24, -26]),
    ("odpady-polnoc", ["Sektor odpadów 3, północ", "Сектор відходів 3, північ", "Waste sector 3, north"], &[11, 7, 8, -27, -24, 18, -13]),
    ("odpady-wschod", ["Sektor odpadów 4, wschód", "Сектор відходів 4, схід", "Waste sector 4, east"], &[-15, 5, 6, 7, 8, 28, -25]),
    ("odpady-poludnie", ["Sektor odpadów 5, południe", "Сектор відходів 5, південь", "Waste sector 5, south"], &[2, 3, 4, 15, 25, 29, 1]),
];

/// District, and the arcs of its inner, left, right and outer side.
type Quarter = (&'static str, [&'static [i32]; 4]);

const QUARTERS: [Quarter; 12] = [
    ("stare-miasto", [&[3, 4], &[9], &[5, 6], &[10, 11]]),
    ("zarzecze", [&[-6], &[7], &[14], &[20]]),
    ("kolejowa", [&[10], &[12], &[13], &[18]]),
    ("legi", [&[3], &[-2], &[16], &[-23]]),
    ("olszyna", [&[4], &[16], &[15], &[-22]]),
    ("gorki", [&[5], &[15], &[14], &[-21]]),
    ("nowe-ogrody", [&[9], &[-2], &[12], &[17]]),
    ("sady", [&[11], &[13], &[7], &[19]]),
    ("wola", [&[17], &[-1], &[24], &[26]]),
    ("huta", [&[18, 19], &[24], &[8], &[27]]),
    ("wolka", [&[20, 21], &[8], &[25], &[28]]),
    ("podlesie", [&[22, 23], &[25], &[-1], &[29]]),
];

/// The town, its outline straying a little as outlines do.
pub fn draw(random: &mut Random) -> Town {
    let river = smooth(&joined(RIVER.iter().map(|arc| arc.to_vec())), STEP);
    let mut arcs: Vec<Path> = RIVER.iter().map(|arc| between(&river, arc)).collect();
    for arc in BORDERS {
        let smooth = smooth(arc, STEP);
        arcs.push(if arcs.len() + 1 >= OUTLINE { strayed(smooth, random) } else { smooth });
    }
    let drawn = |(key, name, walk): &Plan| District { key, name: *name, ring: ring(&arcs, walk) };
    Town {
        districts: PLANS.iter().map(drawn).collect(),
        sectors: SECTORS.iter().map(drawn).collect(),
        river,
        rail: smooth(&RAIL, STEP),
        arcs,
    }
}

impl Town {
    /// The arcs of this walk, one after the other.
    pub fn walk(&self, walk: &[i32]) -> Path {
        joined(walk.iter().map(|number| walked(&self.arcs, *number)))
    }

    /// The sides of a district.
    pub fn sides(&self, district: &str) -> Sides {
        let place = QUARTERS.iter().position(|(key, _)| *key == district).expect("a district of the town");
        let [inner, left, right, outer] = QUARTERS[place].1.map(|walk| self.walk(walk));
        Sides { inner, left, right, outer, phase: f64::from(u32::try_from(place).expect("few districts")) }
    }
}

impl Sides {
    /// The point `across` from left to right and `out` from the inner side to the outer one, both 0 to 1 (a Coons patch);
    /// within, lines bend a little.
    pub fn at(&self, across: f64, out: f64) -> Spot {
        let (inner, outer) = (at_share(&self.inner, across), at_share(&self.outer, across));
        let (left, right) = (at_share(&self.left, out), at_share(&self.right, out));
        let corners =
            [(&self.inner, 0.0), (&self.inner, 1.0), (&self.outer, 0.0), (&self.outer, 1.0)].map(|(side, share)| at_share(side, share));
        let blend = |side: fn(Spot) -> f64| {
            let bottom = side(corners[0]) * (1.0 - across) + side(corners[1]) * across;
            let top = side(corners[2]) * (1.0 - across) + side(corners[3]) * across;
            side(inner) * (1.0 - out) + side(outer) * out + side(left) * (1.0 - across) + side(right) * across
                - bottom * (1.0 - out)
                - top * out
        };
        let spot = at(blend(|spot| spot.east), blend(|spot| spot.north));
        let bend = BEND * (16.0 * across * (1.0 - across) * out * (1.0 - out)).min(1.0);
        spot.plus(bend * (spot.north / 410.0 + self.phase).sin(), bend * (spot.east / 530.0 + 2.0 * self.phase).sin())
    }
}

/// The part of the path between the ends of the arc.
fn between(path: &[Spot], arc: &[Spot]) -> Path {
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
    let mut ring = joined(walk.iter().map(|number| walked(arcs, *number)));
    let first = ring.pop();
    assert_eq!(first, ring.first().copied(), "the walk {walk:?} comes back to where it began");
    if signed_area(&ring) < 0.0 {
        ring.reverse();
    }
    ring
}

/// The arc with this number, backwards for a negative one.
fn walked(arcs: &[Path], number: i32) -> Path {
    let mut arc = arcs[usize::try_from(number.unsigned_abs()).expect("a small number") - 1].clone();
    if number < 0 {
        arc.reverse();
    }
    arc
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
