//! Landmarks: parks, crossings, offices, stops and whatever else people name instead of an address.

use base::{Id, Point, Wording};

/// A place that people know by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landmark {
    /// The word by which the pack names it, unique among landmarks: `park-nadrzeczny`.
    pub key: String,
    /// What sort of place it is: `park`, `stop`, `hospital`, or a word of the city's own.
    pub kind: String,
    /// What people call it: `Park Nadrzeczny`.
    pub name: Wording,
    /// The phrase that says where: `w parku Nadrzecznym`; may be empty.
    pub name_where: String,
    /// What else people call it: `Park nad Rzeką`.
    pub other_names: Vec<String>,
    /// Its middle or its entrance.
    pub point: Point,
}

impl Landmark {
    /// The id of its row.
    pub fn id(&self) -> Id {
        Id::named("landmark", &self.key)
    }

    /// Every name it has in any language, its own Polish one with the phrase that says where.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        let translated = [self.name.uk.as_deref(), self.name.en.as_deref()].into_iter().flatten();
        let others = self.other_names.iter().map(String::as_str).chain(translated);
        std::iter::once((self.name.pl.as_str(), self.name_where.as_str())).chain(others.map(|name| (name, "")))
    }
}
