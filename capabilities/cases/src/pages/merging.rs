//! Bringing the reports of two cases together, taking that back, and making one report a case of its own.

use ::store::{Read, Tx};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Moment, ReportNumber, Result};
use services::Service;
use staff::{Viewer, pages::Office};
use web::{Choice, Ctx, Form, PageResult};

use super::{
    Seat,
    case::{address, again},
    steps::onward,
};
use crate::{
    actions::{self, Split},
    model::{Case, Eyes, Incident, promise},
    store::{self as rows, InboxRow, Report, find_to_work},
};

/// Cases of the same service within this distance are offered to be merged, metres.
const NEAR_METRES: f64 = 150.0;

/// The cases with which a case shares reports, or may.
pub(super) struct Kin {
    /// The case that has its reports.
    away: Option<(Id, ReportNumber)>,
    /// The cases whose reports it has.
    here: Vec<(Id, ReportNumber)>,
    /// The case of which it was split off.
    origin: Option<InboxRow>,
    near: Vec<(InboxRow, f64)>,
    /// What a report may be about when it becomes a case of its own.
    services: Vec<Service>,
    incident: Option<Incident>,
}

impl Kin {
    /// As the viewer may see them.
    ///
    /// # Errors
    /// As [`Read::query`].
    pub fn load(read: &Read<'_>, viewer: &Viewer, eyes: &Eyes, case: &Case) -> Result<Self> {
        let merged = rows::merged_with(read, case.id)?;
        let here = merged.into_iter().map(|id| first_number(read, eyes, id)).collect::<Result<Vec<_>>>()?;
        let open = case.is_worked_on_by(eyes) && case.stage.outcome().is_none();
        let origin = if open { rows::split_from(read, case.id)?.filter(|row| row.case.is_worked_on_by(eyes)) } else { None };
        let near = if open { rows::alike(read, viewer, case, NEAR_METRES)? } else { Vec::new() };
        let services = if open { services::load(read)?.services().to_vec() } else { Vec::new() };
        Ok(Self {
            incident: rows::incident_of(read, case.id)?.map(|id| rows::find_incident(read, id)).transpose()?,
            away: away(read, eyes, case)?,
            here: here.into_iter().flatten().collect(),
            origin: origin.map(|row| without_words(row, eyes)),
            near: near.into_iter().map(|(row, metres)| (without_words(row, eyes), metres)).collect(),
            services: services.into_iter().filter(|service| service.sensitive() == case.sensitive).collect(),
        })
    }

    /// The cases of which the page quotes what residents said.
    pub fn quoted(&self) -> impl Iterator<Item = Id> {
        let rows = self.origin.iter().chain(self.near.iter().map(|(row, _)| row));
        rows.filter(|row| !row.body.is_empty()).map(|row| row.case.id)
    }
}

/// Words are shown to those only who read them on the page of that case.
fn without_words(mut row: InboxRow, eyes: &Eyes) -> InboxRow {
    if !row.case.is_read_by(eyes) {
        row.body.clear();
    }
    row
}

/// The case that has the reports of this one, if the viewer may know of it.
fn away(read: &Read<'_>, eyes: &Eyes, case: &Case) -> Result<Option<(Id, ReportNumber)>> {
    let Some(id) = case.merged_into else { return Ok(None) };
    if !rows::load(read, id)?.is_visible_to(eyes) {
        return Ok(None);
    }
    Ok(rows::reports_of(read, id)?.first().map(|report| (id, report.number)))
}

/// A case without reports of its own, by the number of the first one that it had.
fn first_number(read: &Read<'_>, eyes: &Eyes, id: Id) -> Result<Option<(Id, ReportNumber)>> {
    let case = rows::load(read, id)?;
    if !case.is_visible_to(eyes) {
        return Ok(None);
    }
    Ok(rows::number_once(read, &case)?.map(|number| (id, number)))
}

/// What the page offers.
pub(super) struct MergePart {
    /// The case that has the reports, by number.
    pub away: Option<Linked>,
    pub here: Vec<Linked>,
    pub undo: bool,
    pub merge: bool,
    pub cases: Vec<Choice>,
    pub split: bool,
    pub reports: Vec<Choice>,
    pub services: Vec<Choice>,
    pub incident: Option<IncidentPart>,
}

/// The incident to which the case belongs.
pub(super) struct IncidentPart {
    pub id: Id,
    pub name: String,
    pub text: String,
    /// Whether the viewer works with it.
    pub linked: bool,
    pub ended: bool,
}

/// A case to which the page leads.
pub(super) struct Linked {
    pub id: Id,
    pub number: String,
}

