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

use base::Result;
use store::Db;

use crate::pack::{self, Pack};

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
    /// The data folder.
    pub data: PathBuf,
}

impl Source {
    /// Takes the pack over before the tickets, which name what is in it.
    ///
    /// # Errors
    /// A sentence for each thing in it that does not go with what pages changed.
    pub async fn take_pack_over(&self, db: &Db) -> Result<()> {
        let faults = pack::take_over(&self.pack.entries, &self.pack.files, db, &self.data).await?;
        if faults.is_empty() { Ok(()) } else { Err(pack::contradiction(&faults)) }
    }
}
