//! Step 3: how to answer, and a last look at what is sent.

use std::borrow::Cow;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base::{FieldFault, Id};
use services::Service;
use web::{Choice, Ctx, Form, Html, Page, Upload};

use super::{
    danger,
    photos::{self, Photos},
    questions::told,
    same, step_title, what,
};
use crate::{
    Portal,
    model::{
        draft::{Danger, carried},
        statements::PrivacyNotice,
    },
};

#[derive(Template)]
#[template(path = "report/reply.html")]
struct ReplyPage<'a> {
    page: Page,
    form: Form,
    service: &'a Service,
    /// The first layer of what happens with personal data.
    privacy: Option<&'a PrivacyNotice>,
    place: String,
    ways: [Choice; 2],
    token: String,
    /// Questions of the service with what was answered.
    answers: Vec<(String, String)>,
    kept: Vec<(Cow<'static, str>, &'a str)>,
    /// Why it was not sent, when it was not.
    failed: Option<NotSent>,
    photos: Photos,
}

/// A report that did not reach us through no fault of the resident's.
pub(super) struct NotSent {
    /// Busy, away, limited.
    pub(super) status: StatusCode,
    /// The sentence of the page.
    pub(super) sentence: String,
    /// When to send it again.
    pub(super) retry_after_seconds: u32,
}

/// `POST /report/reply`
pub(crate) async fn ask(State(portal): State<Portal>, ctx: Ctx, upload: Upload) -> Response {
    let form = photos::take_in(&portal, &ctx, upload).await;
    if let Some(likely) = same::unasked(&portal, &ctx, &form).await {
        return same::show(&portal, &ctx, &form, likely);
    }
    ready(portal, ctx, form)
}

/// The page, once nothing alike is known, or the resident has said that theirs is something else.
pub(super) fn ready(portal: Portal, ctx: Ctx, form: Form) -> Response {
    let draft = portal.draft(&form);
    if draft.is_stopped() {
        return danger::show(&portal, &ctx, &form);
    }
    let mends = draft.mends_of_matter();
    match (draft.service, draft.danger()) {
        (Some(service), Danger::No) if mends.is_empty() && draft.fresh().is_none() => page(&portal, &ctx, &form, service, None),
        (Some(_), Danger::No | Danger::NotAsked) if mends.is_empty() => what::with_question(&portal, &ctx, &form),
        _ => what::refused(&portal, &ctx, form, &mends),
    }
}

/// The same page with what has to be mended.
pub(super) fn refused(portal: &Portal, ctx: &Ctx, form: Form, faults: &[FieldFault]) -> Response {
    let form = form.refused(&ctx.t, faults);
    let Some(service) = portal.draft(&form).service else { return what::refused(portal, ctx, form, &[]) };
    (StatusCode::UNPROCESSABLE_ENTITY, page(portal, ctx, &form, service, None)).into_response()
}

/// The same page with everything in it, when the report could not be taken.
pub(super) fn not_sent(portal: &Portal, ctx: &Ctx, form: &Form, failed: NotSent) -> Response {
    let Some(service) = portal.draft(form).service else { return what::with_question(portal, ctx, form) };
    let (status, seconds) = (failed.status, failed.retry_after_seconds);
    let mut response = (status, page(portal, ctx, form, service, Some(failed))).into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

fn page<'a>(portal: &'a Portal, ctx: &Ctx, form: &'a Form, service: &'a Service, failed: Option<NotSent>) -> Response {
    let heading = if failed.is_some() { "portal-not-sent" } else { "portal-reply-heading" };
    let page = ReplyPage {
        page: Page::public(ctx, step_title(ctx, 3, ctx.t.get(heading))).with_form(form),
        ways: [
            Choice::new("email", ctx.t.get("portal-reply-email")),
            Choice::new("none", ctx.t.get("portal-reply-none")).hint(ctx.t.get("portal-reply-none-hint")),
        ],
        place: portal.draft(form).place().words,
        token: form.filled("token").map_or_else(|| Id::new().to_string(), str::to_owned),
        answers: portal.draft(form).answers().unwrap_or_default().iter().map(|answer| told(ctx, answer)).collect(),
        photos: Photos::of(portal, ctx, form, "/report/reply"),
        kept: [photos::carried(form), carried(form, Some(service))].concat(),
        form: with_a_way(form),
        service,
        privacy: portal.notice_of(service),
        failed,
    };
    Html(page).into_response()
}

/// The same form; who has not chosen yet finds e-mail chosen.
fn with_a_way(form: &Form) -> Form {
    let mut form = form.clone();
    if form.filled("reply").is_none() {
        form.add("reply", "email");
    }
    form
}
