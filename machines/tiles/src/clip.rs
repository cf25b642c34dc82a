//! Cuts lines and rings at a rectangle.

use crate::{Box, World};

/// A side of the rectangle.
#[derive(Clone, Copy)]
enum Side {
    West(i64),
    East(i64),
    North(i64),
    South(i64),
}

impl Side {
    fn all(of: &Box) -> [Self; 4] {
        [Self::West(of.least.x), Self::East(of.most.x), Self::North(of.least.y), Self::South(of.most.y)]
    }

    fn keeps(self, place: World) -> bool {
        match self {
            Self::West(x) => place.x >= x,
            Self::East(x) => place.x <= x,
            Self::North(y) => place.y >= y,
            Self::South(y) => place.y <= y,
        }
    }

    /// Where the way between two places, one on each side, crosses it.
    fn crossing(self, from: World, to: World) -> World {
        match self {
            Self::West(x) | Self::East(x) => World { x, y: between(from.y, to.y, x - from.x, to.x - from.x) },
            Self::North(y) | Self::South(y) => World { x: between(from.x, to.x, y - from.y, to.y - from.y), y },
        }
    }
}

/// `from` and `part` of `whole` of the way to `to`.
fn between(from: i64, to: i64, part: i64, whole: i64) -> i64 {
    let way = i128::from(to - from) * i128::from(part) / i128::from(whole);
    from + i64::try_from(way).unwrap_or_default()
}

/// The parts of a line that lie in the rectangle, each of at least two places.
pub fn clip_line(line: &[World], within: &Box) -> Vec<Vec<World>> {
    Side::all(within).into_iter().fold(vec![line.to_vec()], |parts, side| parts.iter().flat_map(|part| cut_line(part, side)).collect())
}

fn cut_line(line: &[World], side: Side) -> Vec<Vec<World>> {
    let (mut parts, mut part) = (Vec::new(), Vec::new());
    let mut last: Option<World> = None;
    for &place in line {
        if let Some(before) = last.filter(|before| side.keeps(*before) != side.keeps(place)) {
            part.push(side.crossing(before, place));
            if !side.keeps(place) {
                parts.push(std::mem::take(&mut part));
            }
        }
        if side.keeps(place) {
            part.push(place);
        }
        last = Some(place);
    }
    parts.push(part);
    parts.iter_mut().for_each(Vec::dedup);
    parts.retain(|part| part.len() > 1);
    parts
}

/// The part of a ring that lies in the rectangle (Sutherland and Hodgman, 1974); empty, or at least three corners. The last
/// corner is joined to the first, before and after. A ring that leaves the rectangle and comes back runs along its edge.
pub fn clip_ring(ring: &[World], within: &Box) -> Vec<World> {
    let cut = Side::all(within).into_iter().fold(ring.to_vec(), |ring, side| cut_ring(&ring, side));
    if cut.len() < 3 { Vec::new() } else { cut }
}

fn cut_ring(ring: &[World], side: Side) -> Vec<World> {
    let mut cut = Vec::with_capacity(ring.len() + 4);
    let Some(&last) = ring.last() else { return cut };
    let mut before = last;
    for &place in ring {
        if side.keeps(before) != side.keeps(place) {
            cut.push(side.crossing(before, place));
        }
        if side.keeps(place) {
            cut.push(place);
        }
        before = place;
    }
    cut.dedup();
    cut
}
