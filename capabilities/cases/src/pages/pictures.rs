//! Pictures in working pages: those of a case as its page shows them, and those that a form carries.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use base::{Error, Id, Result};
use serde::Deserialize;
use staff::{Permission, Viewer};
use web::{App, Ctx, Form, PageResult, Sent};

use super::{Seat, reported::has_shown_who};
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
    pub fn new(ctx: &Ctx, (photo, sight): &(Photo, Sight), case: &Case, eyes: &Eyes) -> Self {
        let src = format!("/cases/{}/photos/{}", case.id, photo.id);
        Self {
            alt: ctx.t.get(alt(photo.shows)).to_owned(),
            width: photo.width,
            height: photo.height,
            state: if case.public && !case.sensitive { ctx.t.get(state(photo.state)).to_owned() } else { String::new() },
            decide: if case.is_moderated_by(eyes) { format!("{}/{}", super::PHOTOS, photo.id) } else { String::new() },
            original: if photo.covered.is_some() && *sight == Sight::All { format!("{src}?original=1") } else { String::new() },
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

/// What of a photo somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    Nothing,
    /// The picture with what is covered.
    Shown,
    /// Also the picture as it was sent.
    All,
}

/// What the viewer sees of a photo of a case that they see: all of one of a report that they may read, of one that they decide of, and
/// of the unit's; of others what is published. Of people whose data may only be kept (GDPR art. 18) nothing, but for data protection.
pub(super) fn sight(photo: &Photo, case: &Case, eyes: &Eyes, report: Option<&Reading>) -> Sight {
    let (restricted, open) = match report {
        Some(reading) => (reading.restricted, reading.open),
        None => (photo.report_id.is_some(), case.is_read_by(eyes)),
    };
    match photo.state {
        PhotoState::Erased => Sight::Nothing,
        _ if restricted => Sight::Nothing,
        _ if open || case.is_moderated_by(eyes) => Sight::All,
        PhotoState::Published => Sight::Shown,
        _ if report.is_none() => Sight::Shown,
        _ => Sight::Nothing,
    }
}

/// How the viewer reads a report.
pub(super) struct Reading {
    /// Whether what its author said is read.
    pub open: bool,
    /// Whether its author's data may only be kept.
    pub restricted: bool,
}

/// A photo with its case and what the viewer sees of it.
///
/// # Errors
/// [`Error::NotFound`] when that is nothing.
pub(super) fn photo_for(read: &::store::Read<'_>, viewer: &Viewer, id: Id, now: base::Moment) -> Result<(Photo, Case, Sight)> {
    let photo = rows::photo_with(read, id)?;
    let (case, reports) = rows::find_for(read, viewer, photo.case_id)?;
    let eyes = rows::eyes(read, viewer)?;
    let report = reports.iter().find(|report| Some(report.id) == photo.report_id);
    let reading = report.map(|report| reading(read, (viewer, &eyes), &case, report, now)).transpose()?;
    match sight(&photo, &case, &eyes, reading.as_ref()) {
        Sight::Nothing => Err(Error::NotFound),
        sight => Ok((photo, case, sight)),
    }
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
    let (photo, _, sight) = seat.read(move |read, viewer| photo_for(read, viewer, id, now)).await?;
    let original = asked.original.is_some();
    if photo.case_id != case_id || (original && sight != Sight::All) {
        return Err(Error::NotFound.into());
    }
    let file = if original { photo.original } else { photo.shown() };
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
