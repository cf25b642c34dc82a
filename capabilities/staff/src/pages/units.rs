//! `/units`: the parts of the city as a tree, what each answers for, and who leads it.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{Office, SignedIn, UNITS, UnitServices, WorkNav, wording};
use crate::{
    Directory, Permission, Unit, Viewer, actions,
    model::{Person, answers::presence, tree},
};

#[derive(Template)]
#[template(path = "units.html")]
pub(super) struct UnitsPage {
    page: Page,
    rows: Vec<Row>,
    may_administer: bool,
}

struct Row {
    /// The classes that set it below its parent.
    depth: usize,
    unit: Unit,
    answers: String,
    people: usize,
}

/// `GET /units`
pub(super) async fn show(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, office: Office) -> PageResult<Html<UnitsPage>> {
    let directory = directory(&ctx, &office).await?;
    let row = |(depth, unit): (usize, &Unit)| Row {
        depth,
        unit: unit.clone(),
        answers: answer_of(&ctx, &directory, unit, &office),
        people: directory.roster(unit.id).people.len(),
    };
    let rows = tree::in_order(&directory.units).into_iter().map(row).collect();
    let may_administer = viewer.may(Permission::Administer);
    Ok(Html(UnitsPage { page: nav.page(&ctx, &viewer, ctx.t.get("staff-units")), rows, may_administer }))
}

/// The directory as it is now.
pub(super) async fn directory(ctx: &Ctx, office: &Office) -> PageResult<Directory> {
    let (office, now) = (office.clone(), ctx.now());
    Ok(ctx.app.db.read(move |read| Directory::read(read, &office, now)).await?)
}

/// Who answers for a unit, in a sentence; empty for one that is retired.
pub(super) fn answer_of(ctx: &Ctx, directory: &Directory, unit: &Unit, office: &Office) -> String {
    if !unit.active {
        return String::new();
    }
    let roster = directory.roster(unit.id);
    if roster.people.is_empty() && roster.head_id.is_none() {
        return ctx.t.get("staff-answers-none").to_owned();
    }
    wording::answer(ctx, directory, directory.who_answers(unit.id, office, ctx.now()), ctx.now())
}

#[derive(Template)]
#[template(path = "unit.html")]
struct UnitPage {
    page: Page,
    form: Form,
    unit: Unit,
    parent: Option<Unit>,
    below: Vec<Unit>,
    answers: String,
    controller: String,
    head: String,
    deputy: String,
    remits: Vec<String>,
    services: Vec<String>,
    people: Vec<Present>,
    may_administer: bool,
    choices: Vec<Choice>,
}

struct Present {
    person: Person,
    presence: (String, &'static str),
}

/// `GET /units/{key}`
pub(super) async fn one(
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
    nav: WorkNav,
    office: Office,
    services: UnitServices,
    Path(key): Path<String>,
) -> PageResult<Response> {
    unit_page(&ctx, &viewer, &nav, &office, &services, &key, None).await
}

async fn unit_page(
    ctx: &Ctx,
    viewer: &Viewer,
    nav: &WorkNav,
    office: &Office,
    services: &UnitServices,
    key: &str,
    refused: Option<Form>,
) -> PageResult<Response> {
    let directory = directory(ctx, office).await?;
    let unit = directory.unit(Unit::id_of(key)).ok_or(Error::NotFound)?.clone();
    let roster = directory.roster(unit.id);
    let name = |id: Option<Id>| id.and_then(|id| directory.person(id)).map(|person| person.profile.name.clone()).unwrap_or_default();
    let id = |id: Option<Id>| id.map(|id| id.to_string()).unwrap_or_default();
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = refused.unwrap_or_else(|| Form::of([("head", id(roster.head_id)), ("deputy", id(roster.deputy_id))]));
    let (language, calendar) = (ctx.visit.language, directory.calendar(Some(unit.id), office));
    let present = |person: &Person| Present {
        presence: wording::presence(ctx, &directory, presence(person.account_id, &directory.colleagues, &calendar, ctx.now()), ctx.now()),
        person: person.clone(),
    };
    let page = UnitPage {
        page: nav.page(ctx, viewer, unit.short.clone()).with_form(&form),
        form,
        parent: unit.parent_id.and_then(|id| directory.unit(id)).cloned(),
        below: directory.units.iter().filter(|other| other.parent_id == Some(unit.id)).cloned().collect(),
        answers: answer_of(ctx, &directory, &unit, office),
        controller: ctx.app.city.controllers.get(&unit.controller).cloned().unwrap_or_else(|| unit.controller.clone()),
        head: name(roster.head_id),
        deputy: name(roster.deputy_id),
        remits: unit.details.remits.iter().map(|remit| remit.of(language).to_owned()).collect(),
        services: services.of(unit.id).iter().map(|name| name.of(language).to_owned()).collect(),
        people: directory.people.iter().filter(|person| person.profile.unit_id == Some(unit.id)).map(present).collect(),
        may_administer: viewer.may(Permission::Administer),
        choices: wording::people_choices(&directory.people, None, ctx.now()),
        unit,
    };
    Ok((status, Html(page)).into_response())
}

/// `POST /units/{key}/leaders`
pub(super) async fn lead(
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
    nav: WorkNav,
    office: Office,
    services: UnitServices,
    Path(key): Path<String>,
    form: Form,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let chosen = |field| form.filled(field).map(str::parse::<Id>).transpose();
    let (unit_id, head, deputy) = (Unit::id_of(&key), chosen("head")?, chosen("deputy")?);
    match ctx.app.db.write(viewer.actor(), move |tx| actions::set_leaders(tx, unit_id, head, deputy)).await {
        Ok(()) => Ok(Redirect::to(&format!("{UNITS}/{key}")).into_response()),
        Err(Error::Invalid(faults)) => unit_page(&ctx, &viewer, &nav, &office, &services, &key, Some(form.refused(&ctx.t, &faults))).await,
        Err(other) => Err(other.into()),
    }
}
