//! Where things are: areas, streets and addresses as values, and the rules by which a text or a point becomes a place.
//!
//! Everything here is pure. A point lies on the WGS84 ellipsoid in integers of 1e-7 degree ([`base::Point`]), so every
//! answer is the same on every machine. Not here on purpose: routes, heights, and areas that cross the 180th meridian.

mod areas;
mod assets;
mod cells;
mod closeness;
mod coordinates;
mod crossings;
mod declension;
mod found;
mod geojson;
mod house_number_texts;
mod house_numbers;
mod land;
mod landmarks;
mod lines;
mod matching;
mod names;
mod places;
mod projections;
mod relations;
mod search;
mod slips;
mod spoken_numbers;
mod streets;
mod things;
mod titles;
mod words;

pub use areas::{Area, DISTRICT, Polygon, Ring};
pub use assets::{Asset, AssetKind};
pub use closeness::Closeness;
pub use coordinates::coordinates;
pub use found::{Found, Near, NumberFit, Spot};
pub use geojson::{GeometryFault, lines_from_geojson, polygons_from_geojson, polygons_to_geojson};
pub use house_numbers::{HouseNumber, Part};
pub use land::{Land, LandKind};
pub use landmarks::Landmark;
pub use lines::{Line, LineClass, LineKind};
pub use places::{MAX_NEAR_METRES, Places};
pub use projections::{PlaneMetres, Projection};
pub use search::MAX_FOUND;
pub use streets::{Address, Prefix, Street};
pub(crate) use things::plain as plain_code;
