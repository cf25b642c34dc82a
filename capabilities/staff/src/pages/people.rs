//! `/people`: who may sign in, and the units they work in; for those who administer.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Redirect,
};
use base::{Id, Result};
use serde::Deserialize;
use store::Tx;
use web::{Ctx, Form, Html, Page, PageResult};

use super::{PEOPLE, SignedIn, WorkNav};
use crate::{
    Permission, Unit,
    actions::{self, people_for},
    model::Person,
    store as rows,
};

#[derive(Deserialize)]
pub(super) struct Asked {
    after: Option<Id>,
}

#[derive(Template)]
#[template(path = "people.html")]
pub(super) struct PeoplePage {
    page: Page,
    people: Vec<Row>,
    units: Vec<Unit>,
    /// Who looks: nobody deactivates themselves.
    own: Id,
    /// The account after which this page begins.
    after: Option<Id>,
    /// The account after which the next page begins.
    next: Option<Id>,
}

struct Row {
    person: Person,
    may: String,
    /// How it stands with the account: the key of the word, and the classes of its tag.
    standing: (&'static str, &'static str),
}

impl Row {
    fn new(ctx: &Ctx, person: Person) -> Self {
        let words: Vec<&str> = person.permissions.iter().map(|permission| ctx.t.get(wording(permission))).collect();
        let standing = match (person.active, person.has_password) {
            (true, true) => ("staff-active", "tag"),
            (true, false) => ("staff-invited", "tag tag-plan"),
            (false, _) => ("staff-inactive", "tag tag-closed"),
        };
        Self { may: words.join(", "), standing, person }
    }
}

pub(super) fn wording(permission: Permission) -> &'static str {
    match permission {
        Permission::TakeReports => "staff-may-take-reports",
        Permission::WorkCases => "staff-may-work-cases",
        Permission::SeeAllCases => "staff-may-see-all-cases",
        Permission::EditKnowledge => "staff-may-edit-knowledge",
        Permission::Supervise => "staff-may-supervise",
        Permission::Administer => "staff-may-administer",
        Permission::SeeMailbox => "staff-may-see-mailbox",
    }
}

/// `GET /people`
pub(super) async fn show(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, Query(asked): Query<Asked>) -> PageResult<Html<PeoplePage>> {
    let (looking, after) = (viewer.clone(), asked.after);
    let (people, units) = ctx.app.db.read(move |read| Ok((people_for(read, &looking, after)?, rows::units(read)?))).await?;
    let full = i64::try_from(people.len()).is_ok_and(|count| count == actions::PEOPLE);
    Ok(Html(PeoplePage {
        page: nav.page(&ctx, &viewer, ctx.t.get("staff-people")),
        own: viewer.account_id,
        after,
        next: people.last().filter(|_| full).map(|person| person.account_id),
        people: people.into_iter().map(|person| Row::new(&ctx, person)).collect(),
        units,
    }))
}

/// `POST /people/{id}/deactivation`
pub(super) async fn deactivate(ctx: Ctx, viewer: SignedIn, Path(id): Path<String>, form: Form) -> PageResult<Redirect> {
    change(ctx, viewer, &id, form, actions::deactivate).await
}

/// `POST /people/{id}/activation`
pub(super) async fn activate(ctx: Ctx, viewer: SignedIn, Path(id): Path<String>, form: Form) -> PageResult<Redirect> {
    change(ctx, viewer, &id, form, actions::reactivate).await
}

async fn change(ctx: Ctx, viewer: SignedIn, id: &str, form: Form, change: fn(&Tx<'_>, Id) -> Result<()>) -> PageResult<Redirect> {
    viewer.require(Permission::Administer)?;
    let id: Id = id.parse()?;
    ctx.app.db.write(viewer.actor(), move |tx| change(tx, id)).await?;
    let page = form.get("after").parse::<Id>().map_or_else(|_| String::new(), |after| format!("?after={after}"));
    Ok(Redirect::to(&format!("{PEOPLE}{page}#person-{id}")))
}
