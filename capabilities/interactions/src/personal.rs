//! What we keep of one person: when, on which channel and about what they turned to us, and what was written down.

use ::store::{Read, Tx};
use base::{Id, Result};
use serde_json::{Value, json};

use crate::{actions, store};

/// Everything this capability keeps of the resident (GDPR art. 15); moments in microseconds UTC.
///
/// # Errors
/// As [`Read::query`].
pub fn export(read: &Read<'_>, resident_id: Id) -> Result<Value> {
    let mut told = Vec::new();
    for one in store::all_of(read, resident_id)? {
        let notes: Vec<Value> = store::notes(read, one.id)?.into_iter().map(|note| json!({ "at": note.at, "words": note.body })).collect();
        told.push(json!({
            "channel": one.channel.word(),
            "controller": one.controller,
            "begun_at": one.begun_at,
            "ended_at": one.ended_at,
            "language": one.language.tag(),
            "disposition": one.disposition.map(|how| how.word()),
            "topic": one.topic,
            "number": one.caller_number,
            "notes": notes,
        }));
    }
    Ok(told.into())
}

/// Takes notes and numbers away (GDPR art. 17). That a conversation took place stands, so that figures do.
///
/// # Errors
/// As [`Tx::execute`].
pub fn erase(tx: &Tx<'_>, resident_id: Id) -> Result<()> {
    erase_but(tx, resident_id, &[])
}

/// The same, but of the conversations `kept` nothing goes: they belong to matters that stay.
///
/// # Errors
/// As [`Tx::execute`].
pub fn erase_but(tx: &Tx<'_>, resident_id: Id, kept: &[Id]) -> Result<()> {
    for id in store::telling(tx, resident_id)?.into_iter().filter(|id| !kept.contains(id)) {
        store::silence(tx, id)?;
        actions::tell(tx, id, "interaction.erased", json!({}))?;
    }
    Ok(())
}

/// Takes notes and number of one conversation away and cuts its link with the person, after it was kept long enough;
/// figures count rows, and the row stays.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget(tx: &Tx<'_>, id: Id) -> Result<()> {
    store::forget_one(tx, id)?;
    actions::tell(tx, id, "interaction.erased", json!({}))
}
