//! Who in the unit deals with a case, the marks of its papers, and the searches that people keep.

use ::store::{NewEvent, Tx};
use base::{Error, Id, Result};
use serde_json::json;
use staff::Viewer;

use super::tell;
use crate::{
    events,
    store::{self, MARKS, VIEWS, View},
};

/// The longest mark, and the longest name of a kept search, in characters.
pub const LONGEST_MARK: usize = 80;

/// Puts the case into the hands of somebody of the unit that has it, or of nobody by name. The same twice is one.
///
/// # Errors
/// [`Error::Invalid`] on `person` when they do not work there; `Conflict` when no unit has it or it is closed.
pub fn assign(tx: &Tx<'_>, case_id: Id, account_id: Option<Id>) -> Result<()> {
    let stage = store::load(tx, case_id)?.stage;
    if stage.outcome().is_some() {
        return Err(Error::Conflict("case-refused-closed"));
    }
    let unit_id = stage.unit_id().ok_or(Error::Conflict("case-refused-not-dispatched"))?;
    if store::person_of(tx, case_id)?.map(|(id, _)| id) == account_id {
        return Ok(());
    }
    match account_id {
        Some(id) if !staff::people_of(tx, unit_id)?.iter().any(|(known, _)| *known == id) => {
            return Err(Error::invalid("person", "case-person-elsewhere"));
        }
        Some(id) => store::put_person(tx, case_id, id)?,
        None => store::delete_person(tx, case_id)?,
    }
    tell(tx, case_id, events::ASSIGNED, json!({ "account": account_id })).map(drop)
}

/// Writes down under which mark an office keeps the papers of the case, such as `Or-II.0003.1.107.2017`; once is enough.
///
/// # Errors
/// [`Error::Invalid`] on `mark` without one, with a long one, or with too many.
pub fn mark(tx: &Tx<'_>, case_id: Id, mark: &str) -> Result<()> {
    let mark = mark.trim();
    if mark.is_empty() || mark.chars().count() > LONGEST_MARK {
        return Err(Error::invalid("mark", "case-mark-wrong"));
    }
    let known = store::marks_of(tx, case_id)?;
    if known.iter().any(|other| base::fold(other) == base::fold(mark)) {
        return Ok(());
    }
    if known.len() >= usize::try_from(MARKS).unwrap_or(usize::MAX) {
        return Err(Error::invalid("mark", "case-marks-many"));
    }
    store::insert_mark(tx, case_id, mark)?;
    tell(tx, case_id, events::MARKED, json!({})).map(drop)
}

/// Takes a mark away that was a slip; nothing when there is none.
///
/// # Errors
/// As [`Tx::execute`].
pub fn unmark(tx: &Tx<'_>, case_id: Id, mark: &str) -> Result<()> {
    match store::delete_mark(tx, case_id, mark)? {
        0 => Ok(()),
        _ => tell(tx, case_id, events::UNMARKED, json!({})).map(drop),
    }
}

/// Keeps a search of the inbox under a name, for the viewer or for all of their unit.
///
/// # Errors
/// [`Error::Invalid`] on `name` without one, with a long one, or with too many kept.
pub(crate) fn keep_view(tx: &Tx<'_>, viewer: &Viewer, view: &View) -> Result<()> {
    if view.name.is_empty() || view.name.chars().count() > LONGEST_MARK {
        return Err(Error::invalid("name", "case-view-unnamed"));
    }
    let own = store::views(tx, viewer)?.iter().filter(|view| view.own).count();
    if own >= usize::try_from(VIEWS).unwrap_or(usize::MAX) {
        return Err(Error::invalid("name", "case-views-many"));
    }
    store::insert_view(tx, viewer, view)?;
    let facts = json!({ "shared": view.shared });
    tx.record_first(NewEvent { subject_kind: "case_view", subject_id: view.id, kind: events::VIEW_KEPT, facts }).map(drop)
}

/// Forgets a kept search of the viewer's own.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub(crate) fn forget_view(tx: &Tx<'_>, viewer: &Viewer, id: Id) -> Result<()> {
    store::delete_view(tx, viewer, id)?;
    tx.record(NewEvent { subject_kind: "case_view", subject_id: id, kind: events::VIEW_FORGOTTEN, facts: json!({}) }).map(drop)
}
