//! `/account/security`: one's own second factors, sessions, and attempts to sign in.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id};
use serde::Deserialize;
use web::{Ctx, Form, Html, Page, PageResult};

use super::{
    SignedIn, WorkNav,
    entrance::Entrance,
    invitation::chosen,
    qr::Qr,
    recovery_codes,
    second_step::drawn,
    signed_in::way_on,
    told::{PasskeyLine, SessionLine, SignInLine},
};
use crate::{
    Viewer, actions,
    model::{Device, Factors, PASSKEYS},
    store as rows,
};

/// Where people see to their own sessions and second factors.
pub const SECURITY: &str = "/account/security";

#[derive(Deserialize)]
pub(super) struct Asked {
    /// The key of what was just done.
    #[serde(default)]
    done: String,
}

#[derive(Template)]
#[template(path = "security.html")]
struct SecurityPage {
    page: Page,
    /// The key of what is to be said first; may be empty.
    notice: &'static str,
    factors: Factors,
    required: bool,
    sessions: Vec<SessionLine>,
    sign_ins: Vec<SignInLine>,
    passkeys: Vec<PasskeyLine>,
    /// Whether passkeys can be added.
    takes_passkeys: bool,
    /// Whether the account has a password, to be changed here.
    has_password: bool,
    /// A new passkey or password that could not be taken.
    form: Form,
}

/// What may have been done just now, by its word in the address.
const DONE: [(&str, &str); 7] = [
    ("codes", "staff-codes-confirmed"),
    ("no-codes", "staff-codes-removed"),
    ("passkey", "staff-passkey-added"),
    ("no-passkey", "staff-passkey-removed"),
    ("password", "staff-password-changed"),
    ("session", "staff-session-revoked"),
    ("sessions", "staff-sessions-revoked"),
];

/// `GET /account/security`
pub(super) async fn show(
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
    nav: WorkNav,
    entrance: Entrance,
    Query(asked): Query<Asked>,
) -> PageResult<Response> {
    let notice = DONE.iter().find(|(word, _)| *word == asked.done).map_or("", |(_, key)| *key);
    Ok(Html(SecurityPage { notice, ..security_page(&ctx, &viewer, &nav, &entrance, Form::new()).await? }).into_response())
}

async fn security_page(ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, entrance: &Entrance, form: Form) -> PageResult<SecurityPage> {
    let (id, now) = (viewer.account_id, ctx.now());
    let look = move |read: &store::Read<'_>| {
        let person = rows::person(read, id)?;
        Ok((
            person,
            rows::factors(read, id)?,
            actions::second_factor_required(read, id)?,
            actions::open_sessions(read, id, now)?,
            actions::sign_ins_of(read, id)?,
            rows::passkeys_of(read, id, PASSKEYS)?,
        ))
    };
    let (person, factors, required, sessions, sign_ins, passkeys) = ctx.app.db.read(look).await?;
    let this = own_session(ctx).await?;
    Ok(SecurityPage {
        page: nav.page(ctx, viewer, ctx.t.get("staff-security")).with_form(&form),
        notice: "",
        factors,
        required,
        sessions: sessions.into_iter().map(|open| SessionLine::new(ctx, open, this)).collect(),
        passkeys: passkeys.into_iter().map(|told| PasskeyLine::new(ctx, told)).collect(),
        takes_passkeys: entrance.passkeys().is_some() && !person.by_single_sign_on,
        has_password: person.has_password,
        sign_ins: sign_ins.into_iter().map(|told| SignInLine::new(ctx, told)).collect(),
        form,
    })
}

/// The page with what is to be mended on it.
pub(super) async fn again(ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, entrance: &Entrance, form: Form) -> PageResult<Response> {
    let page = security_page(ctx, viewer, nav, entrance, form).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
}

/// `POST /account/security/password`: a new password instead of one's own.
pub(super) async fn change_password(
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
    nav: WorkNav,
    entrance: Entrance,
    device: Device,
    form: Form,
) -> PageResult<Response> {
    let session = ctx.visit.session.ok_or(Error::Forbidden)?;
    let change = async {
        let new = chosen(&form)?;
        actions::change_password(&ctx.app.db, &viewer, session, form.value("current_password"), &new, &device).await
    };
    match change.await {
        Ok(()) => Ok(done("password")),
        Err(Error::Invalid(faults)) => again(&ctx, &viewer, &nav, &entrance, form.refused(&ctx.t, &faults)).await,
        Err(other) => Err(other.into()),
    }
}

