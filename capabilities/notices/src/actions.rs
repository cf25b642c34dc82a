//! What is done with notices.

use ::store::{NewEvent, Tx};
use base::{Id, Result};
use serde_json::{Value as Json, json};

use crate::{
    model::{NewNotice, Reason, State},
    store,
};

/// Queues a notice; the city's wiring enqueues its [`SEND`](crate::SEND) job. `None` when this resident was told of this
/// cause already, so that it is harmless twice, and when their data may only be kept.
///
/// # Errors
/// `Invalid` when the address is none; otherwise as [`Tx::execute`].
pub fn queue(tx: &Tx<'_>, new: &NewNotice) -> Result<Option<Id>> {
    let content = new.content()?;
    if store::is_restricted(tx, new.resident_id)? {
        return Ok(None);
    }
    let id = Id::new();
    if !store::insert(tx, id, new, &content)? {
        return Ok(None);
    }
    record(tx, id, "notice.queued", json!({ "subject": new.subject_id, "template": new.template, "channel": "email" }))?;
    Ok(Some(id))
}

/// Notes that the notice has left; nothing when it had left before.
///
/// # Errors
/// As [`Tx::execute`].
pub fn mark_sent(tx: &Tx<'_>, id: Id) -> Result<()> {
    if store::set_sent(tx, id, tx.now())? { record(tx, id, "notice.sent", json!({})) } else { Ok(()) }
}

/// Notes that the notice was given up; nothing unless it was queued.
///
/// # Errors
/// As [`Tx::execute`].
pub fn mark_failed(tx: &Tx<'_>, id: Id, reason: Reason) -> Result<()> {
    if store::set_failed(tx, id, tx.now())? { record(tx, id, "notice.failed", json!({ "reason": reason.word() })) } else { Ok(()) }
}

/// Gives up what still waits for this resident, whose data may only be kept from now on.
///
/// # Errors
/// As [`Tx::execute`].
pub fn hold_back(tx: &Tx<'_>, resident_id: Id) -> Result<()> {
    let waiting = store::of_resident(tx, resident_id)?.into_iter().filter(|notice| notice.state == State::Queued);
    waiting.map(|notice| notice.id).try_for_each(|id| mark_failed(tx, id, Reason::Restricted))
}

fn record(tx: &Tx<'_>, id: Id, kind: &'static str, facts: Json) -> Result<()> {
    tx.record(NewEvent { subject_kind: "notice", subject_id: id, kind, facts }).map(drop)
}
