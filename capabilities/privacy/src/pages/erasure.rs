//! `/privacy/residents/{id}/erasure`: what would go and what would stay, the erasure, and the letter about it.

use ::store::Tx;
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result};
use serde::Deserialize;
use staff::{
    Viewer,
    audit::{self, Look, Purpose},
};
use web::{Form, Html, Page, PageResult};

use super::{Seat, person};
use crate::{
    actions,
    model::{KeptUntil, Plan, Why},
};

#[derive(Deserialize)]
pub(super) struct Asked {
    done: Option<String>,
    request: Option<String>,
}

#[derive(Template)]
#[template(path = "erasure.html")]
struct ErasurePage {
    page: Page,
    form: Form,
    id: Id,
    /// Whether it was done just now.
    is_done: bool,
    refused: Option<String>,
    /// Whether a request asks for it, of somebody whose identity was checked.
    founded: bool,
    identity_stays: bool,
    parts: Vec<Line>,
    /// The letter to the person: before, what it will say; after, what it says.
    letter: String,
    request: String,
}

struct Line {
    number: String,
    service: String,
    /// Why it stays; `None` when it goes.
    why: Option<String>,
}

/// `GET /privacy/residents/{id}/erasure?request={id}`
pub(super) async fn show(seat: Seat, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult<Response> {
    let page = erasure_page(&seat, id.parse()?, Form::new(), asked.done.is_some(), asked.request.unwrap_or_default()).await?;
    Ok(Html(page).into_response())
}

async fn erasure_page(seat: &Seat, id: Id, form: Form, is_done: bool, request: String) -> Result<ErasurePage> {
    let zone = seat.ctx.app.zone().clone();
    let look = move |tx: &Tx<'_>, viewer: &Viewer| {
        audit::note(tx, viewer, &Look::read("resident", id, Purpose::PrivacyRequest))?;
        Ok((actions::plan(tx, id, tx.now(), &zone)?, actions::founded(tx, id).is_ok()))
    };
    let (plan, founded) = seat.change(look).await?;
    Ok(ErasurePage {
        page: seat.page(seat.words("privacy-erasure")).with_form(&form),
        form,
        id,
        is_done,
        refused: plan.held.clone(),
        founded,
        identity_stays: plan.keeps_identity(),
        letter: letter(seat, &plan),
        parts: lines(seat, &plan),
        request,
    })
}

fn lines(seat: &Seat, plan: &Plan) -> Vec<Line> {
    let line = |part: &crate::model::Part| Line {
        number: part.standing.number.to_string(),
        service: part.standing.service.of(seat.ctx.language()).to_owned(),
        why: part.why.as_ref().map(|why| reason(seat, why)),
    };
    plan.parts.iter().map(line).collect()
}

fn reason(seat: &Seat, why: &Why) -> String {
    let t = &seat.ctx.t;
    match why {
        Why::Open => t.get("privacy-why-open").to_owned(),
        Why::Held(reason) => t.with("privacy-why-held", &[("reason", reason.as_str().into())]),
        Why::Unread(word) => t.with("privacy-why-unread", &[("category", word.as_str().into())]),
        Why::Archive(word, until) => {
            let (kind, day) = match until {
                KeptUntil::ForEver => ("ever", String::new()),
                KeptUntil::Day(day) => ("day", seat.date(*day)),
                KeptUntil::Judged(day) => ("judged", seat.date(*day)),
            };
            t.with("privacy-why-archive", &[("category", word.as_str().into()), ("until", kind.into()), ("day", day.as_str().into())])
        }
    }
}

/// What we write to the person about it. It names nobody, so that it may be shown after the erasure, too.
fn letter(seat: &Seat, plan: &Plan) -> String {
    let t = &seat.ctx.t;
    let stays: Vec<String> =
        lines(seat, plan).into_iter().filter_map(|line| Some(format!("– {} ({}): {}", line.number, line.service, line.why?))).collect();
    let kind = match (plan.is_refused(), stays.len()) {
        (true, _) => "refused",
        (false, 0) => "all",
        (false, kept) if kept == plan.parts.len() && plan.keeps_identity() => "none",
        (false, _) => "part",
    };
    let city = seat.ctx.app.city.legal_owner.as_str();
    t.with("privacy-letter-erasure", &[("kind", kind.into()), ("stays", stays.join("\n").into()), ("city", city.into())])
}

/// `POST /privacy/residents/{id}/erasure`: erases what may go, then adds it to the ledger.
pub(super) async fn create(seat: Seat, Path(id): Path<String>, mut form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let request = form.filled("request").map(str::to_owned).unwrap_or_default();
    if form.get("sure") != "yes" {
        form.refuse("sure", seat.words("privacy-erasure-unsure"));
        let page = erasure_page(&seat, id, form, false, request).await?;
        return Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
    }
    let (rooms, zone) = (seat.privacy.rooms, seat.ctx.app.zone().clone());
    let erase = move |tx: &Tx<'_>, _: &Viewer| {
        let (request_id, plan) = (actions::founded(tx, id)?, actions::plan(tx, id, tx.now(), &zone)?);
        actions::erase(tx, rooms, &plan, Some(request_id))
    };
    let line = seat.change(erase).await?;
    let ledger = seat.privacy.ledger.clone();
    let added = tokio::task::spawn_blocking(move || ledger.add(&[line])).await.map_err(Error::internal)?;
    if let Err(fault) = added {
        // The row is there; the ledger gets its line at the next start or backup.
        tracing::error!(%fault, "an erasure could not be added to the ledger");
    }
    let query = if request.is_empty() { String::new() } else { format!("&request={request}") };
    Ok(Redirect::to(&format!("{}/erasure?done=1{query}", person::address(id))).into_response())
}
