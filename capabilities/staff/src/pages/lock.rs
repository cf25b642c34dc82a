//! The lock of a session: whoever comes back proves who they are and goes on exactly where they were. What a form sent
//! meanwhile waits, sealed, in the page that asks, and goes on its way when the session is open again.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Body,
    extract::{FromRequestParts as _, Request, State},
    http::{Method, StatusCode, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use base::Error;
use web::{App, Ctx, Form, Html, Page};

use super::{
    SIGN_IN, SIGN_OUT,
    entrance::Entrance,
    kept::{Kept, Size},
    signed_in::with_next,
};
use crate::{
    Viewer,
    actions::{self, Presence, Unlocked},
    model::Device,
};

/// Added to the address by the form that opens the session, so that other forms are never mistaken for it.
const MARK: &str = "unlock=yes";
/// The path that locks at once.
pub(super) const LOCK: &str = "/account/lock";

/// Whoever the door has recognised, so that handlers need not ask again.
#[derive(Clone)]
pub(super) struct Recognised(pub(super) Arc<Viewer>);

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

/// The session has ended; what was sent waits until somebody has signed in beside this page.
#[derive(Template)]
#[template(path = "ended.html")]
struct EndedPage {
    page: Page,
    form: Form,
    action: String,
    told: Told,
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
        Presence::Nobody if parts.method == Method::POST && ctx.visit.takes_html() => {
            return ended(&ctx, session, marked, parts, body, next).await;
        }
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
    let Ok(device) = Device::from_request_parts(&mut parts, &app).await;
    let asked = Asked { ctx, entrance, device, session, viewer, why: why.unwrap_or(Why::Locked) };
    match (why, marked) {
        // Opened in another tab meanwhile.
        (None, _) => asked.go_on(parts, body, next).await,
        (Some(_), true) => asked.open(parts, body, next).await,
        (Some(_), false) => asked.ask(&parts, body).await,
    }
}

/// A change that comes when its session has ended: it waits in a page beside which somebody signs in.
async fn ended(ctx: &Ctx, session: [u8; 32], marked: bool, mut parts: Parts, body: Body, next: Next) -> Response {
    let entrance = match Entrance::from_request_parts(&mut parts, &ctx.app).await {
        Ok(entrance) => entrance,
        Err(refusal) => return refusal,
    };
    if marked {
        let Some((_, kept)) = Kept::brought(body, entrance.seal()).await else { return Redirect::to(SIGN_IN).into_response() };
        return waiting(ctx, &entrance, &kept, Told::Again);
    }
    match actions::owner_of(&ctx.app.db, session).await {
        Ok(Some(account_id)) => {
            let (kept, size) = Kept::of(&parts, body, account_id, session).await;
            waiting(ctx, &entrance, &kept, if size == Size::TooLarge { Told::TooLarge } else { Told::First })
        }
        Ok(None) => next.run(Request::from_parts(parts, body)).await,
        Err(fault) => ctx.visit.refusal(fault),
    }
}

/// What the page beside which somebody signs in tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// What was sent waits.
    First,
    /// It still waits: nobody has signed in yet.
    Again,
    /// It is too large to wait.
    TooLarge,
}

/// The page in which a change waits until somebody has signed in beside it; a page that was asked for can be asked for again.
fn waiting(ctx: &Ctx, entrance: &Entrance, kept: &Kept, told: Told) -> Response {
    if !kept.is_post() && told != Told::TooLarge {
        return Redirect::to(&with_next(SIGN_IN, kept.uri())).into_response();
    }
    let sealed = match kept.sealed(entrance.seal()) {
        Ok(sealed) => sealed,
        Err(fault) => return ctx.visit.refusal(fault),
    };
    let page = Page::public(ctx, ctx.t.get("staff-session-over"));
    let (form, action) = (Form::of([("kept", sealed)]), with_mark(kept.uri()));
    (StatusCode::FORBIDDEN, Html(EndedPage { page, form, action, told })).into_response()
}

/// The address of the form that brings back what waits.
fn with_mark(uri: &str) -> String {
    let joint = if uri.contains('?') { '&' } else { '?' };
    format!("{uri}{joint}{MARK}")
}

/// Why somebody is asked who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// The session is locked.
    Locked,
    /// They are about to change how people come in, and the last proof is old.
    Unproven,
}

