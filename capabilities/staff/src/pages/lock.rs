//! The lock of a session: whoever comes back proves who they are and goes on exactly where they were. What a form sent
//! meanwhile waits, sealed, in the page that asks, and goes on its way when the session is open again.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::{
    body::{Body, to_bytes},
    extract::{FromRequestParts as _, Request, State},
    http::{HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use base::Error;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use web::{App, Ctx, Form, Html, Page};

use super::{SIGN_IN, SIGN_OUT, entrance::Entrance};
use crate::{
    Viewer,
    actions::{self, Presence},
};

/// The most bytes of a form that waits; it travels in the page, half as long again.
const KEPT_BYTES: usize = 512 << 10;
/// The most bytes of the answer that brings it back.
const ANSWER_BYTES: usize = 1 << 20;
/// Added to the address by the form that opens the session, so that other forms are never mistaken for it.
const MARK: &str = "unlock=yes";
/// The path that locks at once.
pub(super) const LOCK: &str = "/account/lock";

/// Whoever the door has recognised, so that handlers need not ask again.
#[derive(Clone)]
pub(super) struct Recognised(pub(super) Arc<Viewer>);

/// A request that waits until its sender has proved who they are.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    /// Whether it was a change; otherwise its page is opened again.
    is_post: bool,
    uri: String,
    kind: String,
    body: Vec<u8>,
}

#[derive(Template)]
#[template(path = "unlock.html")]
struct UnlockPage {
    page: Page,
    form: Form,
    action: String,
    name: String,
    /// Whether what was sent is too large to wait here.
    too_large: bool,
    single_sign_on: bool,
    /// Whether the session is locked; otherwise the last proof is old.
    locked: bool,
}

/// Stands before all working routes: a locked session gets the page that opens it. The binary lays it around them inside of
/// the [`Entrance`].
pub async fn keep_locked(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(ctx) = Ctx::from_request_parts(&mut parts, &app).await;
    let free = [SIGN_IN, SIGN_OUT, "/invitation"].iter().any(|start| parts.uri.path().starts_with(start));
    let (Some(session), false) = (ctx.visit.session, free) else { return next.run(Request::from_parts(parts, body)).await };
    let presence = match actions::presence(&app.db, session).await {
        Ok(presence) => presence,
        Err(fault) => return ctx.visit.refusal(fault),
    };
    let marked = parts.method == Method::POST && parts.uri.query().is_some_and(|query| query.ends_with(MARK));
    let (why, viewer) = match presence {
        Presence::Nobody => return next.run(Request::from_parts(parts, body)).await,
        Presence::Locked(_, viewer) => (Some(Why::Locked), viewer),
        Presence::In(session, viewer) if is_guarded(parts.uri.path()) && !session.is_proven(ctx.now()) => (Some(Why::Unproven), viewer),
        Presence::In(_, viewer) => (None, viewer),
    };
    if why.is_none() && !marked {
        parts.extensions.insert(Recognised(Arc::new(viewer)));
        return next.run(Request::from_parts(parts, body)).await;
    }
    let entrance = match Entrance::from_request_parts(&mut parts, &app).await {
        Ok(entrance) => entrance,
        Err(refusal) => return refusal,
    };
    let asked = Asked { ctx, entrance, session, viewer, why: why.unwrap_or(Why::Locked) };
    match (why, marked) {
        // Opened in another tab meanwhile.
        (None, _) => asked.go_on(parts, body, next).await,
        (Some(_), true) => asked.open(parts, body, next).await,
        (Some(_), false) => asked.ask(&parts, body).await,
    }
}

/// Why somebody is asked who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// The session is locked.
    Locked,
    /// They are about to change how people come in, and the last proof is old.
    Unproven,
}

/// Whether the page changes how people come in, so that a session left open must not be enough.
fn is_guarded(path: &str) -> bool {
    let own = ["/account/security", "/account/passkeys"].iter().any(|start| path.starts_with(start));
    own || ["/second-factor/removal", "/identity"].iter().any(|end| path.ends_with(end))
}

/// A request of a locked session.
struct Asked {
    ctx: Ctx,
    entrance: Entrance,
    session: [u8; 32],
    viewer: Viewer,
    why: Why,
}

impl Asked {
    fn purpose(&self) -> Vec<u8> {
        [b"kept:".as_slice(), &self.session].concat()
    }

