//! `/settings/closure`: today, or another day, the office or one of its calendars is closed, or open shorter.

use askama::Template;
use axum::{
    Extension,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Result};
use jiff::civil::Date;
use packs::{Edit, Entries};
use serde_json::Value as Json;
use staff::{
    Permission, Viewer,
    pages::{SignedIn, WorkNav},
};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{
    entry::{Change, keep},
    words,
};
use crate::{
    Settings,
    model::closures::{self, Closure, OFFICE},
};

/// Section and key of the entry that holds all hours.
const HOURS: &str = "hours";

#[derive(Template)]
#[template(path = "closure.html")]
struct ClosurePage {
    page: Page,
    form: Form,
    calendars: Vec<Choice>,
    /// What will be said, when it is being previewed.
    preview: Option<Told>,
    ahead: Vec<Told>,
    version: i64,
    saved: bool,
}

/// A closure in words.
struct Told {
    calendar: String,
    calendar_name: String,
    on: String,
    day: String,
    hours: String,
    reason: String,
}

/// The hours of the city as they are now.
struct Subject {
    entries: Entries,
    value: Json,
    version: i64,
}

impl Subject {
    async fn find(ctx: &Ctx) -> Result<Self> {
        let read = |read: &store::Read<'_>| Ok((packs::entries(read)?, packs::actions::version(read, HOURS, HOURS)?));
        let (entries, version) = ctx.app.db.read(read).await?;
        let value = entries.find(HOURS, HOURS).and_then(packs::Entry::value).ok_or(Error::NotFound)?;
        Ok(Self { entries, value, version })
    }

    fn page(self, ctx: &Ctx, nav: &WorkNav, viewer: &Viewer, form: Form) -> ClosurePage {
        let name = |key: String| Choice::new(&key, calendar_name(ctx, &key));
        ClosurePage {
            page: nav.page(ctx, viewer, ctx.t.get("settings-closure").to_owned()).with_form(&form),
            calendars: closures::calendars(&self.value).into_iter().map(name).collect(),
            preview: None,
            ahead: closures::ahead(&self.value, today(ctx)).iter().map(|closure| told(ctx, closure)).collect(),
            version: form.get("version").parse().unwrap_or(self.version),
            saved: ctx.visit.uri.query() == Some("saved"),
            form,
        }
    }
}

fn calendar_name(ctx: &Ctx, key: &str) -> String {
    if key == OFFICE { ctx.t.get("settings-closure-office").to_owned() } else { key.to_owned() }
}

fn told(ctx: &Ctx, closure: &Closure) -> Told {
    let hours = if closure.hours.is_empty() { ctx.t.get("settings-closure-all-day").to_owned() } else { closure.hours.join(", ") };
    let day = closure.on.parse::<Date>().map_or_else(|_| closure.on.clone(), |on| ctx.t.date(on, ctx.now()));
    Told {
        calendar: closure.calendar.clone(),
        calendar_name: calendar_name(ctx, &closure.calendar),
        on: closure.on.clone(),
        day,
        hours,
        reason: closure.reason.clone(),
    }
}

/// `GET /settings/closure`
pub(super) async fn show(ctx: Ctx, nav: WorkNav, SignedIn(viewer): SignedIn) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let form = Form::of([("calendar", OFFICE.to_owned()), ("on", today(&ctx).to_string())]);
    Ok(Html(Subject::find(&ctx).await?.page(&ctx, &nav, &viewer, form)).into_response())
}

/// `POST /settings/closure`: shows what residents will be told, or keeps it (`step=save`).
pub(super) async fn create(
    Extension(settings): Extension<Settings>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
    form: Form,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let subject = Subject::find(&ctx).await?;
    let (closure, mut form) = read(&ctx, &subject.value, form);
    let edit = Edit::Put(closures::closed(&subject.value, &closure));
    if form.errors().is_empty() {
        let after = subject.entries.with(HOURS, HOURS, &edit);
        for fault in settings.refusals(subject.entries.clone(), after, (HOURS, HOURS)).await? {
            form.refuse("hours", words::reason(&ctx.t, &fault.reason));
        }
    }
    if !form.errors().is_empty() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(subject.page(&ctx, &nav, &viewer, form))).into_response());
    }
    if form.get("step") != "save" {
        let preview = Some(told(&ctx, &closure));
        return Ok(Html(ClosurePage { preview, ..subject.page(&ctx, &nav, &viewer, form) }).into_response());
    }
    keep_hours(&settings, &ctx, &viewer, edit, &form).await?;
    Ok(Redirect::to("/settings/closure?saved").into_response())
}

/// `POST /settings/closure/removal`: the day is as its week has it.
pub(super) async fn remove(
    Extension(settings): Extension<Settings>,
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
    form: Form,
) -> PageResult<Redirect> {
    viewer.require(Permission::Administer)?;
    let subject = Subject::find(&ctx).await?;
    let calendar = form.get("calendar");
    if !closures::calendars(&subject.value).iter().any(|known| known == calendar) {
        return Err(Error::NotFound.into());
    }
    let edit = Edit::Put(closures::reopened(&subject.value, calendar, form.get("on")));
    keep_hours(&settings, &ctx, &viewer, edit, &form).await?;
    Ok(Redirect::to("/settings/closure?saved"))
}

async fn keep_hours(settings: &Settings, ctx: &Ctx, viewer: &Viewer, edit: Edit, form: &Form) -> Result<()> {
    let version = form.get("version").parse().unwrap_or(0);
    match keep(settings, ctx, viewer, Change { section: HOURS, key: HOURS, edit, version }).await?.is_empty() {
        true => Ok(()),
        // What was checked a moment ago holds no more.
        false => Err(Error::Conflict("settings-changed-meanwhile")),
    }
}

fn read(ctx: &Ctx, hours: &Json, mut form: Form) -> (Closure, Form) {
    let calendar = form.get("calendar").to_owned();
    let closure = Closure {
        on: form.get("on").to_owned(),
        hours: form.get("hours").split(['\n', ',']).map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        reason: form.get("reason").to_owned(),
        calendar,
    };
    if !closures::calendars(hours).contains(&closure.calendar) {
        form.refuse("calendar", ctx.t.get("settings-missing"));
    }
    match closure.on.parse::<Date>() {
        Err(_) => form.refuse("on", ctx.t.get("settings-missing")),
        Ok(on) if on < today(ctx) => form.refuse("on", ctx.t.get("settings-closure-past")),
        Ok(_) => {}
    }
    if closure.reason.is_empty() {
        form.refuse("reason", ctx.t.get("settings-closure-reason-missing"));
    }
    (closure, form)
}

fn today(ctx: &Ctx) -> Date {
    hours::day_of(ctx.now().0, ctx.app.zone()).unwrap_or_default()
}
