//! Where the streets run: on a bent grid in each district, around squares, and a few laid by hand.

use crate::{
    districts::{District, Town},
    names::{self, GridNames, Name},
    random::Random,
    shapes::{Path, Spot, at, smooth},
};

/// Rows of a grid; the other names are its columns.
const ROWS: usize = 6;
/// Columns of a grid.
const COLUMNS: usize = 5;
/// How far a street keeps from the border of its district and from the river, metres.
const CLEARANCE: f64 = 55.0;
/// Corners of a drawn street lie about this far apart, metres.
const STEP: f64 = 40.0;
/// How much the grids bend, metres.
const BEND: f64 = 45.0;

/// A street with its axis, which begins where the numbers begin.
pub struct Street {
    pub key: String,
    pub name: Name,
    pub axis: Path,
    /// The width of a plot along the street, metres.
    pub plot: f64,
    /// Whether houses stand on the left only, as around a square that is walked clockwise.
    pub one_sided: bool,
}

/// A grid of streets: its corner, how it is turned, and the size of its blocks.
struct Grid {
    district: &'static str,
    corner: Spot,
    degrees: f64,
    block: (f64, f64),
    plot: f64,
    names: &'static GridNames,
}

const GRIDS: [Grid; 8] = [
    Grid { district: "stare-miasto", corner: at(-690.0, -490.0), degrees: 8.0, block: (290.0, 215.0), plot: 33.0, names: &names::STARE_MIASTO },
    Grid { district: "zarzecze", corner: at(1180.0, -110.0), degrees: 12.0, block: (300.0, 200.0), plot: 46.0, names: &names::ZARZECZE },
    Grid { district: "kolejowa", corner: at(-1000.0, 1000.0), degrees: 14.0, block: (220.0, 230.0), plot: 46.0, names: &names::KOLEJOWA },
    Grid { district: "legi", corner: at(-780.0, -900.0), degrees: 197.0, block: (320.0, 190.0), plot: 46.0, names: &names::LEGI },
    Grid { district: "olszyna", corner: at(-280.0, -1040.0), degrees: -18.0, block: (230.0, 230.0), plot: 42.0, names: &names::OLSZYNA },
    Grid { district: "gorki", corner: at(960.0, -700.0), degrees: -30.0, block: (270.0, 240.0), plot: 48.0, names: &names::GORKI },
    Grid { district: "nowe-ogrody", corner: at(-1130.0, -560.0), degrees: 172.0, block: (310.0, 210.0), plot: 46.0, names: &names::NOWE_OGRODY },
    Grid { district: "sady", corner: at(560.0, 1000.0), degrees: 24.0, block: (270.0, 220.0), plot: 46.0, names: &names::SADY },
];

/// Squares, estates and roundabouts: name, middle, half of a side in metres, width of a plot.
const SQUARES: [(Name, Spot, f64, f64); 6] = [
    (names::RYNEK, at(-20.0, 130.0), 62.0, 18.0),
    (names::PLAC_RATUSZOWY, at(-330.0, -290.0), 45.0, 24.0),
    (names::PLAC_WOLNOSCI, at(1160.0, 1350.0), 55.0, 30.0),
    (names::OS_SLONECZNE, at(2080.0, 2700.0), 130.0, 34.0),
    (names::OS_LESNE, at(300.0, -3000.0), 120.0, 36.0),
    (names::RONDO_KOLEJARZY, at(-1330.0, 980.0), 34.0, 36.0),
];

/// Streets laid by hand: name, points, width of a plot.
const LAID: [(Name, &[Spot], f64); 4] = [
    // Along the right bank from Zarzecze to Olszyna, where it meets Polna.
    (names::MLYNSKA, &[at(1110.0, 330.0), at(1055.0, 60.0), at(990.0, -270.0), at(800.0, -560.0), at(500.0, -770.0), at(170.0, -870.0), at(-170.0, -890.0)], 44.0),
    // From the market over the bridge to the south.
    (names::MOSTOWA, &[at(330.0, -60.0), at(390.0, -330.0), at(470.0, -640.0), at(560.0, -940.0), at(700.0, -1180.0)], 40.0),
    // Along the left bank below the old town.
    (names::BULWAR, &[at(-760.0, -520.0), at(-460.0, -625.0), at(-150.0, -660.0), at(160.0, -640.0), at(420.0, -545.0), at(640.0, -390.0)], 60.0),
    (names::NIEPODLEGLOSCI, &[at(60.0, 900.0), at(20.0, 1300.0), at(10.0, 1700.0), at(120.0, 2250.0), at(220.0, 2800.0), at(250.0, 3300.0)], 60.0),
];

