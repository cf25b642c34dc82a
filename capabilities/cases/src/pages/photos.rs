//! `/cases/photos`: photos that wait for a decision, and each of them: publish it, cover parts of it, or withhold it.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result};
use photos::Area;
use serde::Deserialize;
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use web::{Form, Html, Page, PageResult};

use super::{Seat, pictures, said::Said};
use crate::{
    actions::{PhotoDecision, decide_photo},
    model::{Case, Photo, area_of_percent},
    shell,
    store::{self as rows, Queued},
};

/// Where photos wait for a decision.
pub const PHOTOS: &str = "/cases/photos";
/// The fields of an area, in percent.
const AREA: [&str; 4] = ["left", "top", "width", "height"];

#[derive(Deserialize)]
pub(super) struct Asked {
    saved: Option<String>,
}

#[derive(Template)]
#[template(path = "photos.html")]
pub(super) struct QueuePage {
    page: Page,
    said: Option<Said>,
    lines: Vec<Line>,
    more: bool,
}

struct Line {
    id: Id,
    case_id: Id,
    number: String,
    service: String,
    alt: String,
    when: String,
    edits: i64,
}

/// `GET /cases/photos`
pub(super) async fn list(seat: Seat, Query(asked): Query<Asked>) -> PageResult<Html<QueuePage>> {
    seat.viewer.require(Permission::ModeratePhotos)?;
    let looking = |tx: &::store::Tx<'_>, viewer: &Viewer| {
        let found = rows::waiting_photos(tx, viewer)?;
        found.0.iter().try_for_each(|one| audit::note(tx, viewer, &Look::read("case", one.photo.case_id, Purpose::Matter)))?;
        Ok(found)
    };
    let (found, more) = seat.change(looking).await?;
    let said = asked.saved.map(|_| Said::saved(&seat.ctx, seat.ctx.t.get("photos-decided").to_owned()));
    let page = seat.page(seat.ctx.t.get("photos-nav"));
    Ok(Html(QueuePage { page, said, lines: found.into_iter().map(|one| line(&seat, one)).collect(), more }))
}

fn line(seat: &Seat, Queued { photo, number, service }: Queued) -> Line {
    let ctx = &seat.ctx;
    Line {
        id: photo.id,
        case_id: photo.case_id,
        number: number.to_string(),
        service: service.of(ctx.language()).to_owned(),
        alt: ctx.t.get(pictures::alt(photo.shows)).to_owned(),
        when: ctx.t.moment(photo.added_at, ctx.now()),
        edits: photo.edits,
    }
}

#[derive(Template)]
#[template(path = "photo.html")]
pub(super) struct PhotoPage {
    page: Page,
    form: Form,
    said: Option<Said>,
    photo: Photo,
    alt: String,
    state: String,
}

/// `GET /cases/photos/{id}`
pub(super) async fn show(seat: Seat, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult<Html<PhotoPage>> {
    let said = asked.saved.map(|_| Said::saved(&seat.ctx, seat.ctx.t.get("photos-covered-saved").to_owned()));
    Ok(Html(photo_page(&seat, id.parse()?, Form::new(), said).await?))
}

/// A photo of which the viewer decides.
fn decided_by(read: &::store::Read<'_>, viewer: &Viewer, id: Id, now: base::Moment) -> Result<(Photo, Case)> {
    let (photo, case, _) = pictures::photo_for(read, viewer, id, now)?;
    if case.is_moderated_by(&rows::eyes(read, viewer)?) { Ok((photo, case)) } else { Err(Error::Forbidden) }
}

async fn photo_page(seat: &Seat, id: Id, form: Form, said: Option<Said>) -> Result<PhotoPage> {
    let now = seat.ctx.now();
    let looking = move |tx: &::store::Tx<'_>, viewer: &Viewer| {
        let (photo, case) = decided_by(tx, viewer, id, now)?;
        audit::note(tx, viewer, &Look::read("case", case.id, Purpose::Matter))?;
        Ok(photo)
    };
    let photo = seat.change(looking).await?;
    let ctx = &seat.ctx;
    Ok(PhotoPage {
        page: seat.page(ctx.t.get("photos-one")).with_form(&form),
        form,
        said,
        alt: ctx.t.get(pictures::alt(photo.shows)).to_owned(),
        state: ctx.t.get(pictures::state(photo.state)).to_owned(),
        photo,
    })
}

/// `POST /cases/photos/{id}/publication`
pub(super) async fn publish(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    decide(seat, id.parse()?, form, PhotoDecision::Publish, format!("{PHOTOS}?saved=1")).await
}

/// `POST /cases/photos/{id}/withholding`, field `reason`
pub(super) async fn withhold(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let decision = PhotoDecision::Withhold(form.get("reason").to_owned());
    decide(seat, id.parse()?, form, decision, format!("{PHOTOS}?saved=1")).await
}

/// `POST /cases/photos/{id}/areas`: one more part is covered (`left`, `top`, `width`, `height` in percent), or with `undo` the last
/// one is not any more, or with `undo=all` none is.
pub(super) async fn cover(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, now): (Id, _) = (id.parse()?, seat.ctx.now());
    let photo = seat.read(move |read, viewer| decided_by(read, viewer, id, now)).await?.0;
    let Some(areas) = wanted(&photo, &form) else {
        return again(&seat, id, form, Error::invalid("left", "photo-area-wrong")).await;
    };
    let covered = match areas.is_empty() {
        true => None,
        false => Some(shell::cover(&seat.ctx.app.files, photo.original, areas.clone()).await?),
    };
    decide(seat, id, form, PhotoDecision::Cover(areas, covered), format!("{PHOTOS}/{id}?saved=1")).await
}

/// All parts that are to be covered.
fn wanted(photo: &Photo, form: &Form) -> Option<Vec<Area>> {
    let mut areas = photo.areas.clone();
    match form.get("undo") {
        "all" => areas.clear(),
        "last" => drop(areas.pop()),
        _ => areas.push(area_of_percent(AREA.map(|name| form.get(name)))?),
    }
    Some(areas)
}

async fn decide(seat: Seat, id: Id, form: Form, decision: PhotoDecision, then: String) -> PageResult<Response> {
    let (now, edits) = (seat.ctx.now(), form.get("edits").parse().unwrap_or(-1));
    let change = move |tx: &::store::Tx<'_>, viewer: &Viewer| {
        decided_by(tx, viewer, id, now)?;
        decide_photo(tx, id, edits, decision.clone())
    };
    match seat.change(change).await {
        Ok(()) => Ok(Redirect::to(&then).into_response()),
        Err(error) => again(&seat, id, form, error).await,
    }
}

/// The page of the photo again, with what was typed.
async fn again(seat: &Seat, id: Id, form: Form, error: Error) -> PageResult<Response> {
    let (status, form, said) = match error {
        Error::Invalid(faults) => (StatusCode::UNPROCESSABLE_ENTITY, form.refused(&seat.ctx.t, &faults), None),
        Error::Conflict(key) => (StatusCode::CONFLICT, form, Some(Said::conflict(&seat.ctx, key))),
        other => return Err(other.into()),
    };
    Ok((status, Html(photo_page(seat, id, form, said).await?)).into_response())
}

/// `GET` of an address that only takes posts: the photo itself.
pub(super) async fn back(Path(id): Path<String>) -> PageResult<Redirect> {
    Ok(Redirect::to(&format!("{PHOTOS}/{}", id.parse::<Id>()?)))
}
