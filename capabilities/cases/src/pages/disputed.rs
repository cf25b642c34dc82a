//! `/cases/disputed`: ended cases of which an author says once more that they are not done; somebody who watches over the work decides.

use ::store::Read;
use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Language, Result};
use serde::Deserialize;
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use web::{Form, Html, Page, PageResult};

use super::{Seat, said::Said};
use crate::{
    actions::{self, Decision},
    public::Happening,
    store::{self as rows, UNDECIDED, Undecided},
};

/// Where disputed ends are decided.
pub const DISPUTED: &str = "/cases/disputed";

#[derive(Deserialize)]
pub(super) struct Asked {
    saved: Option<String>,
}

#[derive(Template)]
#[template(path = "disputed.html")]
struct DisputedPage {
    page: Page,
    form: Form,
    said: Option<Said>,
    lines: Vec<Line>,
    more: bool,
}

struct Line {
    report_id: Id,
    case_id: Id,
    number: String,
    service: String,
    place: String,
    when: String,
    /// What the unit said at the end.
    closing: String,
    words: String,
    language: Language,
    /// The name of the field with the answer to the author.
    field: String,
}

/// What the list has of one verdict.
struct Disputed {
    verdict: Undecided,
    service: base::Wording,
    place: String,
    closing: String,
}

fn field(report_id: Id) -> String {
    format!("words-{report_id}")
}

/// `GET /cases/disputed`
pub(super) async fn show(seat: Seat, Query(asked): Query<Asked>) -> PageResult<Response> {
    let said = asked.saved.map(|_| Said::saved(&seat.ctx, seat.ctx.t.get("cases-disputed-decided").to_owned()));
    Ok(Html(disputed_page(&seat, Form::new(), said).await?).into_response())
}

async fn disputed_page(seat: &Seat, form: Form, said: Option<Said>) -> Result<DisputedPage> {
    seat.viewer.require(Permission::Supervise)?;
    let looking = |tx: &::store::Tx<'_>, viewer: &Viewer| {
        let found = load(tx, viewer)?;
        found.iter().try_for_each(|one| audit::note(tx, viewer, &Look::read("case", one.verdict.case_id, Purpose::Matter)))?;
        Ok(found)
    };
    let mut found = seat.change(looking).await?;
    let shown = usize::try_from(UNDECIDED).unwrap_or(usize::MAX);
    let more = found.len() > shown;
    found.truncate(shown);
    let page = seat.page(seat.ctx.t.get("cases-nav-disputed")).with_form(&form);
    Ok(DisputedPage { page, form, said, lines: found.into_iter().map(|one| line(seat, one)).collect(), more })
}

fn load(read: &Read<'_>, viewer: &Viewer) -> Result<Vec<Disputed>> {
    let told = |verdict: Undecided| {
        let case = rows::load(read, verdict.case_id)?;
        let ends = rows::story_of(read, case.id)?.into_iter().rev().find(|entry| matches!(entry.what, Happening::Closed(_)));
        let closing = ends.and_then(|entry| entry.words).unwrap_or_default();
        Ok(Disputed { verdict, service: rows::service_name(read, case.service_id)?, place: case.place.words, closing })
    };
    rows::undecided_for(read, viewer)?.into_iter().map(told).collect()
}

fn line(seat: &Seat, one: Disputed) -> Line {
    let (ctx, verdict) = (&seat.ctx, one.verdict);
    Line {
        report_id: verdict.report_id,
        case_id: verdict.case_id,
        number: verdict.number.to_string(),
        service: one.service.of(ctx.language()).to_owned(),
        place: one.place,
        when: ctx.t.moment(verdict.given_at, ctx.now()),
        closing: one.closing,
        words: verdict.words,
        language: verdict.language,
        field: field(verdict.report_id),
    }
}

/// `POST /cases/disputed/{report}`; the field `decision` says whether the case goes back or stays ended.
pub(super) async fn decide(seat: Seat, Path(report_id): Path<String>, form: Form) -> PageResult<Response> {
    seat.viewer.require(Permission::Supervise)?;
    let report_id: Id = report_id.parse()?;
    let decision = match form.get("decision") {
        "reopen" => Decision::Reopen,
        _ => Decision::Decline(form.get(&field(report_id)).to_owned()),
    };
    let decided = seat.change(move |tx, viewer| {
        let known = rows::undecided_of(tx, report_id)?;
        if rows::hides(tx, Some(viewer), known.case_id)? {
            return Err(Error::NotFound);
        }
        actions::decide(tx, report_id, &decision)
    });
    match decided.await {
        Ok(()) => Ok(Redirect::to(&format!("{DISPUTED}?saved=1")).into_response()),
        Err(Error::Invalid(faults)) => {
            let mut form = form;
            faults.iter().for_each(|fault| form.refuse(field(report_id), seat.ctx.t.get(fault.message)));
            let page = disputed_page(&seat, form, None).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
        }
        // Somebody else was quicker.
        Err(Error::NotFound) => {
            let said = Some(Said::conflict(&seat.ctx, "case-decided"));
            let page = disputed_page(&seat, form, said).await?;
            Ok((StatusCode::CONFLICT, Html(page)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
