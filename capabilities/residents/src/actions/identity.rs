//! Checking who somebody is: questions ticked by whoever talks with them, for one conversation or half an hour.

use ::store::Tx;
use base::{ActorKind, Error, Id, Result};
use serde_json::json;

use super::tell;
use crate::{
    model::{VERIFIED_SECONDS, Verified, enough},
    store,
};

/// Notes that somebody answered these questions rightly: the acting account may see their history for a while.
///
/// # Errors
/// [`Error::Invalid`] on `ticked` when it is not enough; [`Error::Forbidden`] for anyone but staff;
/// [`Error::NotFound`] without such a resident.
pub fn verify_identity(
    tx: &Tx<'_>,
    resident_id: Id,
    interaction_id: Option<Id>,
    ticked: &[String],
    required: &[String],
) -> Result<Verified> {
    if !enough(ticked, required) {
        let fault = if required.is_empty() { "resident-check-too-few" } else { "resident-check-required" };
        return Err(Error::invalid("ticked", fault));
    }
    note(tx, resident_id, interaction_id, ticked)
}

/// Whoever has just written somebody down, as they said it, may see what they wrote.
///
/// # Errors
/// [`Error::Forbidden`] for anyone but staff; otherwise as [`Tx::execute`].
pub fn trust_own_entry(tx: &Tx<'_>, resident_id: Id, interaction_id: Option<Id>) -> Result<Verified> {
    note(tx, resident_id, interaction_id, &[])
}

fn note(tx: &Tx<'_>, resident_id: Id, interaction_id: Option<Id>, ticked: &[String]) -> Result<Verified> {
    let account_id = tx.actor().id.filter(|_| tx.actor().kind == ActorKind::Staff).ok_or(Error::Forbidden)?;
    if store::find(tx, resident_id)?.erased {
        return Err(Error::Conflict("resident-erased"));
    }
    let check = Verified { id: Id::new(), until: tx.now().plus_seconds(VERIFIED_SECONDS) };
    store::insert_check(tx, &check, resident_id, account_id, interaction_id, ticked)?;
    let facts = json!({ "verification": check.id, "ticked": ticked.len(), "until": check.until, "interaction": interaction_id });
    tell(tx, resident_id, "resident.verified", facts)?;
    Ok(check)
}

/// Ends the checks of a conversation that is over.
///
/// # Errors
/// As [`Tx::execute`].
pub fn end_checks(tx: &Tx<'_>, interaction_id: Id) -> Result<()> {
    let open = store::checks_of(tx, interaction_id, tx.now())?;
    if open.is_empty() {
        return Ok(());
    }
    store::end_checks_of(tx, interaction_id, tx.now())?;
    open.into_iter().try_for_each(|(check, resident_id)| tell(tx, resident_id, "resident.check_ended", json!({ "verification": check })))
}
