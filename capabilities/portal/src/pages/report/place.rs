//! Step 1: where. What is typed is looked up; whoever finds nothing describes the place in their own words.

use std::{borrow::Cow, sync::Arc};

use askama::Template;
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{Error, FieldFault, Language, Point, Wording};
use places::model::{Area, Found, MAX_NEAR_METRES, NumberFit, Places, Spot, coordinates};
use web::{Ctx, Form, Html, Page, PageResult, Upload};

use super::{PRIVATE, kept, photos, step_title};
use crate::{
    Portal,
    model::{
        draft::carried,
        map_view::{MapView, Pin},
        spots,
    },
};

/// The most places offered.
const MAX_CANDIDATES: usize = 6;
/// The longest text that is looked up, characters.
const MAX_LOOKED_UP: usize = 200;
/// The kind of landmark that often has the name of a street.
const STOP: &str = "stop";
/// What later steps have filled in already.
const LATER: [&str; 10] = ["service", "asked", "danger", "body", "reply", "email", "token", "photos", "photo_at", "unlike"];

#[derive(Template)]
#[template(path = "report/place.html")]
struct PlacePage<'a> {
    page: Page,
    form: &'a Form,
    finding: Finding,
    emergency: &'a str,
    kept: Vec<(Cow<'static, str>, &'a str)>,
    private: bool,
    map: Option<MapView>,
}

/// What came of looking the place up.
enum Finding {
    NotAsked,
    Some(Vec<Candidate>),
    Nothing,
    Outside,
    /// The city has no address list, so every place is described in words.
    NoList,
}

/// A place that may be meant.
struct Candidate {
    key: String,
    point: Point,
    label: String,
    district: Option<Wording>,
    /// The key of a remark; empty for none.
    remark: &'static str,
    /// Whether it is chosen beforehand.
    sure: bool,
}

/// `GET /report`, `GET /report?place=olszowa+14`, `GET /report?lat=52.1&lng=21.0`
pub(crate) async fn ask(State(portal): State<Portal>, ctx: Ctx, Query(fields): Query<Vec<(String, String)>>) -> PageResult<Response> {
    let form = Form::of(fields);
    let finding = match pointed_at(&portal, &form) {
        Some(finding) => finding,
        None => by_words(&portal, form.get("place")).await?,
    };
    let asked = form.all("place").next().is_some();
    Ok(show(&portal, &ctx, form, finding, asked))
}

/// `POST /report/place`: back to this step, with everything that later steps have filled in.
pub(crate) async fn ask_again(State(portal): State<Portal>, ctx: Ctx, upload: Upload) -> PageResult<Response> {
    let form = photos::take_in(&portal, &ctx, upload).await;
    if let Some(finding) = pointed_at(&portal, &form) {
        return Ok(show(&portal, &ctx, form, finding, false));
    }
    let chosen = portal.draft(&form).chosen_place.filter(|_| form.filled("place").is_none());
    let form = match chosen {
        Some(place) => Form::of(form.fields().filter(|(name, _)| *name != "place").chain([("place", place.words.as_str())])),
        None => form,
    };
    let asked = !form.chosen("change", "place");
    let finding = match by_words(&portal, form.get("place")).await? {
        // The words of an earlier choice, not a question.
        Finding::Nothing if !asked => Finding::NotAsked,
        finding => finding,
    };
    Ok(show(&portal, &ctx, form, finding, asked))
}

/// Whether places were offered and none was chosen, not even "none of these".
pub(super) fn is_unchosen(form: &Form) -> bool {
    form.chosen("offered", "yes") && form.filled("place_id").is_none()
}

/// The places that were offered, once more, with what has to be mended.
pub(super) async fn unchosen(portal: &Portal, ctx: &Ctx, form: Form) -> PageResult<Response> {
    let finding = by_words(portal, form.get("place")).await?;
    Ok(refused(portal, ctx, form, finding, FieldFault { field: "place_id", message: "portal-place-unchosen" }))
}

fn show(portal: &Portal, ctx: &Ctx, form: Form, finding: Finding, asked: bool) -> Response {
    if asked && matches!(finding, Finding::NotAsked) {
        return refused(portal, ctx, form, finding, FieldFault { field: "place", message: "portal-place-blank" });
    }
    page(portal, ctx, &form, finding)
}

