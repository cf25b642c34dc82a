//! Legal holds, and the restriction of processing.

use ::store::{NewEvent, Tx};
use base::{Error, Id, Result};
use serde_json::json;
use staff::Viewer;

use super::reason;
use crate::store;

/// Holds a resident's or a case's data for a reason: neither erasure nor retention touches it.
///
/// # Errors
/// [`Error::Invalid`] on `hold_reason`.
pub fn hold(tx: &Tx<'_>, viewer: &Viewer, subject: (&'static str, Id), why: &str) -> Result<Id> {
    let (id, why) = (Id::new(), reason(why, "hold_reason")?);
    store::insert_hold(tx, id, subject, why, viewer.account_id)?;
    let facts = json!({ "on": subject.0, "subject": subject.1 });
    tx.record(NewEvent { subject_kind: "legal_hold", subject_id: id, kind: "legal_hold.placed", facts })?;
    Ok(id)
}

/// Releases a legal hold.
///
/// # Errors
/// `Conflict` when it was released before.
pub fn release(tx: &Tx<'_>, id: Id) -> Result<()> {
    if !store::release_hold(tx, id)? {
        return Err(Error::Conflict("privacy-hold-released"));
    }
    tx.record(NewEvent { subject_kind: "legal_hold", subject_id: id, kind: "legal_hold.released", facts: json!({}) }).map(drop)
}

/// From now on the resident's data is only kept: pages hide it, nothing is sent (GDPR art. 18). All who were merged with
/// them are restricted, too.
///
/// # Errors
/// [`Error::NotFound`] without such a resident.
pub fn restrict(tx: &Tx<'_>, resident_id: Id) -> Result<()> {
    for id in store::family(tx, resident_id)? {
        if !store::is_restricted(tx, id)? {
            store::set_restricted(tx, id, Some(tx.now()))?;
            notices::actions::hold_back(tx, id)?;
            tell(tx, id, "restriction.placed")?;
        }
    }
    Ok(())
}

/// Lifts the restriction. The person is told before (GDPR art. 18(3)): that is for the officer's letter.
///
/// # Errors
/// [`Error::NotFound`] without such a resident.
pub fn unrestrict(tx: &Tx<'_>, resident_id: Id) -> Result<()> {
    for id in store::family(tx, resident_id)? {
        if store::is_restricted(tx, id)? {
            store::set_restricted(tx, id, None)?;
            tell(tx, id, "restriction.lifted")?;
        }
    }
    Ok(())
}

fn tell(tx: &Tx<'_>, resident_id: Id, kind: &'static str) -> Result<()> {
    let (subject_id, facts) = (store::restriction_of(resident_id), json!({ "resident": resident_id }));
    tx.record(NewEvent { subject_kind: "restriction", subject_id, kind, facts }).map(drop)
}
