//! Somebody is in danger, or an answer stops the report: what to do now and the number to call, instead of a form.

use std::borrow::Cow;

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::Wording;
use web::{Ctx, Form, Html, Page};

use super::kept;
use crate::{
    Portal,
    model::draft::{Danger, carried},
};

/// What is kept for the case that nobody is in danger after all; the answer itself is not.
const KEPT: [&str; 10] = ["place_id", "place", "service", "body", "reply", "email", "token", "photos", "photo_at", "unlike"];

#[derive(Template)]
#[template(path = "report/danger.html")]
struct DangerPage<'a> {
    page: Page,
    /// The number to call; `None` when nobody has to be called at once.
    number: Option<&'a str>,
    who: Option<&'a Wording>,
    /// What the city pack says of such an answer.
    say: Option<&'a Wording>,
    kept: Vec<(Cow<'static, str>, &'a str)>,
}

/// The page that tells which number to call.
pub(super) fn show(portal: &Portal, ctx: &Ctx, form: &Form) -> Response {
    let draft = portal.draft(form);
    let stop = draft.stop().filter(|_| draft.danger() != Danger::Yes);
    let danger = draft.service.and_then(|service| service.danger.as_ref());
    let (number, say) = match &stop {
        Some((_, stop)) => (stop.call.as_deref(), Some(&stop.say)),
        None => (Some(danger.map_or("112", |danger| &danger.call)), None),
    };
    let who = portal.app.city.emergency.iter().find(|emergency| Some(emergency.number.as_str()) == number).map(|emergency| &emergency.name);
    let title = match number {
        Some(number) => ctx.t.with("portal-danger-heading", &[("number", number.into())]),
        None => ctx.t.get("portal-stop-heading").to_owned(),
    };
    let stopping = |name: &str| stop.as_ref().is_some_and(|(field, _)| field == name);
    let answers = carried(form, draft.service).into_iter().filter(|(name, _)| !stopping(name)).collect();
    let kept = [kept(form, &KEPT), answers].concat();
    Html(DangerPage { page: Page::public(ctx, title), number, who, say, kept }).into_response()
}
