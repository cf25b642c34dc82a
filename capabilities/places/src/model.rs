//! Where things are: areas, streets and addresses as values, and the rules by which a text or a point becomes a place.
//!
//! Everything here is pure. A point lies on the WGS84 ellipsoid in integers of 1e-7 degree ([`base::Point`]), so every
//! answer is the same on every machine. Not here on purpose: routes, heights, and areas that cross the 180th meridian.

mod address_texts;
mod areas;
mod cells;
mod closeness;
mod geojson;
mod house_numbers;
mod land;
mod lines;
mod places;
mod projections;
mod streets;

pub use areas::{Area, DISTRICT, Polygon, Ring};
pub use closeness::Closeness;
pub use geojson::{GeometryFault, lines_from_geojson, polygons_from_geojson, polygons_to_geojson};
pub use house_numbers::{HouseNumber, Part};
pub use land::{Land, LandKind};
pub use lines::{Line, LineClass, LineKind};
pub use places::{Found, MAX_FOUND, MAX_NEAR_METRES, Near, NumberFit, Places, Spot};
pub use projections::{PlaneMetres, Projection};
pub use streets::{Address, Prefix, Street};
