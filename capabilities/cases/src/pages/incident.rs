//! `/cases/incidents/{id}`: one incident with its cases, those that may belong to it, its followers, and what residents read.

use ::store::Tx;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Language, Moment, PhoneNumber, Result, Wording};
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use web::{Choice, Form, Html, Page, PageResult};

use super::{
    Seat,
    batch::{self, Ways},
    inbox::{self, Line},
    incidents::{INCIDENTS, missing, text},
};
use crate::{
    actions::{self, incidents},
    model::Incident,
    store::{self as rows, InboxRow, find_to_work},
};

/// All that the page tells.
struct Seen {
    incident: Incident,
    cases: Vec<InboxRow>,
    candidates: Vec<InboxRow>,
    followers: i64,
    untold_followers: i64,
    untold_authors: i64,
    texts: Vec<(Moment, Wording)>,
    services: Vec<Wording>,
    areas: Vec<Wording>,
}

/// The incident, if the viewer works with it.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not watch over the work; [`Error::NotFound`] when it is another controller's.
pub(super) fn find(tx: &Tx<'_>, viewer: &Viewer, id: Id) -> Result<Incident> {
    viewer.require(Permission::Supervise)?;
    let incident = rows::find_incident(tx, id)?;
    if incident.is_visible_to(&rows::eyes(tx, viewer)?) { Ok(incident) } else { Err(Error::NotFound) }
}

fn load(tx: &Tx<'_>, viewer: &Viewer, id: Id) -> Result<Seen> {
    let incident = find(tx, viewer, id)?;
    audit::note(tx, viewer, &Look::search("case", "incident", Purpose::Matter))?;
    let eyes = rows::eyes(tx, viewer)?;
    let known = |rows: Vec<InboxRow>| rows.into_iter().filter(|row| row.case.is_visible_to(&eyes)).collect();
    let areas = incident.areas.iter().map(|id| places::area_name(tx, *id)).collect::<Result<Vec<_>>>()?;
    Ok(Seen {
        cases: known(rows::cases_of_incident(tx, id)?),
        candidates: if incident.ended_at.is_none() { known(rows::candidates(tx, &incident)?) } else { Vec::new() },
        followers: rows::count_incident_followers(tx, id)?,
        untold_followers: if incident.ended_at.is_some() { rows::untold_followers(tx, id)? } else { 0 },
        untold_authors: if incident.ended_at.is_some() { rows::untold_authors(tx, id)? } else { 0 },
        texts: rows::texts_of_incident(tx, id)?,
        services: incident.services.iter().map(|id| rows::service_name(tx, *id)).collect::<Result<_>>()?,
        areas: areas.into_iter().flatten().collect(),
        incident,
    })
}

#[derive(Template)]
#[template(path = "incident.html")]
struct IncidentPage {
    page: Page,
    form: Form,
    id: Id,
    name: String,
    since: String,
    services: String,
    areas: String,
    /// When it ended and what was said.
    ended: Option<(String, String)>,
    /// The text for residents, language by language.
    texts: Vec<(Language, String)>,
    missing: Vec<&'static str>,
    /// What residents read before, with the moment when it was written.
    earlier: Vec<(String, String)>,
    cases: Vec<Line>,
    /// Those of the cases that are not closed.
    open: Vec<Line>,
    candidates: Vec<Line>,
    followers: i64,
    untold_followers: i64,
    untold_authors: i64,
    languages: Vec<Choice>,
}

/// `GET /cases/incidents/{id}`
pub(super) async fn show(seat: Seat, Path(id): Path<String>) -> PageResult<Response> {
    let id: Id = id.parse()?;
    Ok(Html(page(&seat, id, None).await?).into_response())
}

async fn page(seat: &Seat, id: Id, form: Option<Form>) -> Result<IncidentPage> {
    let seen = seat.change(move |tx, viewer| load(tx, viewer, id)).await?;
    let (t, now, incident) = (&seat.ctx.t, seat.ctx.now(), seen.incident);
    let texts = said(&incident.text);
    let form = form.unwrap_or_else(|| Form::of(texts.iter().map(|(language, text)| (language.tag(), text.as_str()))));
    let named = |all: &[Wording]| all.iter().map(|name| name.of(seat.ctx.language())).collect::<Vec<_>>().join(", ");
    let lines = |rows: Vec<InboxRow>| rows.into_iter().map(|row| inbox::line(seat, row)).collect::<Vec<_>>();
    let open = seen.cases.iter().filter(|row| row.case.stage.outcome().is_none()).cloned().collect();
    Ok(IncidentPage {
        page: seat.page(incident.name.clone()).with_form(&form),
        form,
        id,
        since: t.moment(incident.since, now),
        services: named(&seen.services),
        areas: if seen.areas.is_empty() { t.get("incident-everywhere").to_owned() } else { named(&seen.areas) },
        ended: incident.ended_at.map(|at| (t.moment(at, now), incident.answer.clone().unwrap_or_default())),
        texts,
        missing: missing(&incident.text),
        earlier: seen.texts.into_iter().skip(1).map(|(at, text)| (t.moment(at, now), text.pl)).collect(),
        open: lines(open),
        cases: lines(seen.cases),
        candidates: lines(seen.candidates),
        followers: seen.followers,
        untold_followers: seen.untold_followers,
        untold_authors: seen.untold_authors,
        languages: Choice::languages(&[Language::Pl, Language::Uk, Language::En]),
        name: incident.name,
    })
}

