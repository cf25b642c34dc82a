//! `/sign-in` and `/sign-out`.

use std::time::Duration;

use askama::Template;
use axum::{
    extract::Query,
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, FieldFault};
use serde::Deserialize;
use web::{Class, Ctx, Form, Html, Limited, Page, PageResult, cookies};

use super::{
    SIGN_IN, WorkNav,
    entrance::{Entrance, HALF},
    second_step::{SECOND_STEP, come_in},
    signed_in::{present, way_on, with_next},
    single_sign_on::SINGLE_SIGN_ON,
};
use crate::{
    Viewer,
    actions::{self, Passwords, Step},
    model::{Device, HALF_SECONDS},
};

/// How long the browser keeps the half sign-in.
const HALF_TIME: Duration = Duration::from_secs(HALF_SECONDS as u64);

/// Attempts from one address. A whole office of people may begin at seven behind one address; accounts are guarded
/// one by one with [`Class::SIGN_INS`].
pub(super) const SIGN_INS_OF_AN_OFFICE: Class = Class { name: "sign-ins-of-an-office", per_minute: 60, burst: 120 };

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
    /// Whether a password was just set by an invitation.
    password: Option<String>,
    /// How coming in by the single sign-on has failed.
    single_sign_on: Option<String>,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    form: Form,
    /// The key of what is to be said first; may be empty.
    notice: &'static str,
    /// Where the city's single sign-on begins; empty without one.
    single_sign_on: String,
    /// Whether passwords are for those who administer only.
    few_passwords: bool,
    /// Whether browsers can have passkeys for this address.
    passkeys: bool,
    next: String,
}

fn sign_in_page(ctx: &Ctx, entrance: &Entrance, form: Form, notice: &'static str) -> SignInPage {
    let page = Page::public(ctx, ctx.t.get("staff-sign-in")).with_form(&form);
    let single_sign_on = entrance.single_sign_on().map(|_| with_next(SINGLE_SIGN_ON, form.value("next"))).unwrap_or_default();
    SignInPage {
        page,
        notice,
        single_sign_on,
        few_passwords: entrance.passwords() == Passwords::OfAdministrators,
        passkeys: entrance.passkeys().is_some(),
        next: form.value("next").to_owned(),
        form,
    }
}

/// What the single sign-on's failures are called in the address.
const FAILURES: [(&str, &str); 6] = [
    ("down", "staff-sso-down"),
    ("unproven", "staff-sso-unproven"),
    ("no-group", "staff-sso-no-group"),
    ("login-taken", "staff-sso-login-taken"),
    ("no-login", "staff-sso-no-login"),
    ("last-administrator", "staff-sso-last-administrator"),
];

/// `GET /sign-in?next=/inbox`
pub(super) async fn show(ctx: Ctx, nav: WorkNav, entrance: Entrance, Query(asked): Query<Asked>) -> PageResult<Response> {
    if let Some(viewer) = present(&ctx).await? {
        return Ok(onward(&nav, &viewer, &asked.next));
    }
    let failure = asked.single_sign_on.as_deref().and_then(|word| FAILURES.iter().find(|(known, _)| *known == word));
    let notice = match (&asked.password, ctx.visit.session) {
        _ if failure.is_some() => failure.map_or("", |(_, key)| *key),
        (Some(_), _) => "staff-password-set",
        (None, Some(_)) => "staff-session-ended",
        (None, None) => "",
    };
    Ok(Html(sign_in_page(&ctx, &entrance, Form::of([("next", asked.next)]), notice)).into_response())
}

fn onward(nav: &WorkNav, viewer: &Viewer, next: &str) -> Response {
    Redirect::to(&way_on(next).map_or_else(|| nav.start(viewer), ToOwned::to_owned)).into_response()
}

/// `POST /sign-in`
pub(super) async fn create(ctx: Ctx, nav: WorkNav, entrance: Entrance, device: Device, form: Form) -> PageResult<Response> {
    let faults = blanks(&form);
    if !faults.is_empty() {
        return Ok(again(&ctx, &entrance, form, &faults));
    }
    ctx.allow(&SIGN_INS_OF_AN_OFFICE)?;
    allow_for(&ctx, form.get("login"))?;
    let (login, password) = (form.get("login"), form.value("password"));
    match actions::begin_sign_in(&ctx.app.db, login, password, &device, entrance.passwords()).await {
        Ok(Step::In(token)) => come_in(&ctx, &nav, &token, form.value("next")).await,
        Ok(Step::Half(token)) => {
            let cookie = cookies::set_for(HALF, &token, HALF_TIME)?;
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&with_next(SECOND_STEP, form.value("next")))).into_response())
        }
        Err(Error::Invalid(faults)) => Ok(again(&ctx, &entrance, form, &faults)),
        Err(other) => Err(other.into()),
    }
}

/// Attempts at one account from one address. Those from elsewhere keep nobody out; all together they meet the account's lock.
pub(super) fn allow_for(ctx: &Ctx, login: &str) -> Result<(), Limited> {
    ctx.allow_for(&Class::SIGN_INS, &format!("{} {}", login.to_lowercase(), ctx.visit.address))
}

fn blanks(form: &Form) -> Vec<FieldFault> {
    let wanted = [("login", "staff-login-blank"), ("password", "staff-password-blank")];
    let blank = wanted.into_iter().filter(|(field, _)| form.value(field).is_empty());
    blank.map(|(field, message)| FieldFault { field, message }).collect()
}

fn again(ctx: &Ctx, entrance: &Entrance, form: Form, faults: &[FieldFault]) -> Response {
    let page = sign_in_page(ctx, entrance, form.refused(&ctx.t, faults), "");
    (StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response()
}

/// `POST /sign-out`; the form is read for its token.
pub(super) async fn end(ctx: Ctx, _: Form) -> PageResult<Response> {
    if let Some(session) = ctx.visit.session {
        actions::sign_out(&ctx.app.db, session).await?;
    }
    Ok(([(header::SET_COOKIE, cookies::forget(cookies::SESSION)?)], Redirect::to(SIGN_IN)).into_response())
}