/// All streets: the squares first, so that their houses stand before others need the room.
pub fn lay_out(town: &Town, random: &mut Random) -> Vec<Street> {
    let mut streets: Vec<Street> = SQUARES.iter().map(|(name, middle, half, plot)| square(*name, *middle, *half, *plot)).collect();
    streets.extend(LAID.iter().map(|(name, points, plot)| street(*name, smooth(points, STEP), *plot)));
    for grid in &GRIDS {
        let district = town.districts.iter().find(|district| district.key == grid.district).expect("the grid names a district");
        streets.extend(grid_streets(grid, district, town, random));
    }
    streets.sort_by(|a, b| a.key.cmp(&b.key));
    assert!(streets.windows(2).all(|pair| pair[0].key != pair[1].key), "every street has a key of its own");
    streets
}

fn street(name: Name, axis: Path, plot: f64) -> Street {
    let words = base::fold(name.1).replace([' ', '.'], "-");
    // The same name may stand on a street and on a square.
    let key = if name.0 == "ul." || name.0.is_empty() { words } else { format!("{}-{words}", name.0.trim_end_matches('.')) };
    Street { key, name, axis, plot, one_sided: false }
}

/// The four sides of a square, walked clockwise from its south-western corner.
fn square(name: Name, middle: Spot, half: f64, plot: f64) -> Street {
    let corners = [(-half, -half), (-half, half), (half, half), (half, -half), (-half, -half)];
    let axis = corners.map(|(east, north)| middle.plus(east * 1.1, north * 0.9 + east * 0.12)).to_vec();
    Street { one_sided: true, ..street(name, axis, plot) }
}

fn grid_streets(grid: &Grid, district: &District, town: &Town, random: &mut Random) -> Vec<Street> {
    let phases = (random.between(0.0, 6.0), random.between(0.0, 6.0));
    let node = |column: usize, row: usize| {
        let (column, row) = (f64::from(u8::try_from(column).expect("few")), f64::from(u8::try_from(row).expect("few")));
        bent(turned(grid, column * grid.block.0, row * grid.block.1), phases)
    };
    let rows = (0..ROWS).map(|row| (0..COLUMNS).map(|column| node(column, row)).collect::<Path>());
    let columns = (0..COLUMNS).map(|column| (0..ROWS).map(|row| node(column, row)).collect::<Path>());
    let lines: Vec<Path> = rows.chain(columns).collect();
    let mut streets = Vec::new();
    for (name, line) in grid.names.iter().zip(lines) {
        let axis = smooth(&longest_run(&line, |spot| is_clear(*spot, district, town)), STEP);
        streets.push(street(*name, shortened(axis, random), grid.plot));
    }
    streets
}

fn turned(grid: &Grid, along: f64, across: f64) -> Spot {
    let (sine, cosine) = grid.degrees.to_radians().sin_cos();
    // A grid that looks back over its corner is mirrored, so that its rows still go away from the river.
    let across = if grid.degrees.abs() > 90.0 && grid.corner.north < -800.0 { across } else { across * away(grid) };
    grid.corner.plus(along * cosine - across * sine, along * sine + across * cosine)
}

fn away(grid: &Grid) -> f64 {
    if grid.corner.north < -600.0 || grid.degrees.abs() > 90.0 { -1.0 } else { 1.0 }
}

fn bent(spot: Spot, phases: (f64, f64)) -> Spot {
    spot.plus(BEND * (spot.north / 430.0 + phases.0).sin(), BEND * (spot.east / 510.0 + phases.1).sin())
}
