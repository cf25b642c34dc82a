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
use base::{Error, Id, Language, Moment, ReportNumber, Result, Wording};
use cases::{
    Tag,
    model::{LATE, last_day},
    public::{self, Asker, Happening, PublicReport, Turn},
    shell::{self, Size},
};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

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
    /// What the author may do, and the form for it.
    turn: Turn,
    verdicts: Vec<Choice>,
    form: Form,
    /// Why what the author has just sent was not taken.
    refusal: Option<String>,
    /// What somebody reads who has just said that the case concerns them.
    followed: Option<&'static str>,
    /// Whether somebody whom it concerns may say so, and the name of this one form.
    follow: bool,
    follow_token: String,
    /// How many others it concerns.
    others: i64,
    /// The known cause of this case and others.
    known: Option<&'a Wording>,
    /// The address of the author's forms, without what they do, and the key after it.
    path: String,
    key: String,
}

/// All that one look at the database gives.
struct Seen {
    report: PublicReport,
    own_words: Option<(String, Language)>,
    turn: Turn,
    units: HashMap<Id, Wording>,
}

/// The address of the page: the signature, if the visitor has the author's link.
#[derive(serde::Deserialize)]
pub(crate) struct Keyed {
    key: Option<String>,
    /// What somebody has just said whom the case concerns: `counted`, or `asked` when a letter is on its way.
    followed: Option<String>,
    size: Option<String>,
}

/// `GET /reports/4821-907-5`, for the author `GET /reports/4821-907-5?key=…`
pub(crate) async fn show(
    State(portal): State<Portal>,
    ctx: Ctx,
    Path(typed): Path<String>,
    Query(keyed): Query<Keyed>,
) -> PageResult<Response> {
    let Some(number) = lookup::read(&typed) else { return Ok(lookup::not_found(&ctx, &typed)) };
    if is_author(&ctx, number, &keyed) {
        return match own(&portal, &ctx, number, Form::new(), None).await {
            Err(Error::NotFound) => Ok(lookup::not_found(&ctx, &typed)),
            shown => Ok(shown?),
        };
    }
    match ctx.app.db.read(move |read| look(read, number, None)).await {
        Ok(seen) => Ok(Html(ReportPage { followed: followed(&keyed), ..page(&portal, &ctx, &seen, Form::new()) }).into_response()),
        Err(Error::NotFound) => Ok(lookup::not_found(&ctx, &typed)),
        Err(error) => Err(error.into()),
    }
}

/// The page as everybody sees it, with a form that was not taken.
///
/// # Errors
/// [`Error::NotFound`] without such a report, or when it is not everybody's.
pub(super) async fn again(portal: &Portal, ctx: &Ctx, number: ReportNumber, form: Form, refusal: Option<String>) -> Result<Response> {
    let seen = ctx.app.db.read(move |read| look(read, number, None)).await?;
    Ok(Html(ReportPage { refusal, ..page(portal, ctx, &seen, form) }).into_response())
}

/// The key of the sentence for somebody who has just said that the case concerns them.
fn followed(keyed: &Keyed) -> Option<&'static str> {
    match keyed.followed.as_deref()? {
        "asked" => Some("portal-followed-asked"),
        _ => Some("portal-followed-counted"),
    }
}

/// `GET /reports/4821-907-5/photos/{photo}?size=small`, for the author with `key`.
pub(crate) async fn photo(ctx: Ctx, Path((typed, id)): Path<(String, String)>, Query(keyed): Query<Keyed>) -> PageResult<Response> {
    let (number, id): (_, Id) = (lookup::read(&typed).ok_or(Error::NotFound)?, id.parse()?);
    let asker = if is_author(&ctx, number, &keyed) { Asker::Author } else { Asker::Stranger };
    let file = ctx.app.db.read(move |read| public::photo(read, number, id, asker)).await?;
    Ok(shell::picture(&ctx.app.files, file, Size::from_word(keyed.size.as_deref())).await?)
}

/// Whether the visitor has the link of the report's author.
pub(super) fn is_author(ctx: &Ctx, number: ReportNumber, keyed: &Keyed) -> bool {
    let key = keyed.key.as_deref().unwrap_or_default();
    ctx.app.signer.check(public::LINK, &number.value().to_string(), key).is_ok()
}

/// The page as its author sees it, kept by no browser.
///
/// # Errors
/// [`Error::NotFound`] without such a report.
pub(super) async fn own(portal: &Portal, ctx: &Ctx, number: ReportNumber, form: Form, refusal: Option<String>) -> Result<Response> {
    let now = ctx.now();
    let seen = ctx.app.db.read(move |read| look(read, number, Some(now))).await?;
    let mut response = Html(ReportPage { refusal, ..page(portal, ctx, &seen, form) }).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// What the author sees at this moment, or what everybody does.
fn look(read: &Read<'_>, number: ReportNumber, author_at: Option<Moment>) -> Result<Seen> {
    let (report, own_words, turn) = match author_at {
        Some(now) => {
            let own = public::find_own(read, number, now)?;
            (own.report, Some((own.words, own.language)), own.turn)
        }
        None => (public::find(read, number)?, None, Turn::None),
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
    Ok(Seen { report, own_words, turn, units })
}

fn page<'a>(portal: &'a Portal, ctx: &Ctx, seen: &'a Seen, form: Form) -> ReportPage<'a> {
    let report = &seen.report;
    let number = report.number.to_string();
    let service = portal.catalogue.by_id(report.service_id).map(|service| &service.name);
    let place = report.place.as_ref().map(|place| place.words.as_str());
    let promise = Promise::of(report.stage, report.due_at, ctx.now());
    let topic = public::topic(&ctx.app.signer, report.number, report.sensitive);
    ReportPage {
        page: Page::public(ctx, title(ctx, &number, service, place)).live(&[&topic]).with_form(&form),
        state: report.stage.words(&ctx.t, ctx.now()),
        tag: report.stage.tag(),
        late: (promise == Promise::Late).then_some(LATE),
        summary: summary(ctx, report, promise),
        due: report.due_at.map(|due| ctx.t.day(last_day(due), ctx.now())).unwrap_or_default(),
        unit: report.stage.unit_id().and_then(|id| seen.units.get(&id)),
        story: story::tell(ctx, report, &seen.units, seen.own_words.as_ref()),
        ahead: story::ahead(ctx, report, promise),
        own: seen.own_words.is_some(),
        new: seen.own_words.is_some() && ctx.now().seconds_since(report.opened_at) < NEW_SECONDS,
        turn: seen.turn.clone(),
        verdicts: [("fixed", "portal-verdict-fixed"), ("not_fixed", "portal-verdict-not-fixed")]
            .map(|(value, key)| Choice::new(value, ctx.t.get(key)))
            .to_vec(),
        form,
        refusal: None,
        followed: None,
        follow: seen.own_words.is_none() && report.may_be_followed(),
        follow_token: Id::new().to_string(),
        others: report.others,
        known: report.known.as_ref(),
        path: format!("/reports/{number}"),
        key: ctx.app.signer.sign(public::LINK, &report.number.value().to_string()),
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
