//! `/cases/{id}/deadline`: the unit promises another day for the end of a case, and says why.

use ::store::Read;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Moment, Result};
use jiff::civil::Date;
use staff::{Viewer, pages::Office};
use web::{Form, Html, Page, PageResult};

use super::{Seat, case::address, said::Said};
use crate::{
    actions,
    model::{Clock, ClockKind, Step, last_day},
    store::{self as rows, find_to_work},
};

/// The clocks of a case as pages tell of them.
pub(super) struct ClockLine {
    /// What is measured.
    pub name: String,
    /// The promised day.
    pub due: String,
    /// How it stands: a key of words.
    pub state: &'static str,
    /// The classes of its tag.
    pub class: &'static str,
    /// "wcześniej obiecane: czwartek 26 listopada"; empty when nothing was promised before.
    pub before: String,
}

/// A clock in words.
pub(super) fn line(ctx: &web::Ctx, clock: &Clock) -> ClockLine {
    let (t, now) = (&ctx.t, ctx.now());
    let day = |moment: Moment| t.day(last_day(moment), now);
    let (state, class) = match (clock.met_at, clock.stands_since) {
        (Some(met_at), stands) if stands.unwrap_or(met_at) <= clock.due_at => ("clock-state-kept", "tag tag-done"),
        (Some(_), _) => ("clock-state-broken", "tag tag-late"),
        (None, Some(_)) if clock.kind == ClockKind::Legal => ("clock-state-ground", "tag tag-plan"),
        (None, Some(_)) => ("clock-state-stands", "tag tag-you"),
        (None, None) if clock.due_at < now => ("clock-state-late", "tag tag-late"),
        (None, None) if clock.warned_at.is_some() => ("clock-state-ends", "tag tag-you"),
        (None, None) => ("clock-state-runs", "tag"),
    };
    let moved = clock.first_due_at != clock.due_at;
    let before = if moved { t.with("cases-clock-first", &[("day", day(clock.first_due_at).into())]) } else { String::new() };
    ClockLine { name: web::capital(t.get(clock.kind.key())), due: day(clock.due_at), state, class, before }
}

#[derive(Template)]
#[template(path = "deadline.html")]
struct DeadlinePage {
    page: Page,
    form: Form,
    said: Option<Said>,
    id: Id,
    number: String,
    service: String,
    /// The day that is promised now.
    due: Option<String>,
}

/// `GET /cases/{id}/deadline`
pub(super) async fn show(seat: Seat, Path(id): Path<String>) -> PageResult<Response> {
    page(&seat, id.parse()?, Form::new(), None).await
}

/// `POST /cases/{id}/deadline`
pub(super) async fn change(seat: Seat, office: Office, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, reason): (Id, _) = (id.parse()?, form.get("reason").to_owned());
    let promised = match form.get("on").parse::<Date>() {
        Ok(on) => {
            let promise = move |tx: &::store::Tx<'_>, viewer: &Viewer| {
                find_to_work(tx, viewer, id).and_then(|_| actions::promise_anew(tx, id, on, &reason, &office))
            };
            seat.change(promise).await
        }
        Err(_) => Err(Error::invalid("on", "case-day-missing")),
    };
    match promised.map_err(|error| error.at_field("words", "reason")) {
        Ok(()) => Ok(Redirect::to(&format!("{}?saved=1", address(id))).into_response()),
        Err(Error::Invalid(faults)) => {
            let form = form.refused(&seat.ctx.t, &faults);
            let again = page(&seat, id, form, None).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, again).into_response())
        }
        Err(Error::Conflict(key)) => {
            let said = Said::conflict(&seat.ctx, key);
            let again = page(&seat, id, form, Some(said)).await?;
            Ok((StatusCode::CONFLICT, again).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(seat: &Seat, id: Id, form: Form, said: Option<Said>) -> PageResult<Response> {
    let look = move |read: &Read<'_>, viewer: &Viewer| -> Result<_> {
        let case = find_to_work(read, viewer, id)?;
        let number = rows::reports_of(read, id)?.first().map(|first| first.number.to_string());
        Ok((rows::service_name(read, case.service_id)?, number.unwrap_or_default(), case))
    };
    let (service, number, case) = seat.read(look).await?;
    let ctx = &seat.ctx;
    // Whoever comes to a case that has ended finds its page, where all is told.
    if said.is_none() && case.stage.after(Step::Progress, ctx.now()).is_err() {
        return Ok(Redirect::to(&address(id)).into_response());
    }
    let service = service.of(ctx.language()).to_owned();
    let title = format!("{}: {number}", ctx.t.get("cases-deadline"));
    let due = case.due_at.map(|due_at| ctx.t.day(last_day(due_at), ctx.now()));
    Ok(Html(DeadlinePage { page: seat.page(title).with_form(&form), form, said, id, number, service, due }).into_response())
}
