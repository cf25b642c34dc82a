//! Taking areas, streets, addresses, landmarks and assets over from the city pack.
//!
//! What the pack no longer names stays, since cases may speak of it, but is no longer active. Each change tells the journal
//! how many rows of which table are active after it.

use std::collections::HashSet;

use ::store::{NewEvent, Tx};
use base::{Id, Result};

use crate::{
    model::{Address, Area, Asset, Landmark, Street},
    store::{self, Table},
};

/// The kind of event that counts the active rows.
pub(crate) const CHANGED: &str = "gazetteer.changed";

/// Takes the pack's areas and streets over.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over(tx: &Tx<'_>, areas: &[Area], streets: &[Street]) -> Result<()> {
    store::put_areas(tx, areas)?;
    store::retire(tx, Table::Areas, &areas.iter().map(Area::id).collect())?;
    store::put_streets(tx, streets)?;
    store::retire(tx, Table::Streets, &streets.iter().map(Street::id).collect())?;
    tell(tx, &[Table::Areas, Table::Streets])
}

/// Takes some of the pack's addresses over; a large pack comes in several transactions, and then [`retire_addresses`].
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_addresses(tx: &Tx<'_>, addresses: &[Address]) -> Result<()> {
    store::put_addresses(tx, addresses)?;
    tell(tx, &[Table::Addresses])
}

/// Takes the pack's landmarks over.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_landmarks(tx: &Tx<'_>, landmarks: &[Landmark]) -> Result<()> {
    store::put_landmarks(tx, landmarks)?;
    store::retire(tx, Table::Landmarks, &landmarks.iter().map(Landmark::id).collect())?;
    tell(tx, &[Table::Landmarks])
}

/// Takes some of the pack's assets over; a large pack comes in several transactions, and then [`retire_assets`].
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_assets(tx: &Tx<'_>, assets: &[Asset]) -> Result<()> {
    store::put_assets(tx, assets)?;
    tell(tx, &[Table::Assets])
}

/// Marks addresses as no longer active that are not among those of the whole pack.
///
/// # Errors
/// As [`Tx::execute`].
pub fn retire_addresses(tx: &Tx<'_>, kept: &HashSet<Id>) -> Result<()> {
    store::retire(tx, Table::Addresses, kept)?;
    tell(tx, &[Table::Addresses])
}

/// Marks assets as no longer active that are not among those of the whole pack.
///
/// # Errors
/// As [`Tx::execute`].
pub fn retire_assets(tx: &Tx<'_>, kept: &HashSet<Id>) -> Result<()> {
    store::retire(tx, Table::Assets, kept)?;
    tell(tx, &[Table::Assets])
}

fn tell(tx: &Tx<'_>, tables: &[Table]) -> Result<()> {
    let counted = tables.iter().map(|table| Ok((table.word().to_owned(), store::count(tx, *table)?.into())));
    let facts = serde_json::Value::Object(counted.collect::<Result<_>>()?);
    tx.record(NewEvent { subject_kind: "gazetteer", subject_id: store::subject(), kind: CHANGED, facts })?;
    Ok(())
}
