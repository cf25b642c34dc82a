//! A request that waits, sealed, in the page that asks its sender who they are, and goes on its way when they have proved it.

use std::collections::HashMap;

use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest, Request},
    http::{HeaderValue, Method, Uri, header, request::Parts},
};
use base::{Error, Id, Result, Seal};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use web::{App, csrf};

use super::{SECURITY, lock::LOCK};

/// The most bytes of a form that waits; it travels in the page, a third longer.
const KEPT_BYTES: usize = 512 << 10;
/// The most bytes of the answer that brings it back.
const ANSWER_BYTES: usize = 1 << 20;
const PURPOSE: &[u8] = b"kept";

/// A request that waits until its sender has proved who they are.
pub(super) struct Kept {
    told: Told,
    body: Vec<u8>,
}

/// What is known of it beside its body.
#[derive(Serialize, Deserialize)]
struct Told {
    /// Whose it is: nobody else sends it on.
    account_id: Id,
    /// The session that its form was made for.
    session: [u8; 32],
    /// Whether it was a change; otherwise its page is opened again.
    is_post: bool,
    uri: String,
    kind: String,
}

/// Whether what was sent can wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    Fits,
    TooLarge,
}

impl Kept {
    /// What this request of the account's session sends; or its page alone, when what it sends is too large to wait.
    pub(super) async fn of(parts: &Parts, body: Body, account_id: Id, session: [u8; 32]) -> (Self, Size) {
        let locks = parts.uri.path() == LOCK;
        let is_post = parts.method == Method::POST && !locks;
        let uri = if locks { SECURITY.to_owned() } else { parts.uri.to_string() };
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
        let body = to_bytes(body, KEPT_BYTES).await.map(Vec::from);
        let size = if body.is_ok() { Size::Fits } else { Size::TooLarge };
        let told = Told { account_id, session, is_post: is_post && body.is_ok(), uri, kind };
        (Self { told, body: body.unwrap_or_default() }, size)
    }

    /// As it travels in the page: what is known of it, on a line of its own, and its body.
    pub(super) fn sealed(&self, seal: &Seal) -> Result<String> {
        let told = serde_json::to_vec(&self.told).map_err(Error::internal)?;
        let line = [told.as_slice(), b"\n", &self.body].concat();
        Ok(URL_SAFE_NO_PAD.encode(seal.close(PURPOSE, &line)?))
    }

    fn opened(seal: &Seal, sealed: &str) -> Option<Self> {
        let mut line = seal.open(PURPOSE, &URL_SAFE_NO_PAD.decode(sealed).ok()?)?;
        let end = line.iter().position(|byte| *byte == b'\n')?;
        let body = line.split_off(end + 1);
        Some(Self { told: serde_json::from_slice(&line[..end]).ok()?, body })
    }

    /// The fields of the form that brings it back, and it.
    pub(super) async fn brought(body: Body, seal: &Seal) -> Option<(HashMap<String, String>, Self)> {
        let bytes = to_bytes(body, ANSWER_BYTES).await.ok()?;
        let request = Request::post("/").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(bytes)).ok()?;
        let fields = <axum::Form<HashMap<String, String>> as FromRequest<()>>::from_request(request, &()).await.ok()?.0;
        let kept = Self::opened(seal, fields.get("kept")?)?;
        Some((fields, kept))
    }

    pub(super) fn is_of(&self, account_id: Id) -> bool {
        self.told.account_id == account_id
    }

    pub(super) fn is_post(&self) -> bool {
        self.told.is_post
    }

    /// Where it goes.
    pub(super) fn uri(&self) -> &str {
        &self.told.uri
    }

    /// The request as it was sent, by whichever session its sender has now: the token of its form becomes that session's. `None`
    /// when it goes elsewhere than the form that brings it.
    pub(super) fn request(self, mut parts: Parts, app: &App, session: &[u8; 32]) -> Option<Request> {
        let Told { session: before, uri, kind, .. } = self.told;
        let (uri, kind) = (uri.parse::<Uri>().ok()?, HeaderValue::try_from(kind).ok()?);
        if uri.path() != parts.uri.path() {
            return None;
        }
        let body = with_token(self.body, &csrf::token(&app.signer, &before), &csrf::token(&app.signer, session));
        parts.uri = uri;
        parts.headers.insert(header::CONTENT_TYPE, kind);
        parts.headers.insert(header::CONTENT_LENGTH, body.len().into());
        Some(Request::from_parts(parts, Body::from(body)))
    }
}

/// A form without the token of the session that it was made for stays without one, and is refused as it would have been.
fn with_token(body: Vec<u8>, before: &str, now: &str) -> Vec<u8> {
    match body.windows(before.len()).position(|part| part == before.as_bytes()) {
        Some(at) => [&body[..at], now.as_bytes(), &body[at + before.len()..]].concat(),
        None => body,
    }
}
