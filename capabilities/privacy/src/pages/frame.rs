//! Who sits at these pages: an officer, what they stand on, and the frame that they see.

use ::store::{Read, Tx};
use axum::{
    Extension,
    extract::FromRequestParts,
    http::request,
    response::{IntoResponse, Response},
};
use base::{Error, Moment, Result};
use jiff::civil::Date;
use staff::{Permission, SignedIn, Viewer, WorkNav};
use web::{App, Ctx, Page};

use super::Privacy;
use crate::store;

/// The first argument of every handler; whoever may not protect data gets 403.
pub(super) struct Seat {
    pub(super) ctx: Ctx,
    pub(super) viewer: Viewer,
    pub(super) privacy: Privacy,
    nav: WorkNav,
}

impl Seat {
    /// The frame of a page.
    pub(super) fn page(&self, title: impl Into<String>) -> Page {
        self.nav.page(&self.ctx, &self.viewer, title)
    }

    /// Words without arguments.
    pub(super) fn words(&self, key: &str) -> String {
        self.ctx.t.get(key).to_owned()
    }

    /// The city's day.
    pub(super) fn today(&self) -> Result<Date> {
        store::day(self.ctx.now(), self.ctx.app.zone())
    }

    /// A day in words.
    pub(super) fn date(&self, date: Date) -> String {
        format!("{}.{:02}.{}", date.day(), date.month(), date.year())
    }

    /// A moment in words.
    pub(super) fn moment(&self, at: Moment) -> String {
        self.ctx.t.moment(at, self.ctx.now())
    }

    /// Looks at the city.
    pub(super) async fn read<T, F>(&self, look: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&Read<'_>) -> Result<T> + Send + 'static,
    {
        self.ctx.app.db.read(look).await
    }

    /// Changes the city as the officer; also for looks, which are noted with what they read.
    pub(super) async fn change<T, F>(&self, change: F) -> Result<T>
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
        if let Err(error) = viewer.require(Permission::ProtectData) {
            return Err(ctx.visit.refusal(error));
        }
        let Ok(nav) = WorkNav::from_request_parts(parts, app).await;
        match Extension::<Privacy>::from_request_parts(parts, app).await {
            Ok(Extension(privacy)) => Ok(Self { ctx, viewer, privacy, nav }),
            Err(fault) => Err(ctx.visit.refusal(Error::internal(fault)).into_response()),
        }
    }
}
