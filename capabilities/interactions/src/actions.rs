//! What is done with interactions.

use ::store::{NewEvent, Tx};
use base::{Id, Result};
use serde_json::json;

use crate::{
    model::{Disposition, NewInteraction},
    store,
};

/// Records a conversation that is over as soon as it is told: a report from a page, a historic row.
///
/// # Errors
/// `Conflict` when the historic row was taken over before; otherwise as [`Tx::execute`].
pub fn hold(tx: &Tx<'_>, new: &NewInteraction, ended: Disposition) -> Result<Id> {
    let id = Id::new();
    store::insert(tx, id, new, Some(ended))?;
    let facts = json!({ "channel": new.channel.word(), "disposition": ended.word() });
    tx.record(NewEvent { subject_kind: "interaction", subject_id: id, kind: "interaction.held", facts })?;
    Ok(id)
}
