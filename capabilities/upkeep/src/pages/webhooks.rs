//! `/upkeep/webhooks`: other programs that are told of what happens, and how that went.

use askama::Template;
use axum::{
    Extension,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, FieldFault, Id, secret};
use staff::{
    Permission,
    pages::{SignedIn, WorkNav},
};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{
    WEBHOOKS,
    words::{self, Tag},
};
use crate::{
    Seal, Upkeep,
    actions::{self, webhooks as changes},
    jobs::{PURPOSE, is_public},
    model::{KINDS, Told, Webhook, WebhookRules, address},
    store as rows,
};

#[derive(Template)]
#[template(path = "webhooks.html")]
struct WebhooksPage {
    page: Page,
    form: Form,
    rules: Form,
    kinds: Vec<Choice>,
    webhooks: Vec<Line>,
}

/// A webhook in words.
struct Line {
    id: Id,
    address: String,
    tag: Tag,
    kinds: String,
    failures: Option<String>,
}

#[derive(Template)]
#[template(path = "webhook.html")]
struct WebhookPage {
    page: Page,
    webhook: Line,
    is_active: bool,
    told: Vec<Delivery>,
}

/// What a webhook was told, in words.
struct Delivery {
    id: Id,
    when: String,
    tag: Tag,
    kind: String,
    facts: String,
    body: String,
    error: Option<String>,
    is_ended: bool,
}

#[derive(Template)]
#[template(path = "webhook_made.html")]
struct MadePage {
    page: Page,
    address: String,
    secret: String,
}

fn line(ctx: &Ctx, webhook: Webhook) -> Line {
    let kinds: Vec<String> = webhook.kinds.iter().map(|kind| kind_words(ctx, kind)).collect();
    Line {
        id: webhook.id,
        address: webhook.address,
        tag: words::outcome(&webhook.state),
        kinds: kinds.join(", "),
        failures: (webhook.failures > 0).then(|| ctx.t.count("upkeep-hook-failures", webhook.failures)),
    }
}

fn kind_words(ctx: &Ctx, kind: &str) -> String {
    ctx.t.get(&format!("upkeep-hook-{}", kind.replace('.', "-"))).to_owned()
}

/// `GET /upkeep/webhooks`
pub(super) async fn list(ctx: Ctx, nav: WorkNav, viewer: SignedIn) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    page(&ctx, &nav, &viewer, Form::new()).await
}

async fn page(ctx: &Ctx, nav: &WorkNav, viewer: &SignedIn, form: Form) -> PageResult<Response> {
    let load = |read: &store::Read<'_>| Ok((rows::webhooks(read)?, rows::setting::<WebhookRules>(read, changes::WEBHOOKS)?));
    let (webhooks, rules) = ctx.app.db.read(load).await?;
    let private = if rules.unwrap_or_default().private { "yes" } else { "" };
    let status = if form.errors().is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = WebhooksPage {
        page: nav.page(ctx, viewer, ctx.t.get("upkeep-webhooks")).with_form(&form),
        form,
        rules: Form::of([("private", private)]),
        kinds: KINDS.iter().map(|kind| Choice::new(*kind, kind_words(ctx, kind)).hint(*kind)).collect(),
        webhooks: webhooks.into_iter().map(|webhook| line(ctx, webhook)).collect(),
    };
    Ok((status, Html(shown)).into_response())
}

/// `POST /upkeep/webhooks`: a new one, whose secret this page shows once.
pub(super) async fn create(
    Extension(upkeep): Extension<Upkeep>,
    ctx: Ctx,
    nav: WorkNav,
    viewer: SignedIn,
    form: Form,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let rules: WebhookRules = ctx.app.db.read(|read| rows::setting(read, changes::WEBHOOKS)).await?.unwrap_or_default();
    let (address, kinds) = match parse(&form, ctx.app.settings.demo, rules) {
        Ok(parsed) => parsed,
        Err(faults) => return page(&ctx, &nav, &viewer, form.refused(&ctx.t, &faults)).await,
    };
    let secret = format!("whsec_{}", secret::token());
    let sealed = Seal::of(&upkeep.folder)?.close(PURPOSE, &secret)?;
    let to = address.clone();
    ctx.app.db.write(viewer.actor(), move |tx| changes::create(tx, &to, &kinds, &sealed).map(drop)).await?;
    let page = nav.page(&ctx, &viewer, ctx.t.get("upkeep-hook-made"));
    Ok(Html(MadePage { page, address, secret }).into_response())
}