/// The text in each language that has one.
fn said(text: &Wording) -> Vec<(Language, String)> {
    let known = [Language::Pl, Language::Uk, Language::En].into_iter().filter(|language| text.has(*language));
    known.map(|language| (language, text.of(language).to_owned())).collect()
}

/// The address of an incident.
pub(super) fn address(id: Id) -> String {
    format!("{INCIDENTS}/{id}")
}

/// `GET` of an address that only takes posts: the incident itself.
pub(super) async fn back(Path(id): Path<String>) -> PageResult<Redirect> {
    Ok(Redirect::to(&address(id.parse()?)))
}

/// The page again after what could be mended; other errors as they are.
async fn onward(seat: &Seat, id: Id, mut form: Form, done: Result<()>) -> PageResult<Response> {
    let (status, form) = match done {
        Ok(()) => return Ok(Redirect::to(&address(id)).into_response()),
        Err(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, form.refused(&seat.ctx.t, &faults)),
        Err(Error::Conflict(key)) => {
            let why = seat.ctx.t.find(key).unwrap_or_else(|| seat.ctx.t.get("fault-conflict-text")).to_owned();
            form.refuse("main", why);
            (StatusCode::CONFLICT, form)
        }
        Err(other) => return Err(other.into()),
    };
    Ok((status, Html(page(seat, id, Some(form)).await?)).into_response())
}

/// `POST /cases/incidents/{id}/text`: `pl`, `uk`, `en`.
pub(super) async fn say(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let text = text(&form);
    let said = seat.change(move |tx, viewer| find(tx, viewer, id).and_then(|_| incidents::say(tx, id, &text))).await;
    onward(&seat, id, form, said).await
}

/// `POST /cases/incidents/{id}/followers`: `phone`, `language`.
pub(super) async fn follow(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let language = Language::from_tag(form.get("language")).unwrap_or_default();
    let followed = match form.get("phone").parse::<PhoneNumber>() {
        Ok(number) => {
            let follow = move |tx: &Tx<'_>, viewer: &Viewer| {
                find(tx, viewer, id)?;
                incidents::follow_by_phone(tx, id, number.clone(), language)
            };
            seat.change(follow).await
        }
        Err(error) => Err(error),
    };
    onward(&seat, id, form, followed).await
}

/// `POST /cases/incidents/{id}/cases`: `case` (many), or `without`, one that does not belong to it after all.
pub(super) async fn attach(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    if let Ok(case_id) = form.get("without").parse::<Id>() {
        let without = move |tx: &Tx<'_>, viewer: &Viewer| {
            find(tx, viewer, id)?;
            find_to_work(tx, viewer, case_id)?;
            incidents::detach(tx, id, case_id)
        };
        let done = seat.change(without).await;
        return onward(&seat, id, form, done).await;
    }
    let chosen: Vec<Id> = form.all("case").filter_map(|id| id.parse().ok()).collect();
    if chosen.is_empty() {
        return onward(&seat, id, form, Err(Error::invalid("candidates", "case-batch-empty"))).await;
    }
    let attach = move |tx: &Tx<'_>, viewer: &Viewer, case_id: Id| {
        find(tx, viewer, id)?;
        find_to_work(tx, viewer, case_id)?;
        incidents::attach(tx, id, case_id)
    };
    let candidates = seat.change(move |tx, viewer| Ok(load(tx, viewer, id)?.candidates)).await?;
    let chosen = candidates.into_iter().filter(|row| chosen.contains(&row.case.id)).collect();
    let done = batch::each(&seat, chosen, attach).await?;
    if done.undone.is_empty() {
        return Ok(Redirect::to(&address(id)).into_response());
    }
    Ok(Html(batch::done_page(&seat, "incident-attach", ways(id), done)).into_response())
}

/// Back to the incident.
pub(super) fn ways(id: Id) -> Ways {
    Ways { back: address(id), label: "incident-back" }
}

/// `POST /cases/incidents/{id}/answer`: `words`, sent to every open case.
pub(super) async fn answer(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let words = match actions::checked_words(form.get("words")) {
        Ok(words) => words.to_owned(),
        Err(error) => return onward(&seat, id, form, Err(error)).await,
    };
    let open = open_cases(&seat, id).await?;
    let tell = move |tx: &Tx<'_>, viewer: &Viewer, case_id: Id| {
        find(tx, viewer, id)?;
        find_to_work(tx, viewer, case_id)?;
        actions::progress(tx, case_id, &words)
    };
    let done = batch::each(&seat, open, tell).await?;
    Ok(Html(batch::done_page(&seat, "incident-answer", ways(id), done)).into_response())
}

/// The open cases of the incident.
pub(super) async fn open_cases(seat: &Seat, id: Id) -> Result<Vec<InboxRow>> {
    let mut cases = seat.change(move |tx, viewer| Ok(load(tx, viewer, id)?.cases)).await?;
    cases.retain(|row| row.case.stage.outcome().is_none());
    Ok(cases)
}
