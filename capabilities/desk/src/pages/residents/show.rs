//! `/residents/{id}`: needs for everybody with a purpose; names, ways and history once it is shown who they are.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, Result};
use cases::KnownReport;
use interactions::{Interaction, Topic};
use residents::{
    Needs, Resident,
    model::{Consent, FirmPerson, Given, KeptWay, Kind, PURPOSES, language_name},
};
use staff::{Viewer, audit::Purpose};
use store::{Event, Tx, journal};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{
    RESIDENTS,
    access::{Access, Asked, look, may_merge},
    words,
};
use staff::pages::Seat;

/// How many changes of the row are shown.
const CHANGES: usize = 50;

/// All that the page tells, as far as it may.
struct Dossier {
    access: Access,
    resident: Resident,
    needs: Needs,
    inside: Option<Inside>,
}

struct Inside {
    people: Vec<FirmPerson>,
    ways: Vec<KeptWay>,
    consents: Vec<Consent>,
    topics: Vec<Topic>,
    talks: Vec<Interaction>,
    reports: Vec<KnownReport>,
    merged: Vec<(Id, Option<String>)>,
    story: Vec<Event>,
}

#[derive(Template)]
#[template(path = "residents/show.html")]
struct ResidentPage {
    page: Page,
    id: Id,
    query: String,
    purpose: &'static str,
    saved: bool,
    firm: bool,
    language: String,
    languages: String,
    needs: Vec<String>,
    until: Option<String>,
    inside: Option<Shown>,
    may_merge: bool,
}

/// What is shown of somebody who has shown who they are.
struct Shown {
    name: String,
    nip: Option<String>,
    regon: Option<String>,
    people: Vec<FirmPerson>,
    ways: Vec<(&'static str, String, bool)>,
    consents: Vec<String>,
    talks: Vec<Line>,
    reports: Vec<Line>,
    merged: Vec<(Id, String)>,
    story: Vec<String>,
}

/// A line of history, and where it leads.
struct Line {
    text: String,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "residents/purpose.html")]
struct PurposePage {
    page: Page,
    form: Form,
    id: Id,
    purposes: Vec<Choice>,
}

/// `GET /residents/{id}`
pub(in crate::pages) async fn show(seat: Seat, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let Some(purpose) = asked.purpose() else {
        seat.viewer.require(staff::Permission::SeeResidents)?;
        let t = &seat.ctx.t;
        let page = seat.page(t.get("residents-purpose"));
        return Ok(Html(PurposePage { page, form: Form::new(), id, purposes: words::purposes(t) }).into_response());
    };
    let dossier = seat.change(move |tx, viewer| load(tx, viewer, id, purpose)).await?;
    if dossier.access.id != id {
        return Ok(Redirect::to(&address(dossier.access.id, &asked)).into_response());
    }
    Ok(Html(resident_page(&seat, &asked, purpose, dossier)).into_response())
}

/// The address of a resident's page.
pub(super) fn address(id: Id, asked: &Asked) -> String {
    format!("{RESIDENTS}/{id}{}", asked.query())
}

/// Back to the resident's page, which says that it was saved.
pub(super) fn saved(id: Id, asked: &Asked) -> Redirect {
    Redirect::to(&format!("{}&saved=1", address(id, asked)))
}

/// Where somebody is led who may not see inside: to the page that checks who it is. Other errors stay.
///
/// # Errors
/// Those that the page cannot answer.
pub(super) fn led_back(id: Id, asked: &Asked, error: Error) -> PageResult<Response> {
    match error {
        Error::Conflict("residents-no-purpose" | "residents-not-verified") => Ok(Redirect::to(&address(id, asked)).into_response()),
        other => Err(other.into()),
    }
}

fn load(tx: &Tx<'_>, viewer: &Viewer, id: Id, purpose: Purpose) -> Result<Dossier> {
    let access = look(tx, viewer, id, purpose)?;
    let inside = access.open.then(|| inside(tx, viewer, access.id)).transpose()?;
    let resident = residents::find(tx, access.id)?;
    // Of somebody whose data was erased there is nothing to look at, nor to ask for.
    if resident.erased {
        return Err(Error::NotFound);
    }
    Ok(Dossier { access, resident, needs: residents::needs(tx, access.id)?, inside })
}

fn inside(tx: &Tx<'_>, viewer: &Viewer, id: Id) -> Result<Inside> {
    let members = residents::members(tx, id)?;
    let named = |row: Id| residents::find(tx, row).map(|resident| (row, resident.name));
    Ok(Inside {
        people: residents::firm_people(tx, id)?,
        ways: residents::ways(tx, id)?,
        consents: residents::consents(tx, id)?,
        talks: known_talks(tx, viewer, &members)?,
        topics: interactions::offered_topics(tx)?,
        reports: cases::reports_known_to(tx, viewer, &members)?,
        merged: residents::merged(tx, id)?.into_iter().map(named).collect::<Result<_>>()?,
        story: journal::of_subject(tx, id)?,
    })
}

