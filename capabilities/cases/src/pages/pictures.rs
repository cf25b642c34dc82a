//! Pictures in working pages: those of a case as its page shows them, and those that a form carries.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use base::{Error, Id, Result};
use serde::Deserialize;
use staff::{Permission, Viewer};
use web::{App, Ctx, Form, PageResult, Sent};

use super::{Seat, case::has_shown_who};
use crate::{
    model::{Case, Eyes, KeptPhoto, PHOTOS_AT_ONCE, Photo, PhotoState, Shows},
    shell::{self, Size},
    store::{self as rows, Report},
};

/// A photo as a page shows it.
pub(super) struct PhotoPart {
    /// The address of its picture, to which `?size=small` may be added.
    pub src: String,
    /// What it is, for whoever does not see it.
    pub alt: String,
    pub width: i64,
    pub height: i64,
    /// What was decided, in words; empty where nothing is to be.
    pub state: String,
    /// Where somebody decides of it; empty for whoever may not.
    pub decide: String,
    /// Where the picture as it was sent is, when parts of it are covered.
    pub original: String,
}

impl PhotoPart {
    pub fn new(ctx: &Ctx, photo: &Photo, case: &Case, eyes: &Eyes) -> Self {
        let src = format!("/cases/{}/photos/{}", case.id, photo.id);
        Self {
            alt: ctx.t.get(alt(photo.shows)).to_owned(),
            width: photo.width,
            height: photo.height,
            state: if case.public && !case.sensitive { ctx.t.get(state(photo.state)).to_owned() } else { String::new() },
            decide: if case.is_moderated_by(eyes) { format!("{}/{}", super::PHOTOS, photo.id) } else { String::new() },
            original: if photo.covered.is_some() { format!("{src}?original=1") } else { String::new() },
            src: format!("{src}?v={}", photo.edits),
        }
    }
}

/// The key of what a photo shows.
pub(super) fn alt(shows: Shows) -> &'static str {
    match shows {
        Shows::Reported => "photo-reported",
        Shows::Before => "photo-before",
        Shows::After => "photo-after",
    }
}

/// The key of what was decided of it.
pub(super) fn state(state: PhotoState) -> &'static str {
    match state {
        PhotoState::Waiting => "photo-waiting",
        PhotoState::Published => "photo-published",
        PhotoState::Withheld => "photo-withheld",
        PhotoState::Erased => "photo-erased",
    }
}

/// Whether the viewer may look at a photo of a case that they see: one of the unit's, one that they decide of, one of a report
/// that they may read. Of people whose data may only be kept (GDPR art. 18) only data protection looks at any.
pub(super) fn may_look(photo: &Photo, case: &Case, eyes: &Eyes, report: Option<&Reading>) -> bool {
    match report {
        None => photo.report_id.is_none(),
        Some(reading) => !reading.restricted && (reading.open || photo.state == PhotoState::Published || case.is_moderated_by(eyes)),
    }
}

/// How the viewer reads a report.
pub(super) struct Reading {
    /// Whether what its author said is read.
    pub open: bool,
    /// Whether its author's data may only be kept.
    pub restricted: bool,
}

/// A photo with its case, if the viewer may look at it.
pub(super) fn photo_for(read: &::store::Read<'_>, viewer: &Viewer, id: Id, now: base::Moment) -> Result<(Photo, Case)> {
    let photo = rows::photo_with(read, id)?;
    let (case, reports) = rows::find_for(read, viewer, photo.case_id)?;
    let eyes = rows::eyes(read, viewer)?;
    let report = reports.iter().find(|report| Some(report.id) == photo.report_id);
    let reading = report.map(|report| reading(read, (viewer, &eyes), &case, report, now)).transpose()?;
    if photo.state == PhotoState::Erased || !may_look(&photo, &case, &eyes, reading.as_ref()) {
        return Err(Error::NotFound);
    }
    Ok((photo, case))
}

pub(super) fn reading(
    read: &::store::Read<'_>,
    (viewer, eyes): (&Viewer, &Eyes),
    case: &Case,
    report: &Report,
    now: base::Moment,
) -> Result<Reading> {
    let open = case.is_read_by(eyes) || viewer.may(Permission::ProtectData) || has_shown_who(read, viewer, report, now)?;
    Ok(Reading { open, restricted: rows::restricted_to(read, viewer, case.id)?.contains(&report.id) })
}

#[derive(Deserialize)]
pub(super) struct Asked {
    size: Option<String>,
    original: Option<String>,
}

/// `GET /cases/{id}/photos/{photo}?size=small&original=1`
pub(super) async fn show(seat: Seat, Path((case_id, id)): Path<(String, String)>, Query(asked): Query<Asked>) -> PageResult<Response> {
    let (case_id, id, now): (Id, Id, _) = (case_id.parse()?, id.parse()?, seat.ctx.now());
    let photo = seat.read(move |read, viewer| photo_for(read, viewer, id, now)).await?.0;
    if photo.case_id != case_id {
        return Err(Error::NotFound.into());
    }
    let file = if asked.original.is_some() { photo.original } else { photo.shown() };
    Ok(shell::picture(&seat.ctx.app.files, file, Size::from_word(asked.size.as_deref())).await?)
}

/// `GET /cases/drafts/{ticket}`: the small picture of a photo that a form carries.
pub(super) async fn draft(seat: Seat, Path(ticket): Path<String>) -> PageResult<Response> {
    let ctx = &seat.ctx;
    let kept = KeptPhoto::read(&ticket, &ctx.app.signer, ctx.now()).ok_or(Error::NotFound)?;
    Ok(shell::picture(&ctx.app.files, kept.file, Size::Small).await?)
}

/// The field in which a form carries the photos of another field.
fn carrier(field: &str) -> String {
    format!("{field}_kept")
}

/// The photos that the form carries for a field.
pub(super) fn carried(app: &App, form: &Form, field: &str) -> Vec<KeptPhoto> {
    let tickets = form.get(&carrier(field)).split(' ').filter_map(|ticket| KeptPhoto::read(ticket, &app.signer, app.now()));
    tickets.take(PHOTOS_AT_ONCE).collect()
}

/// Takes in the files of a form; from now on it carries them. What cannot be taken is told at the field.
pub(super) async fn take_in(ctx: &Ctx, form: &mut Form, files: Vec<Sent>) {
    for sent in files {
        let (field, mut kept) = (sent.field.clone(), carried(&ctx.app, form, &sent.field));
        let taken = if kept.len() < PHOTOS_AT_ONCE { shell::take_in(&ctx.app, sent).await } else { Err("photo-too-many") };
        match taken {
            Ok(taken) => {
                kept.push(taken.kept);
                let tickets: Vec<String> = kept.iter().map(|one| one.ticket(&ctx.app.signer)).collect();
                form.put(&carrier(&field), tickets.join(" "));
            }
            Err(why) => form.refuse(field, ctx.t.get(why)),
        }
    }
}

/// The photos that the form of closing carries: the ticket of each, and the key of what it shows.
pub(super) fn drafts(ctx: &Ctx, form: &Form) -> Vec<(String, &'static str)> {
    let of = |field, key| carried(&ctx.app, form, field).into_iter().map(move |kept| (kept.ticket(&ctx.app.signer), key));
    of("before", "photo-before").chain(of("after", "photo-after")).collect()
}