/// The id of the session that asks.
async fn own_session(ctx: &Ctx) -> PageResult<Option<Id>> {
    let Some(hash) = ctx.visit.session else { return Ok(None) };
    Ok(ctx.app.db.read(move |read| rows::find_session(read, &hash)).await?.map(|(session, _)| session.id))
}

pub(super) fn done(what: &str) -> Response {
    Redirect::to(&format!("{SECURITY}?done={what}")).into_response()
}

#[derive(Template)]
#[template(path = "new_codes.html")]
struct NewCodesPage {
    page: Page,
    form: Form,
    qr: Qr,
    secret: String,
}

/// `GET /account/security/codes`: sets up an app, also instead of the one in use.
pub(super) async fn new_codes(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, entrance: Entrance) -> PageResult<Response> {
    new_codes_page(&ctx, &viewer, &nav, &entrance, Form::new()).await
}

async fn new_codes_page(ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, entrance: &Entrance, form: Form) -> PageResult<Response> {
    let account_id = viewer.account_id;
    let login = ctx.app.db.read(move |read| rows::login_of(read, account_id)).await?;
    let session = ctx.visit.session.ok_or(Error::Forbidden)?;
    let secret = actions::new_secret(&ctx.app.db, entrance.seal(), account_id, session).await?;
    let page = nav.page(ctx, viewer, ctx.t.get("staff-codes-new")).with_form(&form);
    Ok(Html(NewCodesPage { page, form, qr: drawn(ctx, &secret, &login)?, secret: secret.text() }).into_response())
}

/// `POST /account/security/codes`: takes the app into use by its first code.
pub(super) async fn confirm_codes(
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
    nav: WorkNav,
    entrance: Entrance,
    form: Form,
) -> PageResult<Response> {
    let session = ctx.visit.session.ok_or(Error::Forbidden)?;
    match actions::confirm_secret(&ctx.app.db, entrance.seal(), &viewer, session, form.get("code")).await {
        Ok(codes) if codes.is_empty() => Ok(done("codes")),
        Ok(codes) => Ok(recovery_codes::page(&ctx, &codes, format!("{SECURITY}?done=codes"))),
        Err(Error::Invalid(faults)) => {
            let page = new_codes_page(&ctx, &viewer, &nav, &entrance, form.refused(&ctx.t, &faults)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /account/security/codes/removal`
pub(super) async fn remove_codes(ctx: Ctx, SignedIn(viewer): SignedIn, _: Form) -> PageResult<Response> {
    let actor = viewer.actor();
    ctx.app.db.write(actor, move |tx| actions::remove_codes(tx, &viewer)).await?;
    Ok(done("no-codes"))
}

/// `POST /account/security/recovery-codes`: a new set, shown once.
pub(super) async fn new_recovery_codes(ctx: Ctx, SignedIn(viewer): SignedIn, _: Form) -> PageResult<Response> {
    let codes = actions::new_recovery_codes(&ctx.app.db, &viewer).await?;
    Ok(recovery_codes::page(&ctx, &codes, SECURITY.to_owned()))
}

/// `POST /account/sessions/{id}/closure`
pub(super) async fn end_session(ctx: Ctx, SignedIn(viewer): SignedIn, Path(id): Path<String>, _: Form) -> PageResult<Response> {
    let (id, account_id): (Id, Id) = (id.parse()?, viewer.account_id);
    ctx.app.db.write(viewer.actor(), move |tx| actions::end_session(tx, account_id, id)).await?;
    Ok(done("session"))
}

/// `POST /account/sessions/closure`: all but the one that asks.
pub(super) async fn end_other_sessions(ctx: Ctx, SignedIn(viewer): SignedIn, _: Form) -> PageResult<Response> {
    let (kept, account_id) = (ctx.visit.session.ok_or(Error::Forbidden)?, viewer.account_id);
    ctx.app.db.write(viewer.actor(), move |tx| actions::end_other_sessions(tx, account_id, &kept)).await?;
    Ok(done("sessions"))
}

/// `POST /account/lock`: the next page asks who is there.
pub(super) async fn lock(ctx: Ctx, SignedIn(viewer): SignedIn, form: Form) -> PageResult<Response> {
    let session = ctx.visit.session.ok_or(Error::Forbidden)?;
    ctx.app.db.write(viewer.actor(), move |tx| actions::lock(tx, &session)).await?;
    Ok(Redirect::to(way_on(form.value("next")).unwrap_or(SECURITY)).into_response())
}

/// `POST /account/activity`: somebody is there. That the request came is all there is to note.
pub(super) async fn note_activity(_: SignedIn) -> StatusCode {
    StatusCode::NO_CONTENT
}
