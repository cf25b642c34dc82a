//! `/desk/errands`: news that no letter may carry, for somebody who calls, writes on paper or finds another way.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Language, Result};
use notices::Errand;
use residents::{
    Reach,
    model::{Basis, Outlet},
};
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use store::Tx;
use web::{Ctx, Form, Html, Page, PageResult};

use super::{ERRANDS, seat::Seat};

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
    slowly: bool,
}

/// `GET /desk/errands`
pub(super) async fn list(seat: Seat) -> PageResult<Response> {
    may(&seat.viewer)?;
    let open = seat.change(load).await?;
    let errands = open.into_iter().map(|(errand, reach)| line(&seat.ctx, errand, &reach)).collect();
    Ok(Html(ErrandsPage { page: seat.page(seat.ctx.t.get("errands")), errands }).into_response())
}

/// `POST /desk/errands/{id}/done`; the form is read for its token.
pub(super) async fn finish(seat: Seat, Path(id): Path<String>, _: Form) -> PageResult<Response> {
    may(&seat.viewer)?;
    let id: Id = id.parse()?;
    seat.change(move |tx, _| notices::actions::finish_errand(tx, id)).await?;
    Ok(Redirect::to(ERRANDS).into_response())
}

fn may(viewer: &Viewer) -> Result<()> {
    let allowed = viewer.may(Permission::TakeReports) && viewer.may(Permission::SeeResidents);
    if allowed { Ok(()) } else { Err(Error::Forbidden) }
}

/// Each errand with the way that is right now; that its number is seen is noted.
fn load(tx: &Tx<'_>, viewer: &Viewer) -> Result<Vec<(Errand, Reach)>> {
    let with_way = |errand: Errand| {
        audit::note(tx, viewer, &Look::read("resident", errand.resident_id, Purpose::Matter))?;
        let reach = residents::way_to(tx, errand.resident_id, &Basis::OwnMatter)?;
        Ok((errand, reach))
    };
    notices::open_errands(tx)?.into_iter().map(with_way).collect()
}

fn line(ctx: &Ctx, errand: Errand, reach: &Reach) -> Line {
    let t = &ctx.t;
    let (how, slowly) = match reach {
        Reach::Undeliverable(_) => (t.get("errands-none").to_owned(), false),
        Reach::Way(way) => {
            let (key, to) = match way.outlet() {
                Outlet::Call(number) => ("errands-call", number.as_str()),
                Outlet::Sms(number) => ("errands-sms", number.as_str()),
                Outlet::Letter(address) => ("errands-letter", address.as_str()),
                Outlet::Email(email) => ("errands-email", email.as_str()),
            };
            (t.with(key, &[("to", to.into())]), way.style().slow_speech)
        }
    };
    Line {
        id: errand.id,
        title: errand.title,
        body: errand.body,
        language: errand.language,
        since: t.moment(errand.begun_at, ctx.now()),
        how,
        slowly,
    }
}
