//! The front page: search, the three tasks, the ways to reach us, and what was done lately.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use base::Wording;
use cases::public::{self, Done};
use web::{Ctx, Html, Page};

use super::call::{self, HoursPart};
use crate::Portal;

/// How many cases done lately are shown.
const LATELY: i64 = 3;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'a> {
    page: Page,
    q: &'static str,
    done: Vec<Line<'a>>,
    /// What holds today instead of the ordinary hours, for the phone and for the office.
    phone_today: Option<HoursPart>,
    office_today: Option<HoursPart>,
}

/// A case that was done lately.
struct Line<'a> {
    number: String,
    service: Option<&'a Wording>,
    place: String,
    when: String,
    class: &'static str,
    outcome: String,
}

/// `GET /`
pub(crate) async fn show(State(portal): State<Portal>, ctx: Ctx) -> Response {
    // The ways to reach us must be there even when the database is not.
    let done = ctx.app.db.read(|read| public::lately_done(read, LATELY)).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "the front page is shown without what was done lately");
        Vec::new()
    });
    let done = done.into_iter().map(|done| line(&portal, &ctx, done)).collect();
    let phone = &ctx.app.city.contact.phone;
    let line = portal.centre.lines.iter().find(|line| line.number.as_ref() == Some(phone));
    let answering = line.and_then(|line| line.calendar(&portal.centre.calendars, &portal.office));
    Html(HomePage {
        page: Page::public(&ctx, ctx.app.city.centre.of(ctx.language())),
        q: "",
        done,
        phone_today: answering.and_then(|calendar| call::hours_instead(&ctx, &calendar)),
        office_today: call::hours_instead(&ctx, &portal.office),
    })
    .into_response()
}

fn line<'a>(portal: &'a Portal, ctx: &Ctx, done: Done) -> Line<'a> {
    Line {
        number: done.number.to_string(),
        service: portal.catalogue.by_id(done.service_id).map(|service| &service.name),
        place: done.place,
        when: ctx.t.day(done.closed_at, ctx.now()),
        class: done.outcome.class(),
        outcome: web::capital(ctx.t.get(done.outcome.key())),
    }
}
