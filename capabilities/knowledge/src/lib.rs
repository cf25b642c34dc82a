//! What the centre can tell: cards of knowledge, for now their titles, as the city pack names them.

pub mod actions;
pub mod model;
pub mod pack;
mod store;

pub use model::{Audience, Card};
pub use store::{cards, verify};