impl MergePart {
    /// For a case with these reports; `works` when the viewer works on it.
    pub fn new(ctx: &Ctx, kin: &Kin, case: &Case, eyes: &Eyes, reports: &[&Report]) -> Self {
        let linked = |(id, number): &(Id, ReportNumber)| Linked { id: *id, number: number.to_string() };
        let works = case.is_worked_on_by(eyes);
        let open = works && case.stage.outcome().is_none();
        let origin = kin.origin.iter().map(|row| choice(ctx, row, ctx.t.get("cases-merge-origin").to_owned()));
        let is_origin = |id| kin.origin.as_ref().is_some_and(|row| row.case.id == id);
        let near = kin.near.iter().filter(|(row, _)| !is_origin(row.case.id)).map(|(row, metres)| {
            let when = ctx.t.day(row.case.opened_at, ctx.now());
            choice(ctx, row, ctx.t.with("cases-merge-near", &[("distance", format!("{metres:.0} m").into()), ("when", when.into())]))
        });
        Self {
            away: kin.away.as_ref().map(linked),
            here: kin.here.iter().map(linked).collect(),
            undo: works,
            merge: open && !case.sensitive,
            cases: origin.chain(near).collect(),
            split: open && reports.len() > 1,
            reports: reports.iter().map(|report| said(ctx, report)).collect(),
            incident: kin.incident.as_ref().map(|incident| IncidentPart {
                id: incident.id,
                name: incident.name.clone(),
                text: incident.text.pl.clone(),
                linked: incident.is_visible_to(eyes),
                ended: incident.ended_at.is_some(),
            }),
            services: kin.services.iter().map(|one| Choice::named(one.id.to_string(), &one.name, ctx.language())).collect(),
        }
    }
}

/// Enough to judge by: number, place, what was said, how far and how old.
fn choice(ctx: &Ctx, row: &InboxRow, how: String) -> Choice {
    let label = format!("{} {}, {}", row.number, row.service.of(ctx.language()), row.case.place.words);
    let words = if row.body.is_empty() { String::new() } else { format!(" – „{}”", short(&row.body)) };
    Choice::new(row.case.id.to_string(), label).hint(format!("{how}{words}"))
}

fn said(ctx: &Ctx, report: &Report) -> Choice {
    let label = format!("{}, {}", report.number, ctx.t.moment(report.received_at, ctx.now()));
    Choice::new(report.id.to_string(), label)
}

/// The most letters that a choice quotes.
const QUOTED: usize = 120;

fn short(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= QUOTED { line } else { line.chars().take(QUOTED - 1).chain(['…']).collect() }
}

/// `POST /cases/{id}/merging`: fields `into` (a case of the list) or `into_number` (that of any of its reports).
pub(super) async fn merge(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let (chosen, number) = (form.get("into").parse::<Id>().ok(), form.filled("into_number").map(str::to_owned));
    let merged = seat.change(move |tx, viewer| {
        find_to_work(tx, viewer, id)?;
        let into = into(tx, viewer, chosen, number.as_deref())?;
        actions::merge(tx, id, into)?;
        Ok(into)
    });
    match merged.await {
        Ok(into) => Ok(Redirect::to(&format!("{}?saved=1", address(into))).into_response()),
        Err(error) => again(&seat, id, form, error).await,
    }
}

/// The case that was chosen, if the viewer works on it; one that they may not know of is an unknown number.
fn into(tx: &Tx<'_>, viewer: &Viewer, chosen: Option<Id>, number: Option<&str>) -> Result<Id> {
    let unknown = || Error::invalid("into_number", "case-merge-unknown");
    let id = match number {
        Some(number) => {
            let digits: String = number.chars().filter(char::is_ascii_digit).collect();
            let number: ReportNumber = digits.parse().map_err(|_| unknown())?;
            rows::report_by_number(tx, number).map_err(|_| unknown())?.case_id
        }
        None => chosen.ok_or_else(unknown)?,
    };
    match find_to_work(tx, viewer, id) {
        Err(Error::NotFound | Error::Forbidden) => Err(unknown()),
        found => found.map(|case| case.id),
    }
}

/// `POST /cases/{id}/parting`: the merging of the case into another is undone.
pub(super) async fn unmerge(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let undone = seat.change(move |tx, viewer| {
        let case = find_to_work(tx, viewer, id)?;
        case.merged_into.map(|into| find_to_work(tx, viewer, into)).transpose()?;
        actions::unmerge(tx, id)
    });
    let undone = undone.await;
    onward(&seat, id, form, undone).await
}

/// `POST /cases/{id}/split`: fields `report` and `split_service`.
pub(super) async fn split(seat: Seat, office: Office, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let (report, service) = (form.get("report").parse::<Id>().ok(), form.get("split_service").parse::<Id>().ok());
    let taken = seat.change(move |tx, viewer| {
        let case = find_to_work(tx, viewer, id)?;
        let report_id = report.ok_or_else(|| Error::invalid("report", "case-split-missing"))?;
        if rows::home_of(tx, report_id)?.0 != id {
            return Err(Error::NotFound);
        }
        let service_id = service.unwrap_or(case.service_id);
        let due_at = if service_id == case.service_id { case.due_at } else { promised(tx, service_id, &office, tx.now())? };
        actions::split(tx, report_id, &Split { service_id, due_at })
    });
    match taken.await {
        Ok(new) => Ok(Redirect::to(&address(new)).into_response()),
        Err(error) => again(&seat, id, form, error).await,
    }
}

fn promised(read: &Read<'_>, service_id: Id, office: &Office, now: Moment) -> Result<Option<Moment>> {
    let service = services::find(read, service_id)?;
    Ok(promise(&service, now, office))
}
