//! "Me too": somebody else whom a public case concerns is counted or follows it; by the link of their letters they say yes, or
//! that they heard enough.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use base::{Actor, Error, Id, ReportNumber, Result, Wording};
use cases::{
    actions::{self, MeToo},
    model::Standing,
    public::{self, FOLLOWING, Following},
};
use residents::Reachable;
use web::{Class, Ctx, Form, Html, Page, PageResult};

use super::{lookup, report_page};
use crate::Portal;

/// `POST /reports/{number}/followers`, field `email`, which may be empty
pub(crate) async fn follow(State(portal): State<Portal>, ctx: Ctx, Path(typed): Path<String>, form: Form) -> PageResult<Response> {
    let Some(number) = lookup::read(&typed) else { return Ok(lookup::not_found(&ctx, &typed)) };
    ctx.allow(&Class::PUBLIC_FORMS)?;
    let refused = match counted(&ctx, number, form.get("email"), form.filled("follow_token")).await {
        Ok(how) => return Ok(Redirect::to(&format!("/reports/{number}?followed={how}")).into_response()),
        Err(Error::NotFound) => return Ok(lookup::not_found(&ctx, &typed)),
        // The case ended meanwhile.
        Err(Error::Conflict(why)) => {
            let why = Some(ctx.t.get(why).to_owned());
            (StatusCode::CONFLICT, report_page::again(&portal, &ctx, number, form, why).await?)
        }
        Err(Error::Invalid(faults)) => {
            let form = form.refused(&ctx.t, &faults);
            (StatusCode::UNPROCESSABLE_ENTITY, report_page::again(&portal, &ctx, number, form, None).await?)
        }
        Err(other) => return Err(other.into()),
    };
    Ok(refused.into_response())
}

/// Counts somebody, and has the owner of the address asked. Says which: `counted` or `asked`.
///
/// # Errors
/// As [`actions::follow`]; [`Error::Invalid`] on `email`.
pub(super) async fn counted(ctx: &Ctx, number: ReportNumber, email: &str, token: Option<&str>) -> Result<&'static str> {
    let (language, email) = (ctx.language(), email.trim());
    let reach = if email.is_empty() { None } else { Some(Reachable::by_email(email, language)?) };
    let how = if reach.is_some() { "asked" } else { "counted" };
    let token = token.and_then(|token| token.parse::<Id>().ok()).map(|token| Id::named("me too", &format!("{token}\n{number}\n{email}")));
    let new = MeToo { number, reach, language, token };
    ctx.app.db.write(Actor::STRANGER, move |tx| actions::follow(tx, &new)).await?;
    Ok(how)
}

#[derive(Template)]
#[template(path = "following.html")]
struct FollowingPage<'a> {
    page: Page,
    id: Id,
    key: String,
    service: Option<&'a Wording>,
    following: Following,
}

#[derive(serde::Deserialize)]
pub(crate) struct Keyed {
    #[serde(default)]
    key: String,
}

/// `GET /following/{id}?key=…`. Only a button changes something: programs that look at letters open their links.
pub(crate) async fn show(
    State(portal): State<Portal>,
    ctx: Ctx,
    Path(id): Path<String>,
    Query(keyed): Query<Keyed>,
) -> PageResult<Response> {
    let id = checked(&ctx, &id, &keyed)?;
    let following = ctx.app.db.read(move |read| public::following(read, id)).await?;
    let service = portal.catalogue.by_id(following.service_id).map(|service| &service.name);
    let page = Page::public(&ctx, ctx.t.get("portal-following"));
    let mut response = Html(FollowingPage { page, id, key: keyed.key, service, following }).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// `POST /following/{id}?key=…`, field `wish`: `yes` or `no`
pub(crate) async fn change(ctx: Ctx, Path(id): Path<String>, Query(keyed): Query<Keyed>, form: Form) -> PageResult<Redirect> {
    let id = checked(&ctx, &id, &keyed)?;
    let yes = form.chosen("wish", "yes");
    let change = move |tx: &::store::Tx<'_>| if yes { actions::confirm(tx, id) } else { actions::stop_following(tx, id) };
    match ctx.app.db.write(Actor::STRANGER, change).await {
        Ok(()) | Err(Error::Conflict(_)) => Ok(Redirect::to(&format!("/following/{id}?key={}", keyed.key))),
        Err(other) => Err(other.into()),
    }
}

fn checked(ctx: &Ctx, id: &str, keyed: &Keyed) -> Result<Id> {
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    ctx.app.signer.check(FOLLOWING, &id.to_string(), &keyed.key).map_err(|_| Error::NotFound)?;
    Ok(id)
}
