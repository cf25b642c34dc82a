//! `/roles`: what each role allows, and who holds it; for those who administer. Roles are changed with all else that the city
//! says of itself, on the pages of settings.

use askama::Template;
use web::{Ctx, Html, Page, PageResult};

use super::{SignedIn, WorkNav, wording};
use crate::{
    Permission, actions,
    model::{Role, Skill},
    store as rows,
};

#[derive(Template)]
#[template(path = "roles.html")]
pub(super) struct RolesPage {
    page: Page,
    roles: Vec<Row>,
    skills: Vec<Skill>,
}

struct Row {
    role: Role,
    may: String,
    holders: i64,
}

/// `GET /roles`
pub(super) async fn show(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav) -> PageResult<Html<RolesPage>> {
    viewer.require(Permission::Administer)?;
    let look = |read: &store::Read<'_>| Ok((actions::roles(read)?, rows::holders(read)?, actions::skills(read)?));
    let (roles, holders, skills) = ctx.app.db.read(look).await?;
    let row = |role: Role| Row {
        may: wording::permissions(&ctx, role.permissions.iter()),
        holders: holders.get(&role.id()).copied().unwrap_or_default(),
        role,
    };
    let page = nav.page(&ctx, &viewer, ctx.t.get("staff-roles-all"));
    Ok(Html(RolesPage { page, roles: roles.into_iter().map(row).collect(), skills }))
}
