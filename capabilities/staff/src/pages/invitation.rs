//! `/invitation/{token}`: somebody new, or somebody who forgot, sets the password.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::Error;
use web::{Class, Ctx, Form, Html, Page, PageResult};

use super::SIGN_IN;
use crate::{actions, model::Password};

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationPage {
    page: Page,
    form: Form,
    login: String,
}

#[derive(Template)]
#[template(path = "invitation_gone.html")]
struct GonePage {
    page: Page,
}

/// `GET /invitation/{token}`
pub(super) async fn show(ctx: Ctx, Path(token): Path<String>) -> PageResult<Response> {
    match actions::invited(&ctx.app.db, &token).await {
        Ok(login) => Ok(Html(invitation_page(&ctx, Form::new(), login)).into_response()),
        Err(Error::NotFound) => Ok(gone(&ctx)),
        Err(other) => Err(other.into()),
    }
}

fn invitation_page(ctx: &Ctx, form: Form, login: String) -> InvitationPage {
    InvitationPage { page: Page::public(ctx, ctx.t.get("staff-invitation")).with_form(&form), form, login }
}

fn gone(ctx: &Ctx) -> Response {
    let page = GonePage { page: Page::public(ctx, ctx.t.get("staff-invitation-gone")) };
    (StatusCode::NOT_FOUND, Html(page)).into_response()
}

/// `POST /invitation/{token}`
pub(super) async fn accept(ctx: Ctx, Path(token): Path<String>, form: Form) -> PageResult<Response> {
    ctx.allow(&Class::PUBLIC_FORMS)?;
    let login = match actions::invited(&ctx.app.db, &token).await {
        Err(Error::NotFound) => return Ok(gone(&ctx)),
        other => other?,
    };
    let password = match chosen(&form) {
        Err(Error::Invalid(faults)) => {
            let page = invitation_page(&ctx, form.refused(&ctx.t, &faults), login);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
        }
        other => other?,
    };
    match actions::use_invitation(&ctx.app.db, &token, &password).await {
        Ok(()) => Ok(Redirect::to(&format!("{SIGN_IN}?password=set")).into_response()),
        Err(Error::NotFound) => Ok(gone(&ctx)),
        Err(other) => Err(other.into()),
    }
}

/// The password that a form chooses, typed twice.
pub(super) fn chosen(form: &Form) -> base::Result<Password> {
    let password = Password::new(form.value("password"))?;
    if form.value("again") == form.value("password") { Ok(password) } else { Err(Error::invalid("again", "staff-password-differs")) }
}
