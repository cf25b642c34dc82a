//! Who may see what of a resident: everybody with the permission and a purpose sees needs and language; the rest opens by
//! a check of identity, or for a request about personal data.

use base::{Error, Id, Moment, Result};
use serde::Deserialize;
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use store::{Read, Tx};

/// What an address carries: the purpose's word, and the conversation in which it happens.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(rename = "for")]
    pub(crate) purpose: Option<String>,
    pub(crate) talk: Option<String>,
    pub(crate) saved: Option<String>,
}

impl Asked {
    /// The same of a form.
    pub(crate) fn of(form: &web::Form) -> Self {
        let some = |name| form.filled(name).map(str::to_owned);
        Self { purpose: some("for"), talk: some("talk"), saved: None }
    }

    pub(crate) fn purpose(&self) -> Option<Purpose> {
        Purpose::from_word(self.purpose.as_deref()?)
    }

    pub(crate) fn talk(&self) -> Option<Id> {
        self.talk.as_deref()?.parse().ok()
    }

    /// The query that carries it on.
    pub(crate) fn query(&self) -> String {
        let purpose = self.purpose().map_or("", Purpose::word);
        match self.talk() {
            Some(talk) => format!("?for={purpose}&talk={talk}"),
            None => format!("?for={purpose}"),
        }
    }
}

/// How far somebody may look at a resident.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Access {
    /// The resident, after merges.
    pub(crate) id: Id,
    /// Whether names, ways and history are shown.
    pub(crate) open: bool,
    /// Until when, when it follows from a check.
    pub(crate) until: Option<Moment>,
}

/// Whether the viewer may know of the resident: of somebody whose data may only be kept (GDPR art. 18) the officer alone.
pub(crate) fn may_know_of(read: &Read<'_>, viewer: &Viewer, id: Id) -> Result<bool> {
    Ok(viewer.may(Permission::ProtectData) || !residents::is_restricted(read, id)?)
}

/// How far this viewer may look now.
///
/// # Errors
/// [`Error::Forbidden`] without the permission; [`Error::NotFound`] without such a resident.
pub(crate) fn access(read: &Read<'_>, viewer: &Viewer, id: Id, purpose: Purpose, now: Moment) -> Result<Access> {
    viewer.require(Permission::SeeResidents)?;
    let id = residents::head(read, id)?;
    if !may_know_of(read, viewer, id)? {
        return Err(Error::NotFound);
    }
    let verified = residents::verified(read, id, viewer.account_id, now)?;
    let officer = viewer.may(Permission::ProtectData) && purpose == Purpose::PrivacyRequest;
    Ok(Access { id, open: verified.is_some() || officer, until: verified.map(|check| check.until) })
}

/// The same, noted as a look.
pub(crate) fn look(tx: &Tx<'_>, viewer: &Viewer, id: Id, purpose: Purpose) -> Result<Access> {
    let access = access(tx, viewer, id, purpose, tx.now())?;
    audit::note(tx, viewer, &Look::read("resident", access.id, purpose))?;
    Ok(access)
}

/// The same for somebody who is about to see or change what is hidden.
///
/// # Errors
/// [`Error::Conflict`] when nobody has shown who they are; otherwise as [`access`].
pub(crate) fn look_inside(tx: &Tx<'_>, viewer: &Viewer, id: Id, purpose: Option<Purpose>) -> Result<Id> {
    let access = look(tx, viewer, id, purpose.ok_or(Error::Conflict("residents-no-purpose"))?)?;
    if access.open { Ok(access.id) } else { Err(Error::Conflict("residents-not-verified")) }
}

/// A conversation of the viewer's that is going on: in no other does anybody show who they are.
///
/// # Errors
/// [`Error::Conflict`] when it is over; [`Error::NotFound`] when it is somebody else's.
pub(crate) fn ongoing(read: &Read<'_>, viewer: &Viewer, talk: Id) -> Result<()> {
    match interactions::find_for(read, viewer, talk)?.ended_at {
        None => Ok(()),
        Some(_) => Err(Error::Conflict("interaction-ended")),
    }
}

/// Whoever may join rows and part them again.
///
/// # Errors
/// [`Error::Forbidden`] for others.
pub(crate) fn may_merge(viewer: &Viewer) -> Result<()> {
    viewer.require(Permission::SeeResidents)?;
    if viewer.may(Permission::Supervise) || viewer.may(Permission::ProtectData) { Ok(()) } else { Err(Error::Forbidden) }
}
