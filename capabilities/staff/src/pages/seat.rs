//! Who sits at a working page: the visit, the viewer, and the bar that they see.

use axum::{extract::FromRequestParts, http::request, response::Response};
use base::Result;
use store::{Read, Tx};
use web::{App, Ctx, Page};

use super::{SignedIn, WorkNav};
use crate::Viewer;

/// The first argument of handlers of working pages; whoever is not signed in is asked to.
pub struct Seat {
    /// The visit.
    pub ctx: Ctx,
    /// Who looks.
    pub viewer: Viewer,
    nav: WorkNav,
}

impl Seat {
    /// The frame of a page.
    pub fn page(&self, title: impl Into<String>) -> Page {
        self.nav.page(&self.ctx, &self.viewer, title)
    }

    /// Looks at the city with the viewer's eyes.
    ///
    /// # Errors
    /// Those of `look`, and as [`store::Db::read`].
    pub async fn read<T, F>(&self, look: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&Read<'_>, &Viewer) -> Result<T> + Send + 'static,
    {
        let viewer = self.viewer.clone();
        self.ctx.app.db.read(move |read| look(read, &viewer)).await
    }

    /// Changes the city as the viewer, or looks at what has to be noted.
    ///
    /// # Errors
    /// Those of `change`, and as [`store::Db::write`].
    pub async fn change<T, F>(&self, change: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&Tx<'_>, &Viewer) -> Result<T> + Send + 'static,
    {
        let viewer = self.viewer.clone();
        self.ctx.app.db.write(viewer.actor(), move |tx| change(tx, &viewer)).await
    }
}

impl FromRequestParts<App> for Seat {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut request::Parts, app: &App) -> std::result::Result<Self, Response> {
        let SignedIn(viewer) = SignedIn::from_request_parts(parts, app).await?;
        let Ok(ctx) = Ctx::from_request_parts(parts, app).await;
        let Ok(nav) = WorkNav::from_request_parts(parts, app).await;
        Ok(Self { ctx, viewer, nav })
    }
}
