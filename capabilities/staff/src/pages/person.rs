//! `/people/{id}`: one account, what happened to it, and how it is cut off.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::{Id, Result};
use store::{Tx, journal};
use web::{Ctx, Form, Html, Page, PageResult};

use super::{PEOPLE, SignedIn, WorkNav, history, wording};
use crate::{
    Permission, Viewer,
    actions::{self, person_for},
    model::{Person, last_day, shown_phone},
    store as rows,
};

#[derive(Template)]
#[template(path = "person.html")]
pub(super) struct PersonPage {
    page: Page,
    person: Person,
    standing: (&'static str, &'static str),
    /// Label and value of what is known.
    facts: Vec<(&'static str, String)>,
    story: Vec<history::Line>,
    /// Who looks: nobody deactivates themselves.
    own: bool,
    /// Whether it may be invited to set a password.
    invitable: bool,
    /// A link to set a password, shown this once; empty otherwise.
    link: String,
}

/// `GET /people/{id}`
pub(super) async fn show(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, Path(id): Path<String>) -> PageResult<Html<PersonPage>> {
    person_page(&ctx, &viewer, &nav, id.parse()?, String::new()).await
}

/// The page of an account, with the link of an invitation just made.
pub(super) async fn person_page(ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, id: Id, link: String) -> PageResult<Html<PersonPage>> {
    let looking = viewer.clone();
    let look = move |read: &store::Read<'_>| {
        let person = person_for(read, &looking, id)?;
        let password = actions::may_have_password(read, id)?;
        Ok((person, password, journal::of_subject(read, id)?, rows::people(read)?, actions::roles(read)?, actions::skills(read)?))
    };
    let (person, password, events, people, roles, skills) = ctx.app.db.read(look).await?;
    let profile = &person.profile;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let deputy = profile.deputy_id.and_then(|id| people.iter().find(|other| other.account_id == id));
    let end = profile.ends_at.and_then(|ends_at| last_day(ends_at, ctx.app.zone()));
    let facts = vec![
        ("staff-login", person.login.clone()),
        ("staff-unit", person.unit.clone().unwrap_or_else(|| ctx.t.get("staff-no-unit").to_owned())),
        ("staff-title", text(&profile.title)),
        ("staff-roles", wording::roles(ctx, &person, &roles)),
        ("staff-ends-on", end.map(|day| ctx.t.date(day, ctx.now())).unwrap_or_default()),
        ("staff-email", text(&profile.email)),
        ("staff-phone", shown_phone(&text(&profile.phone))),
        ("staff-room", text(&profile.room)),
        ("staff-languages", wording::levels(&profile.languages, |tag| wording::language(ctx, tag))),
        ("staff-skills", wording::levels(&profile.skills, |key| wording::skill(ctx, &skills, key))),
        ("staff-pattern", profile.pattern.as_ref().map(|week| history::week(ctx, week)).unwrap_or_default()),
        ("staff-deputy", deputy.map(|deputy| deputy.profile.name.clone()).unwrap_or_default()),
    ];
    Ok(Html(PersonPage {
        page: nav.page(ctx, viewer, person.profile.name.clone()),
        standing: wording::standing(&person, ctx.now()),
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        story: history::tell(ctx, &events, &people),
        own: person.account_id == viewer.account_id,
        invitable: password && person.is_in_use(ctx.now()),
        person,
        link,
    }))
}

/// `POST /people/{id}/invitation`: a new link to set a password, shown once.
pub(super) async fn invite(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, Path(id): Path<String>, _: Form) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let id: Id = id.parse()?;
    let token = ctx.app.db.write(viewer.actor(), move |tx| actions::invite(tx, id)).await?;
    Ok(person_page(&ctx, &viewer, &nav, id, invitation_link(&ctx, &token)).await?.into_response())
}

/// Where somebody sets a password.
pub(super) fn invitation_link(ctx: &Ctx, token: &str) -> String {
    format!("{}/invitation/{token}", ctx.app.settings.public_url.trim_end_matches('/'))
}

/// `POST /people/{id}/deactivation`
pub(super) async fn deactivate(ctx: Ctx, viewer: SignedIn, Path(id): Path<String>, _: Form) -> PageResult<Redirect> {
    change(ctx, viewer, &id, actions::deactivate).await
}

/// `POST /people/{id}/activation`
pub(super) async fn activate(ctx: Ctx, viewer: SignedIn, Path(id): Path<String>, _: Form) -> PageResult<Redirect> {
    change(ctx, viewer, &id, actions::reactivate).await
}

async fn change(ctx: Ctx, viewer: SignedIn, id: &str, change: fn(&Tx<'_>, Id) -> Result<()>) -> PageResult<Redirect> {
    viewer.require(Permission::Administer)?;
    let id: Id = id.parse()?;
    ctx.app.db.write(viewer.actor(), move |tx| change(tx, id)).await?;
    Ok(Redirect::to(&format!("{PEOPLE}/{id}")))
}
