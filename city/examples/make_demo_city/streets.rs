//! Where the streets run: on a bent grid in each district, around squares, and a few laid by hand.

use crate::{
    districts::{District, Town},
    names::{self, GridNames, Name},
    random::Random,
    shapes::{Path, Spot, at, smooth},
};

/// Rows of a grid; its other names are its columns.
const ROWS: usize = 5;
/// How far a street keeps from the border of its district and from the river, metres.
const CLEARANCE: f64 = 50.0;
/// Corners of a drawn street lie about this far apart, metres.
const STEP: f64 = 40.0;
/// How much the grids bend, metres.
const BEND: f64 = 60.0;

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

/// A grid of streets: the corner where its numbers begin, the steps to the next column and to the next row in metres
/// east and north, and the width of a plot.
struct Grid {
    district: &'static str,
    corner: Spot,
    to_column: (f64, f64),
    to_row: (f64, f64),
    plot: f64,
    names: &'static GridNames,
}

const GRIDS: [Grid; 8] = [
    Grid {
        district: "stare-miasto",
        corner: at(-640.0, -470.0),
        to_column: (235.0, 32.0),
        to_row: (-35.0, 225.0),
        plot: 34.0,
        names: names::STARE_MIASTO,
    },
    Grid {
        district: "zarzecze",
        corner: at(1220.0, -110.0),
        to_column: (330.0, -10.0),
        to_row: (70.0, 235.0),
        plot: 66.0,
        names: names::ZARZECZE,
    },
    Grid {
        district: "kolejowa",
        corner: at(-60.0, 1010.0),
        to_column: (-330.0, 15.0),
        to_row: (10.0, 250.0),
        plot: 66.0,
        names: names::KOLEJOWA,
    },
    Grid {
        district: "legi",
        corner: at(-560.0, -1140.0),
        to_column: (-360.0, -105.0),
        to_row: (-40.0, -220.0),
        plot: 66.0,
        names: names::LEGI,
    },
    Grid {
        district: "olszyna",
        corner: at(-190.0, -1080.0),
        to_column: (225.0, 15.0),
        to_row: (0.0, -260.0),
        plot: 56.0,
        names: names::OLSZYNA,
    },
    Grid {
        district: "gorki",
        corner: at(990.0, -580.0),
        to_column: (300.0, -95.0),
        to_row: (60.0, -250.0),
        plot: 66.0,
        names: names::GORKI,
    },
    Grid {
        district: "nowe-ogrody",
        corner: at(-1130.0, -620.0),
        to_column: (-370.0, -20.0),
        to_row: (5.0, 260.0),
        plot: 66.0,
        names: names::NOWE_OGRODY,
    },
    Grid { district: "sady", corner: at(640.0, 960.0), to_column: (260.0, 125.0), to_row: (-40.0, 260.0), plot: 66.0, names: names::SADY },
];

/// Squares, estates and roundabouts: name, middle, half of a side in metres, width of a plot.
const SQUARES: [(Name, Spot, f64, f64); 6] = [
    (names::RYNEK, at(-159.0, 228.0), 52.0, 18.0),
    (names::PLAC_RATUSZOWY, at(-308.0, -255.0), 42.0, 24.0),
    (names::PLAC_WOLNOSCI, at(1040.0, 1300.0), 55.0, 30.0),
    (names::OS_SLONECZNE, at(2130.0, 1750.0), 130.0, 34.0),
    (names::OS_LESNE, at(300.0, -2480.0), 120.0, 36.0),
    (names::RONDO_KOLEJARZY, at(-1560.0, 1300.0), 36.0, 36.0),
];

