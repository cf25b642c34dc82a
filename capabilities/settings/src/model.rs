//! What the pages of settings decide: how a schema becomes a form, and what a filled form says.

pub mod closures;
mod reading;
mod shapes;
mod showing;
mod translations;

pub use reading::{Slip, as_before, read};
pub use shapes::{Field, Shape};
pub use showing::{Control, Kind, fields, flat};
pub use translations::{Stale, stale};