/// Whether the page changes how people come in or what they may, so that a session left open must not be enough.
fn is_guarded(path: &str) -> bool {
    let whole = ["/account/security", "/account/passkeys", "/people/new", "/settings/roles"];
    let of_person = ["edit", "invitation", "activation", "sessions", "second-factor", "identity"];
    let part = path.strip_prefix("/people/").and_then(|rest| rest.split('/').nth(1));
    whole.iter().any(|start| path.starts_with(start)) || part.is_some_and(|part| of_person.contains(&part))
}

/// A request of a locked session.
struct Asked {
    ctx: Ctx,
    entrance: Entrance,
    device: Device,
    session: [u8; 32],
    viewer: Viewer,
    why: Why,
}

impl Asked {
    /// Asks who is there; what was sent waits in the page.
    async fn ask(&self, parts: &Parts, body: Body) -> Response {
        if !self.ctx.visit.takes_html() {
            return self.ctx.visit.refusal(Error::Forbidden);
        }
        let (kept, size) = Kept::of(parts, body, self.viewer.account_id, self.session).await;
        match kept.sealed(self.entrance.seal()) {
            Ok(sealed) => self.page(kept.uri(), Form::of([("kept", sealed)]), size == Size::TooLarge),
            Err(fault) => self.ctx.visit.refusal(fault),
        }
    }

    fn page(&self, uri: &str, form: Form, too_large: bool) -> Response {
        let locked = self.why == Why::Locked;
        let shown = UnlockPage {
            page: Page::public(&self.ctx, self.ctx.t.get(if locked { "staff-locked" } else { "staff-prove" })).with_form(&form),
            form,
            action: with_mark(uri),
            name: self.viewer.name.clone(),
            too_large,
            single_sign_on: self.entrance.single_sign_on().is_some(),
            locked,
        };
        (StatusCode::FORBIDDEN, Html(shown)).into_response()
    }

    /// Opens the session, and lets the request that waited go on.
    async fn open(&self, parts: Parts, body: Body, next: Next) -> Response {
        let Some((fields, kept)) = Kept::brought(body, self.entrance.seal()).await else { return self.begin_again() };
        let given = fields.get("unlock_secret").map_or("", String::as_str);
        let (app, t) = (&self.ctx.app, &self.ctx.t);
        match actions::unlock(&app.db, self.entrance.seal(), &self.viewer, self.session, given, &self.device).await {
            Ok(Unlocked::Open) => self.send(parts, kept, next).await,
            Ok(Unlocked::Ended) => waiting(&self.ctx, &self.entrance, &kept, Told::First),
            Err(Error::Invalid(faults)) => {
                let sealed = fields.get("kept").cloned().unwrap_or_default();
                self.page(kept.uri(), Form::of([("kept", sealed)]).refused(t, &faults), false)
            }
            Err(fault) => self.ctx.visit.refusal(fault),
        }
    }

    /// The same for a session that was opened elsewhere meanwhile, or that has taken the place of one that ended.
    async fn go_on(&self, parts: Parts, body: Body, next: Next) -> Response {
        match Kept::brought(body, self.entrance.seal()).await {
            Some((_, kept)) => self.send(parts, kept, next).await,
            None => self.begin_again(),
        }
    }

    /// A page is opened again; a change goes on as it was sent. What waits for somebody else stays where it is.
    async fn send(&self, parts: Parts, kept: Kept, next: Next) -> Response {
        if !kept.is_of(self.viewer.account_id) {
            return self.begin_again();
        }
        if !kept.is_post() {
            return Redirect::to(kept.uri()).into_response();
        }
        match kept.request(parts, &self.ctx.app, &self.session) {
            Some(request) => next.run(request).await,
            None => self.begin_again(),
        }
    }

    /// What was brought back cannot be used: to where everybody's work begins.
    fn begin_again(&self) -> Response {
        Redirect::to(SIGN_IN).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lets_people_in_is_guarded() {
        for (path, guarded) in [
            ("/account/security/codes", true),
            ("/people/new", true),
            ("/people/0/edit", true),
            ("/people/0/sessions/1/closure", true),
            ("/settings/roles", true),
            ("/settings/roles/agent/removal", true),
            ("/people/0", false),
            ("/people", false),
            ("/settings/units/edit", false),
        ] {
            assert_eq!(is_guarded(path), guarded, "{path}");
        }
    }
}
