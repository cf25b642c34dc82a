//! Every conversation of a resident with the city, on every channel, as one record. A report sent from a
//! page is one, too.

pub mod actions;
pub mod model;
pub mod pack;
pub mod personal;
mod store;

pub use model::{Channel, Disposition, NewInteraction, Topic};
pub use store::{by_channel, find_source, topics, verify};
