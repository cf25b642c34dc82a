//! The report is sent: one transaction, then on to its own page. Works from the last step and as a single post.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Actor, Error, FieldFault, ReportNumber};
use cases::NewReport;
use store::Tx;
use web::{App, Class, Ctx, Form, Upload};

use super::{danger, photos, reply, reply::NotSent, what};
use crate::Portal;

/// `POST /report`
pub(crate) async fn create(State(portal): State<Portal>, ctx: Ctx, upload: Upload) -> Response {
    let form = photos::take_in(&portal, &ctx, upload).await;
    if let Err(limited) = ctx.allow(&Class::PUBLIC_FORMS) {
        let seconds = limited.retry_after_seconds;
        return reply::not_sent(&portal, &ctx, &form, not_sent(&ctx, StatusCode::TOO_MANY_REQUESTS, seconds));
    }
    let draft = portal.draft(&form);
    if draft.is_stopped() {
        return danger::show(&portal, &ctx, &form);
    }
    if draft.service.is_some() && draft.answers().is_err() {
        let mends = draft.mends_of_matter();
        return what::refused(&portal, &ctx, form, &mends);
    }
    let report = match draft.report(ctx.language()) {
        Ok(report) => NewReport { photos: photos::of_report(&ctx, &form).await, ..report },
        Err(faults) => return refused(&portal, &ctx, form, &faults),
    };
    let office = portal.office.clone();
    let take = move |tx: &Tx<'_>| cases::actions::open(tx, &cases::actions::promised(tx, &report, &office)?);
    match ctx.app.db.write(Actor::STRANGER, take).await {
        Ok(opened) => Redirect::to(&private_path(&ctx.app, opened.number)).into_response(),
        Err(Error::Invalid(faults)) => refused(&portal, &ctx, form, &faults),
        Err(error) => failed(&portal, &ctx, &form, &error),
    }
}

fn refused(portal: &Portal, ctx: &Ctx, form: Form, faults: &[FieldFault]) -> Response {
    let draft = portal.draft(&form);
    if draft.service.is_none() {
        let of_matter = draft.mends_of_matter();
        return what::refused(portal, ctx, form, &of_matter);
    }
    reply::refused(portal, ctx, form, faults)
}

/// Nothing was taken, and nothing that was typed is lost: the page comes back with all of it.
fn failed(portal: &Portal, ctx: &Ctx, form: &Form, error: &Error) -> Response {
    tracing::error!(request = %ctx.visit.request_id, %error, "a report could not be taken");
    let (status, seconds) = match error {
        Error::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, 30),
        Error::Unavailable(_) => (StatusCode::SERVICE_UNAVAILABLE, 30),
        _ => (StatusCode::SERVICE_UNAVAILABLE, 2),
    };
    reply::not_sent(portal, ctx, form, not_sent(ctx, status, seconds))
}

fn not_sent(ctx: &Ctx, status: StatusCode, retry_after_seconds: u32) -> NotSent {
    let sentence = match status {
        StatusCode::TOO_MANY_REQUESTS => ctx.t.count("portal-not-sent-limited", retry_after_seconds),
        _ => ctx.t.get("portal-not-sent-text").to_owned(),
    };
    NotSent { status, sentence, retry_after_seconds }
}

/// The path of the report's page with the key that shows its author's own words; [`cases::jobs::private_link`] without
/// the host, by which the visitor has come already.
fn private_path(app: &App, number: ReportNumber) -> String {
    let link = cases::jobs::private_link(app, number);
    link.strip_prefix(&app.settings.public_url).unwrap_or(&link).to_owned()
}
