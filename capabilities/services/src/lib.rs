//! What the city offers to do or tell: the catalogue of services, as the city pack names them.

pub mod actions;
pub mod model;
pub mod pack;
mod store;

pub use model::{Catalogue, Danger, Group, Kind, Service};
pub use store::{archive_of, is_sensitive, load};
