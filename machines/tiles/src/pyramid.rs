//! Points counted in a grid at every zoom, so that a map of many points is drawn as quickly as one of few, and stays right
//! while points come, move and go.

use std::collections::HashMap;

use crate::{MAX_ZOOM, Tile, World};

/// Cells of a tile, a side.
pub const CELLS: u32 = 16;
/// At this zoom and beyond each point is shown by itself.
pub const OPEN_ZOOM: u8 = MAX_ZOOM;
/// The most dots of one tile; of more points in the open the first are shown.
pub const MAX_DOTS: usize = 2_000;
/// Bits of a tile's cells: 16 a side.
const CELL_BITS: u32 = 4;

/// How many points a cell has, and their sums: their middle and, of one alone, which it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Cell {
    count: u32,
    x: u64,
    y: u64,
    /// The sum of their ids without carry over the end: of a single point its id.
    ids: u64,
}

/// The address of a cell: zoom, column and row.
type CellAt = (u8, u32, u32);

/// Points by id, and the cells of zooms 0 to [`MAX_ZOOM`].
#[derive(Debug, Clone, Default)]
pub struct Pyramid {
    points: HashMap<u64, World>,
    cells: HashMap<CellAt, Cell>,
    open: HashMap<(u32, u32), Vec<u64>>,
}

/// What a tile shows of one cell, or of one point in the open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    /// Where, in the tile's own units.
    pub at: (i32, i32),
    /// How many points.
    pub count: u32,
    /// Which point, when it is alone.
    pub id: Option<u64>,
}

impl Pyramid {
    /// Without points.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many points there are.
    pub fn len(&self) -> usize {
        self.points.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// Puts the point there; one that was elsewhere moves.
    pub fn insert(&mut self, id: u64, at: World) {
        if self.points.get(&id) == Some(&at) {
            return;
        }
        self.remove(id);
        self.points.insert(id, at);
        for z in 0..=MAX_ZOOM {
            self.cells.entry(cell_at(z, at)).or_default().add(id, at);
        }
        let (_, x, y) = cell_at(OPEN_ZOOM, at);
        self.open.entry((x, y)).or_default().push(id);
    }

    /// Takes the point away, if it is there.
    pub fn remove(&mut self, id: u64) {
        let Some(at) = self.points.remove(&id) else { return };
        for z in 0..=MAX_ZOOM {
            let key = cell_at(z, at);
            if let Some(cell) = self.cells.get_mut(&key) {
                cell.take(id, at);
                if cell.count == 0 {
                    self.cells.remove(&key);
                }
            }
        }
        let (_, x, y) = cell_at(OPEN_ZOOM, at);
        if let Some(open) = self.open.get_mut(&(x, y)) {
            open.retain(|other| *other != id);
            if open.is_empty() {
                self.open.remove(&(x, y));
            }
        }
    }

    /// What the tile shows: a dot in the middle of the points of each cell, or from [`OPEN_ZOOM`] each point by itself.
    pub fn tile(&self, tile: Tile) -> Vec<Dot> {
        Self::tile_of(&[self], tile)
    }

    /// The same of the points of several pyramids together, so that a choice of kinds of points needs no pyramid of its own.
    pub fn tile_of(pyramids: &[&Self], tile: Tile) -> Vec<Dot> {
        let (column, row) = tile.column_row();
        let cells = (0..CELLS * CELLS).map(|at| (column * CELLS + at % CELLS, row * CELLS + at / CELLS));
        if tile.z() >= OPEN_ZOOM {
            let open = cells.flat_map(|cell| pyramids.iter().filter_map(move |one| Some((one, one.open.get(&cell)?))));
            let points = open.flat_map(|(one, ids)| ids.iter().map(|id| (*id, one.points[id])));
            return points.take(MAX_DOTS).map(|(id, at)| Dot { at: tile.local(at), count: 1, id: Some(id) }).collect();
        }
        let sum = |(x, y)| {
            let found = pyramids.iter().filter_map(|one| one.cells.get(&(tile.z(), x, y)));
            found.fold(Cell::default(), |sum, cell| sum.and(cell))
        };
        cells.map(sum).filter(|cell| cell.count > 0).map(|cell| cell.dot(tile)).collect()
    }
}

fn cell_at(z: u8, at: World) -> CellAt {
    let part = |value: i64| u32::try_from(value >> (32 - u32::from(z) - CELL_BITS)).unwrap_or_default();
    (z, part(at.x), part(at.y))
}

impl Cell {
    fn add(&mut self, id: u64, at: World) {
        self.count += 1;
        self.x += at.x.cast_unsigned();
        self.y += at.y.cast_unsigned();
        self.ids = self.ids.wrapping_add(id);
    }

    fn take(&mut self, id: u64, at: World) {
        self.count -= 1;
        self.x -= at.x.cast_unsigned();
        self.y -= at.y.cast_unsigned();
        self.ids = self.ids.wrapping_sub(id);
    }

    fn and(self, other: &Self) -> Self {
        Self { count: self.count + other.count, x: self.x + other.x, y: self.y + other.y, ids: self.ids.wrapping_add(other.ids) }
    }

    fn dot(&self, tile: Tile) -> Dot {
        let middle = |sum: u64| (sum / u64::from(self.count)).cast_signed();
        let at = tile.local(World { x: middle(self.x), y: middle(self.y) });
        Dot { at, count: self.count, id: (self.count == 1).then_some(self.ids) }
    }
}
