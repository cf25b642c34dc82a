//! The rooms in which something is kept of a person: the list that the city hands in.

use ::store::{Read, Tx};
use base::{Id, Result};
use serde_json::Value as Json;

/// All rooms, in the order in which they are exported and erased.
pub type Rooms = &'static [Room];

/// A capability's `personal.rs`.
pub struct Room {
    /// The capability's name; its words are `privacy-room-NAME`.
    pub name: &'static str,
    /// Everything that it keeps of one resident.
    pub export: fn(&Read<'_>, Id) -> Result<Json>,
    /// Erases it, but what stays.
    pub erase: fn(&Tx<'_>, Id, &Staying) -> Result<()>,
}

/// What an erasure leaves.
#[derive(Debug, Clone, Default)]
pub struct Staying {
    /// Whether name and ways to be reached stay.
    pub identity: bool,
    /// The cases whose content stays.
    pub cases: Vec<Id>,
    /// The conversations in which they were told.
    pub talks: Vec<Id>,
    /// The reports of these cases, and the cases themselves: what notices are about.
    pub subjects: Vec<Id>,
    /// Whether requests that are not answered yet keep whom and where to answer.
    pub contact: bool,
    /// The person's name and addresses, to be taken out of what others keep.
    pub strings: Vec<String>,
}
