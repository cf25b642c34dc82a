//! The place from which staff work: what this viewer may do here, and the list of work that the program could not do itself.
//!
//! The desk owns no rows. It shows what other capabilities keep, for one [`staff::Viewer`] at a time.

pub mod actions;
pub mod pages;

pub use pages::{DESK, ERRANDS, JOBS, NEW_CONVERSATION, RESIDENTS, links, routes};

/// The wording of this capability.
pub const TEXTS: web::Bundle = web::bundle!();
