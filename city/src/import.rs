//! Tickets of another system: read by a mapping file, taken over as history, or played again like live work.

pub mod areas;
mod clock;
mod decoded;
mod figures;
mod known;
mod mapping;
pub mod new_pack;
mod record;
mod records;
pub mod replay;
mod rows;
mod take_over;

use std::path::PathBuf;

use crate::pack::Pack;

pub use clock::SimulatedClock;
pub use mapping::Mapping;
pub use take_over::take_over;

/// What is to be taken over, and into which city.
pub struct Source {
    /// What columns and words mean.
    pub mapping: Mapping,
    /// The city's pack.
    pub pack: Pack,
    /// The files, in the order in which they are read.
    pub files: Vec<PathBuf>,
}