    /// Asks who is there; what was sent waits in the page.
    async fn ask(&self, parts: &axum::http::request::Parts, body: Body) -> Response {
        if !self.ctx.visit.takes_html() {
            return self.ctx.visit.refusal(Error::Forbidden);
        }
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
        let is_post = parts.method == Method::POST && parts.uri.path() != LOCK;
        let uri = if parts.uri.path() == LOCK { super::SECURITY.to_owned() } else { parts.uri.to_string() };
        let (body, too_large) = match to_bytes(body, KEPT_BYTES).await {
            Ok(bytes) if is_post => (bytes.to_vec(), false),
            Ok(_) => (Vec::new(), false),
            Err(_) => (Vec::new(), true),
        };
        let kept = Kept { is_post: is_post && !too_large, uri: uri.clone(), kind, body };
        match serde_json::to_vec(&kept).map_err(Error::internal).and_then(|json| self.entrance.seal().close(&self.purpose(), &json)) {
            Ok(sealed) => self.page(&uri, Form::of([("kept", URL_SAFE_NO_PAD.encode(sealed))]), too_large),
            Err(fault) => self.ctx.visit.refusal(fault),
        }
    }

    fn page(&self, uri: &str, form: Form, too_large: bool) -> Response {
        let joint = if uri.contains('?') { '&' } else { '?' };
        let locked = self.why == Why::Locked;
        let page = Page::public(&self.ctx, self.ctx.t.get(if locked { "staff-locked" } else { "staff-prove" })).with_form(&form);
        let single_sign_on = self.entrance.single_sign_on().is_some();
        let shown = UnlockPage {
            page,
            form,
            action: format!("{uri}{joint}{MARK}"),
            name: self.viewer.name.clone(),
            too_large,
            single_sign_on,
            locked,
        };
        (StatusCode::FORBIDDEN, Html(shown)).into_response()
    }

    /// Opens the session, and lets the request that waited go on.
    async fn open(&self, parts: axum::http::request::Parts, body: Body, next: Next) -> Response {
        let Some((fields, kept)) = self.answer(body).await else { return Redirect::to(&unmarked(&parts.uri)).into_response() };
        let given = fields.get("unlock_secret").map_or("", String::as_str);
        let (app, t) = (&self.ctx.app, &self.ctx.t);
        match actions::unlock(&app.db, self.entrance.seal(), &self.viewer, self.session, given).await {
            Ok(()) => self.send(parts, kept, next).await,
            Err(Error::Invalid(faults)) => {
                let waiting = fields.get("kept").cloned().unwrap_or_default();
                self.page(&kept.uri, Form::of([("kept", waiting)]).refused(t, &faults), false)
            }
            Err(fault) => self.ctx.visit.refusal(fault),
        }
    }

    /// The same for a session that was opened elsewhere meanwhile.
    async fn go_on(&self, parts: axum::http::request::Parts, body: Body, next: Next) -> Response {
        match self.answer(body).await {
            Some((_, kept)) => self.send(parts, kept, next).await,
            None => Redirect::to(&unmarked(&parts.uri)).into_response(),
        }
    }

    async fn answer(&self, body: Body) -> Option<(HashMap<String, String>, Kept)> {
        let bytes = to_bytes(body, ANSWER_BYTES).await.ok()?;
        let request = Request::post("/").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(bytes)).ok()?;
        let fields = <axum::Form<HashMap<String, String>> as axum::extract::FromRequest<()>>::from_request(request, &()).await.ok()?.0;
        let sealed = URL_SAFE_NO_PAD.decode(fields.get("kept")?).ok()?;
        let kept = serde_json::from_slice(&self.entrance.seal().open(&self.purpose(), &sealed)?).ok()?;
        Some((fields, kept))
    }

    /// A page is opened again; a change goes on as it was sent, with the token of its form.
    async fn send(&self, mut parts: axum::http::request::Parts, kept: Kept, next: Next) -> Response {
        let (Ok(uri), Ok(kind), true) = (kept.uri.parse::<Uri>(), HeaderValue::try_from(kept.kind), kept.is_post) else {
            return Redirect::to(&kept.uri).into_response();
        };
        if uri.path() != parts.uri.path() {
            return Redirect::to(&kept.uri).into_response();
        }
        parts.uri = uri;
        parts.headers.insert(header::CONTENT_TYPE, kind);
        parts.headers.insert(header::CONTENT_LENGTH, kept.body.len().into());
        next.run(Request::from_parts(parts, Body::from(kept.body))).await
    }
}

/// The address without the mark.
fn unmarked(uri: &Uri) -> String {
    let address = uri.to_string();
    address.trim_end_matches(MARK).trim_end_matches(['?', '&']).to_owned()
}
