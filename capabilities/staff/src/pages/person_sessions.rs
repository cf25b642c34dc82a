//! `/people/{id}/sessions`: the sessions of somebody else, and their lost second factor; for those who administer.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result};
use store::Tx;
use web::{Ctx, Form, Html, Page, PageResult};

use super::{SignedIn, WorkNav, entrance::Entrance, told::SessionLine};
use crate::{Permission, Viewer, actions, model::Factors, store as rows};

#[derive(Template)]
#[template(path = "person_sessions.html")]
struct PersonSessionsPage {
    page: Page,
    account_id: Id,
    login: String,
    /// Where the form that ends a session posts to.
    closing: String,
    factors: Factors,
    sessions: Vec<SessionLine>,
    /// Whether it is one's own account, whose second factor is not reset here.
    own: bool,
    form: Form,
    /// Whether the account can be linked with somebody of the single sign-on.
    linkable: bool,
}

/// `GET /people/{id}/sessions`
pub(super) async fn show(
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
    nav: WorkNav,
    entrance: Entrance,
    Path(id): Path<String>,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    Ok(Html(sessions_page(&ctx, &viewer, &nav, &entrance, id.parse()?, Form::new()).await?).into_response())
}

async fn sessions_page(
    ctx: &Ctx,
    viewer: &Viewer,
    nav: &WorkNav,
    entrance: &Entrance,
    account_id: Id,
    form: Form,
) -> Result<PersonSessionsPage> {
    let now = ctx.now();
    let look = move |read: &store::Read<'_>| {
        let (login, factors) = (rows::login_of(read, account_id)?, rows::factors(read, account_id)?);
        Ok((login, factors, actions::open_sessions(read, account_id, now)?, rows::has_identity(read, account_id)?))
    };
    let (login, factors, sessions, linked) = ctx.app.db.read(look).await?;
    Ok(PersonSessionsPage {
        page: nav.page(ctx, viewer, ctx.t.get("staff-sessions")).with_form(&form),
        account_id,
        login,
        closing: format!("/people/{account_id}/sessions"),
        factors,
        sessions: sessions.into_iter().map(|open| SessionLine::new(ctx, open, None)).collect(),
        own: account_id == viewer.account_id,
        form,
        linkable: entrance.single_sign_on().is_some() && !linked,
    })
}

/// `POST /people/{id}/identity`: links the account with somebody of the single sign-on.
pub(super) async fn link(
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
    nav: WorkNav,
    entrance: Entrance,
    Path(id): Path<String>,
    form: Form,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let account_id: Id = id.parse()?;
    let issuer = entrance.single_sign_on().ok_or(Error::NotFound)?.settings().issuer.clone();
    let subject = form.get("subject").to_owned();
    match ctx.app.db.write(viewer.actor(), move |tx| actions::link_identity(tx, account_id, &issuer, &subject)).await {
        Ok(()) => Ok(Redirect::to(&format!("/people/{account_id}/sessions")).into_response()),
        Err(Error::Invalid(faults)) => {
            let page = sessions_page(&ctx, &viewer, &nav, &entrance, account_id, form.refused(&ctx.t, &faults)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /people/{id}/sessions/{session}/closure`
pub(super) async fn end_one(ctx: Ctx, viewer: SignedIn, Path((id, session)): Path<(String, String)>, _: Form) -> PageResult<Response> {
    let session: Id = session.parse()?;
    change(ctx, viewer, &id, move |tx, account_id| actions::end_session(tx, account_id, session)).await
}

/// `POST /people/{id}/sessions/closure`
pub(super) async fn end_all(ctx: Ctx, viewer: SignedIn, Path(id): Path<String>, _: Form) -> PageResult<Response> {
    change(ctx, viewer, &id, actions::end_sessions).await
}

/// `POST /people/{id}/second-factor/removal`
pub(super) async fn reset_second_factor(ctx: Ctx, viewer: SignedIn, Path(id): Path<String>, _: Form) -> PageResult<Response> {
    change(ctx, viewer, &id, actions::reset_second_factor).await
}

async fn change(ctx: Ctx, viewer: SignedIn, id: &str, change: impl Fn(&Tx<'_>, Id) -> Result<()> + Send + 'static) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let account_id: Id = id.parse()?;
    ctx.app.db.write(viewer.actor(), move |tx| change(tx, account_id)).await?;
    Ok(Redirect::to(&format!("/people/{account_id}/sessions")).into_response())
}
