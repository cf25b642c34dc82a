//! `/people/rules`: which permissions ask for a second factor; for those who administer.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use store::Tx;
use web::{Choice, Ctx, Form, Html, Page, PageResult, capital};

use super::{SignedIn, WorkNav, wording};
use crate::{Permission, actions, store as rows};

/// Where the city decides who must have a second factor.
pub(super) const RULES: &str = "/people/rules";
const FIELD: &str = "second_factor";

#[derive(Template)]
#[template(path = "rules.html")]
struct RulesPage {
    page: Page,
    form: Form,
    permissions: Vec<Choice>,
    saved: bool,
}

/// `GET /people/rules`
pub(super) async fn show(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, asked: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let asking = ctx.app.db.read(rows::asking_permissions).await?;
    let page = RulesPage {
        page: nav.page(&ctx, &viewer, ctx.t.get("staff-rules")),
        form: Form::of(asking.into_iter().map(|word| (FIELD, word))),
        permissions: Permission::ALL
            .map(|permission| Choice::new(permission.word(), capital(ctx.t.get(wording::permission(permission)))))
            .to_vec(),
        saved: asked.value("saved") == "yes",
    };
    Ok(Html(page).into_response())
}

/// `POST /people/rules`
pub(super) async fn save(ctx: Ctx, SignedIn(viewer): SignedIn, form: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let save = move |tx: &Tx<'_>| {
        for permission in Permission::ALL {
            actions::put_rule(tx, permission.word(), form.chosen(FIELD, permission.word()))?;
        }
        Ok(())
    };
    ctx.app.db.write(viewer.actor(), save).await?;
    Ok(Redirect::to(&format!("{RULES}?saved=yes")).into_response())
}
