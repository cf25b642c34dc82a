//! `/account/absences` and `/people/{id}/absences`: when somebody is away, and who stands in.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, FieldFault, Id, Result};
use jiff::civil::Date;
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{ABSENCES, PEOPLE, SignedIn, WorkNav, wording};
use crate::{
    Viewer, actions,
    model::{Absence, AbsenceKind, Person},
    store as rows,
};

#[derive(Template)]
#[template(path = "absences.html")]
struct AbsencesPage {
    page: Page,
    form: Form,
    heading: String,
    /// Where the forms of this page post to.
    path: String,
    absences: Vec<Row>,
    kinds: Vec<Choice>,
    deputies: Vec<Choice>,
    /// The form that says who always stands in.
    always: Form,
}

struct Row {
    id: Id,
    kind: &'static str,
    days: String,
    deputy: String,
}

fn kind_key(kind: AbsenceKind) -> &'static str {
    match kind {
        AbsenceKind::Leave => "staff-absence-leave",
        AbsenceKind::Sick => "staff-absence-sick",
        AbsenceKind::Training => "staff-absence-training",
    }
}

fn path_of(viewer: &Viewer, account_id: Id) -> String {
    if viewer.account_id == account_id { ABSENCES.to_owned() } else { format!("{PEOPLE}/{account_id}/absences") }
}

/// `GET /account/absences`
pub(super) async fn show_own(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav) -> PageResult<Response> {
    let own = viewer.account_id;
    page(&ctx, &viewer, &nav, own, Form::new()).await
}

/// `GET /people/{id}/absences`
pub(super) async fn show(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, Path(id): Path<String>) -> PageResult<Response> {
    page(&ctx, &viewer, &nav, id.parse()?, Form::new()).await
}

async fn page(ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, account_id: Id, form: Form) -> PageResult<Response> {
    let (looking, today) = (viewer.clone(), today(ctx)?);
    let look = move |read: &store::Read<'_>| {
        actions::require_lead(read, &looking, account_id)?;
        Ok((rows::person(read, account_id)?, rows::people(read)?, rows::absences_of(read, account_id, today)?))
    };
    let (person, people, absences) = ctx.app.db.read(look).await?;
    let refused = !form.errors().is_empty();
    let heading = if viewer.account_id == account_id {
        ctx.t.get("staff-absences-own").to_owned()
    } else {
        ctx.t.with("staff-absences-of", &[("name", person.profile.name.as_str().into())])
    };
    let always = Form::of([("always", person.profile.deputy_id.map(|id| id.to_string()).unwrap_or_default())]);
    let shown = AbsencesPage {
        page: nav.page(ctx, viewer, heading.clone()).with_form(&form),
        heading,
        path: path_of(viewer, account_id),
        absences: absences.iter().map(|absence| row(ctx, absence, &people)).collect(),
        kinds: AbsenceKind::ALL.map(|kind| Choice::new(kind.word(), ctx.t.get(kind_key(kind)))).into(),
        deputies: wording::people_choices(&people, Some(account_id), ctx.now()),
        always,
        form,
    };
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, Html(shown)).into_response())
}

fn today(ctx: &Ctx) -> Result<Date> {
    hours::day_of(ctx.now().0, ctx.app.zone()).ok_or_else(|| Error::internal("a moment outside the calendar"))
}

fn row(ctx: &Ctx, absence: &Absence, people: &[Person]) -> Row {
    let day = |day| ctx.t.date(day, ctx.now());
    let days = [("from", day(absence.from_on).into()), ("until", day(absence.until_on).into())];
    let deputy = absence.deputy_id.and_then(|id| people.iter().find(|person| person.account_id == id));
    Row {
        id: absence.id,
        kind: kind_key(absence.kind),
        days: ctx.t.with("staff-absence-from-until", &days),
        deputy: deputy.map(|person| person.profile.name.clone()).unwrap_or_default(),
    }
}

/// `POST /account/absences`
pub(super) async fn add_own(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, form: Form) -> PageResult<Response> {
    let own = viewer.account_id;
    add_for(&ctx, &viewer, &nav, own, form).await
}

/// `POST /people/{id}/absences`
pub(super) async fn add(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    add_for(&ctx, &viewer, &nav, id.parse()?, form).await
}

async fn add_for(ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, account_id: Id, form: Form) -> PageResult<Response> {
    let absence = match read(&form, account_id) {
        Ok(absence) => absence,
        Err(faults) => return page(ctx, viewer, nav, account_id, form.refused(&ctx.t, &faults)).await,
    };
    let leading = viewer.clone();
    match ctx.app.db.write(viewer.actor(), move |tx| actions::add_absence(tx, &leading, &absence)).await {
        Ok(()) => Ok(Redirect::to(&path_of(viewer, account_id)).into_response()),
        Err(Error::Invalid(faults)) => page(ctx, viewer, nav, account_id, form.refused(&ctx.t, &faults)).await,
        Err(other) => Err(other.into()),
    }
}

fn read(form: &Form, account_id: Id) -> std::result::Result<Absence, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let mut day = |field| {
        let day = form.get(field).parse::<Date>();
        day.unwrap_or_else(|_| {
            faults.push(FieldFault { field, message: "staff-date-invalid" });
            Date::default()
        })
    };
    let (from_on, until_on) = (day("from_on"), day("until_on"));
    let kind = AbsenceKind::from_word(form.get("kind")).unwrap_or_else(|| {
        faults.push(FieldFault { field: "kind", message: "staff-absence-kind-blank" });
        AbsenceKind::Leave
    });
    let deputy_id = form.filled("deputy").map(str::parse::<Id>).transpose().unwrap_or_else(|_| {
        faults.push(FieldFault { field: "deputy", message: "staff-deputy-unknown" });
        None
    });
    let absence = Absence { id: Id::new(), account_id, kind, from_on, until_on, deputy_id, cancelled: false };
    if faults.is_empty() { Ok(absence) } else { Err(faults) }
}

/// `POST /absences/{id}/cancellation`
pub(super) async fn cancel(ctx: Ctx, SignedIn(viewer): SignedIn, Path(id): Path<String>, _: Form) -> PageResult<Redirect> {
    let (id, leading): (Id, _) = (id.parse()?, viewer.clone());
    let account_id = ctx.app.db.write(viewer.actor(), move |tx| actions::cancel_absence(tx, &leading, id)).await?;
    Ok(Redirect::to(&path_of(&viewer, account_id)))
}

/// `POST /account/absences/deputy`
pub(super) async fn set_own_deputy(ctx: Ctx, SignedIn(viewer): SignedIn, form: Form) -> PageResult<Redirect> {
    let own = viewer.account_id;
    set_deputy_of(&ctx, &viewer, own, &form).await
}

/// `POST /people/{id}/absences/deputy`
pub(super) async fn set_deputy(ctx: Ctx, SignedIn(viewer): SignedIn, Path(id): Path<String>, form: Form) -> PageResult<Redirect> {
    set_deputy_of(&ctx, &viewer, id.parse()?, &form).await
}

async fn set_deputy_of(ctx: &Ctx, viewer: &Viewer, account_id: Id, form: &Form) -> PageResult<Redirect> {
    let deputy_id = form.filled("always").map(str::parse::<Id>).transpose()?;
    let leading = viewer.clone();
    ctx.app.db.write(viewer.actor(), move |tx| actions::set_deputy(tx, &leading, account_id, deputy_id)).await?;
    Ok(Redirect::to(&path_of(viewer, account_id)))
}
