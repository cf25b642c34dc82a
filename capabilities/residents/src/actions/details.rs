//! What is written down of somebody: names, ways, needs, consents. The journal learns that it changed, never what.

use ::store::Tx;
use base::{Error, Id, Result};
use serde_json::json;

use super::{begin, tell};
use crate::{
    model::{Consent, Details, Given, Kind, Needs, Reachable, Way},
    store,
};

/// Writes down somebody new. Ways that others use already are theirs, too: nobody is taken for somebody else.
///
/// # Errors
/// As [`Tx::execute`].
pub fn add(tx: &Tx<'_>, details: &Details, ways: &[Way]) -> Result<Id> {
    let id = begin(tx, &Reachable { ways: ways.to_vec(), language: details.language })?;
    change_details(tx, id, details)?;
    Ok(id)
}

/// Rectifies name, kind, languages, numbers and people of the resident.
///
/// # Errors
/// [`Error::NotFound`] without such a resident; `Conflict` when they were erased.
pub fn change_details(tx: &Tx<'_>, id: Id, details: &Details) -> Result<()> {
    present(tx, id)?;
    let firm = details.kind == Kind::Firm;
    let details = Details {
        nip: details.nip.clone().filter(|_| firm),
        regon: details.regon.clone().filter(|_| firm),
        people: if firm { details.people.clone() } else { Vec::new() },
        ..details.clone()
    };
    store::put_details(tx, id, &details)?;
    tell(tx, id, "resident.details_changed", json!({ "kind": details.kind.word() }))
}

/// Adds a way; one that the row has already is left as it is.
///
/// # Errors
/// As [`change_details`].
pub fn add_way(tx: &Tx<'_>, id: Id, way: &Way) -> Result<()> {
    present(tx, id)?;
    if store::insert_way(tx, id, way)? { ways_changed(tx, id) } else { Ok(()) }
}

/// Removes a way of this row.
///
/// # Errors
/// As [`change_details`].
pub fn remove_way(tx: &Tx<'_>, id: Id, way_id: Id) -> Result<()> {
    present(tx, id)?;
    if store::delete_way(tx, id, way_id)? { ways_changed(tx, id) } else { Ok(()) }
}

/// Notes whether several people use a way of this row.
///
/// # Errors
/// As [`change_details`].
pub fn share_way(tx: &Tx<'_>, id: Id, way_id: Id, shared: bool) -> Result<()> {
    present(tx, id)?;
    if store::set_shared(tx, id, way_id, shared)? { ways_changed(tx, id) } else { Ok(()) }
}

fn ways_changed(tx: &Tx<'_>, id: Id) -> Result<()> {
    tell(tx, id, "resident.ways_changed", json!({ "ways": store::count_ways(tx, id)? }))
}

/// Notes how the resident has to be spoken and written to, in place of what was noted before.
///
/// # Errors
/// As [`change_details`].
pub fn set_needs(tx: &Tx<'_>, id: Id, needs: &Needs) -> Result<()> {
    present(tx, id)?;
    for member in store::members(tx, id)?.into_iter().filter(|member| *member != id) {
        // What a merged row needs counts for the whole: it is changed here, where somebody decides.
        if !store::own_needs(tx, member)?.is_empty() {
            store::put_needs(tx, member, &Needs::default())?;
            tell(tx, member, "resident.needs_changed", json!({ "needs": 0 }))?;
        }
    }
    store::put_needs(tx, id, needs)?;
    tell(tx, id, "resident.needs_changed", json!({ "needs": needs.iter().count() }))
}

/// Notes that consent was given or withdrawn, by whom and how.
///
/// # Errors
/// As [`change_details`].
pub fn note_consent(tx: &Tx<'_>, id: Id, consent: &Consent) -> Result<()> {
    present(tx, id)?;
    store::insert_consent(tx, id, consent)?;
    tell(tx, id, "resident.consent_noted", json!({ "given": consent.given == Given::Given }))
}

fn present(tx: &Tx<'_>, id: Id) -> Result<()> {
    if store::find(tx, id)?.erased { Err(Error::Conflict("resident-erased")) } else { Ok(()) }
}
