//! Packs: what a city says of itself, as entries in sections, from the files of a city pack and from pages.
//!
//! A [`Section`] is one file of a pack and the shape of its entries: `units.toml` with a unit each. [`read`] reads a
//! folder into [`Entries`], with file, line and reason for every fault. The database keeps two layers of each entry: what
//! the pack says, and what somebody changed on a page. The page's value wins, value by value, until "take the pack's" is
//! pressed ([`actions`]). What both together say is checked as a whole before anything changes.

pub mod actions;
mod entries;
mod faults;
mod keys;
mod patches;
mod reading;
mod references;
mod schemas;
mod sections;
mod store;
mod writing;

pub use entries::{Edit, Entries, Entry, Origin};
pub use faults::{Fault, Kind, Reason};
pub use keys::{Faults, Keys};
pub use patches::{Difference, changes};
pub use reading::{Draft, MAX_FILE_BYTES, draft, key_fits, read};
pub use schemas::{file_schema, schema_name};
pub use sections::{Form, Section};
pub use store::{Version, entries, history, stamp, verify};
pub use writing::write;
