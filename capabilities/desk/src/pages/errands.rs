//! `/desk/errands`: news that no letter may carry, for somebody who calls, writes on paper or finds another way. Of a matter
//! that the centre may not know of its unit tells.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Language, Result};
use notices::Errand;
use residents::{
    Needs, Reach,
    model::{Basis, Outlet},
};
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use store::{Read, Tx};
use web::{Ctx, Form, Html, Page, PageResult};

use staff::pages::Seat;

use super::{ERRANDS, residents::words};

#[derive(Template)]
#[template(path = "errands.html")]
struct ErrandsPage {
    page: Page,
    errands: Vec<Line>,
}

struct Line {
    id: Id,
    title: String,
    body: String,
    language: Language,
    since: String,
    /// How to tell it: "Zadzwoń: +48 …".
    how: String,
    /// How they have to be spoken or written to.
    needs: Vec<String>,
}

/// An errand with the way that is right now.
struct Told {
    errand: Errand,
    reach: Reach,
    needs: Needs,
}

/// `GET /desk/errands`
pub(super) async fn list(seat: Seat) -> PageResult<Response> {
    let open = seat.change(load).await?;
    let errands = open.into_iter().map(|told| line(&seat.ctx, told)).collect();
    Ok(Html(ErrandsPage { page: seat.page(seat.ctx.t.get("errands")), errands }).into_response())
}

/// `POST /desk/errands/{id}/done`; the form is read for its token.
pub(super) async fn finish(seat: Seat, Path(id): Path<String>, _: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let finish = move |tx: &Tx<'_>, viewer: &Viewer| {
        require_someones(viewer)?;
        if !is_theirs(tx, viewer, &notices::find_errand(tx, id)?)? {
            return Err(Error::NotFound);
        }
        notices::actions::finish_errand(tx, id)
    };
    seat.change(finish).await?;
    Ok(Redirect::to(ERRANDS).into_response())
}

/// Whether the viewer is one of the centre, who tell most of it.
pub(super) fn is_of_centre(viewer: &Viewer) -> bool {
    viewer.may(Permission::TakeReports) && viewer.may(Permission::SeeResidents)
}

fn require_someones(viewer: &Viewer) -> Result<()> {
    if is_of_centre(viewer) { Ok(()) } else { viewer.require(Permission::WorkCases) }
}

/// Whether it is this viewer who may tell it: the centre, of what it may know; the unit, of what the centre may not.
fn is_theirs(read: &Read<'_>, viewer: &Viewer, errand: &Errand) -> Result<bool> {
    let units = cases::is_units_alone(read, errand.subject_id)?;
    Ok((units || is_of_centre(viewer)) && !cases::hides(read, Some(viewer), errand.subject_id)?)
}

/// The open errands of this viewer.
///
/// # Errors
/// [`Error::Forbidden`] for whoever never has any.
pub(super) fn of(read: &Read<'_>, viewer: &Viewer) -> Result<Vec<Errand>> {
    require_someones(viewer)?;
    notices::open_errands(read, |errand| is_theirs(read, viewer, errand))
}

/// That a number is seen is noted.
fn load(tx: &Tx<'_>, viewer: &Viewer) -> Result<Vec<Told>> {
    let with_way = |errand: Errand| {
        audit::note(tx, viewer, &Look::read("resident", errand.resident_id, Purpose::Matter))?;
        let reach = residents::way_to(tx, errand.resident_id, &Basis::OwnMatter)?;
        Ok(Told { needs: residents::needs(tx, errand.resident_id)?, reach, errand })
    };
    of(tx, viewer)?.into_iter().map(with_way).collect()
}

fn line(ctx: &Ctx, Told { errand, reach, needs }: Told) -> Line {
    let t = &ctx.t;
    let how = match &reach {
        Reach::Undeliverable(_) => t.get("errands-none").to_owned(),
        Reach::Way(way) => {
            let (key, to) = match way.outlet() {
                Outlet::Call(number) => ("errands-call", number.as_str()),
                Outlet::Sms(number) => ("errands-sms", number.as_str()),
                Outlet::Letter(address) => ("errands-letter", address.as_str()),
                Outlet::Email(email) => ("errands-email", email.as_str()),
            };
            t.with(key, &[("to", to.into())])
        }
    };
    Line {
        id: errand.id,
        title: errand.title,
        body: errand.body,
        language: errand.language,
        since: t.moment(errand.begun_at, ctx.now()),
        how,
        needs: words::needs(t, &needs),
    }
}
