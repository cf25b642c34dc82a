//! A tile of the map: its address, its box in the world, and its own coordinates.

use crate::World;

/// The deepest zoom that is drawn; browsers enlarge its tiles beyond.
pub const MAX_ZOOM: u8 = 17;
/// How far shapes reach over a tile's edge, in its own units, so that lines meet without a seam.
pub const BUFFER: i64 = 64;
/// Bits of a tile's own coordinates: 4096 units a side.
const UNIT_BITS: u32 = 12;

/// The address of a tile, as in `/tiles/base/{z}/{x}/{y}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tile {
    z: u8,
    x: u32,
    y: u32,
}

/// A rectangle of the world; both corners belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Box {
    /// The north-western corner.
    pub least: World,
    /// The south-eastern corner.
    pub most: World,
}

impl Tile {
    /// The tile at this address; `None` when there is none at that zoom, or it is deeper than [`MAX_ZOOM`].
    pub fn new(z: u8, x: u32, y: u32) -> Option<Self> {
        (z <= MAX_ZOOM && x < 1 << z && y < 1 << z).then_some(Self { z, x, y })
    }

    /// The tile at this zoom that holds the place.
    pub fn at(z: u8, place: World) -> Option<Self> {
        let part = |value: i64| u32::try_from(value >> (32 - u32::from(z))).ok();
        if z > MAX_ZOOM { None } else { Self::new(z, part(place.x)?, part(place.y)?) }
    }

    /// The zoom.
    pub fn z(self) -> u8 {
        self.z
    }

    /// Column and row at its zoom.
    pub fn column_row(self) -> (u32, u32) {
        (self.x, self.y)
    }

    /// One of its own units in steps of the world, as a power of two.
    fn unit_bits(self) -> u32 {
        32 - u32::from(self.z) - UNIT_BITS
    }

    /// One of its own units in steps of the world.
    pub fn unit(self) -> i64 {
        1 << self.unit_bits()
    }

    fn origin(self) -> World {
        let bits = self.unit_bits() + UNIT_BITS;
        World { x: i64::from(self.x) << bits, y: i64::from(self.y) << bits }
    }

    /// The part of the world that it shows.
    pub fn inside(self) -> Box {
        self.around(0)
    }

    /// The part of the world whose shapes it holds: with [`BUFFER`] units on every side.
    pub fn with_buffer(self) -> Box {
        self.around(BUFFER)
    }

    fn around(self, units: i64) -> Box {
        let (origin, margin, side) = (self.origin(), units * self.unit(), self.unit() << UNIT_BITS);
        Box {
            least: World { x: origin.x - margin, y: origin.y - margin },
            most: World { x: origin.x + side + margin - 1, y: origin.y + side + margin - 1 },
        }
    }

    /// The place in the tile's own units, from its north-western corner.
    pub fn local(self, place: World) -> (i32, i32) {
        let origin = self.origin();
        let part = |value: i64, start: i64| {
            let units = (value - start) >> self.unit_bits();
            i32::try_from(units).unwrap_or(if units < 0 { i32::MIN } else { i32::MAX })
        };
        (part(place.x, origin.x), part(place.y, origin.y))
    }
}

impl Box {
    /// The smallest box around the places; `None` without any.
    pub fn of(places: impl IntoIterator<Item = World>) -> Option<Self> {
        places.into_iter().fold(None, |found: Option<Self>, place| {
            let Some(Self { least, most }) = found else { return Some(Self { least: place, most: place }) };
            Some(Self {
                least: World { x: least.x.min(place.x), y: least.y.min(place.y) },
                most: World { x: most.x.max(place.x), y: most.y.max(place.y) },
            })
        })
    }

    /// Whether the place lies in it.
    pub fn holds(&self, place: World) -> bool {
        (self.least.x..=self.most.x).contains(&place.x) && (self.least.y..=self.most.y).contains(&place.y)
    }

    /// Whether the two share a place.
    pub fn meets(&self, other: &Self) -> bool {
        self.least.x <= other.most.x && other.least.x <= self.most.x && self.least.y <= other.most.y && other.least.y <= self.most.y
    }

    /// The longer of its sides, in steps of the world.
    pub fn side(&self) -> i64 {
        (self.most.x - self.least.x).max(self.most.y - self.least.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_outside_the_pyramid_are_no_tiles() {
        for (z, x, y, there) in
            [(0, 0, 0, true), (0, 1, 0, false), (17, 131_071, 131_071, true), (17, 131_072, 0, false), (18, 0, 0, false)]
        {
            assert_eq!(Tile::new(z, x, y).is_some(), there, "{z}/{x}/{y}");
        }
    }

    #[test]
    fn a_tile_counts_its_own_units_from_its_corner() {
        let tile = Tile::new(17, 70_000, 43_000).unwrap();
        let Box { least, most } = tile.inside();
        assert_eq!((tile.local(least), tile.local(most)), ((0, 0), (4095, 4095)));
        assert_eq!(tile.local(tile.with_buffer().least), (-64, -64));
        assert_eq!(Tile::at(17, most), Some(tile));
    }
}
