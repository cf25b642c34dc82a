//! What the pages of signing in are given by the binary, and what they read of a request besides its form.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    extract::FromRequestParts,
    http::{header, request},
    response::Response,
};
use base::{Error, Result, Seal};
use web::{App, Ctx, cookies};

use super::single_sign_on::RETURN;
use crate::{
    actions::{AWAY_SECONDS, Passkeys, Passwords, SingleSignOn},
    model::{Device, SingleSignOnSettings},
};

/// The cookie of somebody who gave the right password and still owes the second factor.
pub(super) const HALF: &str = "__Host-half";
/// The cookie of somebody who is at the single sign-on's provider; sealed.
pub(super) const AWAY: &str = "__Host-single-sign-on";
/// How long the browser keeps it.
pub(super) const AWAY_TIME: Duration = Duration::from_secs(AWAY_SECONDS as u64);

/// How people come in here: laid around staff's routes by the binary with `.layer(Extension(entrance))`.
#[derive(Clone)]
pub struct Entrance(Arc<Parts>);

struct Parts {
    seal: Seal,
    passkeys: Option<Passkeys>,
    single_sign_on: Option<SingleSignOn>,
}

impl Entrance {
    /// An entrance whose secrets are sealed with this 256-bit key (`second-factor` of the data folder), in a city whose
    /// portal residents find at `public_url`.
    pub fn new(key: &[u8; 32], public_url: &str, city: &str) -> Self {
        Self(Arc::new(Parts { seal: Seal::new(key), passkeys: Passkeys::new(public_url, city), single_sign_on: None }))
    }

    /// The same entrance with the city's single sign-on; `public_url` is where residents find the portal. The provider has
    /// `timeout` for each answer.
    ///
    /// # Errors
    /// As [`SingleSignOn::new`].
    pub fn with_single_sign_on(self, settings: SingleSignOnSettings, public_url: &str, timeout: Duration) -> Result<Self> {
        let provider = SingleSignOn::new(settings, format!("{public_url}{RETURN}"), timeout)?;
        Ok(Self(Arc::new(Parts { seal: self.0.seal.clone(), passkeys: self.0.passkeys.clone(), single_sign_on: Some(provider) })))
    }

    pub(super) fn seal(&self) -> &Seal {
        &self.0.seal
    }

    pub(super) fn passwords(&self) -> Passwords {
        let local = self.0.single_sign_on.as_ref().is_none_or(|provider| provider.settings().local_passwords);
        if local { Passwords::OfAll } else { Passwords::OfAdministrators }
    }

    pub(super) fn passkeys(&self) -> Option<&Passkeys> {
        self.0.passkeys.as_ref()
    }

    pub(super) fn single_sign_on(&self) -> Option<&SingleSignOn> {
        self.0.single_sign_on.as_ref()
    }
}

impl FromRequestParts<App> for Entrance {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut request::Parts, app: &App) -> std::result::Result<Self, Response> {
        if let Some(entrance) = parts.extensions.get::<Self>() {
            return Ok(entrance.clone());
        }
        let Ok(ctx) = Ctx::from_request_parts(parts, app).await;
        Err(ctx.visit.refusal(Error::internal("staff's routes were laid out without an entrance")))
    }
}

impl FromRequestParts<App> for Device {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut request::Parts, _: &App) -> std::result::Result<Self, Infallible> {
        let named = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Ok(named.map(Self::from_user_agent).unwrap_or_default())
    }
}

/// The token of a half sign-in that the browser sent; empty without one.
pub(super) struct HalfToken(pub(super) String);

impl FromRequestParts<App> for HalfToken {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut request::Parts, _: &App) -> std::result::Result<Self, Infallible> {
        Ok(Self(cookies::read(&parts.headers, HALF).unwrap_or_default().to_owned()))
    }
}
