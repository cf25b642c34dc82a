//! Between the second step and the third: cases that may be about the same thing. Whoever finds theirs follows it or is
//! counted, and need not report it again.

use std::borrow::Cow;

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, FieldFault, ReportNumber};
use cases::{
    Tag,
    public::{self, Alike, Likely},
};
use web::{Class, Ctx, Form, Html, Page, PageResult};

use super::{kept, photos, reply, step_title};
use crate::{
    Portal,
    model::draft::{Danger, carried},
    pages::{followers, lookup},
};

/// The most cases shown.
const SHOWN: usize = 5;
const DAY_SECONDS: i64 = 24 * 3600;
/// What is sent along; the e-mail address stands on the page.
const KEPT: [&str; 8] = ["place_id", "place", "service", "asked", "danger", "body", "reply", "token"];

#[derive(Template)]
#[template(path = "report/same.html")]
struct SamePage<'a> {
    page: Page,
    form: &'a Form,
    likely: Vec<Line>,
    kept: Vec<(Cow<'static, str>, &'a str)>,
}

/// A case, with enough to judge by.
struct Line {
    /// Whether it can be followed; one that ended is only shown.
    open: bool,
    number: String,
    place: String,
    tag: Tag,
    state: String,
    far: String,
    when: String,
    others: i64,
    words: Option<String>,
}

/// What the resident has said of place and service to which nothing alike fitted; asked again when either is another.
fn asked_of(form: &Form) -> String {
    format!("{} {}", form.get("service"), form.get("place_id"))
}

/// Cases that may be about the same thing, of which the resident has not been asked; `None` when there are none. What the
/// database cannot tell stands in nobody's way.
pub(super) async fn unasked(portal: &Portal, ctx: &Ctx, form: &Form) -> Option<Vec<Likely>> {
    let draft = portal.draft(form);
    let matter = draft.danger() == Danger::No && !draft.is_stopped() && draft.mends_of_matter().is_empty() && draft.fresh().is_none();
    let service = draft.service.filter(|service| matter && service.public && !service.sensitive())?;
    let (place, rule) = (draft.place(), service.duplicates());
    let point = place.point.filter(|_| rule.metres > 0 && form.get("unlike") != asked_of(form))?;
    let closed_since = ctx.now().plus_seconds(-rule.days * DAY_SECONDS);
    let alike = Alike { service_id: service.id, point, metres: rule.metres as f64, closed_since };
    let found = ctx.app.db.read(move |read| public::likely(read, &alike, SHOWN)).await;
    let likely = found.unwrap_or_else(|error| {
        tracing::warn!(%error, "a report goes on without a look at what is alike");
        Vec::new()
    });
    (!likely.is_empty()).then_some(likely)
}

/// The page with the cases.
pub(super) fn show(portal: &Portal, ctx: &Ctx, form: &Form, likely: Vec<Likely>) -> Response {
    let draft = portal.draft(form);
    let page = SamePage {
        page: Page::public(ctx, step_title(ctx, 2, ctx.t.get("portal-same-heading"))).with_form(form),
        likely: likely.into_iter().map(|one| line(ctx, one)).collect(),
        kept: [kept(form, &KEPT), photos::carried_over(form), carried(form, draft.service)].concat(),
        form,
    };
    Html(page).into_response()
}

fn line(ctx: &Ctx, one: Likely) -> Line {
    let key = if one.stage.outcome().is_some() { "portal-map-closed-on" } else { "portal-map-opened-on" };
    let at = one.stage.closed_at().unwrap_or(one.opened_at);
    let metres = (one.metres.round() as i64).max(0);
    Line {
        open: one.stage.outcome().is_none(),
        number: one.number.to_string(),
        place: one.place,
        tag: one.stage.tag(),
        state: one.stage.words(&ctx.t, ctx.now()),
        far: if metres < 5 {
            ctx.t.get("portal-same-here").to_owned()
        } else {
            ctx.t.with("portal-same-far", &[("metres", metres.into())])
        },
        when: ctx.t.with(key, &[("day", ctx.t.day(at, ctx.now()).into())]),
        others: one.others,
        words: one.words,
    }
}

/// `POST /report/same`: field `same`, the number of a case or `none`.
pub(crate) async fn choose(State(portal): State<Portal>, ctx: Ctx, form: Form) -> PageResult<Response> {
    let same = match (form.get("same"), lookup::read(form.get("same"))) {
        ("none", _) => None,
        (_, Some(number)) => Some(number),
        _ => return Ok(refused(&portal, &ctx, form, FieldFault { field: "same", message: "portal-same-missing" }).await),
    };
    match same {
        Some(number) => me_too(&portal, &ctx, form, number).await,
        None => {
            let said = asked_of(&form);
            let others = form.fields().filter(|(name, _)| *name != "unlike");
            Ok(reply::ready(portal, ctx, Form::of(others.chain([("unlike", said.as_str())]))))
        }
    }
}

async fn refused(portal: &Portal, ctx: &Ctx, form: Form, fault: FieldFault) -> Response {
    let form = form.refused(&ctx.t, &[fault]);
    match unasked(portal, ctx, &form).await {
        Some(likely) => (StatusCode::UNPROCESSABLE_ENTITY, show(portal, ctx, &form, likely)).into_response(),
        None => reply::ready(portal.clone(), ctx.clone(), form),
    }
}

/// Theirs is a case that we know: they are counted, or asked by e-mail. A case that ended meanwhile is told on its page.
async fn me_too(portal: &Portal, ctx: &Ctx, form: Form, number: ReportNumber) -> PageResult<Response> {
    ctx.allow(&Class::PUBLIC_FORMS)?;
    let page = format!("/reports/{number}");
    match followers::counted(ctx, number, form.get("email"), form.filled("token")).await {
        Ok(how) => Ok(Redirect::to(&format!("{page}?followed={how}")).into_response()),
        Err(Error::Invalid(mut faults)) if !faults.is_empty() => Ok(refused(portal, ctx, form, faults.remove(0)).await),
        // It ended meanwhile; nothing that was typed is lost.
        Err(Error::Conflict(_)) => Ok(refused(portal, ctx, form, FieldFault { field: "same", message: "portal-same-closed" }).await),
        Err(Error::NotFound) => Ok(lookup::not_found(ctx, form.get("same"))),
        Err(error) => Err(error.into()),
    }
}
