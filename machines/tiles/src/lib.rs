//! Map tiles: web mercator, clipping and simplifying of lines and polygons, Mapbox vector tiles, and a pyramid of grids
//! that counts points.
//!
//! Pure: shapes and points go in as numbers, bytes come out. Places lie in [`World`] coordinates, the square of web
//! mercator in 2^32 steps (a centimetre at the equator), so that every rule is in whole numbers and the same on every machine.
//! Not here on purpose: styles, raster tiles, other projections, shapes that cross the 180th meridian.

mod clip;
mod mvt;
mod pyramid;
mod shape;
mod simplify;
mod tile;
mod world;

pub use clip::{clip_line, clip_ring};
pub use mvt::{EXTENT, Layer, MVT, Value, encode};
pub use pyramid::{CELLS, Dot, MAX_DOTS, OPEN_ZOOM, Pyramid};
pub use shape::{Line, Polygon};
pub use simplify::simplify;
pub use tile::{BUFFER, Box, MAX_ZOOM, Tile};
pub use world::World;
