//! Absences and deputies: entered by the person, by whoever leads their unit, or by whoever administers.

use base::{Error, Id, Result};
use serde_json::{Value as Json, json};
use store::{NewEvent, Read, Tx};

use super::people::{check_deputy, record_changed};
use crate::{
    model::{Absence, Permission, Profile, Standing, Viewer, tree},
    store as rows,
};

/// Goes on only if the viewer may enter absences of this account.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotFound`] without such an account.
pub fn require_lead(read: &Read<'_>, viewer: &Viewer, account_id: Id) -> Result<()> {
    if viewer.account_id == account_id || viewer.may(Permission::Administer) {
        return Ok(());
    }
    viewer.require(Permission::LeadUnit)?;
    let (_, unit_id) = rows::state_of(read, account_id)?;
    let (Some(theirs), Some(own)) = (unit_id, viewer.unit_id) else { return Err(Error::Forbidden) };
    if tree::lies_within(&rows::units(read)?, theirs, own) { Ok(()) } else { Err(Error::Forbidden) }
}

/// Enters an absence.
///
/// # Errors
/// As [`require_lead`]; [`Error::Invalid`] for days in the wrong order (`until_on`), days on which the person is away
/// already (`from_on`, `staff-absence-overlap`), or a deputy who cannot be one (`deputy`).
pub fn add_absence(tx: &Tx<'_>, viewer: &Viewer, absence: &Absence) -> Result<()> {
    require_lead(tx, viewer, absence.account_id)?;
    absence.check()?;
    if let Some(deputy_id) = absence.deputy_id {
        check_deputy(tx, deputy_id)?;
    }
    let others = rows::absences_of(tx, absence.account_id, absence.from_on)?;
    if others.iter().any(|other| other.from_on <= absence.until_on) {
        return Err(Error::invalid("from_on", "staff-absence-overlap"));
    }
    rows::insert_absence(tx, absence)?;
    let mut facts = Standing { active: true, unit_id: None }.facts();
    facts["account"] = json!(absence.account_id);
    facts["from_on"] = Json::String(absence.from_on.to_string());
    facts["until_on"] = Json::String(absence.until_on.to_string());
    facts["deputy_id"] = json!(absence.deputy_id);
    tx.record(NewEvent { subject_kind: "absence", subject_id: absence.id, kind: "absence.added", facts }).map(drop)
}

/// Takes an absence back; harmless twice.
///
/// # Errors
/// As [`require_lead`]; [`Error::NotFound`].
pub fn cancel_absence(tx: &Tx<'_>, viewer: &Viewer, id: Id) -> Result<Id> {
    let absence = rows::absence(tx, id)?;
    require_lead(tx, viewer, absence.account_id)?;
    if !absence.cancelled {
        rows::cancel_absence(tx, id)?;
        let facts = Standing { active: false, unit_id: None }.facts();
        tx.record(NewEvent { subject_kind: "absence", subject_id: id, kind: "absence.cancelled", facts })?;
    }
    Ok(absence.account_id)
}

/// Says who stands in for somebody when an absence names nobody.
///
/// # Errors
/// As [`require_lead`]; [`Error::Invalid`] on `deputy`.
pub fn set_deputy(tx: &Tx<'_>, viewer: &Viewer, account_id: Id, deputy_id: Option<Id>) -> Result<()> {
    require_lead(tx, viewer, account_id)?;
    let person = rows::person(tx, account_id)?;
    if person.profile.deputy_id == deputy_id {
        return Ok(());
    }
    if deputy_id == Some(account_id) {
        return Err(Error::invalid("deputy", "staff-deputy-own"));
    }
    if let Some(deputy_id) = deputy_id {
        check_deputy(tx, deputy_id)?;
    }
    rows::put_profile(tx, account_id, &Profile { deputy_id, ..person.profile })?;
    record_changed(tx, account_id, &["deputy"])
}
