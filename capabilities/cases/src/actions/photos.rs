//! What is done with photos: they are added with what they show, published, withheld, covered in part, erased.

use ::photos::Area;
use ::store::{NewEvent, Tx};
use base::{Error, Id, Result};
use serde_json::json;

use crate::{
    events,
    model::{KeptPhoto, LONGEST_REASON, MOST_AREAS, PHOTOS_AT_ONCE, Photo, PhotoState, Shows},
    store,
};

/// To what photos are added.
#[derive(Clone, Copy)]
pub(super) struct Owner {
    pub case_id: Id,
    /// The report whose author sent them.
    pub report_id: Option<Id>,
    /// The event with which the unit shows them.
    pub event_id: Option<Id>,
}

/// Adds pictures that were kept; more than [`PHOTOS_AT_ONCE`] are left out.
pub(super) fn add(tx: &Tx<'_>, owner: Owner, shows: Shows, kept: &[KeptPhoto]) -> Result<()> {
    for one in kept.iter().take(PHOTOS_AT_ONCE) {
        let photo = Photo {
            id: Id::new(),
            case_id: owner.case_id,
            report_id: owner.report_id,
            event_id: owner.event_id,
            shows,
            state: PhotoState::Waiting,
            reason: String::new(),
            original: one.file,
            covered: None,
            areas: Vec::new(),
            width: one.width.into(),
            height: one.height.into(),
            added_at: tx.now(),
            edits: 0,
        };
        store::insert_photo(tx, &photo)?;
        let facts = json!({
            "case": owner.case_id, "report": owner.report_id, "event": owner.event_id, "shows": shows.word(),
            "state": photo.state.word(), "areas": 0,
        });
        tx.record_first(NewEvent { subject_kind: "photo", subject_id: photo.id, kind: events::PHOTO_ADDED, facts })?;
    }
    Ok(())
}

/// What somebody decides of a photo.
#[derive(Debug, Clone)]
pub enum PhotoDecision {
    /// Everybody may see it, if everybody may see the case.
    Publish,
    /// Its author only, with this reason.
    Withhold(String),
    /// These parts are covered: all of them, with the picture that shows them so. A photo of which less is covered than before
    /// waits for a decision again.
    Cover(Vec<Area>, Option<Id>),
}

/// Decides of a photo as it was seen: after `edits` changes.
///
/// # Errors
/// [`Error::Invalid`] on `reason`, or on `left` for too many areas; `Conflict` when somebody else has changed the photo, or it was erased.
pub fn decide_photo(tx: &Tx<'_>, id: Id, edits: i64, decision: PhotoDecision) -> Result<()> {
    let photo = store::photo_with(tx, id)?;
    if photo.edits != edits || photo.state == PhotoState::Erased {
        return Err(Error::Conflict("photo-changed"));
    }
    let (changed, kind) = match decision {
        PhotoDecision::Publish => (Photo { state: PhotoState::Published, reason: String::new(), ..photo }, events::PHOTO_PUBLISHED),
        PhotoDecision::Withhold(reason) => {
            (Photo { state: PhotoState::Withheld, reason: checked(&reason)?, ..photo }, events::PHOTO_WITHHELD)
        }
        PhotoDecision::Cover(areas, _) if areas.len() > MOST_AREAS => return Err(Error::invalid("left", "photo-areas-many")),
        PhotoDecision::Cover(areas, covered) => {
            let more = areas.starts_with(&photo.areas);
            let state = if more { photo.state } else { PhotoState::Waiting };
            (Photo { state, areas, covered, ..photo }, events::PHOTO_COVERED)
        }
    };
    change(tx, changed, kind)
}

fn checked(reason: &str) -> Result<String> {
    match reason.trim() {
        "" => Err(Error::invalid("reason", "photo-reason-missing")),
        long if long.chars().count() > LONGEST_REASON => Err(Error::invalid("reason", "photo-reason-long")),
        reason => Ok(reason.to_owned()),
    }
}

fn change(tx: &Tx<'_>, photo: Photo, kind: &'static str) -> Result<()> {
    let photo = Photo { edits: photo.edits + 1, ..photo };
    store::save_photo(tx, &photo)?;
    let facts = json!({ "case": photo.case_id, "state": photo.state.word(), "areas": photo.areas.len() });
    tx.record(NewEvent { subject_kind: "photo", subject_id: photo.id, kind, facts }).map(drop)
}

/// Erases the photos of a case for which `goes` is true; their pictures follow.
pub(crate) fn erase(tx: &Tx<'_>, case_id: Id, goes: impl Fn(&Photo) -> bool) -> Result<()> {
    for photo in store::photos_of(tx, case_id)?.into_iter().filter(goes) {
        change(tx, Photo { state: PhotoState::Erased, reason: String::new(), areas: Vec::new(), ..photo }, events::PHOTO_ERASED)?;
    }
    Ok(())
}
