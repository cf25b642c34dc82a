//! What we keep of one person: when and on which channel they turned to us.

use base::{Id, Result};
use serde_json::{Value, json};
use store::Read;

/// Everything this capability keeps of the resident (GDPR art. 15). There is nothing to erase: a row names
/// the resident only by id, and the resident's own row is blanked.
///
/// # Errors
/// As [`Read::query`].
pub fn export(read: &Read<'_>, resident_id: Id) -> Result<Value> {
    let held = crate::store::of_resident(read, resident_id)?;
    Ok(held.into_iter().map(|(channel, begun_at)| json!({ "channel": channel, "begun_at": begun_at })).collect())
}
