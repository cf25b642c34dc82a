//! The end of an incident is told to those who follow it, by mail or by people, and later they are forgotten.

use ::store::{Db, Read, Tx};
use base::{Actor, Error, Id, Language, Result};
use jobs::Claimed;
use notices::NewNotice;
use residents::{Reach, model::Basis};
use web::App;

use crate::{
    actions::incidents,
    model::Incident,
    store::{self as rows, IncidentFollower},
};

/// Names the wording.
const TEMPLATE: &str = "incident";

pub(super) async fn tell(app: App, db: Db, job: Claimed) -> Result<()> {
    let (incident_id, event_id) = (job.id_of("incident")?, job.id_of("event")?);
    let followers = db.read(move |read| rows::followers_of_incident(read, incident_id)).await?;
    for follower in followers {
        let app = app.clone();
        let queue = move |tx: &Tx<'_>| match letter(tx, &app, &follower, event_id) {
            Ok(Some(notice)) => notices::actions::queue(tx, &notice).map(drop),
            Ok(None) | Err(Error::NotFound) => Ok(()),
            Err(error) => Err(error),
        };
        db.write(Actor::SYSTEM, queue).await?;
    }
    Ok(())
}

/// `None` for whoever was forgotten meanwhile.
fn letter(read: &Read<'_>, app: &App, follower: &IncidentFollower, event_id: Id) -> Result<Option<NewNotice>> {
    if rows::follows_incident(read, follower.incident_id, follower.resident_id)?.is_none() {
        return Ok(None);
    }
    let incident = rows::find_incident(read, follower.incident_id)?;
    let reach = residents::way_to(read, follower.resident_id, &Basis::OwnMatter)?;
    let language = if let Reach::Way(way) = &reach { way.language() } else { Language::Pl };
    let easy = matches!(&reach, Reach::Way(way) if way.style().easy_read);
    let speak = |part: &str| words(app, &incident, language, part);
    Ok(Some(NewNotice {
        resident_id: follower.resident_id,
        subject_id: incident.id,
        template: TEMPLATE,
        language,
        title: speak("title"),
        body: speak(if easy { "easy" } else { "body" }),
        reach,
        thread: Some(incident.id),
        cause_id: event_id,
    }))
}

fn words(app: &App, incident: &Incident, language: Language, part: &str) -> String {
    let t = app.t(language);
    let arguments = [
        ("text", incident.text.of(language).into()),
        ("words", incident.answer.as_deref().unwrap_or_default().into()),
        ("city", app.city.name.of(language).into()),
        ("centre", app.city.centre.of(language).into()),
        ("phone", app.city.contact.phone_shown.as_str().into()),
    ];
    t.with(&format!("notice-{TEMPLATE}-{part}"), &arguments)
}

pub(super) async fn forget(db: Db, job: Claimed) -> Result<()> {
    let incident_id = job.id_of("incident")?;
    db.write(Actor::SYSTEM, move |tx| incidents::forget_followers(tx, incident_id)).await
}
