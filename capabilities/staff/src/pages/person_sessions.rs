//! `/people/{id}/sessions`: the sessions of somebody else, and their lost second factor; for those who administer.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::{Id, Moment, Result};
use store::Tx;
use web::{Ctx, Form, Html, Page, PageResult};

use super::{SignedIn, WorkNav, told::SessionLine};
use crate::{Permission, actions, model::Factors, store as rows};

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
}

/// `GET /people/{id}/sessions`
pub(super) async fn show(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, Path(id): Path<String>) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let (account_id, now): (Id, Moment) = (id.parse()?, ctx.now());
    let look = move |read: &store::Read<'_>| {
        Ok((rows::login_of(read, account_id)?, rows::factors(read, account_id)?, actions::open_sessions(read, account_id, now)?))
    };
    let (login, factors, sessions) = ctx.app.db.read(look).await?;
    let page = PersonSessionsPage {
        page: nav.page(&ctx, &viewer, ctx.t.get("staff-sessions")),
        account_id,
        login,
        closing: format!("/people/{account_id}/sessions"),
        factors,
        sessions: sessions.into_iter().map(|open| SessionLine::new(&ctx, open, None)).collect(),
        own: account_id == viewer.account_id,
    };
    Ok(Html(page).into_response())
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
