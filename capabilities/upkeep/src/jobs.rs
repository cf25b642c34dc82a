//! What need not happen on a page: backups by the clock, drills.

mod backup;
mod drill;

pub use backup::{keep_backups, make_due};
pub use drill::{drill, try_out};
