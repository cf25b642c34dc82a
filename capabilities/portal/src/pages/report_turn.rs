//! What an author does on the page of their report: answers what the unit asked, says whether it is done. Only by the signed link.

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Actor, Error, ReportNumber, Result};
use cases::{actions, model::Verdict, public};
use web::{Class, Ctx, Form, PageResult};

use super::{
    lookup,
    report_page::{self, Keyed},
};
use crate::Portal;

/// `POST /reports/{number}/answer?key=…`, field `answer`
pub(crate) async fn answer(
    State(portal): State<Portal>,
    ctx: Ctx,
    Path(typed): Path<String>,
    Query(keyed): Query<Keyed>,
    form: Form,
) -> PageResult<Response> {
    let Some(number) = author_of(&ctx, &typed, &keyed) else { return Ok(lookup::not_found(&ctx, &typed)) };
    ctx.allow(&Class::PUBLIC_FORMS)?;
    let words = form.get("answer").to_owned();
    let answered = ctx.app.db.write(Actor::STRANGER, move |tx| actions::answer(tx, number, &words)).await;
    after(&portal, &ctx, number, form, answered.map_err(|error| error.at_field("words", "answer"))).await
}

/// `POST /reports/{number}/verdict?key=…`, fields `verdict` and `wrong`
pub(crate) async fn judge(
    State(portal): State<Portal>,
    ctx: Ctx,
    Path(typed): Path<String>,
    Query(keyed): Query<Keyed>,
    form: Form,
) -> PageResult<Response> {
    let Some(number) = author_of(&ctx, &typed, &keyed) else { return Ok(lookup::not_found(&ctx, &typed)) };
    ctx.allow(&Class::PUBLIC_FORMS)?;
    let words = form.get("wrong").to_owned();
    let judged = match form.get("verdict") {
        "fixed" => ctx.app.db.write(Actor::STRANGER, move |tx| actions::judge(tx, number, Verdict::Fixed, "")).await,
        "not_fixed" => ctx.app.db.write(Actor::STRANGER, move |tx| actions::judge(tx, number, Verdict::NotFixed, &words)).await,
        _ => Err(Error::invalid("verdict", "portal-verdict-missing")),
    };
    after(&portal, &ctx, number, form, judged.map(drop).map_err(|error| error.at_field("words", "wrong"))).await
}

/// The number, if the visitor has the link of its author.
fn author_of(ctx: &Ctx, typed: &str, keyed: &Keyed) -> Option<ReportNumber> {
    let number = lookup::read(typed)?;
    report_page::is_author(ctx, number, keyed).then_some(number)
}

async fn after(portal: &Portal, ctx: &Ctx, number: ReportNumber, form: Form, done: Result<()>) -> PageResult<Response> {
    let key = ctx.app.signer.sign(public::LINK, &number.value().to_string());
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/reports/{number}?key={key}")).into_response()),
        // The case went on meanwhile: the page as it is now, with the words that nobody got.
        Err(Error::Conflict(why)) => {
            let page = report_page::own(portal, ctx, number, form, Some(ctx.t.get(why).to_owned())).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(Error::Invalid(faults)) => {
            let form = form.refused(&ctx.t, &faults);
            let page = report_page::own(portal, ctx, number, form, None).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
