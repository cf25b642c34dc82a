//! What is done with interactions.

use ::store::{NewEvent, Tx};
use base::{ActorKind, Error, Id, PhoneNumber, Result, secret::Signer};
use residents::Caller;
use serde_json::{Value as Json, json};

use crate::{
    model::{Conversation, Disposition, Ending, NewInteraction, Topic, checked_note},
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
    tx.record_first(NewEvent { subject_kind: "interaction", subject_id: id, kind: "interaction.held", facts })?;
    Ok(id)
}

/// Takes the pack's topics over. What the pack no longer names is withdrawn, never removed, since conversations had them.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_topics(tx: &Tx<'_>, topics: &[Topic]) -> Result<()> {
    store::put_topics(tx, topics)
}

/// Opens the record of a conversation that lasts. Whoever acts holds it; the number stays with it and makes no profile.
///
/// # Errors
/// As [`Tx::execute`].
pub fn begin(tx: &Tx<'_>, new: &Conversation) -> Result<Id> {
    let id = Id::new();
    let account_id = tx.actor().id.filter(|_| tx.actor().kind == ActorKind::Staff);
    store::insert_begun(tx, id, new, account_id)?;
    let numbered = matches!(new.caller, Caller::Number(_));
    let facts = json!({
        "channel": new.channel.word(), "direction": new.direction.word(), "line": new.line, "language": new.language.tag(), "number": numbered,
    });
    tx.record_first(NewEvent { subject_kind: "interaction", subject_id: id, kind: "interaction.begun", facts })?;
    Ok(id)
}

/// Writes something down.
///
/// # Errors
/// [`Error::Invalid`] on `note`; [`Error::NotFound`] without such a conversation.
pub fn note(tx: &Tx<'_>, id: Id, body: &str) -> Result<()> {
    let body = checked_note(body)?;
    store::load(tx, id)?;
    store::insert_note(tx, id, body)?;
    tell(tx, id, "interaction.noted", json!({}))
}

/// Notes whose conversation it is, which they said and showed.
///
/// # Errors
/// `Conflict` when it is somebody else's already; [`Error::NotFound`] without such a conversation.
pub fn name_resident(tx: &Tx<'_>, id: Id, resident_id: Id) -> Result<()> {
    match store::load(tx, id)?.resident_id {
        Some(known) if known == resident_id => Ok(()),
        Some(_) => Err(Error::Conflict("interaction-of-another")),
        None => {
            store::set_resident(tx, id, resident_id)?;
            tell(tx, id, "interaction.resident_named", json!({ "resident": resident_id }))
        }
    }
}

/// Ends a conversation, and with it every check of identity made in it.
///
/// # Errors
/// `Conflict` when it has ended already; [`Error::NotFound`] without such a conversation.
pub fn end(tx: &Tx<'_>, id: Id, ending: &Ending) -> Result<()> {
    if store::load(tx, id)?.ended_at.is_some() {
        return Err(Error::Conflict("interaction-ended"));
    }
    store::set_ended(tx, id, ending)?;
    tell(tx, id, "interaction.ended", json!({ "disposition": ending.disposition.word(), "topics": ending.topics }))?;
    residents::actions::end_checks(tx, id)
}

/// What is left of a number: the same for the same number, and no way back without the key.
pub fn caller_hash(signer: &Signer, number: &str) -> String {
    signer.sign("caller", number)
}

/// Puts a keyed hash in the place of the number. Nothing when there is none any more.
///
/// # Errors
/// [`Error::NotFound`] without such a conversation.
pub fn hide_number(tx: &Tx<'_>, id: Id, signer: &Signer) -> Result<()> {
    let Some(number) = store::load(tx, id)?.caller_number else { return Ok(()) };
    let number: PhoneNumber = number.parse()?;
    store::set_hidden(tx, id, &caller_hash(signer, number.as_str()))?;
    tell(tx, id, "interaction.number_hidden", json!({}))
}

pub(crate) fn tell(tx: &Tx<'_>, id: Id, kind: &'static str, facts: Json) -> Result<()> {
    tx.record(NewEvent { subject_kind: "interaction", subject_id: id, kind, facts }).map(drop)
}
