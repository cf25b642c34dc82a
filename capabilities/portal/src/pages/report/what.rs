//! Step 2: what. The service, its question about danger and its further questions, and the resident's own words.

use std::borrow::Cow;

use askama::Template;
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::Id;
use services::{Group, LegalForm, Service};
use web::{Choice, Ctx, Form, Html, Page, PageResult, Upload};

use super::{
    danger, kept,
    photos::{self, Photos},
    place,
    questions::{self, Asking, Control, asking},
    step_title,
};
use crate::{
    Portal,
    model::draft::{self, Draft, Mend},
};

/// What other steps have filled in, or will.
const OTHERS: [&str; 3] = ["reply", "email", "unlike"];

#[derive(Template)]
#[template(path = "report/what.html")]
struct WhatPage<'a> {
    page: Page,
    form: &'a Form,
    place_id: &'a str,
    place: Option<String>,
    matter: Matter<'a>,
    yes_no: [Choice; 2],
    token: String,
    /// The key of what to write: a legal form asks for names where else none are to be given.
    body_hint: &'static str,
    kept: Vec<(Cow<'static, str>, &'a str)>,
    /// The first question that was not on the page before, when that is why the page is shown again.
    fresh: Option<String>,
    photos: Photos,
}

impl WhatPage<'_> {
    /// The key of what a matter of this legal form takes, and how it can be handed in.
    fn form_notice(&self, form: &LegalForm) -> &'static str {
        match form {
            LegalForm::Skarga => "portal-form-skarga",
            LegalForm::Wniosek => "portal-form-wniosek",
            LegalForm::Petition => "portal-form-petition",
            LegalForm::PublicInformation => "portal-form-public_information",
            LegalForm::AccessibilityDemand => "portal-form-accessibility_demand",
            LegalForm::GdprRequest => "portal-form-gdpr_request",
            LegalForm::Interpellation => "portal-form-interpellation",
        }
    }
}

/// Which of the two forms the page has: a service to be chosen, or one that is.
enum Matter<'a> {
    Choosing(Choosing<'a>),
    Chosen(&'a Service, Option<Asking<'a>>),
}

/// The services to choose from.
struct Choosing<'a> {
    /// Those that the resident's words may be about.
    suggested: Vec<Offer<'a>>,
    /// The others.
    groups: Vec<(&'a Group, Vec<Offer<'a>>)>,
    /// Whether the city can say what words may be about.
    suggests: bool,
}

/// The most services that are suggested.
const SUGGESTED: usize = 3;
/// The least probability with which one is.
const LIKELY: f32 = 0.12;

/// A service to be chosen; the first one has the field's own name as its id, so that the summary of errors leads to it.
struct Offer<'a> {
    id: String,
    service: &'a Service,
}

/// `GET /report/what?place_id=olszowa/14`
pub(crate) async fn ask(State(portal): State<Portal>, ctx: Ctx, Query(fields): Query<Vec<(String, String)>>) -> PageResult<Response> {
    let form = Form::of(fields);
    if place::is_unchosen(&form) {
        return place::unchosen(&portal, &ctx, form).await;
    }
    Ok(page(&portal, &ctx, &form, None))
}

/// `POST /report/what`: back to this step, or on to it from a place that was changed.
pub(crate) async fn ask_again(State(portal): State<Portal>, ctx: Ctx, upload: Upload) -> PageResult<Response> {
    let form = photos::take_in(&portal, &ctx, upload).await;
    if portal.draft(&form).is_stopped() {
        return Ok(danger::show(&portal, &ctx, &form));
    }
    if place::is_unchosen(&form) {
        return place::unchosen(&portal, &ctx, form).await;
    }
    Ok(page(&portal, &ctx, &form, None))
}

/// The same page with what has to be mended.
pub(super) fn refused(portal: &Portal, ctx: &Ctx, form: Form, mends: &[Mend]) -> Response {
    let form = questions::refused(form, ctx, mends);
    (StatusCode::UNPROCESSABLE_ENTITY, page(portal, ctx, &form, None)).into_response()
}

/// The same page with questions that the chosen service asks and that were not there before.
pub(super) fn with_question(portal: &Portal, ctx: &Ctx, form: &Form) -> Response {
    let fresh = portal.draft(form).fresh().map(draft::field_of);
    page(portal, ctx, form, fresh)
}

fn page(portal: &Portal, ctx: &Ctx, form: &Form, fresh: Option<String>) -> Response {
    let draft = portal.draft(form);
    let matter = matter(portal, ctx, &draft);
    let answers = match &matter {
        Matter::Choosing(_) => draft::carried(form, draft.service),
        Matter::Chosen(..) => Vec::new(),
    };
    let page = WhatPage {
        page: Page::public(ctx, step_title(ctx, 2, ctx.t.get("portal-what-heading"))).with_form(form),
        matter,
        fresh,
        place_id: draft.chosen_place.as_ref().map_or("", |_| form.get("place_id")),
        place: draft.chosen_place.map(|place| place.words),
        yes_no: [
            Choice::new("no", ctx.t.get("portal-no")),
            Choice::new("yes", ctx.t.get("portal-yes")).hint(ctx.t.get("portal-danger-hint")),
        ],
        body_hint: if draft.service.is_some_and(|service| service.details.legal_form.is_some()) {
            "portal-body-hint-form"
        } else {
            "portal-body-hint"
        },
        token: form.filled("token").map_or_else(|| Id::new().to_string(), str::to_owned),
        photos: Photos::of(portal, ctx, form, "/report/what"),
        kept: [kept(form, &OTHERS), photos::carried(form), answers].concat(),
        form,
    };
    Html(page).into_response()
}

fn matter<'a>(portal: &'a Portal, ctx: &Ctx, draft: &Draft<'a>) -> Matter<'a> {
    match draft.service {
        Some(service) if !draft.form.chosen("change", "service") => Matter::Chosen(service, asking(ctx, draft)),
        _ => Matter::Choosing(choosing(portal, draft.form.get("body"))),
    }
}

fn choosing<'a>(portal: &'a Portal, body: &str) -> Choosing<'a> {
    let mut ids = std::iter::once("service".to_owned()).chain((2..).map(|number| format!("service-{number}")));
    let mut offer = |service| ids.next().map(|id| Offer { id, service });
    let suggested: Vec<Offer<'_>> = suggested(portal, body).into_iter().filter_map(&mut offer).collect();
    let known = |service: &Service| suggested.iter().any(|offer| offer.service.id == service.id);
    let others = portal.catalogue.grouped().map(|(group, services)| {
        (group, services.into_iter().filter(|service| !known(service)).filter_map(&mut offer).collect::<Vec<_>>())
    });
    let groups = others.filter(|(_, offers)| !offers.is_empty()).collect();
    Choosing { groups, suggests: portal.suggestions.is_some(), suggested }
}

/// What the words may be about, the likeliest first; nothing is chosen by it.
fn suggested<'a>(portal: &'a Portal, body: &str) -> Vec<&'a Service> {
    let Some(model) = &portal.suggestions else { return Vec::new() };
    let likely = model.suggest(body, SUGGESTED).into_iter().filter(|one| one.probability >= LIKELY);
    likely.filter_map(|one| portal.catalogue.services().iter().find(|service| service.key == one.label)).collect()
}
