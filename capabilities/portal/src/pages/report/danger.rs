//! Somebody is in danger: the number to call, at once, instead of a form.

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::Wording;
use web::{Ctx, Form, Html, Page};

use super::kept;
use crate::Portal;

/// What is kept for the case that nobody is in danger after all; the answer itself is not.
const KEPT: [&str; 7] = ["place_id", "place", "service", "body", "reply", "email", "token"];

#[derive(Template)]
#[template(path = "report/danger.html")]
struct DangerPage<'a> {
    page: Page,
    number: &'a str,
    who: Option<&'a Wording>,
    kept: Vec<(&'static str, &'a str)>,
}

/// The page that tells which number to call.
pub(super) fn show(portal: &Portal, ctx: &Ctx, form: &Form) -> Response {
    let danger = portal.draft(form).service.and_then(|service| service.danger.as_ref());
    let number = danger.map_or("112", |danger| &danger.call);
    let who = portal.app.city.emergency.iter().find(|emergency| emergency.number == number).map(|emergency| &emergency.name);
    let title = ctx.t.with("portal-danger-heading", &[("number", number.into())]);
    Html(DangerPage { page: Page::public(ctx, title), number, who, kept: kept(form, &KEPT) }).into_response()
}
