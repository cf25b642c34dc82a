//! How somebody may be reached: everything that decides it, loaded together.

use base::{Id, Result};
use store::Read;

use crate::model::{Basis, Known, Needs, Reach, choose};

/// How the resident may be reached for this reason, by their ways, needs and consents.
///
/// # Errors
/// [`base::Error::NotFound`] without such a resident.
pub fn way_to(read: &Read<'_>, resident_id: Id, basis: &Basis) -> Result<Reach> {
    Ok(choose(&known(read, resident_id, basis)?, basis))
}

pub(super) fn known(read: &Read<'_>, resident_id: Id, basis: &Basis) -> Result<Known> {
    let members = super::members(read, resident_id)?;
    let language = super::find(read, members[0])?.language;
    let mut known = Known { resident_id, language, ways: Vec::new(), needs: Needs::default(), consents: Vec::new() };
    for member in members {
        known.ways.extend(super::own_ways(read, member)?);
        known.needs = known.needs.and(super::own_needs(read, member)?);
    }
    if *basis != Basis::OwnMatter {
        known.consents = super::consents(read, resident_id)?;
    }
    Ok(known)
}
