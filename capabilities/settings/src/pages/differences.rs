//! `/settings/differences` and `/settings/translations`: what pages say differently from the pack, and what is to be translated.

use askama::Template;
use axum::Extension;
use base::Language;
use staff::{
    Permission,
    pages::{SignedIn, WorkNav},
};
use web::{Ctx, Html, Page, PageResult};

use super::words;
use crate::{Settings, model};

/// The most lines that either list shows.
const MOST: usize = 500;

#[derive(Template)]
#[template(path = "differences.html")]
pub(super) struct DifferencesPage {
    page: Page,
    lines: Vec<Difference>,
}

/// A value that a page says differently, or an entry that only pages know.
struct Difference {
    section: &'static str,
    key: String,
    entry: String,
    what: String,
    pack: String,
    own: String,
}

/// `GET /settings/differences`
pub(super) async fn show(
    Extension(settings): Extension<Settings>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
) -> PageResult<Html<DifferencesPage>> {
    viewer.require(Permission::Administer)?;
    let entries = ctx.app.db.read(packs::entries).await?;
    let mut lines = Vec::new();
    for section in settings.sections {
        for entry in entries.of(section.name) {
            let line = |what: String, pack: String, own: String| Difference {
                section: section.name,
                key: entry.key.clone(),
                entry: words::entry(entry, ctx.language()),
                what,
                pack,
                own,
            };
            match entry.origin() {
                packs::Origin::Pack => {}
                packs::Origin::Edited => lines.extend(entry.differences().iter().map(|one| {
                    line(words::path(&ctx.t, section.name, &one.path), words::value(one.pack.as_ref()), words::value(one.own.as_ref()))
                })),
                packs::Origin::Page | packs::Origin::Removed => {
                    lines.push(line(ctx.t.get(words::origin(entry).0).to_owned(), String::new(), String::new()));
                }
            }
        }
    }
    lines.truncate(MOST);
    Ok(Html(DifferencesPage { page: nav.page(&ctx, &viewer, ctx.t.get("settings-differences")), lines }))
}

#[derive(Template)]
#[template(path = "translations.html")]
pub(super) struct TranslationsPage {
    page: Page,
    lines: Vec<Translation>,
}

struct Translation {
    section: &'static str,
    key: String,
    entry: String,
    what: String,
    language: &'static str,
    stale: model::Stale,
}

/// `GET /settings/translations`
pub(super) async fn translations(
    Extension(settings): Extension<Settings>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
) -> PageResult<Html<TranslationsPage>> {
    viewer.require(Permission::Administer)?;
    let sections = settings.sections;
    let found = ctx.app.db.read(move |read| {
        let entries = packs::entries(read)?;
        let mut found = Vec::new();
        for section in sections {
            for entry in entries.of(section.name).iter().filter(|entry| !entry.removed) {
                found.push((section.name, entry.clone(), packs::history(read, section.name, &entry.key)?));
            }
        }
        Ok(found)
    });
    let found = found.await?;
    let others: Vec<&'static str> =
        ctx.app.city.languages.iter().filter(|language| **language != Language::Pl).map(|language| language.tag()).collect();
    let mut lines = Vec::new();
    for (section, entry, history) in &found {
        for stale in model::stale(&entry.value().unwrap_or_default(), history, &others) {
            lines.push(Translation {
                section,
                key: entry.key.clone(),
                entry: words::entry(entry, Language::Pl),
                what: words::path(&ctx.t, section, &stale.path),
                language: words::language(stale.language),
                stale,
            });
        }
    }
    lines.truncate(MOST);
    Ok(Html(TranslationsPage { page: nav.page(&ctx, &viewer, ctx.t.get("settings-translations")), lines }))
}
