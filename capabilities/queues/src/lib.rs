//! The lines that residents call: their numbers, languages and hours, as the city pack names them.

pub mod actions;
pub mod model;
pub mod pack;
mod store;

pub use model::{Line, LineHours};
pub use store::{lines, verify};
