//! `/upkeep/mail`: the mail server, and a letter to try it out.

use askama::Template;
use axum::{
    Extension,
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Email, Error, FieldFault};
use notices::Trial;
use serde::Deserialize;
use staff::{
    Permission,
    pages::{SignedIn, WorkNav},
};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::MAIL;
use crate::{
    MailSet, Upkeep, actions, mail,
    model::{MailServer, NewMail},
    store as rows,
};

#[derive(Deserialize)]
pub(super) struct Asked {
    /// Whether the server was just changed.
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "mail.html")]
struct MailPage {
    page: Page,
    form: Form,
    is_kept: bool,
    /// Who goes before this page.
    fixed: Option<&'static str>,
    securities: Vec<Choice>,
    password_hint: String,
    trial: Option<Outcome>,
}

/// How the test letter fared.
struct Outcome {
    class: &'static str,
    heading: String,
    error: Option<String>,
}

/// What a page shows besides its form.
#[derive(Default)]
struct Told {
    is_kept: bool,
    trial: Option<Outcome>,
}

/// `GET /upkeep/mail`
pub(super) async fn show(
    Extension(upkeep): Extension<Upkeep>,
    ctx: Ctx,
    nav: WorkNav,
    viewer: SignedIn,
    Query(asked): Query<Asked>,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let form = kept(&ctx).await?;
    page(&ctx, &nav, (&viewer, &upkeep), form, Told { is_kept: asked.done.is_some(), trial: None }).await
}

/// The form with what is kept; the password is never shown.
async fn kept(ctx: &Ctx) -> PageResult<Form> {
    let server: Option<MailServer> = ctx.app.db.read(|read| rows::setting(read, actions::MAIL)).await?;
    Ok(match server {
        None => Form::of([("port", "587"), ("security", "starttls")]),
        Some(server) => Form::of([
            ("host", server.host),
            ("port", server.port.to_string()),
            ("security", server.security),
            ("user", server.user),
            ("sender", server.sender),
        ]),
    })
}

async fn page(ctx: &Ctx, nav: &WorkNav, (viewer, upkeep): (&SignedIn, &Upkeep), form: Form, told: Told) -> PageResult<Response> {
    let server: Option<MailServer> = ctx.app.db.read(|read| rows::setting(read, actions::MAIL)).await?;
    let security = |word: &str| Choice::new(word, ctx.t.get(&format!("upkeep-mail-{word}")));
    let status = if form.errors().is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = MailPage {
        page: nav.page(ctx, viewer, ctx.t.get("upkeep-mail")).with_form(&form),
        form,
        is_kept: told.is_kept,
        fixed: match upkeep.mail {
            MailSet::ByFlag => Some("upkeep-mail-by-flag"),
            MailSet::ByDemo => Some("upkeep-mail-by-demo"),
            MailSet::ByPage | MailSet::Nowhere => None,
        },
        securities: ["tls", "starttls", "off"].map(security).into(),
        password_hint: server
            .and_then(|server| server.password)
            .map(|_| ctx.t.get("upkeep-mail-password-kept").to_owned())
            .unwrap_or_default(),
        trial: told.trial,
    };
    Ok((status, Html(shown)).into_response())
}

/// `POST /upkeep/mail`
pub(super) async fn change(
    Extension(upkeep): Extension<Upkeep>,
    ctx: Ctx,
    nav: WorkNav,
    viewer: SignedIn,
    form: Form,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let before: Option<MailServer> = ctx.app.db.read(|read| rows::setting(read, actions::MAIL)).await?;
    let new = match NewMail::parse(|name| form.get(name).to_owned(), before.as_ref()) {
        Ok(new) => new,
        Err(Error::Invalid(faults)) => return page(&ctx, &nav, (&viewer, &upkeep), form.refused(&ctx.t, &faults), Told::default()).await,
        Err(other) => return Err(other.into()),
    };
    let server = mail::sealed(&upkeep.folder, new)?;
    ctx.app.db.write(viewer.actor(), move |tx| actions::set(tx, actions::MAIL, &server)).await?;
    Ok(Redirect::to(&format!("{MAIL}?done=yes")).into_response())
}

/// `POST /upkeep/mail/trial`: a letter to an address; the page says what the server answered.
pub(super) async fn try_out(
    Extension(upkeep): Extension<Upkeep>,
    ctx: Ctx,
    nav: WorkNav,
    viewer: SignedIn,
    form: Form,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let address = form.get("address").trim().to_owned();
    let mut shown = kept(&ctx).await?;
    shown.add("address", address.clone());
    if address.parse::<Email>().is_err() {
        let faults = [FieldFault { field: "address", message: "upkeep-mail-address-invalid" }];
        return page(&ctx, &nav, (&viewer, &upkeep), shown.refused(&ctx.t, &faults), Told::default()).await;
    }
    let sender = mail::present(&upkeep, &ctx.app.db).await?;
    let (title, body) = (ctx.t.get("upkeep-trial-title").to_owned(), ctx.t.get("upkeep-trial-body").to_owned());
    let trial = Trial { address: address.clone(), language: ctx.language(), title, body };
    let outcome = match notices::try_out(&sender, trial, ctx.now()).await {
        Ok(()) => {
            Outcome { class: "notice notice-ok", heading: ctx.t.with("upkeep-trial-sent", &[("address", address.into())]), error: None }
        }
        Err(why) => Outcome { class: "notice notice-bad", heading: ctx.t.get("upkeep-trial-failed").to_owned(), error: Some(why) },
    };
    page(&ctx, &nav, (&viewer, &upkeep), shown, Told { is_kept: false, trial: Some(outcome) }).await
}
