//! Where the streets run: roads through the town, squares, and the rings and rays of each district.

use super::{
    districts::{Sides, Town},
    land::{For, Land, is_closed},
    lattices::{LATTICES, Line, Through},
    names::{Name, name},
    roads::{Class, Piece, Place, ROADS, SQUARES, class_of},
    shapes::{Path, Spot, length, part, shares},
};

/// Corners of a drawn street lie about this far apart, metres.
const STEP: f64 = 45.0;
/// A street that would be shorter than this is a fault of the plan, metres.
const SHORTEST: f64 = 140.0;
/// Local streets keep this far from the railway, which only roads cross, metres.
const FROM_RAIL: f64 = 26.0;
/// A ray keeps this far from the river on its district's side, metres.
const FROM_RIVER: f64 = 48.0;

/// A street with its axis, which begins where the numbers begin.
pub struct Street {
    pub key: String,
    pub name: Name,
    pub class: Class,
    pub tram: bool,
    pub axis: Path,
    /// The width of a plot along the street, metres.
    pub plot: f64,
    /// Whether houses stand on the left only, as around a square that is walked clockwise.
    pub one_sided: bool,
    /// The lower left and upper right corner of its axis.
    pub extent: (Spot, Spot),
}

/// All streets in the order of their keys.
pub fn lay_out(town: &Town, land: &[Land]) -> Vec<Street> {
    let mut streets: Vec<Street> = SQUARES.iter().map(|(sign, place, half, plot)| square(town, sign, *place, *half, *plot)).collect();
    for (sign, class, plot, tram, pieces) in &ROADS {
        streets.push(Street { class: *class, tram: *tram, ..street(sign, road(town, pieces), *plot) });
    }
    for lattice in &LATTICES {
        let sides = town.sides(lattice.district);
        let row = |line: &Line| walk((line.1, line.2), |share| sides.at(share, line.0));
        let column = |line: &Line| walk((line.1, line.2), |share| sides.at(line.0, share));
        let lines = lattice.rows.iter().map(|line| (line.3, row(line))).chain(lattice.columns.iter().map(|line| (line.3, column(line))));
        for (sign, path) in lines {
            let axis = longest_run(&path, |spot| is_clear(town, land, spot));
            assert!(length(&axis) > SHORTEST, "{sign} has {} m", length(&axis));
            streets.push(Street { class: class_of(sign), ..street(sign, axis, lattice.plot) });
        }
    }
    streets.sort_by(|a, b| a.key.cmp(&b.key));
    assert!(streets.windows(2).all(|pair| pair[0].key != pair[1].key), "every street has a key of its own");
    streets
}

fn is_clear(town: &Town, land: &[Land], spot: Spot) -> bool {
    !is_closed(land, spot, For::Streets) && spot.metres_to_path(&town.river) > FROM_RIVER && spot.metres_to_path(&town.rail) > FROM_RAIL
}

fn street(sign: &'static str, axis: Path, plot: f64) -> Street {
    let name = name(sign);
    let words = base::fold(name.name).replace([' ', '.'], "-");
    // The same name may stand on a street and on a square.
    let key = match name.prefix {
        "ul." | "" => words,
        prefix => format!("{}-{words}", prefix.trim_end_matches('.')),
    };
    let extent = axis.iter().fold((axis[0], axis[0]), |(low, high), spot| {
        let low = Spot { east: low.east.min(spot.east), north: low.north.min(spot.north) };
        (low, Spot { east: high.east.max(spot.east), north: high.north.max(spot.north) })
    });
    Street { key, name, class: Class::Local, tram: false, axis, plot, one_sided: false, extent }
}

/// The four sides of a square, walked clockwise from its south-western corner.
fn square(town: &Town, sign: &'static str, (district, across, out): Place, half: f64, plot: f64) -> Street {
    let sides = town.sides(district);
    let (middle, east) = (sides.at(across, out), sides.at(across + 0.02, out));
    let size = middle.metres_to(east);
    let (x, y) = ((east.east - middle.east) / size, (east.north - middle.north) / size);
    let corners = [(-half, -half), (-half, half), (half, half), (half, -half), (-half, -half)];
    let axis = corners.map(|(a, b)| middle.plus(a * x - b * y, a * y + b * x));
    Street { one_sided: true, ..street(sign, axis.to_vec(), plot) }
}

fn road(town: &Town, pieces: &[Piece]) -> Path {
    let mut path: Path = Vec::new();
    for piece in pieces {
        let next = match piece {
            Piece::Arcs(arcs) => part(&town.walk(arcs), 0.0, 1.0, STEP),
            Piece::Part(arcs, from, to) => part(&town.walk(arcs), *from, *to, STEP),
            Piece::Column(district, across, from, to) => {
                let sides = town.sides(district);
                walk((*from, *to), |share| sides.at(*across, share))
            }
            Piece::Row(district, out, from, to) => {
                let sides = town.sides(district);
                walk((*from, *to), |share| sides.at(share, *out))
            }
            Piece::Onward(district, to) => {
                let sides = town.sides(district);
                let across = entry(&sides, *path.last().expect("a road comes from somewhere"));
                walk((0.0, *to), |share| sides.at(across, share))
            }
        };
        for spot in next {
            if path.last().is_none_or(|last| last.metres_to(spot) > 12.0) {
                path.push(spot);
            }
        }
    }
    path
}

/// How far across a district the point of its inner side lies that is nearest to this one.
pub fn entry(sides: &Sides, spot: Spot) -> f64 {
    let nearest = shares(400.0).min_by(|a, b| sides.at(*a, 0.0).metres_to(spot).total_cmp(&sides.at(*b, 0.0).metres_to(spot)));
    nearest.expect("there are shares")
}

/// How far across `district` a road runs that goes through.
pub fn through(town: &Town, district: &str, (from, across): Through) -> f64 {
    if from == district { across } else { entry(&town.sides(district), town.sides(from).at(across, 1.0)) }
}

/// The line from one share to another, a corner about every [`STEP`] metres.
fn walk((from, to): (f64, f64), line: impl Fn(f64) -> Spot) -> Path {
    let rough: Path = shares(24.0).map(|share| line(from + (to - from) * share)).collect();
    let steps = (length(&rough) / STEP).ceil();
    shares(steps).map(|share| line(from + (to - from) * share)).collect()
}

/// The longest part of the line whose points all fit.
fn longest_run(line: &[Spot], fits: impl Fn(Spot) -> bool) -> Path {
    let runs = line.split(|spot| !fits(*spot));
    runs.max_by_key(|run| run.len()).unwrap_or_default().to_vec()
}
