//! Places: the city's areas, streets, addresses, landmarks and assets, and finding a place by words or by a point, without
//! the internet.
//!
//! [`model::Places`] is the whole gazetteer as one value in memory; [`pack`] reads its rows from a city pack.

pub mod actions;
pub mod model;
pub mod pack;
mod store;

pub use store::{area_name, asset_of, shapes_of, verify};
