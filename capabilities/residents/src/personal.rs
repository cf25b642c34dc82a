//! What we keep of one person: name, language and ways to be reached.

use base::{Id, Result};
use serde_json::{Value, json};
use store::{Read, Tx};

/// Everything this capability keeps of the resident, for their right of access (GDPR art. 15).
///
/// # Errors
/// [`base::Error::NotFound`] without such a resident.
pub fn export(read: &Read<'_>, resident_id: Id) -> Result<Value> {
    let resident = crate::store::find(read, resident_id)?;
    let ways: Vec<Value> =
        crate::store::ways_of(read, resident_id)?.into_iter().map(|(kind, address)| json!({ "kind": kind, "address": address })).collect();
    Ok(json!({ "name": resident.name, "language": resident.language.tag(), "ways": ways }))
}

/// Erases it (GDPR art. 17).
///
/// # Errors
/// As [`crate::actions::erase`].
pub fn erase(tx: &Tx<'_>, resident_id: Id) -> Result<()> {
    crate::actions::erase(tx, resident_id)
}