fn parse(form: &Form, is_demo: bool, rules: WebhookRules) -> Result<(String, Vec<String>), Vec<FieldFault>> {
    let mut faults = Vec::new();
    match address(form.get("address"), is_demo) {
        Err(Error::Invalid(found)) => faults.extend(found),
        Err(_) => faults.push(FieldFault { field: "address", message: "upkeep-hook-address-invalid" }),
        Ok(uri) => {
            let ip = uri.host().and_then(|host| host.trim_matches(['[', ']']).parse().ok());
            if !rules.private && ip.is_some_and(|ip| !is_public(ip)) {
                faults.push(FieldFault { field: "address", message: "upkeep-hook-private" });
            }
        }
    }
    let kinds: Vec<String> = form.all("kinds").filter(|kind| KINDS.contains(kind)).map(str::to_owned).collect();
    if kinds.is_empty() {
        faults.push(FieldFault { field: "kinds", message: "upkeep-hook-kinds-missing" });
    }
    if faults.is_empty() { Ok((form.get("address").trim().to_owned(), kinds)) } else { Err(faults) }
}

/// `POST /upkeep/webhooks/rules`
pub(super) async fn rule(ctx: Ctx, viewer: SignedIn, form: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let rules = WebhookRules { private: form.filled("private").is_some() };
    ctx.app.db.write(viewer.actor(), move |tx| actions::set(tx, changes::WEBHOOKS, &rules)).await?;
    Ok(Redirect::to(WEBHOOKS).into_response())
}

/// `GET /upkeep/webhooks/{id}`
pub(super) async fn show(ctx: Ctx, nav: WorkNav, viewer: SignedIn, Path(id): Path<String>) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let id: Id = id.parse()?;
    let (webhook, told) = ctx.app.db.read(move |read| Ok((rows::find_webhook(read, id)?, rows::told_of(read, id)?))).await?;
    let is_active = webhook.state == "active";
    let page = nav.page(&ctx, &viewer, ctx.t.get("upkeep-hook"));
    let told = told.into_iter().map(|told| delivery(&ctx, told)).collect();
    Ok(Html(WebhookPage { page, webhook: line(&ctx, webhook), is_active, told }).into_response())
}

fn delivery(ctx: &Ctx, told: Told) -> Delivery {
    let status = told.status.map_or_else(|| "–".to_owned(), |status| status.to_string());
    let facts = [("n", told.attempts.into()), ("status", status.into()), ("millis", told.millis.unwrap_or_default().into())];
    Delivery {
        id: told.id,
        when: ctx.t.moment(told.tried_at.unwrap_or(told.queued_at), ctx.now()),
        tag: words::outcome(&told.state),
        kind: kind_words(ctx, &told.kind),
        facts: if told.attempts > 0 { ctx.t.with("upkeep-hook-attempts", &facts) } else { String::new() },
        body: told.body,
        error: told.error,
        is_ended: told.state != "queued",
    }
}

/// `POST /upkeep/webhooks/{id}/{change}`: `start`, `stop` or `removal`.
pub(super) async fn change(ctx: Ctx, viewer: SignedIn, Path((id, word)): Path<(String, String)>, _: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let id: Id = id.parse()?;
    let state = match word.as_str() {
        "start" => "active",
        "stop" => "stopped",
        "removal" => "removed",
        _ => return Err(Error::NotFound.into()),
    };
    ctx.app.db.write(viewer.actor(), move |tx| changes::change(tx, id, state)).await?;
    let place = if state == "removed" { WEBHOOKS.to_owned() } else { format!("{WEBHOOKS}/{id}") };
    Ok(Redirect::to(&place).into_response())
}

/// `POST /upkeep/deliveries/{id}/again`
pub(super) async fn again(ctx: Ctx, viewer: SignedIn, Path(id): Path<String>, _: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let id: Id = id.parse()?;
    let webhook = ctx.app.db.write(viewer.actor(), move |tx| changes::again(tx, id)).await?;
    Ok(Redirect::to(&format!("{WEBHOOKS}/{webhook}")).into_response())
}
