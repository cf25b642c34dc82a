//! Settings: the administrator's pages for what the city says of itself.
//!
//! Every section of the city pack ([`packs::Section`]) has a list and a form made from its JSON Schema, so that a new section
//! needs no page of its own. A change is checked with all the rest and previewed before it is kept; the page's value wins
//! until the pack's is taken; every value has its history.

pub mod lists;
pub mod model;
mod pages;

use std::sync::Arc;

use packs::{Entries, Fault, Section};
use store::Tx;

pub use pages::{SETTINGS, links, routes, unworded};

/// The wording of this capability.
pub const TEXTS: web::Bundle = web::bundle!();

/// What the city says of these entries together: their faults.
pub type Check = dyn Fn(&Entries) -> Vec<Fault> + Send + Sync;
/// Makes the rows that the capabilities keep of these entries.
pub type Apply = dyn Fn(&Tx<'_>, &Entries) -> base::Result<()> + Send + Sync;

/// What the pages stand on. Cheap to clone.
#[derive(Clone)]
pub struct Settings {
    /// What a pack is made of.
    pub sections: &'static [Section],
    /// Checks all entries together.
    pub check: Arc<Check>,
    /// Applies them, in the transaction that keeps them.
    pub apply: Arc<Apply>,
    /// Lists that are too long for forms.
    pub lists: lists::Lists,
}

impl Settings {
    fn section(&self, name: &str) -> base::Result<&'static Section> {
        self.sections.iter().find(|section| section.name == name).ok_or(base::Error::NotFound)
    }
}
