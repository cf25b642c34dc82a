//! Settings: the administrator's pages for what the city says of itself.
//!
//! Every section of the city pack ([`packs::Section`]) has a list and a form made from its JSON Schema, so that a new section
//! needs no page of its own. A change is checked with all the rest and previewed before it is kept; the page's value wins
//! until the pack's is taken; every value has its history.

pub mod lists;
pub mod model;
mod pages;

use std::sync::Arc;

use packs::{Entries, Fault, Kind, Section};
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
    /// Why the change cannot be: every fault of the entry that it is about, and those of others that it would make. What is
    /// wrong elsewhere already does not stand in the way of mending it, one entry after another.
    async fn refusals(&self, before: Entries, after: Entries, about: (&str, &str)) -> base::Result<Vec<Fault>> {
        let (check, section, key) = (self.check.clone(), about.0.to_owned(), about.1.to_owned());
        let weigh = move || {
            let mut faults = check(&after);
            if faults.iter().any(|fault| fault.section != section || fault.key != key) {
                let known = check(&before);
                let rows = |one: &Fault, other: &Fault| one.reason.kind == Kind::Rows && one.key == other.key;
                let old = |fault: &Fault| known.iter().any(|one| one == fault || rows(one, fault));
                faults.retain(|fault| (fault.section == section && fault.key == key) || !old(fault));
            }
            faults
        };
        // Long lists may have to be read for it.
        tokio::task::spawn_blocking(weigh).await.map_err(base::Error::internal)
    }

    fn section(&self, name: &str) -> base::Result<&'static Section> {
        self.sections.iter().find(|section| section.name == name).ok_or(base::Error::NotFound)
    }
}
