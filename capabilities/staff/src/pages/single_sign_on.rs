//! `/sign-in/single-sign-on`: to the city's provider and back.

use axum::{
    extract::Query,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use base::Error;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Deserialize;
use web::{Ctx, PageResult, cookies};

use super::{
    SIGN_IN, WorkNav,
    entrance::{AWAY, AWAY_TIME, Entrance},
    second_step::come_in,
    sign_in::SIGN_INS_OF_AN_OFFICE,
    signed_in::way_on,
};
use crate::{
    actions::{self, Answer, Departure},
    model::{Device, Refusal},
};

/// From where people are sent to the provider. A link, no form: a form may not lead to another site.
pub(super) const SINGLE_SIGN_ON: &str = "/sign-in/single-sign-on";
/// Where the provider sends them back.
pub(super) const RETURN: &str = "/sign-in/single-sign-on/return";
const PURPOSE: &[u8] = b"single-sign-on";

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
}

/// `GET /sign-in/single-sign-on?next=/inbox`
pub(super) async fn begin(ctx: Ctx, entrance: Entrance, Query(asked): Query<Asked>) -> PageResult<Response> {
    let Some(provider) = entrance.single_sign_on() else { return Err(Error::NotFound.into()) };
    ctx.allow(&SIGN_INS_OF_AN_OFFICE)?;
    let (address, departure) = match provider.begin(way_on(&asked.next).unwrap_or_default(), ctx.now()).await {
        Err(Error::Unavailable(_)) => return Ok(said("down")),
        other => other?,
    };
    let sealed = entrance.seal().close(PURPOSE, &serde_json::to_vec(&departure).map_err(Error::internal)?)?;
    let cookie = cookies::set_for(AWAY, &URL_SAFE_NO_PAD.encode(sealed), AWAY_TIME)?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&address)).into_response())
}

/// `GET /sign-in/single-sign-on/return?code=…&state=…`
pub(super) async fn finish(
    ctx: Ctx,
    nav: WorkNav,
    entrance: Entrance,
    device: Device,
    headers: HeaderMap,
    Query(answer): Query<Answer>,
) -> PageResult<Response> {
    let Some(provider) = entrance.single_sign_on() else { return Err(Error::NotFound.into()) };
    ctx.allow(&SIGN_INS_OF_AN_OFFICE)?;
    let Some(departure) = departure(&entrance, &headers) else { return Ok(said("unproven")) };
    let next = departure.next.clone();
    let arrival = match provider.finish(departure, answer, ctx.now()).await {
        Err(Error::Unavailable(_)) => return Ok(said("down")),
        Err(Error::Conflict(_)) => return Ok(said("unproven")),
        other => other?,
    };
    let rights = provider.settings().rights(&arrival.groups);
    match actions::admit(&ctx.app.db, &arrival, rights, &device).await? {
        Ok(session) => {
            let onward = come_in(&ctx, &nav, &session, &next).await?;
            Ok(forgetting(onward))
        }
        Err(Refusal::NoGroup) => Ok(said("no-group")),
        Err(Refusal::LoginTaken) => Ok(said("login-taken")),
        Err(Refusal::NoLogin) => Ok(said("no-login")),
        Err(Refusal::LastAdministrator) => Ok(said("last-administrator")),
    }
}

fn departure(entrance: &Entrance, headers: &HeaderMap) -> Option<Departure> {
    let sealed = URL_SAFE_NO_PAD.decode(cookies::read(headers, AWAY)?).ok()?;
    serde_json::from_slice(&entrance.seal().open(PURPOSE, &sealed)?).ok()
}

/// Back to the sign-in, which says what happened.
fn said(what: &str) -> Response {
    forgetting(Redirect::to(&format!("{SIGN_IN}?single_sign_on={what}")).into_response())
}

/// A departure holds once.
fn forgetting(mut response: Response) -> Response {
    if let Ok(cookie) = cookies::forget(AWAY) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
