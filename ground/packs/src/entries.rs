//! Entries: what pack and pages say together, as one value that can be looked at, changed in thought, and checked.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::{Difference, Fault, Reason, Section, patches, references, sections::typed};

/// One entry of a section, in its two layers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// Its key; for a file that is one entry, the section's name.
    pub key: String,
    /// Where it stands among the others; entries made on pages come last.
    pub place: i64,
    /// What the pack's file says; `None` when it was made on a page.
    pub pack: Option<Json>,
    /// What pages changed of it, as a merge patch (RFC 7386) of what the pack says.
    pub own: Option<Json>,
    /// Taken out of use on a page.
    pub removed: bool,
}

/// Where an entry's present value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The pack alone.
    Pack,
    /// The pack, with values changed on a page.
    Edited,
    /// A page alone.
    Page,
    /// Taken out of use on a page.
    Removed,
}

impl Entry {
    /// The value in force; `None` when it was taken out of use.
    pub fn value(&self) -> Option<Json> {
        if self.removed { None } else { self.latest() }
    }

    /// The value as it is or last was.
    pub fn latest(&self) -> Option<Json> {
        match (&self.pack, &self.own) {
            (Some(pack), Some(own)) => Some(patches::patched(pack, own)),
            (Some(pack), None) => Some(pack.clone()),
            (None, own) => own.clone(),
        }
    }

    /// Where the value comes from.
    pub fn origin(&self) -> Origin {
        match (self.removed, &self.pack, &self.own) {
            (true, ..) => Origin::Removed,
            (_, None, _) => Origin::Page,
            (_, Some(_), _) if self.differences().is_empty() => Origin::Pack,
            (_, Some(_), _) => Origin::Edited,
        }
    }

    /// Every value that a page says differently from the pack.
    pub fn differences(&self) -> Vec<Difference> {
        match (&self.pack, &self.own) {
            (Some(pack), Some(own)) => patches::differences(pack, own),
            _ => Vec::new(),
        }
    }

    /// The entry after an edit.
    fn after(&self, edit: &Edit) -> Self {
        let mut entry = self.clone();
        match edit {
            Edit::Put(value) => {
                entry.removed = false;
                entry.own = match &self.pack {
                    Some(pack) => pinned(self.own.as_ref(), pack, value),
                    None => Some(value.clone()),
                };
            }
            Edit::TakePacks(None) => (entry.own, entry.removed) = (None, false),
            Edit::TakePacks(Some(path)) => entry.own = self.own.as_ref().and_then(|own| patches::without(own, path)),
            Edit::Remove => entry.removed = true,
        }
        entry
    }

    /// Whether there is nothing left of it to keep.
    pub(crate) fn is_nothing(&self) -> bool {
        self.pack.is_none() && self.own.is_none()
    }
}

/// What somebody does to an entry on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// It is to have this value; also brings back what was taken out of use.
    Put(Json),
    /// What the pack says holds again, for the value at this path or for the whole entry.
    TakePacks(Option<String>),
    /// It is taken out of use.
    Remove,
}

/// All entries of a city, by section.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entries(pub(crate) BTreeMap<String, Vec<Entry>>);

impl Entries {
    /// The entries of a section in their order, those out of use included.
    pub fn of(&self, section: &str) -> &[Entry] {
        self.0.get(section).map_or(&[], Vec::as_slice)
    }

    /// The entry with this key.
    pub fn find(&self, section: &str, key: &str) -> Option<&Entry> {
        self.of(section).iter().find(|entry| entry.key == key)
    }

    /// The keys in force in a section.
    pub fn keys(&self, section: &str) -> impl Iterator<Item = &str> {
        self.of(section).iter().filter(|entry| !entry.removed && !entry.is_nothing()).map(|entry| entry.key.as_str())
    }

    /// The values in force of a section as `T`s; what does not fit is left out and told in `faults`.
    pub fn values<T: DeserializeOwned>(&self, section: &str, faults: &mut Vec<Fault>) -> Vec<T> {
        let values = self.of(section).iter().filter_map(|entry| Some((entry, entry.value()?)));
        values.filter_map(|(entry, value)| noted(section, &entry.key, typed(&value), faults)).collect()
    }

    /// The only value of a section that is one entry.
    pub fn value<T: DeserializeOwned>(&self, section: &str, faults: &mut Vec<Fault>) -> Option<T> {
        self.values(section, faults).pop()
    }

