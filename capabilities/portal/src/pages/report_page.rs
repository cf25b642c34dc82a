//! The page of a report: where its case stands, what happened, what we promise next. Strangers see what
//! [`cases::public`] shows them; the signed link adds the author's own words.

use std::collections::{HashMap, hash_map::Entry};

use ::store::Read;
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::{Error, Id, Language, ReportNumber, Result, Wording};
use cases::{
    Tag,
    model::{LATE, last_day},
    public::{self, Happening, PublicReport},
};
use web::{Ctx, Html, Page, PageResult};

use super::{lookup, story};
use crate::{Portal, model::promises::Promise};

/// For so long after it came in the author is greeted with the number, seconds.
const NEW_SECONDS: i64 = 3600;

#[derive(Template)]
#[template(path = "report_page.html")]
struct ReportPage<'a> {
    page: Page,
    /// Where the page hears of changes.
    topic: String,
    number: String,
    service: Option<&'a Wording>,
    place: Option<&'a str>,
    state: String,
    tag: Tag,
    late: Option<Tag>,
    summary: String,
    due: String,
    unit: Option<&'a Wording>,
    story: Vec<story::Entry<'a>>,
    ahead: Option<story::Ahead>,
    /// Whether it is the author who looks, by the signed link.
    own: bool,
    /// Whether the author is told the number.
    new: bool,
}

/// All that one look at the database gives.
struct Seen {
    report: PublicReport,
    own_words: Option<(String, Language)>,
    units: HashMap<Id, Wording>,
}

/// The address of the page: the signature, if the visitor has the author's link.
#[derive(serde::Deserialize)]
pub(crate) struct Keyed {
    key: Option<String>,
}

/// `GET /reports/4821-907-5`, for the author `GET /reports/4821-907-5?key=…`
pub(crate) async fn show(
    State(portal): State<Portal>,
    ctx: Ctx,
    Path(typed): Path<String>,
    Query(keyed): Query<Keyed>,
) -> PageResult<Response> {
    let Some(number) = lookup::read(&typed) else { return Ok(lookup::not_found(&ctx, &typed)) };
    let key = keyed.key.as_deref().unwrap_or_default();
    let own = ctx.app.signer.check(public::LINK, &number.value().to_string(), key).is_ok();
    let seen = match ctx.app.db.read(move |read| look(read, number, own)).await {
        Ok(seen) => seen,
        Err(Error::NotFound) => return Ok(lookup::not_found(&ctx, &typed)),
        Err(error) => return Err(error.into()),
    };
    let mut response = Html(page(&portal, &ctx, &seen)).into_response();
    if own {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    Ok(response)
}

fn look(read: &Read<'_>, number: ReportNumber, own: bool) -> Result<Seen> {
    let (report, own_words) = if own {
        let own = public::find_own(read, number)?;
        (own.report, Some((own.words, own.language)))
    } else {
        (public::find(read, number)?, None)
    };
    let handed_to = report.story.iter().filter_map(|told| match told.what {
        Happening::Dispatched(unit_id) => Some(unit_id),
        _ => None,
    });
    let mut units = HashMap::new();
    for id in handed_to.chain(report.stage.unit_id()) {
        if let Entry::Vacant(free) = units.entry(id) {
            free.insert(staff::unit(read, id)?.name);
        }
    }
    Ok(Seen { report, own_words, units })
}

fn page<'a>(portal: &'a Portal, ctx: &Ctx, seen: &'a Seen) -> ReportPage<'a> {
    let report = &seen.report;
    let number = report.number.to_string();
    let service = portal.catalogue.by_id(report.service_id).map(|service| &service.name);
    let place = report.place.as_ref().map(|place| place.words.as_str());
    let promise = Promise::of(report.stage, report.due_at, ctx.now());
    let topic = public::topic(&ctx.app.signer, report.number, report.sensitive);
    ReportPage {
        page: Page::public(ctx, title(ctx, &number, service, place)).live(&[&topic]),
        state: report.stage.words(&ctx.t),
        tag: report.stage.tag(),
        late: (promise == Promise::Late).then_some(LATE),
        summary: summary(ctx, report, promise),
        due: report.due_at.map(|due| ctx.t.day(last_day(due), ctx.now())).unwrap_or_default(),
        unit: report.stage.unit_id().and_then(|id| seen.units.get(&id)),
        story: story::tell(ctx, report, &seen.units, seen.own_words.as_ref()),
        ahead: story::ahead(ctx, report, promise),
        own: seen.own_words.is_some(),
        new: seen.own_words.is_some() && ctx.now().seconds_since(report.opened_at) < NEW_SECONDS,
        topic,
        number,
        service,
        place,
    }
}

/// "Latarnia nie świeci, ul. Olszowa 14, Olszyna – sprawa 4821-907-5"
fn title(ctx: &Ctx, number: &str, service: Option<&Wording>, place: Option<&str>) -> String {
    let matter: Vec<&str> = service.map(|name| name.of(ctx.language())).into_iter().chain(place).collect();
    ctx.t.with("portal-report-title", &[("matter", matter.join(", ").into()), ("number", number.into())])
}

/// What stands beside the status tag: the promise, or how it was kept.
fn summary(ctx: &Ctx, report: &PublicReport, promise: Promise) -> String {
    let key = match promise {
        Promise::None => "portal-due-none",
        Promise::Ahead => "portal-due-ahead",
        Promise::Late => "portal-due-late",
        Promise::Kept => "portal-due-kept",
        Promise::Missed => "portal-due-missed",
    };
    let moment = report.stage.closed_at().or(report.due_at.map(last_day));
    moment.map(|moment| ctx.t.with(key, &[("day", ctx.t.day(moment, ctx.now()).into())])).unwrap_or_default()
}
