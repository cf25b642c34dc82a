//! `/settings`: what the city says of itself, section by section; whoever keeps knowledge finds its sections only.

use askama::Template;
use axum::Extension;
use packs::Origin;
use staff::{
    Permission,
    pages::{SignedIn, WorkNav},
};
use web::{Ctx, Html, Page, PageResult};

use super::{may_change, words};
use crate::Settings;

#[derive(Template)]
#[template(path = "settings.html")]
pub(super) struct HomePage {
    page: Page,
    sections: Vec<Line>,
    edited: usize,
    /// Whether the viewer sees to all sections, and not only to those of knowledge.
    administers: bool,
}

/// A section with its numbers.
struct Line {
    name: &'static str,
    title: String,
    text: String,
    entries: usize,
    edited: usize,
}

/// `GET /settings`
pub(super) async fn show(
    Extension(settings): Extension<Settings>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
) -> PageResult<Html<HomePage>> {
    let administers = viewer.may(Permission::Administer);
    if !administers {
        viewer.require(Permission::EditKnowledge)?;
    }
    let entries = ctx.app.db.read(packs::entries).await?;
    let line = |section: &packs::Section| {
        let list = entries.of(section.name);
        Line {
            name: section.name,
            title: words::section(&ctx.t, section.name),
            text: ctx.t.find(&format!("settings-section-{}-text", section.name)).unwrap_or_default().to_owned(),
            entries: list.len(),
            edited: list.iter().filter(|entry| entry.origin() != Origin::Pack).count(),
        }
    };
    let sections: Vec<Line> = settings.sections.iter().filter(|section| may_change(&viewer, section.name)).map(line).collect();
    let edited = sections.iter().map(|section| section.edited).sum();
    Ok(Html(HomePage { page: nav.page(&ctx, &viewer, ctx.t.get("settings-title")), sections, edited, administers }))
}
