//! `/cases/incidents`: causes behind many cases, such as a storm, and the form for a new one.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Language, Moment, Result, Wording};
use jiff::civil::Date;
use staff::Permission;
use web::{Choice, Form, Html, Page, PageResult};

use super::Seat;
use crate::{
    actions::incidents::{self, NewIncident},
    model::Incident,
    store as rows,
};

/// The list of incidents.
pub const INCIDENTS: &str = "/cases/incidents";

#[derive(Template)]
#[template(path = "incidents.html")]
pub(super) struct ListPage {
    page: Page,
    lines: Vec<Line>,
}

struct Line {
    id: Id,
    name: String,
    when: String,
    ended: bool,
    /// The languages in which residents have no text.
    missing: Vec<&'static str>,
}

/// The keys of the languages into which the text for residents is not translated.
pub(super) fn missing(text: &Wording) -> Vec<&'static str> {
    [(Language::Uk, "incident-missing-uk"), (Language::En, "incident-missing-en")]
        .into_iter()
        .filter(|(language, _)| !text.has(*language))
        .map(|(_, key)| key)
        .collect()
}

/// `GET /cases/incidents`
pub(super) async fn list(seat: Seat) -> PageResult<Html<ListPage>> {
    seat.viewer.require(Permission::Supervise)?;
    let found = seat.read(|read, viewer| Ok((rows::incidents(read)?, rows::eyes(read, viewer)?))).await?;
    let (incidents, eyes) = found;
    let line = |incident: Incident| Line {
        id: incident.id,
        when: when(&seat, &incident),
        ended: incident.ended_at.is_some(),
        missing: missing(&incident.text),
        name: incident.name,
    };
    let lines = incidents.into_iter().filter(|incident| incident.is_visible_to(&eyes)).map(line).collect();
    Ok(Html(ListPage { page: seat.page(seat.ctx.t.get("cases-nav-incidents")), lines }))
}

fn when(seat: &Seat, incident: &Incident) -> String {
    let key = if incident.ended_at.is_some() { "incident-ended-when" } else { "incident-since-when" };
    let when = seat.ctx.t.moment(incident.ended_at.unwrap_or(incident.since), seat.ctx.now());
    seat.ctx.t.with(key, &[("when", when.into())])
}

#[derive(Template)]
#[template(path = "incident_new.html")]
struct NewPage {
    page: Page,
    form: Form,
    services: Vec<Choice>,
    areas: Vec<Choice>,
}

/// `GET /cases/incidents/new`
pub(super) async fn form(seat: Seat) -> PageResult<Response> {
    seat.viewer.require(Permission::Supervise)?;
    let today = seat.ctx.t.civil_day(seat.ctx.now()).to_string();
    Ok(Html(new_page(&seat, Form::of([("since", today)])).await?).into_response())
}

async fn new_page(seat: &Seat, form: Form) -> Result<NewPage> {
    let (catalogue, areas) = seat.read(|read, _| Ok((services::load(read)?, rows::areas(read)?))).await?;
    let language = seat.ctx.language();
    let offered = catalogue.services().iter().filter(|service| !service.sensitive());
    Ok(NewPage {
        page: seat.page(seat.ctx.t.get("incident-new")).with_form(&form),
        form,
        services: offered.map(|service| Choice::named(service.id.to_string(), &service.name, language)).collect(),
        areas: areas.iter().map(|(id, name)| Choice::named(id.to_string(), name, language)).collect(),
    })
}

/// `POST /cases/incidents`: `name`, `services`, `areas`, `since`, `pl`, `uk`, `en`.
pub(super) async fn create(seat: Seat, form: Form) -> PageResult<Response> {
    seat.viewer.require(Permission::Supervise)?;
    let opened = match read(&seat, &form) {
        Ok(new) => seat.change(move |tx, viewer| opened(tx, viewer, &new)).await,
        Err(error) => Err(error),
    };
    match opened {
        Ok(id) => Ok(Redirect::to(&format!("{INCIDENTS}/{id}")).into_response()),
        Err(Error::Invalid(faults)) => {
            let form = form.refused(&seat.ctx.t, &faults);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(new_page(&seat, form).await?)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// Nobody opens what they could not see afterwards.
fn opened(tx: &::store::Tx<'_>, viewer: &staff::Viewer, new: &NewIncident) -> Result<Id> {
    let id = incidents::open(tx, new)?;
    let seen = rows::find_incident(tx, id)?.is_visible_to(&rows::eyes(tx, viewer)?);
    if seen { Ok(id) } else { Err(Error::invalid("services", "incident-other-controller")) }
}

fn read(seat: &Seat, form: &Form) -> Result<NewIncident> {
    let wrong = || Error::invalid("since", "incident-since-wrong");
    let day: Date = form.get("since").parse().map_err(|_| wrong())?;
    let ids = |name: &'static str| form.all(name).filter_map(|id| id.parse().ok()).collect();
    Ok(NewIncident {
        name: form.get("name").to_owned(),
        services: ids("services"),
        areas: ids("areas"),
        since: hours::day_start(day, seat.ctx.app.zone()).map(Moment).ok_or_else(wrong)?,
        text: text(form),
    })
}

/// The text for residents as three fields say it.
pub(super) fn text(form: &Form) -> Wording {
    let other = |name| form.filled(name).map(str::to_owned);
    Wording { pl: form.get("pl").to_owned(), uk: other("uk"), en: other("en") }
}
