//! Taking the catalogue over from the city pack.

use base::{Id, Result};
use serde_json::json;
use store::{NewEvent, Tx};

use crate::model::{Group, Order, Service};

/// Takes the pack's groups and services over. What the pack no longer names is withdrawn, never removed.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over(tx: &Tx<'_>, groups: &[Group], services: &[Service]) -> Result<()> {
    for (place, group) in (0..).zip(groups) {
        crate::store::put_group(tx, group, place)?;
    }
    for (place, service) in (0..).zip(services) {
        crate::store::put(tx, service, place)?;
    }
    crate::store::withdraw_missing(tx, services)?;
    let facts = json!({ "services": services.len(), "groups": groups.len() });
    tx.record(NewEvent { subject_kind: "catalogue", subject_id: Id::named("catalogue", "services"), kind: "catalogue.taken_over", facts })?;
    Ok(())
}

/// Takes the pack's orders over. What the pack no longer names is withdrawn, never removed.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_orders(tx: &Tx<'_>, orders: &[Order]) -> Result<()> {
    crate::store::put_orders(tx, orders)
}
