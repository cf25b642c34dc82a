//! `/sign-in/second-step`: after the password the second factor, or setting one up where the city asks for it.

use askama::Template;
use axum::{
    extract::Query,
    http::{StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use base::{Error, secret};
use serde::Deserialize;
use web::{Ctx, Form, Html, Page, PageResult, cookies};

use super::{
    SIGN_IN, WorkNav,
    entrance::{Entrance, HALF, HalfToken},
    qr::Qr,
    recovery_codes,
    sign_in::allow_for,
    signed_in::{way_on, with_next},
};
use crate::{
    actions::{self, HalfSignedIn},
    model::{Device, TotpSecret},
};

/// Where the second factor is given.
pub(super) const SECOND_STEP: &str = "/sign-in/second-step";

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
    /// `recovery` for a recovery code, which a numeric keyboard cannot type.
    #[serde(default)]
    way: String,
}

#[derive(Template)]
#[template(path = "second_step.html")]
struct SecondStepPage {
    page: Page,
    form: Form,
    /// Whether the app's codes are among the ways on.
    codes: bool,
    /// Whether passkeys are.
    passkeys: bool,
    recovery: bool,
    /// The address of the other way on.
    other: String,
    next: String,
}

#[derive(Template)]
#[template(path = "first_factor.html")]
struct FirstFactorPage {
    page: Page,
    form: Form,
    qr: Qr,
    secret: String,
}

/// `GET /sign-in/second-step?next=/inbox`
pub(super) async fn show(ctx: Ctx, entrance: Entrance, HalfToken(token): HalfToken, Query(asked): Query<Asked>) -> PageResult<Response> {
    let Some(half) = actions::half_signed_in(&ctx.app.db, &token).await? else { return Ok(begin_again(&asked.next)) };
    let form = Form::of([("next", asked.next), ("way", asked.way)]);
    Ok(step_page(&ctx, &entrance, &half, form).await?.into_response())
}

/// Too late, or never begun: back to the password.
fn begin_again(next: &str) -> Response {
    Redirect::to(&with_next(SIGN_IN, next)).into_response()
}

async fn step_page(ctx: &Ctx, entrance: &Entrance, half: &HalfSignedIn, form: Form) -> PageResult<Response> {
    if half.factors.any() {
        let page = Page::public(ctx, ctx.t.get("staff-second-step")).with_form(&form);
        let recovery = form.value("way") == "recovery";
        let other = with_next(&format!("{SECOND_STEP}{}", if recovery { "" } else { "?way=recovery" }), form.value("next"));
        return Ok(Html(SecondStepPage {
            page,
            codes: half.factors.codes,
            passkeys: half.factors.passkeys > 0,
            next: form.value("next").to_owned(),
            form,
            recovery,
            other,
        })
        .into_response());
    }
    let secret = actions::new_secret(&ctx.app.db, entrance.seal(), half.account_id, half.token).await?;
    let page = Page::public(ctx, ctx.t.get("staff-first-factor")).with_form(&form);
    Ok(Html(FirstFactorPage { page, form, qr: drawn(ctx, &secret, &half.login)?, secret: secret.text() }).into_response())
}

/// The QR code of a secret, with the city's name as the app will show it.
pub(super) fn drawn(ctx: &Ctx, secret: &TotpSecret, login: &str) -> base::Result<Qr> {
    Qr::of(&secret.uri(ctx.app.city.name.of(ctx.language()), login))
}

/// `POST /sign-in/second-step`
pub(super) async fn create(
    ctx: Ctx,
    nav: WorkNav,
    entrance: Entrance,
    device: Device,
    HalfToken(token): HalfToken,
    form: Form,
) -> PageResult<Response> {
    let Some(half) = actions::half_signed_in(&ctx.app.db, &token).await? else { return Ok(begin_again(form.value("next"))) };
    allow_for(&ctx, &half.login)?;
    let (db, seal, code) = (&ctx.app.db, entrance.seal(), form.get("code").to_owned());
    let came_in = if half.factors.any() {
        actions::give_code(db, seal, &token, &code, &device).await.map(|session| (session, Vec::new()))
    } else {
        actions::confirm_first_secret(db, seal, &token, &code, &device).await
    };
    match came_in {
        Ok((session, codes)) if codes.is_empty() => come_in(&ctx, &nav, &session, form.value("next")).await,
        Ok((session, codes)) => {
            let onward = start_of(&ctx, &nav, &session, form.value("next")).await?;
            Ok((session_cookies(&session)?, recovery_codes::page(&ctx, &codes, onward)).into_response())
        }
        Err(Error::Invalid(faults)) => {
            let page = step_page(&ctx, &entrance, &half, form.refused(&ctx.t, &faults)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// Leads somebody with a new session where they wanted; the session that the browser had before ends.
pub(super) async fn come_in(ctx: &Ctx, nav: &WorkNav, session: &str, next: &str) -> PageResult<Response> {
    let onward = start_of(ctx, nav, session, next).await?;
    Ok((session_cookies(session)?, Redirect::to(&onward)).into_response())
}

/// Where somebody with a new session goes on; the session that the browser had before ends.
pub(super) async fn start_of(ctx: &Ctx, nav: &WorkNav, session: &str, next: &str) -> base::Result<String> {
    if let Some(earlier) = ctx.visit.session {
        actions::sign_out(&ctx.app.db, earlier).await?;
    }
    let viewer = actions::recognise(&ctx.app.db, secret::sha256(session.as_bytes())).await?.ok_or(Error::Forbidden)?;
    Ok(way_on(next).map_or_else(|| nav.start(&viewer), ToOwned::to_owned))
}

fn session_cookies(session: &str) -> base::Result<impl axum::response::IntoResponseParts> {
    Ok(AppendHeaders([(header::SET_COOKIE, cookies::set(cookies::SESSION, session)?), (header::SET_COOKIE, cookies::forget(HALF)?)]))
}
