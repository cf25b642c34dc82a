//! `/settings/{section}`: the entries of one section.

use askama::Template;
use axum::{
    Extension,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use packs::Form;
use staff::pages::{SignedIn, WorkNav};
use web::{Ctx, Html, Page, PageResult};

use super::{require, words};
use crate::Settings;

#[derive(Template)]
#[template(path = "section.html")]
struct SectionPage {
    page: Page,
    title: String,
    text: String,
    name: &'static str,
    file: &'static str,
    entries: Vec<Line>,
}

struct Line {
    key: String,
    name: String,
    tag: (&'static str, &'static str),
    differences: usize,
}

/// `GET /settings/{section}`; a section that is one entry shows it at once.
pub(super) async fn show(
    Extension(settings): Extension<Settings>,
    Path(name): Path<String>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
) -> PageResult<Response> {
    require(&viewer, &name)?;
    let section = settings.section(&name)?;
    if section.form == Form::Whole {
        return Ok(Redirect::to(&format!("/settings/{name}/{name}")).into_response());
    }
    let entries = ctx.app.db.read(packs::entries).await?;
    let line = |entry: &packs::Entry| Line {
        key: entry.key.clone(),
        name: words::entry(entry, ctx.language()),
        tag: words::origin(entry),
        differences: entry.differences().len(),
    };
    let title = words::section(&ctx.t, section.name);
    let page = SectionPage {
        page: nav.page(&ctx, &viewer, title.clone()),
        title,
        text: ctx.t.find(&format!("settings-section-{name}-text")).unwrap_or_default().to_owned(),
        name: section.name,
        file: section.file,
        entries: entries.of(section.name).iter().map(line).collect(),
    };
    Ok(Html(page).into_response())
}
