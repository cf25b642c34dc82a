//! What follows from a change of a case: it is handed to its unit, and the residents are told.

use ::store::{Db, Read};
use base::{Actor, Error, Id, Language, Result};
use jobs::{Claimed, Handler, handler};
use notices::NewNotice;
use web::{App, T};

use crate::{actions, events, model::Case, public, store};

/// Hands a new case to the unit of its service. Payload: `case`.
pub const DISPATCH: &str = "cases.dispatch";
/// Tells the residents of a case what happened. Payload: `case`, `event`, `template`.
pub const TELL: &str = "cases.tell";

/// What residents are told of; each has a title and a body in the texts.
const TEMPLATES: [&str; 4] = ["received", "dispatched", "progressed", "closed"];

/// The notice that an event calls for, if it calls for one.
pub fn template_of(event_kind: &str) -> Option<&'static str> {
    match event_kind {
        events::OPENED => Some("received"),
        events::DISPATCHED => Some("dispatched"),
        events::PROGRESSED => Some("progressed"),
        events::CLOSED => Some("closed"),
        _ => None,
    }
}

/// The handlers of this capability's jobs.
pub fn handlers(app: &App) -> Vec<(&'static str, Handler)> {
    let app = app.clone();
    let tell_all = move |db, job| {
        let app = app.clone();
        async move { tell(&app, &db, &job).await }
    };
    vec![(DISPATCH, handler(dispatch)), (TELL, handler(tell_all))]
}

async fn dispatch(db: Db, job: Claimed) -> Result<()> {
    let case_id = job.id_of("case")?;
    db.write(Actor::SYSTEM, move |tx| actions::dispatch_by_service(tx, case_id)).await
}

async fn tell(app: &App, db: &Db, job: &Claimed) -> Result<()> {
    let (case_id, event_id) = (job.id_of("case")?, job.id_of("event")?);
    let told = job.payload.get("template").and_then(serde_json::Value::as_str).unwrap_or_default();
    let template = TEMPLATES.into_iter().find(|known| *known == told).ok_or_else(|| Error::internal(format!("no notice {told}")))?;
    let news = db.read(move |read| news(read, case_id, event_id)).await?;
    let notices: Vec<NewNotice> = news.listeners.iter().map(|listener| compose(app, &news, listener, template)).collect();
    db.write(Actor::SYSTEM, move |tx| notices.iter().try_for_each(|notice| notices::actions::queue(tx, notice).map(drop))).await
}

/// All that a notice may speak of.
struct News {
    case: Case,
    event_id: Id,
    service: base::Wording,
    unit: Option<base::Wording>,
    words: Option<String>,
    listeners: Vec<Listener>,
}

/// A reporter who left an e-mail address.
struct Listener {
    report: store::Report,
    resident_id: Id,
    address: String,
}

fn news(read: &Read<'_>, case_id: Id, event_id: Id) -> Result<News> {
    let case = store::load(read, case_id)?;
    let unit = case.stage.unit_id().map(|id| staff::unit(read, id)).transpose()?;
    let words = store::words_of(read, case_id)?.into_iter().find(|(id, _)| *id == event_id).map(|(_, words)| words);
    let service = store::service_name(read, case.service_id)?;
    let mut listeners = Vec::new();
    for report in store::reports_of(read, case_id)? {
        let Some(resident_id) = report.resident_id else { continue };
        let Some(address) = residents::email_of(read, resident_id)? else { continue };
        listeners.push(Listener { report, resident_id, address });
    }
    Ok(News { case, event_id, service, unit: unit.map(|unit| unit.name), words, listeners })
}

fn compose(app: &App, news: &News, listener: &Listener, template: &'static str) -> NewNotice {
    let language = listener.report.language;
    let t = app.t(language);
    NewNotice {
        resident_id: listener.resident_id,
        subject_id: listener.report.id,
        template,
        language,
        address: listener.address.clone(),
        title: speak(app, &t, news, listener, &format!("notice-{template}-title")),
        body: speak(app, &t, news, listener, &format!("notice-{template}-body")),
        thread: Some(listener.report.id),
        cause_id: news.event_id,
    }
}

fn speak(app: &App, t: &T, news: &News, listener: &Listener, key: &str) -> String {
    let language: Language = listener.report.language;
    let unit = news.unit.as_ref().map_or("", |unit| unit.of(language));
    let due = news.case.due_at.map(|due| t.day(due, app.now())).unwrap_or_default();
    let outcome = news.case.stage.outcome().map(|outcome| format!("outcome-{}", outcome.word())).unwrap_or_default();
    let outcome = t.find(&outcome).unwrap_or_default();
    let number = listener.report.number.to_string();
    let link = private_link(app, listener.report.number);
    let arguments = [
        ("number", number.as_str().into()),
        ("service", news.service.of(language).into()),
        ("place", news.case.place.words.as_str().into()),
        ("unit", unit.into()),
        ("due", due.as_str().into()),
        ("outcome", outcome.into()),
        ("words", news.words.as_deref().unwrap_or_default().into()),
        ("link", link.as_str().into()),
        ("city", app.city.name.of(language).into()),
        ("centre", app.city.centre.of(language).into()),
        ("phone", app.city.contact.phone_shown.as_str().into()),
    ];
    t.with(key, &arguments)
}

/// The address of a report's page with the key that shows its author's own words.
pub fn private_link(app: &App, number: base::ReportNumber) -> String {
    let key = app.signer.sign(public::LINK, &number.value().to_string());
    format!("{}/reports/{number}?key={key}", app.settings.public_url)
}
