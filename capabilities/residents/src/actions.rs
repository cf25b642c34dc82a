//! What is done with residents.

use ::store::{NewEvent, Tx};
use base::{Id, Result};
use serde_json::json;

use crate::{model::Reachable, store};

/// The resident whom one of these ways reaches, or a new one; ways not known before are added.
///
/// # Errors
/// As [`Tx::execute`].
pub fn meet(tx: &Tx<'_>, reachable: &Reachable) -> Result<Id> {
    let known: Vec<_> = reachable.ways.iter().map(|way| store::with_way(tx, way)).collect::<Result<_>>()?;
    let id = match known.iter().flatten().next() {
        Some(id) => *id,
        None => begin(tx, reachable)?,
    };
    for (way, found) in reachable.ways.iter().zip(&known) {
        if found.is_none() {
            store::insert_way(tx, id, way)?;
        }
    }
    Ok(id)
}

fn begin(tx: &Tx<'_>, reachable: &Reachable) -> Result<Id> {
    let id = Id::new();
    store::insert(tx, id, reachable.language)?;
    tx.record(NewEvent { subject_kind: "resident", subject_id: id, kind: "resident.met", facts: json!({}) })?;
    Ok(id)
}

/// Blanks what we keep of the resident: name and ways. What was done stands.
///
/// # Errors
/// [`base::Error::NotFound`] without such a resident.
pub fn erase(tx: &Tx<'_>, id: Id) -> Result<()> {
    store::find(tx, id)?;
    store::erase(tx, id, tx.now())?;
    tx.record(NewEvent { subject_kind: "resident", subject_id: id, kind: "resident.erased", facts: json!({}) })?;
    Ok(())
}
