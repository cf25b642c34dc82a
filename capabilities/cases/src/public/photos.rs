//! Photos as residents see them: everybody those that were published, authors also their own and what the unit shows them.

use ::store::Read;
use base::{Error, Id, ReportNumber, Result};

use crate::{
    model::{Case, Photo, PhotoState, Shows},
    store,
};

/// A photo that the reader may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicPhoto {
    /// Its id.
    pub id: Id,
    /// What it shows.
    pub shows: Shows,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
    /// Changes with the picture.
    pub edits: i64,
    /// What was decided of it.
    pub state: PhotoState,
    /// Whether the case is one that everybody may see.
    pub open: bool,
    /// Whether it is the reader's own.
    pub own: bool,
    /// Why it is withheld, for its author.
    pub reason: String,
}

/// The photos of a case that this reader sees, each with the event that it belongs to; those of reports with none. Those of people
/// whose data may only be kept (GDPR art. 18) are for nobody.
pub(super) fn seen(read: &Read<'_>, case: &Case, author_of: Option<Id>) -> Result<Vec<(Option<Id>, PublicPhoto)>> {
    let photos = visible(read, case, author_of)?.into_iter().map(|photo| {
        let own = photo.report_id.is_some() && photo.report_id == author_of;
        let reason = if own { photo.reason } else { String::new() };
        let Photo { id, event_id, shows, width, height, edits, state, .. } = photo;
        (event_id, PublicPhoto { id, shows, width, height, edits, state, open: case.public && !case.sensitive, own, reason })
    });
    Ok(photos.collect())
}

fn visible(read: &Read<'_>, case: &Case, author_of: Option<Id>) -> Result<Vec<Photo>> {
    let (public, restricted) = (case.public && !case.sensitive, store::restricted_reports(read, case.id)?);
    let may = |photo: &Photo| photo.is_seen(public, author_of) && !photo.report_id.is_some_and(|id| restricted.contains(&id));
    Ok(store::photos_of(read, case.id)?.into_iter().filter(may).collect())
}

/// Who asks for a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// Anybody.
    Stranger,
    /// Whoever has the signed link of the report.
    Author,
}

/// The picture of a photo of the case of the report with this number, as the reader may see it. Check an author's signature first.
///
/// # Errors
/// [`Error::NotFound`] when they may not.
pub fn photo(read: &Read<'_>, number: ReportNumber, id: Id, asker: Asker) -> Result<Id> {
    let report = store::report_by_number(read, number)?;
    let case = store::load(read, report.case_id)?;
    let author_of = (asker == Asker::Author).then_some(report.id);
    let photo = visible(read, &case, author_of)?.into_iter().find(|photo| photo.id == id);
    photo.map(|photo| photo.shown()).ok_or(Error::NotFound)
}
