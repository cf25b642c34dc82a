//! `/settings`: the sections of the pack, their entries, and a form for each.

mod closure;
mod differences;
mod entry;
mod form;
mod home;
mod lists;
mod routing;
mod section;
mod words;

use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use staff::{Permission, Viewer};
use web::{App, Link};

use crate::Settings;

pub use words::unworded;

/// Where settings begin.
pub const SETTINGS: &str = "/settings";

/// All pages of settings.
pub fn routes(settings: Settings) -> Router<App> {
    Router::new()
        .route(SETTINGS, get(home::show))
        .route("/settings/differences", get(differences::show))
        .route("/settings/translations", get(differences::translations))
        .route("/settings/closure", get(closure::show).post(closure::create))
        .route("/settings/closure/removal", post(closure::remove))
        .route("/settings/lists", get(lists::index))
        .route("/settings/lists/{file}", get(lists::show).post(lists::check).layer(DefaultBodyLimit::max(crate::lists::MAX_UPLOAD_BYTES)))
        .route("/settings/lists/{file}/file", get(lists::download))
        .route("/settings/lists/{file}/taking", post(lists::take))
        .route("/settings/lists/{file}/pack", post(lists::take_packs))
        .route("/settings/{section}", get(section::show))
        .route("/settings/{section}/new", get(entry::begin).post(entry::create))
        .route("/settings/{section}/{key}", get(entry::show).post(entry::change))
        .route("/settings/{section}/{key}/pack", post(entry::take_packs))
        .route("/settings/{section}/{key}/removal", post(entry::remove))
        .layer(Extension(settings))
}

/// The link of the bar, with who may follow it.
pub fn links() -> [(&'static [Permission], Link); 1] {
    [(&[Permission::Administer, Permission::EditKnowledge], Link::new(SETTINGS, "settings-nav"))]
}

/// What agents tell and what conversations are about: whoever keeps knowledge sees to these; to all else those who administer.
const KNOWLEDGE: [&str; 2] = ["cards", "topics"];

/// Whether the viewer may open and change this section.
fn may_change(viewer: &Viewer, section: &str) -> bool {
    viewer.may(Permission::Administer) || (KNOWLEDGE.contains(&section) && viewer.may(Permission::EditKnowledge))
}

/// Goes on only if the viewer may open and change this section.
fn require(viewer: &Viewer, section: &str) -> base::Result<()> {
    if may_change(viewer, section) { Ok(()) } else { Err(base::Error::Forbidden) }
}