/// A street laid by hand: name, points, width of a plot.
type Laid = (Name, &'static [Spot], f64);

const LAID: [Laid; 10] = [
    // The roads to other towns.
    (names::KRAKOWSKA, &[at(-560.0, -60.0), at(-950.0, 0.0), at(-1600.0, 35.0), at(-2300.0, 20.0), at(-3050.0, -110.0)], 84.0),
    (names::LWOWSKA, &[at(560.0, 90.0), at(960.0, 110.0), at(1500.0, 200.0), at(2250.0, 215.0), at(3150.0, 270.0)], 84.0),
    (names::NIEPODLEGLOSCI, &[at(330.0, 620.0), at(400.0, 1100.0), at(480.0, 1600.0), at(560.0, 2100.0), at(620.0, 2600.0)], 84.0),
    (names::SANDOMIERSKA, &[at(590.0, -930.0), at(1080.0, -965.0), at(1700.0, -1150.0), at(2300.0, -1345.0), at(2700.0, -1460.0)], 84.0),
    (names::KOLEJOWA_STREET, &[at(-520.0, 560.0), at(-900.0, 860.0), at(-1330.0, 1150.0), at(-1700.0, 1500.0), at(-1950.0, 1900.0)], 70.0),
    // Along the right bank from the mill in Zarzecze to Olszyna, and on through the meadows.
    (
        names::MLYNSKA,
        &[
            at(1150.0, 330.0),
            at(1090.0, 60.0),
            at(1000.0, -270.0),
            at(800.0, -560.0),
            at(500.0, -770.0),
            at(170.0, -870.0),
            at(-130.0, -880.0),
        ],
        50.0,
    ),
    (names::LEGOWA, &[at(-150.0, -882.0), at(-700.0, -930.0), at(-1400.0, -1170.0), at(-2100.0, -1380.0), at(-2700.0, -1700.0)], 66.0),
    // From Młyńska to the south, through the blocks of Olszyna.
    (names::POLNA, &[at(140.0, -868.0), at(130.0, -1250.0), at(170.0, -1700.0), at(250.0, -2330.0)], 56.0),
    // From the market over the bridge to the south.
    (names::MOSTOWA, &[at(330.0, -60.0), at(380.0, -330.0), at(470.0, -640.0), at(580.0, -930.0), at(740.0, -1180.0)], 44.0),
    // Along the left bank below the old town.
    (
        names::BULWAR,
        &[at(-760.0, -520.0), at(-460.0, -625.0), at(-150.0, -660.0), at(160.0, -640.0), at(420.0, -545.0), at(640.0, -390.0)],
        60.0,
    ),
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
    let columns = grid.names.len() - ROWS;
    let node = |column: usize, row: usize| {
        let (column, row) = (f64::from(u8::try_from(column).expect("few")), f64::from(u8::try_from(row).expect("few")));
        let (east, north) = (column * grid.to_column.0 + row * grid.to_row.0, column * grid.to_column.1 + row * grid.to_row.1);
        bent(grid.corner.plus(east, north), phases)
    };
    let row_lines = (0..ROWS).map(|row| (0..columns).map(|column| node(column, row)).collect::<Path>());
    let column_lines = (0..columns).map(|column| (0..ROWS).map(|row| node(column, row)).collect::<Path>());
    let lines: Vec<Path> = row_lines.chain(column_lines).collect();
    let mut streets = Vec::new();
    for (name, line) in grid.names.iter().zip(lines) {
        let mut run = longest_run(&line, |spot| is_clear(spot, district, town));
        // Some streets end a block earlier than their neighbours.
        if run.len() > 4 && random.once_in(3) {
            run.pop();
        }
        assert!(run.len() >= 3, "{} has room for two blocks", name.1);
        streets.push(street(*name, smooth(&run, STEP), grid.plot));
    }
    streets
}

fn bent(spot: Spot, phases: (f64, f64)) -> Spot {
    spot.plus(BEND * (spot.north / 560.0 + phases.0).sin(), BEND * (spot.east / 640.0 + phases.1).sin())
}

fn is_clear(spot: Spot, district: &District, town: &Town) -> bool {
    let border = [&district.ring[..], &district.ring[..1]].concat();
    spot.is_inside(&district.ring) && spot.metres_to_path(&border) > CLEARANCE && spot.metres_to_path(&town.river) > CLEARANCE
}

/// The longest part of the line whose points all fit.
fn longest_run(line: &[Spot], fits: impl Fn(Spot) -> bool) -> Path {
    let runs = line.split(|spot| !fits(*spot));
    runs.max_by_key(|run| run.len()).unwrap_or_default().to_vec()
}
