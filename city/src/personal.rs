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
        // A row names the resident by id only, and the resident's own row is blanked.
        erase: |_, _, _| Ok(()),
    },
    Room {
        name: "notices",
        export: notices::personal::export,
        erase: |tx, id, stays| notices::personal::erase_but(tx, id, &stays.subjects),
    },
    Room {
        name: "cases",
        export: cases::personal::export,
        erase: |tx, id, stays| cases::personal::erase_but(tx, id, &stays.cases, &stays.strings),
    },
    Room { name: "privacy", export: privacy::personal::export, erase: |tx, id, stays| privacy::personal::erase(tx, id, stays.contact) },
];
