//! `/upkeep/keys`: keys of other programs: made, shown once, revoked at once.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id};
use serde::Deserialize;
use staff::{
    ApiKey, Permission,
    pages::{SignedIn, WorkNav},
};
use web::{Ctx, Form, Html, Page, PageResult};

use super::KEYS;

#[derive(Deserialize)]
pub(super) struct Asked {
    /// Whether a key was just revoked.
    revoked: Option<String>,
}

#[derive(Template)]
#[template(path = "keys.html")]
struct KeysPage {
    page: Page,
    form: Form,
    is_revoked: bool,
    keys: Vec<Line>,
}

/// A key with its history in words.
struct Line {
    id: Id,
    name: String,
    made: String,
    revoked: Option<String>,
}

#[derive(Template)]
#[template(path = "key_made.html")]
struct MadePage {
    page: Page,
    name: String,
    key: String,
}

/// `GET /upkeep/keys`
pub(super) async fn show(ctx: Ctx, nav: WorkNav, viewer: SignedIn, Query(asked): Query<Asked>) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    page(&ctx, &nav, &viewer, Form::new(), asked.revoked.is_some()).await
}

async fn page(ctx: &Ctx, nav: &WorkNav, viewer: &SignedIn, form: Form, is_revoked: bool) -> PageResult<Response> {
    let keys = ctx.app.db.read(staff::api_keys).await?;
    let status = if form.errors().is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = ctx.t.get("upkeep-keys");
    let page = nav.page(ctx, viewer, title).with_form(&form);
    let keys = keys.into_iter().map(|key| line(ctx, key)).collect();
    Ok((status, Html(KeysPage { page, form, is_revoked, keys })).into_response())
}

fn line(ctx: &Ctx, key: ApiKey) -> Line {
    let told = |text: &str, at, who: Option<String>| {
        let who = who.unwrap_or_else(|| ctx.t.get("upkeep-key-command").to_owned());
        ctx.t.with(text, &[("when", ctx.t.moment(at, ctx.now()).into()), ("who", who.into())])
    };
    Line {
        id: key.id,
        name: key.name,
        made: told("upkeep-key-made-by", key.created_at, key.created_by),
        revoked: key.revoked_at.map(|at| told("upkeep-key-revoked-by", at, key.revoked_by)),
    }
}

/// `POST /upkeep/keys`: the key, which this page shows once.
pub(super) async fn create(ctx: Ctx, nav: WorkNav, viewer: SignedIn, form: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let name = form.get("name").trim().to_owned();
    let given = name.clone();
    match ctx.app.db.write(viewer.actor(), move |tx| staff::actions::create_key(tx, &given)).await {
        Ok(made) => {
            let page = nav.page(&ctx, &viewer, ctx.t.get("upkeep-key-made"));
            Ok(Html(MadePage { page, name, key: made.key }).into_response())
        }
        Err(Error::Invalid(_)) => {
            let faults = [base::FieldFault { field: "name", message: "upkeep-key-name-invalid" }];
            page(&ctx, &nav, &viewer, form.refused(&ctx.t, &faults), false).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /upkeep/keys/{id}/revocation`
pub(super) async fn revoke(ctx: Ctx, viewer: SignedIn, Path(id): Path<String>, _: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let id: Id = id.parse()?;
    ctx.app.db.write(viewer.actor(), move |tx| staff::actions::revoke_key(tx, id)).await?;
    Ok(Redirect::to(&format!("{KEYS}?revoked=yes")).into_response())
}