fn refused(portal: &Portal, ctx: &Ctx, form: Form, finding: Finding, fault: FieldFault) -> Response {
    let form = form.refused(&ctx.t, &[fault]);
    (StatusCode::UNPROCESSABLE_ENTITY, page(portal, ctx, &form, finding)).into_response()
}

fn page(portal: &Portal, ctx: &Ctx, form: &Form, finding: Finding) -> Response {
    let pins = match &finding {
        Finding::Some(candidates) => (1..).zip(candidates).map(|(number, candidate)| Pin::at(number, candidate.point)).collect(),
        _ => Vec::new(),
    };
    let answers = carried(form, portal.catalogue.by_key(form.get("service")));
    let page = PlacePage {
        map: MapView::to_pick(portal, ctx, pins),
        page: Page::public(ctx, step_title(ctx, 1, ctx.t.get("portal-place-heading"))).with_form(form),
        private: PRIVATE.iter().any(|name| form.filled(name).is_some()) || !answers.is_empty(),
        kept: [kept(form, &LATER), answers].concat(),
        emergency: portal.app.city.emergency.first().map_or("112", |emergency| &emergency.number),
        finding,
        form,
    };
    Html(page).into_response()
}

/// Looking a long sentence up takes a millisecond in a large city: so not on the threads that answer.
async fn by_words(portal: &Portal, text: &str) -> Result<Finding, Error> {
    if portal.places.is_empty() {
        return Ok(Finding::NoList);
    }
    if text.is_empty() {
        return Ok(Finding::NotAsked);
    }
    if let Some(point) = coordinates(text) {
        return Ok(at_point(portal, point));
    }
    let text: String = text.chars().take(MAX_LOOKED_UP).collect();
    let places = Arc::clone(&portal.places);
    let look = move || places.find(&text, MAX_CANDIDATES).iter().map(|found| candidate(&places, found)).collect::<Vec<_>>();
    let candidates = tokio::task::spawn_blocking(look).await.map_err(Error::internal)?;
    Ok(if candidates.is_empty() { Finding::Nothing } else { Finding::Some(candidates) })
}

/// The place that was pointed at on the map, or told by another program.
fn pointed_at(portal: &Portal, form: &Form) -> Option<Finding> {
    let point = spots::point(form.filled("lat")?, form.filled("lng")?);
    Some(point.map_or(Finding::Outside, |point| at_point(portal, point)))
}

fn at_point(portal: &Portal, point: Point) -> Finding {
    if !spots::is_inside(&portal.places, &portal.app.city.bounds, point) {
        return Finding::Outside;
    }
    let near = portal.places.nearest_address(point, MAX_NEAR_METRES);
    let key = spots::key_of_point(point);
    Finding::Some(vec![Candidate {
        label: near.map_or_else(|| key.clone(), |near| spots::near_label(&near)),
        district: portal.places.district_of(point).map(name_of),
        remark: "",
        sure: true,
        point,
        key,
    }])
}

fn candidate(places: &Places, found: &Found<'_>) -> Candidate {
    let remark = match found.spot {
        Spot::Street(_) => "portal-place-whole-street",
        Spot::House(_, _, NumberFit::Nearest) => "portal-place-nearest",
        Spot::House(_, _, NumberFit::SameNumber) => "portal-place-other-letter",
        Spot::Area(_) => "portal-place-area",
        Spot::Landmark(landmark) if landmark.kind == STOP => "portal-place-stop",
        Spot::House(..) | Spot::Corner(..) | Spot::Between(..) | Spot::Landmark(_) | Spot::Asset(_) => "",
    };
    Candidate {
        key: spots::key_of(found),
        point: found.point,
        label: spots::label_of(places, found),
        district: found.district.map(name_of),
        sure: found.is_sure(),
        remark,
    }
}

fn name_of(area: &Area) -> Wording {
    area.name.clone()
}

impl Candidate {
    fn district_in(&self, language: Language) -> &str {
        self.district.as_ref().map_or("", |name| name.of(language))
    }
}
