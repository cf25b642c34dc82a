//! Units: taken over from what the city says of itself, and led.

use std::collections::BTreeMap;

use base::{Error, Id, Result};
use serde_json::json;
use store::{NewEvent, Tx};

use crate::{
    model::{PackUnit, Standing, Unit, tree},
    store as rows,
};

/// Takes over all units that the city names, in its pack or on the pages of settings. What it no longer names gets no more work,
/// but is never removed.
///
/// # Errors
/// As [`Tx::execute`]; [`Error::Invalid`] `parent`, `staff-unit-circle`.
pub fn take_over_units(tx: &Tx<'_>, units: &[PackUnit]) -> Result<()> {
    for unit in units {
        put_one(tx, unit)?;
    }
    for unit in rows::units(tx)? {
        if unit.active && !units.iter().any(|named| named.key == unit.key) {
            let retired = Unit { active: false, ..unit };
            rows::update_unit(tx, &retired)?;
            record(tx, "unit.retired", &retired)?;
        }
    }
    refuse_circles(tx)
}

/// Takes over one unit, known by its key; does nothing when nothing has changed.
///
/// # Errors
/// As [`take_over_units`].
pub fn put_unit(tx: &Tx<'_>, unit: &PackUnit) -> Result<Id> {
    let id = put_one(tx, unit)?;
    refuse_circles(tx).map(|()| id)
}

fn put_one(tx: &Tx<'_>, unit: &PackUnit) -> Result<Id> {
    let new = unit.unit();
    match rows::unit(tx, new.id) {
        Ok(known) => {
            if known != new {
                rows::update_unit(tx, &new)?;
                record(tx, "unit.changed", &new)?;
            }
        }
        Err(Error::NotFound) => {
            rows::insert_unit(tx, &new)?;
            record(tx, "unit.added", &new)?;
        }
        Err(other) => return Err(other),
    }
    Ok(new.id)
}

/// No unit may be a part of itself, over however many others.
fn refuse_circles(tx: &Tx<'_>) -> Result<()> {
    let units = rows::units(tx)?;
    let key = |id: Id| units.iter().find(|unit| unit.id == id).map(|unit| unit.key.as_str());
    let parents: BTreeMap<&str, Option<&str>> = units.iter().map(|unit| (unit.key.as_str(), unit.parent_id.and_then(key))).collect();
    if tree::circles(&parents).is_empty() { Ok(()) } else { Err(Error::invalid("parent", "staff-unit-circle")) }
}

/// Says who leads a unit and who stands in for them.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] on `head` or `deputy` for somebody whose account is not in use.
pub fn set_leaders(tx: &Tx<'_>, unit_id: Id, head_id: Option<Id>, deputy_id: Option<Id>) -> Result<()> {
    rows::unit(tx, unit_id)?;
    for (field, person) in [("head", head_id), ("deputy", deputy_id)] {
        if let Some(person) = person
            && !rows::is_in_use(tx, person, tx.now())?
        {
            return Err(Error::invalid(field, "staff-deputy-unknown"));
        }
    }
    if head_id.is_some() && head_id == deputy_id {
        return Err(Error::invalid("deputy", "staff-deputy-own"));
    }
    rows::put_leaders(tx, unit_id, head_id, deputy_id)?;
    let facts = json!({ "head_id": head_id, "deputy_id": deputy_id });
    tx.record(NewEvent { subject_kind: "unit", subject_id: unit_id, kind: "unit.led", facts }).map(drop)
}

fn record(tx: &Tx<'_>, kind: &'static str, unit: &Unit) -> Result<()> {
    let facts = Standing { active: unit.active, unit_id: unit.parent_id }.facts();
    tx.record(NewEvent { subject_kind: "unit", subject_id: unit.id, kind, facts }).map(drop)
}
