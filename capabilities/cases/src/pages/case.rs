//! `/cases/{id}`: a case with its reports, its story, and the forms of what the viewer may do.

use std::collections::HashMap;

use ::store::{Read, Tx};
use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Moment, ReportNumber, Result, Wording};
use serde::Deserialize;
use services::Details;
use staff::{
    Permission, Unit, Viewer,
    audit::{self, Look, Purpose},
};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{
    CASES, Seat,
    answers::Grounds,
    deadline::{self, ClockLine},
    merging::{Kin, MergePart},
    pictures::{self, PhotoPart, Sight},
    reported::{self, ReportPart, Reported},
    said::Said,
    status::Status,
    story,
};
use crate::{
    model::{Case, ClockKind, Clocks, Eyes, Outcome, Photo, Step, form_key},
    public::Happening,
    store::{self as rows, Entry, Guest},
};

/// All that the page tells, as the viewer may see it.
pub(super) struct Dossier {
    case: Case,
    reports: Vec<Reported>,
    service: Wording,
    units: Vec<Unit>,
    story: Vec<Entry>,
    clocks: Clocks,
    eyes: Eyes,
    guests: Vec<Guest>,
    person: Option<(Id, String)>,
    /// Whom the case can be given to.
    people: Vec<(Id, String)>,
    marks: Vec<String>,
    /// The service's routing as it is today.
    details: Details,
    /// Names of the areas by which routing decided.
    areas: HashMap<Id, Wording>,
    kin: Kin,
    /// The number under which the case is known.
    number: Option<ReportNumber>,
    /// The photos that the viewer may look at.
    photos: Vec<(Photo, Sight)>,
}

impl Dossier {
    /// Whether somebody has said what it is in law.
    fn formed(&self) -> bool {
        self.story.iter().any(|entry| matches!(entry.what, Happening::Formed(_)))
    }
}

/// Loads the case for the viewer.
///
/// # Errors
/// [`Error::NotFound`] when they may not know of it.
pub(super) async fn dossier(seat: &Seat, id: Id) -> Result<Dossier> {
    let now = seat.ctx.now();
    seat.read(move |read, viewer| load(read, viewer, id, now)).await
}

fn load(read: &Read<'_>, viewer: &Viewer, id: Id, now: Moment) -> Result<Dossier> {
    let (case, reports) = rows::find_for(read, viewer, id)?;
    let eyes = rows::eyes(read, viewer)?;
    let own = case.is_read_by(&eyes) || viewer.may(Permission::ProtectData);
    let reports = reported::load(read, viewer, (id, reports), own, now)?;
    let (service, units) = (services::find(read, case.service_id)?, staff::units(read)?);
    let mut story = rows::story_of(read, id)?;
    let closed = |id: Id| reports.iter().any(|reported| reported.report.id == id && !reported.open);
    story.iter_mut().filter(|entry| entry.said_by.is_some_and(closed)).for_each(|entry| entry.words = None);
    let photos = photos(read, (viewer, &eyes), &case, &reports)?;
    let areas = area_names(read, &story)?;
    let guests = if case.sensitive { rows::guests(read, id)? } else { Vec::new() };
    let people = case.stage.unit_id().map(|unit_id| staff::people_of(read, unit_id)).transpose()?.unwrap_or_default();
    let kin = Kin::load(read, viewer, &eyes, &case)?;
    let number = match reports.first() {
        Some(first) => Some(first.report.number),
        None => rows::number_once(read, &case)?,
    };
    Ok(Dossier {
        person: rows::person_of(read, id)?,
        people,
        marks: rows::marks_of(read, id)?,
        case,
        reports,
        service: service.name,
        units,
        story,
        clocks: rows::clocks_of(read, id)?,
        eyes,
        guests,
        details: service.details,
        areas,
        kin,
        number,
        photos,
    })
}

