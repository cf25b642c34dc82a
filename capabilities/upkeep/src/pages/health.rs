//! `/upkeep`: every part with its state in words, a sentence, and what to do.

use askama::Template;
use axum::Extension;
use staff::{
    Permission,
    pages::{SignedIn, WorkNav},
};
use web::{Ctx, Html, Page, PageResult};

use super::words::{self, Tag};
use crate::{
    Upkeep,
    health::{rows, sentence},
    model::{State, worst},
};

#[derive(Template)]
#[template(path = "health.html")]
pub(super) struct HealthPage {
    page: Page,
    lines: Vec<Line>,
    /// What is said of the city as a whole.
    whole: &'static str,
    notice: &'static str,
}

/// A part in words.
struct Line {
    title: String,
    tag: Tag,
    sentence: String,
    advice: Option<String>,
}

/// `GET /upkeep`
pub(super) async fn show(
    Extension(upkeep): Extension<Upkeep>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
) -> PageResult<Html<HealthPage>> {
    viewer.require(Permission::Administer)?;
    let rows = rows(&upkeep, &ctx.app.db).await?;
    let (whole, notice) = match worst(&rows) {
        State::Good => ("upkeep-whole-good", "notice notice-ok"),
        State::Warn => ("upkeep-whole-warn", "notice notice-warn"),
        State::Bad => ("upkeep-whole-bad", "notice notice-bad"),
    };
    let line = |row: &crate::Row| {
        let (sentence, advice) = sentence(&ctx.t, row, ctx.now());
        Line { title: ctx.t.get(&format!("upkeep-part-{}", row.part)).to_owned(), tag: words::state(row.state), sentence, advice }
    };
    let mut sorted: Vec<&crate::Row> = rows.iter().collect();
    sorted.sort_by_key(|row| std::cmp::Reverse(row.state));
    let lines = sorted.into_iter().map(line).collect();
    Ok(Html(HealthPage { page: nav.page(&ctx, &viewer, ctx.t.get("upkeep-title")), lines, whole, notice }))
}
