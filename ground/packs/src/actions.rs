//! What is done with entries: taking over what a pack says, and changing values on pages.

use base::{Actor, ActorKind, Error, Id, Result, secret};
use serde_json::{Value as Json, json};
use store::{NewEvent, Tx};

use crate::{
    Section,
    entries::{Edit, Entries, Entry},
    store as rows,
};

/// Takes over what the pack says; values that pages changed stay, and what they name. Says whether anything changed.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over(tx: &Tx<'_>, sections: &[Section], pack: &Entries) -> Result<bool> {
    let known = rows::entries(tx)?;
    save(tx, &known, &known.with_pack(sections, pack))
}

/// Changes one entry as a page asks for, if it still has the `version` that the page showed. Gives the entries after it.
///
/// # Errors
/// [`Error::Conflict`] when somebody else changed the entry meanwhile.
pub fn edit(tx: &Tx<'_>, section: &str, key: &str, edit: &Edit, version: i64) -> Result<Entries> {
    if rows::version_of(tx, section, key)? != version {
        return Err(Error::Conflict("entry-changed-meanwhile"));
    }
    let known = rows::entries(tx)?;
    let after = known.with(section, key, edit);
    save(tx, &known, &after)?;
    Ok(after)
}

/// How often the entry has changed; a page shows it, and gives it back with its edit.
///
/// # Errors
/// As [`store::Read::value`].
pub fn version(read: &store::Read<'_>, section: &str, key: &str) -> Result<i64> {
    rows::version_of(read, section, key)
}

fn save(tx: &Tx<'_>, known: &Entries, after: &Entries) -> Result<bool> {
    let mut changed = false;
    for (section, list) in &after.0 {
        for entry in list {
            let before = known.find(section, &entry.key);
            if before != Some(entry) {
                changed = true;
                put(tx, section, before, entry)?;
            }
        }
    }
    for (section, list) in &known.0 {
        for entry in list.iter().filter(|entry| after.find(section, &entry.key).is_none()) {
            changed = true;
            rows::delete(tx, section, &entry.key)?;
            tell(tx, section, &entry.key, None)?;
        }
    }
    Ok(changed)
}

/// Keeps the two layers; a value in force that is another one now is a version and an event.
fn put(tx: &Tx<'_>, section: &str, before: Option<&Entry>, entry: &Entry) -> Result<()> {
    let value = entry.value();
    let version = match before {
        Some(before) if before.value() == value => rows::version_of(tx, section, &entry.key)?,
        _ => tell(tx, section, &entry.key, value.as_ref())?,
    };
    rows::put(tx, section, entry, version)
}

fn tell(tx: &Tx<'_>, section: &str, key: &str, value: Option<&Json>) -> Result<i64> {
    let version = rows::version_of(tx, section, key)? + 1;
    rows::insert_version(tx, section, key, account(tx.actor()), version, value)?;
    let kind = if value.is_some() { "entry.put" } else { "entry.removed" };
    let facts = json!({ "section": section, "key": key, "digest": digest(value) });
    tx.record(NewEvent { subject_kind: "entry", subject_id: subject(section, key), kind, facts })?;
    Ok(version)
}

fn account(actor: Actor) -> Option<Id> {
    (actor.kind == ActorKind::Staff).then_some(actor.id).flatten()
}

/// The entry's id in the journal.
pub(crate) fn subject(section: &str, key: &str) -> Id {
    Id::named("entry", &format!("{section}/{key}"))
}

/// SHA-256 of the value's JSON, whose fields stand in the order of the alphabet.
pub(crate) fn digest(value: Option<&Json>) -> String {
    let text = value.map(Json::to_string).unwrap_or_default();
    secret::sha256(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