/// Their conversations, but none about a matter of which the viewer may not know.
fn known_talks(tx: &Tx<'_>, viewer: &Viewer, members: &[Id]) -> Result<Vec<Interaction>> {
    let mut known = Vec::new();
    for talk in interactions::of_resident(tx, members)? {
        if !cases::hides(tx, Some(viewer), talk.id)? {
            known.push(talk);
        }
    }
    Ok(known)
}

fn resident_page(seat: &Seat, asked: &Asked, purpose: Purpose, dossier: Dossier) -> ResidentPage {
    let (ctx, resident) = (&seat.ctx, &dossier.resident);
    let named = |tag: &str| language_name(tag).unwrap_or_default().to_owned();
    let title = dossier.inside.as_ref().and(resident.name.clone()).unwrap_or_else(|| ctx.t.get("residents-somebody").to_owned());
    ResidentPage {
        page: seat.page(title),
        id: dossier.access.id,
        query: asked.query(),
        purpose: purpose.word(),
        saved: asked.saved.is_some(),
        firm: resident.kind == Kind::Firm,
        language: named(resident.language.tag()),
        languages: resident.languages.iter().map(|tag| named(tag)).collect::<Vec<_>>().join(", "),
        needs: words::needs(&ctx.t, &dossier.needs),
        until: dossier.access.until.map(|until| ctx.t.time(until)),
        may_merge: may_merge(&seat.viewer).is_ok(),
        inside: dossier.inside.map(|inside| shown(ctx, &dossier.resident, inside)),
    }
}

fn shown(ctx: &Ctx, resident: &Resident, inside: Inside) -> Shown {
    let t = &ctx.t;
    let nameless = || t.get("residents-nameless").to_owned();
    let way = |kept: KeptWay| (words::way_key(kept.way.kind()), kept.way.address().to_owned(), kept.shared);
    Shown {
        name: resident.name.clone().unwrap_or_else(nameless),
        nip: resident.nip.clone(),
        regon: resident.regon.clone(),
        people: inside.people,
        ways: inside.ways.into_iter().map(way).collect(),
        consents: inside.consents.iter().rev().map(|consent| consent_line(ctx, consent)).collect(),
        talks: inside.talks.iter().map(|talk| talk_line(ctx, talk, &inside.topics)).collect(),
        reports: inside.reports.iter().map(|known| report_line(ctx, known)).collect(),
        merged: inside.merged.into_iter().map(|(id, name)| (id, name.unwrap_or_else(nameless))).collect(),
        story: inside.story.iter().rev().take(CHANGES).map(|event| change_line(ctx, event)).collect(),
    }
}

fn consent_line(ctx: &Ctx, consent: &Consent) -> String {
    let purpose = PURPOSES.iter().find(|known| known.key == consent.purpose);
    let purpose = purpose.map_or(consent.purpose.as_str(), |known| known.name.of(ctx.language()));
    let key = if consent.given == Given::Given { "residents-consent-given" } else { "residents-consent-withdrawn" };
    let channel = ctx.t.get(super::consents::channel_key(consent.channel));
    let when = ctx.t.moment(consent.at, ctx.now());
    let arguments = [
        ("purpose", purpose.into()),
        ("channel", channel.into()),
        ("when", when.as_str().into()),
        ("version", consent.text_version.as_str().into()),
    ];
    ctx.t.with(key, &arguments)
}

fn talk_line(ctx: &Ctx, talk: &Interaction, topics: &[Topic]) -> Line {
    let topic = talk.topic.as_deref().and_then(|key| topics.iter().find(|topic| topic.key == key));
    let when = ctx.t.moment(talk.begun_at, ctx.now());
    let mut text = format!("{}: {}", when, ctx.t.get(words::channel_word(talk.channel)));
    if let Some(topic) = topic {
        text = format!("{text}, {}", topic.name.of(ctx.language()));
    }
    Line { text, href: None }
}

fn report_line(ctx: &Ctx, known: &KnownReport) -> Line {
    let service = known.service.of(ctx.language());
    let text = format!("{} {}, {}", known.report.number, service, ctx.t.moment(known.report.received_at, ctx.now()));
    Line { text, href: Some(format!("/cases/{}", known.case.id)) }
}

fn change_line(ctx: &Ctx, event: &Event) -> String {
    let what = match event.kind.as_str() {
        "resident.met" => "residents-told-met",
        "resident.details_changed" => "residents-told-details",
        "resident.ways_changed" => "residents-told-ways",
        "resident.needs_changed" => "residents-told-needs",
        "resident.consent_noted" => "residents-told-consent",
        "resident.verified" => "residents-told-verified",
        "resident.check_ended" => "residents-told-check-ended",
        "resident.merged" => "residents-told-merged",
        "resident.unmerged" => "residents-told-unmerged",
        _ => "residents-told-other",
    };
    format!("{}: {}", ctx.t.moment(event.at, ctx.now()), ctx.t.get(what))
}
