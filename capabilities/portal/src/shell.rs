//! What is kept while the city runs: the city drawn in tiles, the public cases in memory, the operator's own basemap on disk,
//! and the public figures of some minutes ago.

mod basemap;
mod cache;
mod figures;
mod following;

use std::sync::{Arc, RwLock};

use base::Bounds;
use bytes::Bytes;
use tiles::{Tile, World};

use crate::model::base_map::BaseMap;

pub use basemap::Basemap;
pub(crate) use basemap::{Part, parts};
pub(crate) use cache::{Drawn, TileCache};
pub use figures::PublicFigures;
pub(crate) use figures::{MONTHS, Year};
pub(crate) use following::Following;

/// The least zoom that is drawn: the city from afar.
pub(crate) const MIN_ZOOM: u8 = 8;
/// A larger tile is not sent, bytes.
pub(crate) const MAX_TILE_BYTES: usize = 2 << 20;

/// Everything the map needs. One for the whole program.
#[derive(Debug)]
pub struct CityMap {
    drawn: RwLock<Arc<DrawnCity>>,
    pub(crate) reports: Following,
    pub(crate) basemap: Option<Basemap>,
}

/// The city as one pack draws it, with the tiles that were asked for lately.
#[derive(Debug)]
struct DrawnCity {
    map: BaseMap,
    bounds: tiles::Box,
    cache: TileCache,
}

/// The layers that do not change with the cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum StillLayer {
    /// Ground, streets, borders, names, house numbers.
    Base,
    /// The city's things.
    Points,
}

impl CityMap {
    /// The map of a city within these bounds.
    pub fn new(map: BaseMap, bounds: Bounds) -> Self {
        Self { drawn: RwLock::new(DrawnCity::new(map, bounds)), reports: Following::default(), basemap: None }
    }

    /// The same, with the operator's own basemap under it.
    #[must_use]
    pub fn over(self, basemap: Option<Basemap>) -> Self {
        Self { basemap, ..self }
    }

    /// Draws the city anew, after its pack has changed; the tiles of before are forgotten.
    pub fn redraw(&self, map: BaseMap, bounds: Bounds) {
        *self.drawn.write().unwrap_or_else(std::sync::PoisonError::into_inner) = DrawnCity::new(map, bounds);
    }

    fn drawn(&self) -> Arc<DrawnCity> {
        Arc::clone(&self.drawn.read().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// Whether the tile shows a part of the city at a zoom that is drawn.
    pub(crate) fn shows(&self, tile: Tile) -> bool {
        tile.z() >= MIN_ZOOM && self.drawn().bounds.meets(&tile.inside())
    }

    /// Whether nothing is drawn on which a place could be told: neither by the city's pack nor by the operator's basemap.
    pub(crate) fn is_blank(&self) -> bool {
        self.basemap.is_none() && self.drawn().map.is_blank()
    }

    /// Whether the city has things of its own to show.
    pub(crate) fn has_things(&self) -> bool {
        self.drawn().map.has_things()
    }

    /// The tile of a layer, from memory if it was asked for lately. Takes milliseconds: not on the threads that answer.
    pub(crate) fn tile(&self, layer: StillLayer, tile: Tile) -> Drawn {
        let city = self.drawn();
        city.cache.get_or((layer, tile), || {
            let bytes = match layer {
                StillLayer::Base => city.map.base_tile(tile),
                StillLayer::Points => city.map.points_tile(tile),
            };
            if bytes.len() > MAX_TILE_BYTES {
                tracing::warn!(?layer, ?tile, bytes = bytes.len(), "a tile is too large and is left out");
                return Bytes::new();
            }
            Bytes::from(bytes)
        })
    }
}

impl DrawnCity {
    fn new(map: BaseMap, bounds: Bounds) -> Arc<Self> {
        let corner = |lat: f64, lng: f64| base::Point::from_degrees(lat, lng).map(|point| World::from_e7(point.lat_e7, point.lng_e7));
        let corners = [corner(bounds.south, bounds.west), corner(bounds.north, bounds.east)];
        // Bounds that are no degrees hold no tile.
        let nowhere = tiles::Box { least: World { x: 1, y: 1 }, most: World { x: 0, y: 0 } };
        let bounds = tiles::Box::of(corners.into_iter().flatten()).unwrap_or(nowhere);
        Arc::new(Self { map, bounds, cache: TileCache::default() })
    }
}