fn photos(read: &Read<'_>, (viewer, eyes): (&Viewer, &Eyes), case: &Case, reports: &[Reported]) -> Result<Vec<(Photo, Sight)>> {
    let (photos, restricted) = (rows::photos_of(read, case.id)?, rows::restricted_to(read, viewer, case.id)?);
    let seen = |photo: Photo| {
        let report = reports.iter().find(|reported| Some(reported.report.id) == photo.report_id);
        let reading = report.map(|one| pictures::Reading { open: one.open, restricted: restricted.contains(&one.report.id) });
        let sight = pictures::sight(&photo, case, eyes, reading.as_ref());
        (sight != Sight::Nothing).then_some((photo, sight))
    };
    Ok(photos.into_iter().filter_map(seen).collect())
}

fn area_names(read: &Read<'_>, story: &[Entry]) -> Result<HashMap<Id, Wording>> {
    let named = story.iter().filter_map(|entry| entry.routed.as_ref()?.area);
    let names = named.map(|id| Ok(places::area_name(read, id)?.map(|name| (id, name)))).collect::<Result<Vec<_>>>()?;
    Ok(names.into_iter().flatten().collect())
}

#[derive(Template)]
#[template(path = "case.html")]
pub(super) struct CasePage {
    page: Page,
    form: Form,
    said: Option<Said>,
    /// What was typed and cannot be sent any more.
    unsent: String,
    id: Id,
    number: String,
    service: String,
    status: Status,
    kind: &'static str,
    place: String,
    /// For navigation: `geo:50.06,19.94` (RFC 5870).
    geo: Option<String>,
    unit: Option<String>,
    reports: Vec<ReportPart>,
    story: Vec<story::Sentence>,
    clocks: Vec<ClockLine>,
    legal: LegalPart,
    /// The key of what becomes of the term while its author is asked.
    question_hint: &'static str,
    may: May,
    outcomes: Vec<Choice>,
    units: Vec<Choice>,
    sensitive: bool,
    guests: Vec<Choice>,
    /// Who deals with it.
    person: Option<String>,
    people: Vec<Choice>,
    marks: Vec<String>,
    merging: MergePart,
    /// The photos that the form of closing carries: the address of each, and the key of what it shows.
    drafts: Vec<(String, &'static str)>,
}

/// The forms that are offered.
struct May {
    accept: bool,
    progress: bool,
    send_back: bool,
    schedule: bool,
    ask: bool,
    close: bool,
    dispatch: bool,
    share: bool,
    assign: bool,
    mark: bool,
    form: bool,
}

impl May {
    fn new(case: &Case, eyes: &Eyes, ctx: &Ctx) -> Self {
        let works = case.is_worked_on_by(eyes);
        let allows = |step| case.stage.after(step, ctx.now()).is_ok();
        Self {
            accept: works && allows(Step::Accept),
            progress: works && allows(Step::Progress),
            send_back: works && allows(Step::Return),
            schedule: works && allows(Step::Schedule(ctx.t.civil_day(ctx.now()))),
            ask: works && allows(Step::Ask),
            close: works && allows(Step::Close(Outcome::Fixed)),
            dispatch: case.is_dispatched_by(eyes) && case.stage.outcome().is_none(),
            share: case.is_shared_by(eyes),
            assign: works && case.stage.outcome().is_none() && case.stage.unit_id().is_some(),
            mark: works,
            form: (works || case.is_dispatched_by(eyes)) && case.stage.outcome().is_none(),
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    saved: Option<String>,
}

/// `GET /cases/{id}`
pub(super) async fn show(seat: Seat, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult<Html<CasePage>> {
    let id: Id = id.parse()?;
    let looking = move |tx: &Tx<'_>, viewer: &Viewer| {
        let dossier = load(tx, viewer, id, tx.now())?;
        let seen = [id].into_iter().chain(dossier.kin.quoted());
        seen.map(|id| Look::read("case", id, Purpose::Matter)).try_for_each(|look| audit::note(tx, viewer, &look))?;
        Ok(dossier)
    };
    let dossier = seat.change(looking).await?;
    let said = asked.saved.and_then(|what| saved(&seat, &dossier, &what));
    Ok(Html(case_page(&seat, dossier, Form::new(), said)))
}

/// `GET` of an address that only takes posts, after a reload or a change of language: the case itself.
pub(super) async fn back(Path(id): Path<String>) -> PageResult<Redirect> {
    Ok(Redirect::to(&address(id.parse()?)))
}

/// The address of a case.
pub(super) fn address(id: Id) -> String {
    format!("{CASES}/{id}")
}

/// "Zapisane" stands there only if what happened last was done by the viewer.
fn saved(seat: &Seat, dossier: &Dossier, what: &str) -> Option<Said> {
    let beside = |key: &str, value: &str| Some(Said::saved(&seat.ctx, format!("{}: {value}", seat.ctx.t.get(key))));
    match what {
        "person" => {
            let name = dossier.person.as_ref().map_or_else(|| seat.ctx.t.get("cases-person-nobody"), |(_, name)| name);
            return beside("cases-person", name);
        }
        "mark" => return beside("cases-marks", &dossier.marks.join(", ")),
        _ => {}
    }
    let last = dossier.story.last().filter(|entry| entry.by.id == Some(seat.viewer.account_id))?;
    let text = story::what(&seat.ctx, last.what, &dossier.units);
    Some(Said::saved(&seat.ctx, text))
}

/// The answer to a step that was not taken: the page again, with what was typed; other errors as they are.
///
/// # Errors
/// What the page cannot mend, and what keeps it from being shown.
pub(super) async fn again(seat: &Seat, id: Id, form: Form, error: Error) -> PageResult<Response> {
    let (status, form, said) = match error {
        Error::Invalid(faults) => (StatusCode::UNPROCESSABLE_ENTITY, form.refused(&seat.ctx.t, &faults), None),
        Error::Conflict(key) => {
            let said = Some(Said::conflict(&seat.ctx, key));
            (StatusCode::CONFLICT, form, said)
        }
        other => return Err(other.into()),
    };
    let dossier = dossier(seat, id).await?;
    Ok((status, Html(case_page(seat, dossier, form, said))).into_response())
}

/// The page with a form in the state in which it was left.
pub(super) fn case_page(seat: &Seat, dossier: Dossier, form: Form, said: Option<Said>) -> CasePage {
    let (ctx, case, language) = (&seat.ctx, &dossier.case, seat.ctx.language());
    let number = dossier.number.map(|number| number.to_string()).unwrap_or_default();
    let service = dossier.service.of(language).to_owned();
    let may = May::new(case, &dossier.eyes, ctx);
    let reports: Vec<_> = dossier.reports.iter().map(|reported| &reported.report).collect();
    let first = dossier.reports.first().map(|first| first.answers.as_slice()).unwrap_or_default();
    let grounds = Grounds { details: &dossier.details, areas: &dossier.areas, answers: first };
    CasePage {
        unsent: form.filled("words").or_else(|| form.filled("news")).filter(|_| !may.progress).unwrap_or_default().to_owned(),
        drafts: pictures::drafts(ctx, &form),
        page: seat.page(format!("{number}: {service}")).with_form(&form),
        form,
        said,
        id: case.id,
        number,
        service,
        status: Status::new(ctx, case.stage, case.due_at),
        kind: kind(case.kind),
        place: case.place.words.clone(),
        geo: case.place.point.map(|point| format!("geo:{},{}", point.lat(), point.lng())),
        unit: case.stage.unit_id().map(|unit| story::unit_name(ctx, unit, &dossier.units)),
        reports: dossier
            .reports
            .iter()
            .map(|one| reported::part(ctx, one, parts(ctx, &dossier, |photo| photo.report_id == Some(one.report.id))))
            .collect(),
        story: told(ctx, &dossier, &grounds),
        question_hint: if dossier.details.stands_while_asked { "cases-question-hint-stands" } else { "cases-question-hint" },
        legal: legal_part(ctx, &dossier, &may),
        clocks: dossier.clocks.all().iter().map(|clock| deadline::line(ctx, clock)).collect(),
        may,
        outcomes: Outcome::ALL.map(|outcome| Choice::new(outcome.word(), web::capital(ctx.t.get(outcome.key())))).to_vec(),
        units: unit_choices(ctx, &dossier.units, case.stage.unit_id()),
        sensitive: case.sensitive,
        person: dossier.person.as_ref().map(|(_, name)| name.clone()),
        people: dossier.people.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect(),
        marks: dossier.marks,
        merging: MergePart::new(ctx, &dossier.kin, case, &dossier.eyes, &reports),
        guests: dossier.guests.iter().map(|guest| Choice::new(guest.account_id.to_string(), guest.name.clone())).collect(),
    }
}

/// What the case is in law, and what that asks for.
struct LegalPart {
    /// The key of its form.
    form: &'static str,
    /// The unit complained of; empty when there is none.
    about: String,
    /// The key of the form that the service proposes, while nobody has confirmed one.
    proposed: Option<&'static str>,
    /// Whether a delay notice can be sent.
    extendable: bool,
    /// Whether it is time for one.
    notice_due: bool,
    /// The key of the link to the page on which the term is let stand or go on.
    pause: Option<&'static str>,
}

fn legal_part(ctx: &Ctx, dossier: &Dossier, may: &May) -> LegalPart {
    let case = &dossier.case;
    let running = dossier.clocks.get(ClockKind::Legal).filter(|clock| clock.met_at.is_none() && may.close);
    let open = case.stage.outcome().is_none();
    LegalPart {
        form: form_key(case.legal_form),
        about: case.about_unit_id.map(|id| story::unit_name(ctx, id, &dossier.units)).unwrap_or_default(),
        proposed: dossier.details.legal_form.filter(|_| open && !dossier.formed()).map(|form| form_key(Some(form))),
        extendable: running.is_some_and(|clock| clock.stands_since.is_none()),
        notice_due: running.is_some_and(|clock| clock.stands_since.is_none() && clock.warned_at.is_some()),
        pause: running.map(|clock| if clock.stands_since.is_some() { "cases-pause-end" } else { "cases-pause" }),
    }
}

fn kind(kind: services::Kind) -> &'static str {
    use services::Kind::{Complaint, Compliment, Idea, Intervention, Question};
    match kind {
        Intervention => "kind-intervention",
        Question => "kind-question",
        Idea => "kind-idea",
        Complaint => "kind-complaint",
        Compliment => "kind-compliment",
    }
}

/// The units to which a case may be handed: those that get work, without the one that has it.
pub(super) fn unit_choices(ctx: &Ctx, units: &[Unit], without: Option<Id>) -> Vec<Choice> {
    let offered = units.iter().filter(|unit| unit.active && Some(unit.id) != without);
    offered.map(|unit| Choice::new(unit.id.to_string(), unit.name.of(ctx.language()))).collect()
}

/// The story, each end with what the unit shows of it.
fn told(ctx: &Ctx, dossier: &Dossier, grounds: &Grounds<'_>) -> Vec<story::Sentence> {
    let mut told = story::tell(ctx, &dossier.story, &dossier.units, grounds);
    for (sentence, entry) in told.iter_mut().zip(&dossier.story) {
        sentence.photos = parts(ctx, dossier, |photo| photo.event_id == Some(entry.event_id));
    }
    told
}

fn parts(ctx: &Ctx, dossier: &Dossier, which: impl Fn(&Photo) -> bool) -> Vec<PhotoPart> {
    let photos = dossier.photos.iter().filter(|(photo, _)| which(photo));
    photos.map(|photo| PhotoPart::new(ctx, photo, &dossier.case, &dossier.eyes)).collect()
}