    /// The entries as they would be after the edit. An entry of an unknown key begins with the edit.
    #[must_use]
    pub fn with(&self, section: &str, key: &str, edit: &Edit) -> Self {
        let mut entries = self.clone();
        let list = entries.0.entry(section.to_owned()).or_default();
        match list.iter_mut().find(|entry| entry.key == key) {
            Some(entry) => *entry = entry.after(edit),
            None => {
                let place = list.iter().map(|entry| entry.place + 1).max().unwrap_or_default();
                list.push(Entry { key: key.to_owned(), place, ..Entry::default() }.after(edit));
            }
        }
        list.retain(|entry| !entry.is_nothing());
        entries
    }

    /// Lets the pack say what it does not: an entry with a key that it names already is left out.
    pub fn supply(&mut self, section: &str, values: impl IntoIterator<Item = (String, Json)>) {
        let list = self.0.entry(section.to_owned()).or_default();
        for (key, value) in values {
            if !list.iter().any(|entry| entry.key == key) {
                let place = list.iter().map(|entry| entry.place + 1).max().unwrap_or_default();
                list.push(Entry { key, place, pack: Some(value), ..Entry::default() });
            }
        }
    }

    /// What these entries would be if the pack said what `pack` says: pages' values stay, and so does whatever they name.
    #[must_use]
    pub fn with_pack(&self, sections: &[Section], pack: &Self) -> Self {
        let names = self.0.keys().chain(pack.0.keys()).cloned();
        let mut after = Self(names.map(|section| (section.clone(), merged(self.of(&section), pack.of(&section)))).collect());
        // Of what is kept, each may name another that the pack forgot.
        while let Some((section, forgotten)) = self.needed(sections, &after) {
            let list = after.0.entry(section).or_default();
            let place = list.iter().map(|entry| entry.place + 1).max().unwrap_or_default();
            list.push(Entry { pack: None, own: forgotten.latest(), place, ..forgotten });
        }
        after
    }

    /// An entry in force here, gone there, that an entry in force there names.
    fn needed(&self, sections: &[Section], after: &Self) -> Option<(String, Entry)> {
        let named = sections.iter().flat_map(|section| {
            let (schema, values) = (section.schema(), after.of(section.name).iter().filter_map(Entry::value));
            values.flat_map(|value| references::of(&schema, &value)).collect::<Vec<_>>()
        });
        let mut gone = named.filter(|(section, key)| after.find(section, key).is_none());
        gone.find_map(|(section, key)| {
            let entry = self.find(&section, &key).filter(|entry| entry.value().is_some())?.clone();
            Some((section, entry))
        })
    }
}

fn noted<T>(section: &str, key: &str, read: Result<T, (String, Reason)>, faults: &mut Vec<Fault>) -> Option<T> {
    read.map_err(|(path, reason)| faults.push(Fault::new(section, key, &path, reason))).ok()
}

/// The pack's entries in its order, each with what pages said of it; then those that only pages know.
fn merged(known: &[Entry], pack: &[Entry]) -> Vec<Entry> {
    let own_of = |new: &Entry| known.iter().find(|entry| entry.key == new.key);
    let named = pack.iter().map(|new| match own_of(new) {
        Some(entry) => Entry { pack: new.pack.clone(), place: new.place, own: rebased(entry, new), ..entry.clone() },
        None => new.clone(),
    });
    let mut all: Vec<Entry> = named.collect();
    for entry in known.iter().filter(|entry| !pack.iter().any(|new| new.key == entry.key)) {
        // What pages changed of an entry that the pack forgot is still the city's own: it keeps the whole value.
        let own = entry.own.as_ref().and_then(|_| entry.latest());
        let place = all.iter().map(|entry| entry.place + 1).max().unwrap_or_default();
        all.push(Entry { pack: None, own, place, ..entry.clone() });
    }
    all.retain(|entry| !entry.is_nothing());
    all
}

/// What pages say of an entry, told as a patch of what the pack says now. It stays theirs where the pack says the same today,
/// since the pack may say something else tomorrow.
fn rebased(entry: &Entry, new: &Entry) -> Option<Json> {
    match (&entry.pack, &entry.own, &new.pack) {
        // Made on a page, and now the pack names it too.
        (None, Some(own), Some(pack)) => pinned(Some(own), pack, own),
        (_, own, _) => own.clone(),
    }
}

/// The patch that makes `value` of what the pack says, together with what of `own` the value says still.
fn pinned(own: Option<&Json>, pack: &Json, value: &Json) -> Option<Json> {
    let kept = own.and_then(|own| patches::still_said(own, Some(value)));
    match (kept, patches::difference(pack, value)) {
        (Some(kept), Some(changed)) => Some(patches::joined(&kept, &changed)),
        (kept, changed) => kept.or(changed),
    }
}
