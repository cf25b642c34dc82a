//! `/accessibility`, `/privacy`, `/easy-read`: what the law asks a public body to tell.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use base::Error;
use jiff::civil::Date;
use serde::Deserialize;
use web::{Ctx, Html, Page, PageResult};

use crate::{
    Portal,
    model::statements::{Accessibility, Centre, PrivacyNotice},
};

#[derive(Template)]
#[template(path = "accessibility.html")]
struct AccessibilityPage<'a> {
    page: Page,
    told: Option<&'a Accessibility>,
    body: String,
    url: String,
}

impl AccessibilityPage<'_> {
    fn day(&self, date: &Date) -> String {
        self.page.t.full_date(*date)
    }
}

/// `GET /accessibility`
pub(crate) async fn accessibility(State(portal): State<Portal>, ctx: Ctx) -> Response {
    let told = portal.statements.accessibility.as_ref();
    let named = told.and_then(|told| told.body.as_ref()).map(|body| body.of(ctx.language()).to_owned());
    let page = AccessibilityPage {
        page: Page::public(&ctx, ctx.t.get("portal-a11y-title")),
        told,
        body: named.unwrap_or_else(|| ctx.app.city.legal_owner.clone()),
        url: ctx.app.settings.public_url.clone(),
    };
    Html(page).into_response()
}

#[derive(Template)]
#[template(path = "privacy.html")]
struct PrivacyPage<'a> {
    page: Page,
    notices: &'a [PrivacyNotice],
}

/// `GET /privacy`
pub(crate) async fn privacy(State(portal): State<Portal>, ctx: Ctx) -> Response {
    Html(PrivacyPage { page: Page::public(&ctx, ctx.t.get("portal-privacy-title")), notices: &portal.statements.notices }).into_response()
}

#[derive(Deserialize)]
pub(crate) struct Asked {
    /// An earlier version, counted from 1.
    version: Option<i64>,
}

#[derive(Template)]
#[template(path = "privacy_notice.html")]
struct NoticePage {
    page: Page,
    notice: PrivacyNotice,
    controller: String,
    /// Since when this version holds, or held.
    since: String,
    present: bool,
    /// The other versions: number and day.
    others: Vec<(i64, String)>,
}

/// `GET /privacy/{key}`, with `?version=` an earlier one.
pub(crate) async fn notice(
    State(portal): State<Portal>,
    ctx: Ctx,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> PageResult<Response> {
    portal.statements.notices.iter().find(|notice| notice.key == key).ok_or(Error::NotFound)?;
    let history = ctx.app.db.read(move |read| packs::history(read, "privacy", &key)).await?;
    let told = |version: &packs::Version| version.value.clone().and_then(|value| serde_json::from_value::<PrivacyNotice>(value).ok());
    let newest = history.first().map_or(1, |version| version.version);
    let wanted = asked.version.unwrap_or(newest);
    let shown = history.iter().find(|version| version.version == wanted).ok_or(Error::NotFound)?;
    let notice = told(shown).ok_or(Error::NotFound)?;
    let others = history.iter().filter(|version| version.version != wanted && version.value.is_some());
    let page = NoticePage {
        page: Page::public(&ctx, notice.title.of(ctx.language())),
        controller: ctx.app.city.controllers.get(&notice.controller).cloned().unwrap_or_default(),
        since: ctx.t.full_day(shown.at),
        present: wanted == newest,
        others: others.map(|version| (version.version, ctx.t.full_day(version.at))).collect(),
        notice,
    };
    Ok(Html(page).into_response())
}

#[derive(Template)]
#[template(path = "easy_read.html")]
struct EasyPage<'a> {
    page: Page,
    centre: Option<&'a Centre>,
}

/// `GET /easy-read`
pub(crate) async fn easy_read(State(portal): State<Portal>, ctx: Ctx) -> Response {
    Html(EasyPage { page: Page::public(&ctx, ctx.t.get("portal-easy-title")), centre: portal.statements.centre.as_ref() }).into_response()
}
