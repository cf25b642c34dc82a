//! Puts the viewer into the handlers of working pages; whoever is not signed in is asked to.

use std::{fmt::Write as _, ops::Deref};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Method, Uri, header, request},
    response::{IntoResponse, Redirect, Response},
};
use base::Error;
use web::{App, Ctx, Visit};

use super::{SIGN_IN, lock::Recognised};
use crate::{Viewer, actions};

/// Whoever is signed in. As an argument of a handler it sends strangers to `/sign-in`, with the way back when they
/// asked for a page; programs get 403. The handler then asks for the permission it needs: `viewer.require(…)?`.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Viewer);

impl Deref for SignedIn {
    type Target = Viewer;

    fn deref(&self) -> &Viewer {
        &self.0
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut request::Parts, app: &App) -> Result<Self, Response> {
        if let Some(Recognised(viewer)) = parts.extensions.get::<Recognised>() {
            return Ok(Self(viewer.as_ref().clone()));
        }
        let Ok(ctx) = Ctx::from_request_parts(parts, app).await;
        let viewer = present(&ctx).await.map_err(|error| ctx.visit.refusal(error))?;
        viewer.map(Self).ok_or_else(|| to_sign_in(&ctx.visit, parts))
    }
}

/// Whoever is signed in, if anybody: for what strangers may see too.
#[derive(Debug, Clone)]
pub struct Maybe(pub Option<Viewer>);

impl FromRequestParts<App> for Maybe {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut request::Parts, app: &App) -> Result<Self, Response> {
        if let Some(Recognised(viewer)) = parts.extensions.get::<Recognised>() {
            return Ok(Self(Some(viewer.as_ref().clone())));
        }
        let Ok(ctx) = Ctx::from_request_parts(parts, app).await;
        present(&ctx).await.map(Self).map_err(|error| ctx.visit.refusal(error))
    }
}

/// Who is behind the browser's session.
pub(super) async fn present(ctx: &Ctx) -> base::Result<Option<Viewer>> {
    match ctx.visit.session {
        Some(session) => actions::recognise(&ctx.app.db, session).await,
        None => Ok(None),
    }
}

fn to_sign_in(visit: &Visit, parts: &request::Parts) -> Response {
    if !visit.takes_html() {
        return visit.refusal(Error::Forbidden);
    }
    // What was sent by POST cannot be sent again by following a link; the page with its form can be opened.
    let asks = matches!(parts.method, Method::GET | Method::HEAD);
    let here = if asks { Some(visit.uri.clone()) } else { referrer(&parts.headers) };
    let next = here.as_ref().and_then(|uri| uri.path_and_query()).map_or("", |path| path.as_str());
    Redirect::to(&with_next(SIGN_IN, next)).into_response()
}

/// The page from which a form was sent.
fn referrer(headers: &HeaderMap) -> Option<Uri> {
    headers.get(header::REFERER)?.to_str().ok()?.parse().ok()
}

/// The address with the way back, if that is a path of ours.
pub(super) fn with_next(address: &str, next: &str) -> String {
    let joint = if address.contains('?') { '&' } else { '?' };
    way_on(next).map_or_else(|| address.to_owned(), |next| format!("{address}{joint}next={}", escaped(next)))
}

/// A path of ours to go on to: neither the front page nor the sign-in itself.
pub(super) fn way_on(path: &str) -> Option<&str> {
    web::same_site(path).filter(|path| *path != "/" && !path.starts_with(SIGN_IN))
}

/// As a value in the query of an address (RFC 3986, section 2.1).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            write!(escaped, "%{byte:02X}").expect("a string takes what is written");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_ours_are_gone_on_to() {
        for (path, fits) in [
            ("/inbox?late=1&page=2", true),
            ("/", false),
            ("", false),
            ("/sign-in?next=/inbox", false),
            ("https://evil.example/", false),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("/\t/evil.example", false),
            ("/a\r\nset-cookie: x", false),
            ("javascript:alert(1)", false),
        ] {
            assert_eq!(way_on(path).is_some(), fits, "{path:?}");
        }
        assert!(way_on(&format!("/{}", "a".repeat(2_000))).is_none());
    }

    #[test]
    fn the_way_back_is_one_value() {
        assert_eq!(escaped("/inbox?late=1&page=2#x"), "/inbox%3Flate%3D1%26page%3D2%23x");
    }
}
