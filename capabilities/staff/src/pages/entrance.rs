//! What the pages of signing in are given by the binary, and what they read of a request besides its form.

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{header, request},
    response::Response,
};
use base::Error;
use web::{App, Ctx, cookies};

use crate::{
    actions::{Passwords, Seal},
    model::Device,
};

/// The cookie of somebody who gave the right password and still owes the second factor.
pub(super) const HALF: &str = "__Host-half";

/// How people come in here: laid around staff's routes by the binary with `.layer(Extension(entrance))`.
#[derive(Clone)]
pub struct Entrance(Arc<Parts>);

struct Parts {
    seal: Seal,
    passwords: Passwords,
}

impl Entrance {
    /// An entrance whose secrets are sealed with this 256-bit key (`second-factor` of the data folder).
    pub fn new(key: &[u8; 32]) -> Self {
        Self(Arc::new(Parts { seal: Seal::new(key), passwords: Passwords::OfAll }))
    }

    pub(super) fn seal(&self) -> &Seal {
        &self.0.seal
    }

    pub(super) fn passwords(&self) -> Passwords {
        self.0.passwords
    }
}

impl FromRequestParts<App> for Entrance {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut request::Parts, app: &App) -> Result<Self, Response> {
        if let Some(entrance) = parts.extensions.get::<Self>() {
            return Ok(entrance.clone());
        }
        let Ok(ctx) = Ctx::from_request_parts(parts, app).await;
        Err(ctx.visit.refusal(Error::internal("staff's routes were laid out without an entrance")))
    }
}

impl FromRequestParts<App> for Device {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut request::Parts, _: &App) -> Result<Self, Infallible> {
        let named = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Ok(named.map(Self::from_user_agent).unwrap_or_default())
    }
}

/// The token of a half sign-in that the browser sent; empty without one.
pub(super) struct HalfToken(pub(super) String);

impl FromRequestParts<App> for HalfToken {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut request::Parts, _: &App) -> Result<Self, Infallible> {
        Ok(Self(cookies::read(&parts.headers, HALF).unwrap_or_default().to_owned()))
    }
}
