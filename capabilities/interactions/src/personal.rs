//! What we keep of one person: when and on which channel they turned to us.

use base::{Id, Result};
use serde_json::{Value, json};
use store::{Read, Tx};

/// Everything this capability keeps of the resident (GDPR art. 15). There is nothing to erase: a row names
/// the resident only by id, and the resident's own row is blanked.
///
/// # Errors
/// As [`Read::query`].
pub fn export(read: &Read<'_>, resident_id: Id) -> Result<Value> {
    let held = crate::store::of_resident(read, resident_id)?;
    Ok(held.into_iter().map(|(channel, begun_at)| json!({ "channel": channel, "begun_at": begun_at })).collect())
}

/// Cuts the link between one conversation and the person, after it was kept long enough. The run of retention tells the
/// journal; figures count rows, and the row stays.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget(tx: &Tx<'_>, id: Id) -> Result<()> {
    crate::store::forget_resident(tx, id)
}
