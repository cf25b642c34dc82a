//! The bar of the working pages: every link that the viewer may follow.

use std::{convert::Infallible, sync::Arc};

use axum::{extract::FromRequestParts, http::request};
use base::Live;
use web::{App, Banner, Ctx, Link, Page};

use crate::{Permission, Viewer};

/// The working pages of all capabilities in the order of the bar, each with the permissions of which one is enough.
/// The binary knows them all; handlers take it as an argument. Without one around the routes the bar is empty.
#[derive(Clone, Default)]
pub struct WorkNav {
    links: Arc<[(&'static [Permission], Link)]>,
    alarms: Option<Live<Vec<Banner>>>,
}

impl WorkNav {
    /// A bar of these links.
    pub fn new(links: impl IntoIterator<Item = (&'static [Permission], Link)>) -> Self {
        Self { links: links.into_iter().collect(), alarms: None }
    }

    /// The same bar; these alarms, as they are then, stand above every page of those who administer.
    #[must_use]
    pub fn with_alarms(self, alarms: Live<Vec<Banner>>) -> Self {
        Self { alarms: Some(alarms), ..self }
    }

    /// The links that the viewer may follow.
    pub fn of(&self, viewer: &Viewer) -> Vec<Link> {
        let allowed = self.links.iter().filter(|(enough, _)| enough.iter().any(|permission| viewer.may(*permission)));
        allowed.map(|(_, link)| link.clone()).collect()
    }

    /// Where the viewer's work begins: the first of their links.
    pub fn start(&self, viewer: &Viewer) -> String {
        self.of(viewer).first().map_or_else(|| "/".to_owned(), |link| link.href.clone().into_owned())
    }

    /// The frame of a working page for the viewer, for `work.html`.
    pub fn page(&self, ctx: &Ctx, viewer: &Viewer, title: impl Into<String>) -> Page {
        let alarms = self.alarms.as_ref().filter(|_| viewer.may(Permission::Administer));
        Page::work(ctx, title, &self.of(viewer), viewer.name.clone())
            .telling(alarms.map(|alarms| alarms.get().to_vec()).unwrap_or_default())
    }
}

impl FromRequestParts<App> for WorkNav {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut request::Parts, _: &App) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}
