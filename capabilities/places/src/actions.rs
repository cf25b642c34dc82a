//! Taking areas, streets and addresses over from the city pack.

use ::store::{NewEvent, Tx};
use base::{Id, Result};
use serde_json::json;

use crate::{
    model::{Address, Area, Street},
    store,
};

/// Takes the pack's areas and streets over. What the pack no longer names stays, since cases may speak of it.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over(tx: &Tx<'_>, areas: &[Area], streets: &[Street]) -> Result<()> {
    areas.iter().try_for_each(|area| store::put_area(tx, area))?;
    store::put_streets(tx, streets)?;
    let facts = json!({ "areas": areas.len(), "streets": streets.len() });
    tx.record(NewEvent { subject_kind: "gazetteer", subject_id: Id::named("gazetteer", "places"), kind: "gazetteer.taken_over", facts })?;
    Ok(())
}

/// Takes some of the pack's addresses over; a large pack comes in several transactions.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_addresses(tx: &Tx<'_>, addresses: &[Address]) -> Result<()> {
    store::put_addresses(tx, addresses, |address| address.district.as_deref().map(|key| Id::named("area", key)))
}
