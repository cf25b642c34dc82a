//! Taking the units over from the city pack.

use base::{Error, Id, Result};
use store::{NewEvent, Tx};

use crate::{
    model::{PackUnit, Standing, Unit},
    store as rows,
};

/// Takes over all units of the pack. What the pack no longer names gets no more work, but is never removed.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_units(tx: &Tx<'_>, units: &[PackUnit]) -> Result<()> {
    for unit in units {
        put_unit(tx, unit)?;
    }
    for unit in rows::units(tx)? {
        if unit.active && !units.iter().any(|named| named.key == unit.key) {
            let retired = Unit { active: false, ..unit };
            rows::update_unit(tx, &retired)?;
            record(tx, "unit.retired", &retired)?;
        }
    }
    Ok(())
}

/// Takes over one unit, known by its key; does nothing when nothing has changed.
///
/// # Errors
/// As [`Tx::execute`].
pub fn put_unit(tx: &Tx<'_>, unit: &PackUnit) -> Result<Id> {
    let new = unit.unit();
    match rows::unit(tx, new.id) {
        Ok(known) if known == new => {}
        Ok(_) => {
            rows::update_unit(tx, &new)?;
            record(tx, "unit.changed", &new)?;
        }
        Err(Error::NotFound) => {
            rows::insert_unit(tx, &new)?;
            record(tx, "unit.added", &new)?;
        }
        Err(other) => return Err(other),
    }
    Ok(new.id)
}

fn record(tx: &Tx<'_>, kind: &'static str, unit: &Unit) -> Result<()> {
    let facts = Standing { active: unit.active, unit_id: unit.parent_id }.facts();
    tx.record(NewEvent { subject_kind: "unit", subject_id: unit.id, kind, facts }).map(drop)
}
