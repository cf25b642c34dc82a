//! Passkeys, as the script `passkeys.js` asks for them; removing one is a form.

use axum::{
    Json,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id};
use serde::Deserialize;
use serde_json::{Value, json};
use web::{ApiResult, Class, Ctx, Form, PageResult};

use super::{
    SignedIn, WorkNav,
    entrance::Entrance,
    recovery_codes, second_step,
    security::{self, SECURITY},
    sign_in::SIGN_INS_OF_AN_OFFICE,
};
use crate::{
    actions::{self, Ceremony, Passkeys},
    model::Device,
};

#[derive(Deserialize)]
pub(super) struct Answered {
    /// The token of the ceremony.
    ceremony: String,
    /// What `navigator.credentials` gave, in JSON.
    credential: Value,
    /// Where they want to go.
    #[serde(default)]
    next: String,
}

fn passkeys(entrance: &Entrance) -> Result<Passkeys, Error> {
    entrance.passkeys().cloned().ok_or(Error::NotFound)
}

fn asked(ceremony: Ceremony) -> Json<Value> {
    Json(json!({ "ceremony": ceremony.token, "options": ceremony.options }))
}

/// `POST /account/passkeys/options`
pub(super) async fn ask_new(ctx: Ctx, SignedIn(viewer): SignedIn, entrance: Entrance) -> ApiResult<Json<Value>> {
    Ok(asked(passkeys(&entrance)?.begin_registration(&ctx.app.db, &viewer).await?))
}

/// `POST /account/passkeys`: what the browser made, in a form that the script fills in.
pub(super) async fn add(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, entrance: Entrance, form: Form) -> PageResult<Response> {
    let session = ctx.visit.session.ok_or(Error::Forbidden)?;
    let credential = serde_json::from_str(form.value("credential")).unwrap_or_default();
    let (ceremony, name) = (form.value("ceremony"), form.value("name"));
    match passkeys(&entrance)?.finish_registration(&ctx.app.db, &viewer, session, ceremony, name, credential).await {
        Ok(codes) if codes.is_empty() => Ok(security::done("passkey")),
        Ok(codes) => Ok(recovery_codes::page(&ctx, &codes, format!("{SECURITY}?done=passkey"))),
        Err(Error::Invalid(faults)) => security::again(&ctx, &viewer, &nav, &entrance, form.refused(&ctx.t, &faults)).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /account/passkeys/{id}/removal`
pub(super) async fn remove(ctx: Ctx, SignedIn(viewer): SignedIn, Path(id): Path<String>, _: Form) -> PageResult<Response> {
    let (id, actor): (Id, _) = (id.parse()?, viewer.actor());
    ctx.app.db.write(actor, move |tx| actions::remove_passkey(tx, &viewer, id)).await?;
    Ok(Redirect::to(&format!("{SECURITY}?done=no-passkey")).into_response())
}

/// `POST /sign-in/passkey/options`
pub(super) async fn ask(ctx: Ctx, entrance: Entrance) -> ApiResult<Json<Value>> {
    ctx.allow(&SIGN_INS_OF_AN_OFFICE)?;
    ctx.allow(&Class::CHANGES)?;
    Ok(asked(passkeys(&entrance)?.begin_sign_in(&ctx.app.db).await?))
}

/// `POST /sign-in/passkey`
pub(super) async fn sign_in(
    ctx: Ctx,
    nav: WorkNav,
    entrance: Entrance,
    device: Device,
    Json(given): Json<Answered>,
) -> ApiResult<Response> {
    ctx.allow(&SIGN_INS_OF_AN_OFFICE)?;
    let token = passkeys(&entrance)?.finish_sign_in(&ctx.app.db, &given.ceremony, given.credential, &device).await?;
    let onward = second_step::start_of(&ctx, &nav, &token, &given.next).await?;
    let cookie = web::cookies::set(web::cookies::SESSION, &token)?;
    Ok((StatusCode::OK, [(header::SET_COOKIE, cookie)], Json(json!({ "onward": onward }))).into_response())
}
