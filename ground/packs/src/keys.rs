//! The keys by which entries name each other, and the faults of those that name what is not there.

use std::collections::BTreeSet;

use crate::{Fault, Reason};

/// Keys that entries of a pack have, for those that name them. `None` where they are not known: then every key is taken.
#[derive(Debug, Clone, Default)]
pub struct Keys {
    /// Units.
    pub units: BTreeSet<String>,
    /// Areas.
    pub areas: Option<BTreeSet<String>>,
    /// Rules of retention.
    pub retention: Option<BTreeSet<String>>,
    /// Topics.
    pub topics: Option<BTreeSet<String>>,
    /// Lines.
    pub lines: Option<BTreeSet<String>>,
    /// Orders.
    pub orders: Option<BTreeSet<String>>,
    /// Calendars of `hours.toml`.
    pub calendars: Option<BTreeSet<String>>,
}

/// The faults of the entries of one section.
#[derive(Debug)]
pub struct Faults {
    section: &'static str,
    found: Vec<Fault>,
}

impl Faults {
    /// None yet.
    pub fn of(section: &'static str) -> Self {
        Self { section, found: Vec::new() }
    }

    /// A fault of the value at `path` of the entry `key`.
    pub fn add(&mut self, key: &str, path: &str, reason: impl Into<Reason>) {
        self.found.push(Fault::new(self.section, key, path, reason));
    }

    /// What the entry names at `path` has to be there, when it is known what is.
    pub fn known<'a>(&mut self, key: &str, path: &str, named: impl IntoIterator<Item = &'a String>, known: Option<&BTreeSet<String>>) {
        let Some(known) = known else { return };
        for word in named.into_iter().filter(|word| !known.contains(*word)) {
            self.add(key, path, Reason::unknown("", word));
        }
    }

    /// All of them.
    pub fn end(self) -> Vec<Fault> {
        self.found
    }
}
