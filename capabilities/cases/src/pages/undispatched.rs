//! `/cases/undispatched`: the cases that no unit has, each with a form to hand it to one.

use ::store::{Read, Tx};
use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{Error, Id, ReportNumber, Result};
use serde::Deserialize;
use staff::{
    Unit, Viewer,
    audit::{self, Look, Purpose},
};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{Seat, case::unit_choices, said::Said, status::Status, story::unit_name};
use crate::{
    model::{Case, Stage},
    store::{self as rows, InboxRow, PAGE, Returned},
};

#[derive(Deserialize)]
pub(super) struct Asked {
    saved: Option<Id>,
}

#[derive(Template)]
#[template(path = "undispatched.html")]
struct UndispatchedPage {
    page: Page,
    form: Form,
    said: Option<Said>,
    lines: Vec<Line>,
    /// Whether there are more than are shown.
    more: bool,
    units: Vec<Choice>,
}

struct Line {
    id: Id,
    field: String,
    number: ReportNumber,
    service: String,
    place: String,
    when: String,
    status: Status,
    body: String,
    /// Who gave it back, how often, and why; empty when nobody did.
    returned: String,
    reason: String,
}

/// The name of the field by which the list hands this case to a unit.
pub(super) fn field(id: Id) -> String {
    format!("unit-{id}")
}

/// `GET /cases/undispatched`
pub(super) async fn show(seat: Seat, Query(asked): Query<Asked>) -> PageResult<Response> {
    let said = match asked.saved {
        Some(id) => handed(&seat, id).await?,
        None => None,
    };
    let page = undispatched_page(&seat, Form::new(), said).await?;
    Ok(Html(page).into_response())
}

/// The notice that the case was handed to a unit, if it was.
async fn handed(seat: &Seat, id: Id) -> Result<Option<Said>> {
    // Whoever handed it on may not see it any more, but of a sensitive one nobody hears the number.
    let look = move |read: &Read<'_>, viewer: &Viewer| {
        if rows::hides(read, Some(viewer), id)? { Err(Error::NotFound) } else { Ok((rows::load(read, id)?, rows::reports_of(read, id)?)) }
    };
    let found = seat.read(look).await;
    let reports = match found {
        Ok((Case { stage: Stage::Dispatched(_), .. }, reports)) => reports,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let number = reports.first().map(|report| report.number.to_string()).unwrap_or_default();
    let text = seat.ctx.t.with("cases-handed", &[("number", number.into())]);
    Ok(Some(Said::saved(&seat.ctx, text)))
}

/// The list again after a case could not be handed to a unit.
///
/// # Errors
/// What the page cannot mend, and what keeps it from being shown.
pub(super) async fn again(seat: &Seat, id: Id, mut form: Form, error: Error) -> PageResult<Response> {
    let t = &seat.ctx.t;
    let (status, said) = match error {
        Error::Invalid(faults) => {
            faults.iter().for_each(|fault| form.refuse(field(id), t.get(fault.message)));
            (StatusCode::UNPROCESSABLE_ENTITY, None)
        }
        Error::Conflict(key) => (StatusCode::CONFLICT, Some(Said::conflict(&seat.ctx, key))),
        other => return Err(other.into()),
    };
    let page = undispatched_page(seat, form, said).await?;
    Ok((status, Html(page)).into_response())
}

async fn undispatched_page(seat: &Seat, form: Form, said: Option<Said>) -> Result<UndispatchedPage> {
    let (mut found, units, returned) = seat.change(load).await?;
    let shown = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = found.len() > shown;
    found.truncate(shown);
    Ok(UndispatchedPage {
        page: seat.page(seat.ctx.t.get("cases-nav-undispatched")).with_form(&form),
        form,
        said,
        lines: found.into_iter().map(|row| line(seat, row, &returned, &units)).collect(),
        more,
        units: unit_choices(&seat.ctx, &units, None),
    })
}

/// The list shows what residents said, so that each line is a look.
fn load(tx: &Tx<'_>, viewer: &Viewer) -> Result<(Vec<InboxRow>, Vec<Unit>, Vec<Returned>)> {
    let found = rows::undispatched(tx, viewer)?;
    let shown = found.iter().take(usize::try_from(PAGE).unwrap_or(usize::MAX)).filter(|row| !row.body.is_empty());
    shown.map(|row| Look::read("case", row.case.id, Purpose::Matter)).try_for_each(|look| audit::note(tx, viewer, &look))?;
    Ok((found, staff::units(tx)?, rows::returned(tx)?))
}

fn line(seat: &Seat, row: InboxRow, returned: &[Returned], units: &[Unit]) -> Line {
    let ctx = &seat.ctx;
    let returned = returned.iter().find(|returned| returned.case_id == row.case.id);
    Line {
        id: row.case.id,
        field: field(row.case.id),
        number: row.number,
        service: row.service.of(ctx.language()).to_owned(),
        when: ctx.t.moment(row.case.opened_at, ctx.now()),
        status: Status::new(ctx, row.case.stage, row.case.due_at),
        place: row.case.place.words,
        body: row.body,
        returned: returned.map(|returned| given_back(ctx, returned, units)).unwrap_or_default(),
        reason: returned.map(|returned| returned.words.clone()).unwrap_or_default(),
    }
}

/// "Odesłana 2 razy, ostatnio przez jednostkę Zarząd Dróg": a loop is seen.
fn given_back(ctx: &Ctx, returned: &Returned, units: &[Unit]) -> String {
    let unit = returned.unit_id.map(|id| unit_name(ctx, id, units)).unwrap_or_default();
    let times = i64::try_from(returned.times).unwrap_or(i64::MAX);
    ctx.t.with("cases-given-back", &[("n", times.into()), ("unit", unit.into())])
}
