//! Whoever turned to the city and left a way to be reached. A matching address or number finds the same
//! row, but proves no identity: nothing of one's history is shown because of it.

pub mod actions;
pub mod model;
pub mod personal;
mod store;

pub use model::{Reachable, Way};
pub use store::{email_of, find, verify};
