//! The rights of people over their own data: requests with their term, a copy of everything, erasure and what stays,
//! restriction, legal holds, how long things are kept, and who looked at what.
//!
//! Every capability that keeps something of a resident has a `personal.rs`; the city lists them all in one place and hands
//! them in as [`Rooms`]. An erasure is written to a [`Ledger`] outside of the database, so that it is done again after an
//! older backup was restored.

pub mod actions;
pub mod jobs;
mod ledger;
pub mod model;
pub mod pack;
pub mod pages;
pub mod personal;
mod rooms;
mod store;

pub use ledger::{Ledger, Line};
pub use rooms::{Room, Rooms, Staying};
pub use store::{family, verify};

/// The wording of personal data.
pub const TEXTS: web::Bundle = web::bundle!();
