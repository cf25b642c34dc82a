//! Every room in which something is kept of a person, in one place: what is exported, and what is erased.

use privacy::{Room, Rooms};

/// All rooms. A test sees that each crate with a column `resident_id` is among them.
pub const ROOMS: Rooms = &[
    Room {
        name: "residents",
        export: residents::personal::export,
        // Name and ways stay as long as an open or held matter needs them.
        erase: |tx, id, stays| if stays.identity { Ok(()) } else { residents::personal::erase(tx, id) },
    },
    Room {
        name: "interactions",
        export: interactions::personal::export,
        erase: |tx, id, stays| interactions::personal::erase_but(tx, id, &stays.talks),
    },
    Room {
        name: "notices",
        export: notices::personal::export,
        erase: |tx, id, stays| notices::personal::erase_but(tx, id, &stays.subjects, stays.identity),
    },
    Room {
        name: "cases",
        export: cases::personal::export,
        erase: |tx, id, stays| cases::personal::erase_but(tx, id, &stays.cases, &stays.strings),
    },
    Room { name: "privacy", export: privacy::personal::export, erase: |tx, id, stays| privacy::personal::erase(tx, id, stays.contact) },
];
