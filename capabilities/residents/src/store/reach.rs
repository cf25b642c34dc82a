//! How somebody may be reached: everything that decides it, loaded together.

use base::{Id, Result};
use store::Read;

use crate::model::{Basis, Known, Reach, choose};

/// How the resident may be reached for this reason, by their ways, needs and consents.
///
/// # Errors
/// [`base::Error::NotFound`] without such a resident.
pub fn way_to(read: &Read<'_>, resident_id: Id, basis: &Basis) -> Result<Reach> {
    let head = super::head(read, resident_id)?;
    let known = Known {
        resident_id,
        language: super::find(read, head)?.language,
        ways: super::ways(read, head)?,
        needs: super::needs(read, head)?,
        consents: if *basis == Basis::OwnMatter { Vec::new() } else { super::consents(read, head)? },
    };
    Ok(choose(&known, basis))
}
