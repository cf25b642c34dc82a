//! `/roles`: the named sets of permissions and the list of skills; for those who administer.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, FieldFault, Wording};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{ROLES, SignedIn, WorkNav, wording};
use crate::{
    Permission, Permissions, Viewer, actions,
    model::{Role, RoleText, Skill, key_of},
    store as rows,
};

#[derive(Template)]
#[template(path = "roles.html")]
struct RolesPage {
    page: Page,
    form: Form,
    roles: Vec<Row>,
    skills: Vec<Skill>,
}

struct Row {
    role: Role,
    may: String,
    holders: i64,
}

/// `GET /roles`
pub(super) async fn show(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav) -> PageResult<Response> {
    list(&ctx, &viewer, &nav, Form::new()).await
}

async fn list(ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, form: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let look = |read: &store::Read<'_>| Ok((actions::roles(read)?, rows::holders(read)?, actions::skills(read)?));
    let (roles, holders, skills) = ctx.app.db.read(look).await?;
    let row = |role: Role| Row {
        may: wording::permissions(ctx, role.text.permissions.iter()),
        holders: holders.get(&role.id).copied().unwrap_or_default(),
        role,
    };
    let status = if form.errors().is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = nav.page(ctx, viewer, ctx.t.get("staff-roles-all")).with_form(&form);
    Ok((status, Html(RolesPage { page, form, roles: roles.into_iter().map(row).collect(), skills })).into_response())
}

/// `POST /skills`
pub(super) async fn add_skill(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, form: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let name = wording_of(&form);
    let skill = Skill { key: key_of(&name.pl), name };
    match ctx.app.db.write(viewer.actor(), move |tx| actions::put_skills(tx, std::slice::from_ref(&skill))).await {
        Ok(()) => Ok(Redirect::to(&format!("{ROLES}#skills")).into_response()),
        Err(Error::Invalid(faults)) => list(&ctx, &viewer, &nav, form.refused(&ctx.t, &faults)).await,
        Err(other) => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "role_form.html")]
struct RolePage {
    page: Page,
    form: Form,
    heading: String,
    action: String,
    permissions: Vec<Choice>,
    /// Whether the pack or the program says something else.
    changed: bool,
    told: String,
}

fn role_page(ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, role: Option<&Role>, form: Form) -> Response {
    let heading = role.map_or_else(|| ctx.t.get("staff-role-new").to_owned(), |role| role.text.name.of(ctx.visit.language).to_owned());
    let told = role.and_then(|role| role.told.as_ref()).filter(|_| role.is_some_and(Role::is_changed));
    let status = if form.errors().is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = RolePage {
        page: nav.page(ctx, viewer, heading.clone()).with_form(&form),
        heading,
        action: role.map_or_else(|| format!("{ROLES}/new"), |role| format!("{ROLES}/{}", role.key)),
        permissions: Permission::ALL.map(|one| Choice::new(one.word(), web::capital(ctx.t.get(wording::permission(one))))).into(),
        changed: told.is_some(),
        told: told.map(|told| wording::permissions(ctx, told.permissions.iter())).unwrap_or_default(),
        form,
    };
    (status, Html(page)).into_response()
}

/// `GET /roles/new`
pub(super) async fn new(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    Ok(role_page(&ctx, &viewer, &nav, None, Form::new()))
}

/// `POST /roles/new`
pub(super) async fn create(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, form: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let text = text_of(&form);
    let key = key_of(&text.name.pl);
    let done = ctx.app.db.write(viewer.actor(), move |tx| actions::add_role(tx, &key, &text)).await;
    after(&ctx, &viewer, &nav, None, form, done)
}

/// `GET /roles/{key}`
pub(super) async fn edit(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, Path(key): Path<String>) -> PageResult<Response> {
    let role = find(&ctx, &viewer, &key).await?;
    let RoleText { name, permissions, temporary } = &role.text;
    let mut form = Form::of([("name_pl", name.pl.clone())]);
    form.add("name_uk", name.uk.clone().unwrap_or_default());
    form.add("name_en", name.en.clone().unwrap_or_default());
    permissions.iter().for_each(|one| form.add("permissions", one.word()));
    if *temporary {
        form.add("temporary", "yes");
    }
    Ok(role_page(&ctx, &viewer, &nav, Some(&role), form))
}

/// `POST /roles/{key}`
pub(super) async fn update(
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
    nav: WorkNav,
    Path(key): Path<String>,
    form: Form,
) -> PageResult<Response> {
    let role = find(&ctx, &viewer, &key).await?;
    let (id, text) = (role.id, text_of(&form));
    let done = ctx.app.db.write(viewer.actor(), move |tx| actions::change_role(tx, id, &text)).await;
    after(&ctx, &viewer, &nav, Some(&role), form, done)
}

/// `POST /roles/{key}/restoration`: the role says again what the pack or the program says.
pub(super) async fn restore(ctx: Ctx, SignedIn(viewer): SignedIn, Path(key): Path<String>, _: Form) -> PageResult<Redirect> {
    let id = find(&ctx, &viewer, &key).await?.id;
    ctx.app.db.write(viewer.actor(), move |tx| actions::restore_role(tx, id)).await?;
    Ok(Redirect::to(ROLES))
}

async fn find(ctx: &Ctx, viewer: &Viewer, key: &str) -> PageResult<Role> {
    viewer.require(Permission::Administer)?;
    let id = Role::id_of(key);
    Ok(ctx.app.db.read(move |read| rows::role(read, id)).await?)
}

fn after(ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, role: Option<&Role>, form: Form, done: base::Result<()>) -> PageResult<Response> {
    let faults = match done {
        Ok(()) => return Ok(Redirect::to(ROLES).into_response()),
        Err(Error::Invalid(faults)) => faults,
        Err(Error::Conflict(message)) if message.starts_with("staff-") => vec![FieldFault { field: "permissions", message }],
        Err(other) => return Err(other.into()),
    };
    Ok(role_page(ctx, viewer, nav, role, form.refused(&ctx.t, &faults)))
}

fn wording_of(form: &Form) -> Wording {
    let text = |name| form.filled(name).map(str::to_owned);
    Wording { pl: form.get("name_pl").to_owned(), uk: text("name_uk"), en: text("name_en") }
}

fn text_of(form: &Form) -> RoleText {
    let permissions: Permissions = form.all("permissions").filter_map(Permission::from_word).collect();
    RoleText { name: wording_of(form), permissions, temporary: form.chosen("temporary", "yes") }
}
