//! What a follower sees of their following, by the signed link of their letters.

use ::store::Read;
use base::{Id, ReportNumber, Result};

use crate::{model::Standing, store};

/// The purpose for which links to a following are signed.
pub const FOLLOWING: &str = "following";

/// A following as its follower sees it.
#[derive(Debug, Clone)]
pub struct Following {
    /// The number by which the case is found.
    pub number: ReportNumber,
    /// The service it is about.
    pub service_id: Id,
    /// Where it is.
    pub place: String,
    /// How far it has come.
    pub standing: Standing,
}

/// The following of this id. Check the signature first.
///
/// # Errors
/// [`base::Error::NotFound`] without such a follower, or when the case is not public any more.
pub fn following(read: &Read<'_>, id: Id) -> Result<Following> {
    let follower = store::find_follower(read, id)?;
    let mut case = store::load(read, follower.case_id)?;
    while let Some(into) = case.merged_into {
        case = store::load(read, into)?;
    }
    let report = store::reports_of(read, case.id)?.into_iter().next().filter(|_| case.public && !case.sensitive);
    let report = report.ok_or(base::Error::NotFound)?;
    Ok(Following { number: report.number, service_id: case.service_id, place: case.place.words, standing: follower.standing })
}
