//! Two rows turn out to be one resident, or not to be. Nothing but `merged_into` changes, so that it can be undone.

use ::store::Tx;
use base::{Error, Id, Result};
use serde_json::json;

use super::tell;
use crate::store;

/// Why a person joined two rows; the word goes into the journal.
pub const REASONS: [&str; 3] = ["said_so", "same_details", "entered_twice"];

/// Joins `id` to `into`. Both are followed to their heads, so that no circle can arise.
///
/// # Errors
/// [`Error::Invalid`] on `reason`; `Conflict` when they are one already or one was erased.
pub fn merge(tx: &Tx<'_>, id: Id, into: Id, reason: &str) -> Result<()> {
    let reason = REASONS.into_iter().find(|known| *known == reason).ok_or_else(|| Error::invalid("reason", "resident-merge-reason"))?;
    let (id, into) = (store::head(tx, id)?, store::head(tx, into)?);
    if id == into {
        return Err(Error::Conflict("resident-merged-already"));
    }
    if store::find(tx, id)?.erased || store::find(tx, into)?.erased {
        return Err(Error::Conflict("resident-erased"));
    }
    store::set_merged(tx, id, Some(into))?;
    tell(tx, id, "resident.merged", json!({ "into": into, "reason": reason }))
}

/// Takes a merge back: both are what they were before.
///
/// # Errors
/// `Conflict` when the row is not merged.
pub fn unmerge(tx: &Tx<'_>, id: Id) -> Result<()> {
    let from = store::find(tx, id)?.merged_into.ok_or(Error::Conflict("resident-not-merged"))?;
    store::set_merged(tx, id, None)?;
    tell(tx, id, "resident.unmerged", json!({ "from": from }))
}
