//! Lines and polygons as a tile holds them: simplified for its zoom, cut at its edge, in its own units.

use crate::{Box, Tile, World, clip_line, clip_ring, simplify};

/// Points nearer to a line than this are left out, in a tile's own units (4096 a side, a quarter of a pixel is 2).
const TOLERANCE: i64 = 4;
/// Polygons smaller than this are left out, in a tile's own units a side.
const SMALLEST: i64 = 8;

/// A line with its box.
#[derive(Debug, Clone)]
pub struct Line {
    places: Vec<World>,
    around: Box,
}

/// A polygon, its outer ring first, with its box.
#[derive(Debug, Clone)]
pub struct Polygon {
    rings: Vec<Vec<World>>,
    around: Box,
}

impl Line {
    /// A line through these places; `None` when there are fewer than two.
    pub fn new(places: Vec<World>) -> Option<Self> {
        let around = Box::of(places.iter().copied())?;
        (places.len() > 1).then_some(Self { places, around })
    }

    /// The box around it.
    pub fn around(&self) -> &Box {
        &self.around
    }

    /// Its parts in the tile's own units, each of at least two different points.
    pub fn in_tile(&self, tile: Tile) -> Vec<Vec<(i32, i32)>> {
        if !self.around.meets(&tile.with_buffer()) {
            return Vec::new();
        }
        let parts = clip_line(&simplify(&self.places, TOLERANCE * tile.unit()), &tile.with_buffer());
        parts.iter().map(|part| local(part, tile)).filter(|part| part.len() > 1).collect()
    }
}

impl Polygon {
    /// A polygon inside the first of these rings and outside the others, in which the last corner is joined to the first;
    /// `None` when the first has fewer than three corners.
    pub fn new(rings: Vec<Vec<World>>) -> Option<Self> {
        let outer = rings.first().filter(|outer| outer.len() > 2)?;
        let around = Box::of(outer.iter().copied())?;
        Some(Self { rings, around })
    }

    /// The box around it.
    pub fn around(&self) -> &Box {
        &self.around
    }

    /// Its rings in the tile's own units, the outer one first: each with at least three corners and an area, the outer one
    /// clockwise on the screen and the holes counter-clockwise (MVT 2.1, 4.3.4.4). Empty when nothing of it is seen.
    pub fn in_tile(&self, tile: Tile) -> Vec<Vec<(i32, i32)>> {
        let too_small = self.around.side() < SMALLEST * tile.unit();
        if too_small || !self.around.meets(&tile.with_buffer()) {
            return Vec::new();
        }
        let mut rings = self.rings.iter().enumerate().map(|(at, ring)| (at, ring_in_tile(ring, tile, at == 0)));
        let Some((_, Some(outer))) = rings.next() else { return Vec::new() };
        std::iter::once(outer).chain(rings.filter_map(|(_, hole)| hole)).collect()
    }

    /// A place well inside for a name: the middle of the longest stretch on a line from west to east through the middle.
    pub fn middle(&self) -> World {
        let y = i64::midpoint(self.around.least.y, self.around.most.y);
        let mut crossings: Vec<i64> = self.rings.iter().flat_map(|ring| crossings(ring, y)).collect();
        crossings.sort_unstable();
        let stretches = crossings.chunks_exact(2).map(|ends| (ends[1] - ends[0], i64::midpoint(ends[0], ends[1])));
        let x = stretches.max().map_or(i64::midpoint(self.around.least.x, self.around.most.x), |(_, middle)| middle);
        World { x, y }
    }
}

/// Where a ring crosses the parallel, its edges' southern ends left out.
fn crossings(ring: &[World], y: i64) -> impl Iterator<Item = i64> {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
    edges.filter(move |(from, to)| (from.y > y) != (to.y > y)).map(move |(from, to)| {
        let way = i128::from(to.x - from.x) * i128::from(y - from.y) / i128::from(to.y - from.y);
        from.x + i64::try_from(way).unwrap_or_default()
    })
}

fn ring_in_tile(ring: &[World], tile: Tile, outer: bool) -> Option<Vec<(i32, i32)>> {
    let closed: Vec<World> = ring.iter().chain(ring.first()).copied().collect();
    let mut simple = simplified_ring(&closed, TOLERANCE * tile.unit());
    simple.pop();
    let mut ring = local(&clip_ring(&simple, &tile.with_buffer()), tile);
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    let area = doubled_area(&ring);
    if ring.len() < 3 || area == 0 {
        return None;
    }
    if (area > 0) != outer {
        ring.reverse();
    }
    Some(ring)
}

/// A closed line simplified in two halves, so that it keeps its extent and does not fall together.
fn simplified_ring(closed: &[World], tolerance: i64) -> Vec<World> {
    let far = closed.iter().enumerate().max_by_key(|(_, place)| (place.x - closed[0].x).abs() + (place.y - closed[0].y).abs());
    let half = far.map_or(0, |(at, _)| at);
    let mut ring = simplify(&closed[..=half], tolerance);
    ring.extend(simplify(&closed[half..], tolerance).into_iter().skip(1));
    ring
}

fn local(places: &[World], tile: Tile) -> Vec<(i32, i32)> {
    let mut points: Vec<_> = places.iter().map(|place| tile.local(*place)).collect();
    points.dedup();
    points
}

/// Twice the area by the surveyor's formula: positive when the ring is clockwise on the screen.
pub(crate) fn doubled_area(ring: &[(i32, i32)]) -> i64 {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
    edges.map(|(from, to)| i64::from(from.0) * i64::from(to.1) - i64::from(to.0) * i64::from(from.1)).sum()
}
