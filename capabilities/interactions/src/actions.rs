//! What is done with interactions.

use ::store::{NewEvent, Tx};
use base::{Id, Result};
use serde_json::json;

use crate::{
    model::{Disposition, NewInteraction, Topic},
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

/// Takes the pack's topics over. What the pack no longer names is withdrawn, never removed, since conversations had them.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_topics(tx: &Tx<'_>, topics: &[Topic]) -> Result<()> {
    store::put_topics(tx, topics)
}
