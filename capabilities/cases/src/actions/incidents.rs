//! One cause behind many cases: it is opened, gets cases and followers, is spoken of, and ends with a word on each case.

use std::collections::BTreeSet;

use ::store::{NewEvent, Tx};
use base::{Error, Id, Language, Moment, PhoneNumber, Result, Wording};
use residents::{Reachable, model::Way};
use serde_json::{Value as Json, json};

use super::{checked_words, tell};
use crate::{
    events,
    model::{Incident, LONGEST_NAME, Outcome},
    store::{self, INCIDENT_CASES, IncidentFollower},
};

/// What somebody says of a new incident.
#[derive(Debug, Clone)]
pub struct NewIncident {
    /// What the city calls it.
    pub name: String,
    /// The services of its cases.
    pub services: Vec<Id>,
    /// The areas of its cases; none means the whole city.
    pub areas: Vec<Id>,
    /// Since when the cause holds.
    pub since: Moment,
    /// The text for residents.
    pub text: Wording,
}

/// Opens an incident. Says which.
///
/// # Errors
/// [`Error::Invalid`] on `name`, `services` (without one, a sensitive one, or those of several controllers), `since` or `pl`.
pub fn open(tx: &Tx<'_>, new: &NewIncident) -> Result<Id> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Error::invalid("name", "incident-name-wrong"));
    }
    if new.since > tx.now() {
        return Err(Error::invalid("since", "incident-since-wrong"));
    }
    let text = checked_text(&new.text)?;
    let incident = Incident {
        id: Id::new(),
        controller: controller(tx, &new.services)?,
        name: name.to_owned(),
        services: new.services.clone(),
        areas: new.areas.clone(),
        since: new.since,
        opened_at: tx.now(),
        ended_at: None,
        outcome: None,
        answer: None,
        text,
    };
    store::insert_incident(tx, &incident)?;
    let facts =
        json!({ "services": incident.services, "areas": incident.areas, "since": incident.since.0, "controller": incident.controller });
    let event = tx.record_first(NewEvent { subject_kind: "incident", subject_id: incident.id, kind: events::INCIDENT_OPENED, facts })?;
    store::insert_incident_words(tx, &event, &incident.text)?;
    Ok(incident.id)
}

/// The one data controller of these services, none of which is sensitive.
fn controller(tx: &Tx<'_>, services: &[Id]) -> Result<String> {
    let kept = services.iter().map(|id| store::kept_as(tx, *id)).collect::<Result<Vec<_>>>()?;
    let first = kept.first().ok_or_else(|| Error::invalid("services", "incident-services-missing"))?;
    if kept.iter().any(|kept| kept.sensitive) {
        return Err(Error::invalid("services", "incident-sensitive"));
    }
    if kept.iter().any(|kept| kept.controller != first.controller) {
        return Err(Error::invalid("services", "incident-other-controller"));
    }
    Ok(first.controller.clone())
}

/// The text in Polish, and in other languages as far as there is one.
fn checked_text(text: &Wording) -> Result<Wording> {
    let other = |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let pl = checked_words(&text.pl).map_err(|_| Error::invalid("pl", "incident-text-wrong"))?;
    let text = Wording { pl: pl.to_owned(), uk: other(&text.uk), en: other(&text.en) };
    let long =
        [("uk", &text.uk), ("en", &text.en)].into_iter().find(|(_, text)| text.as_deref().is_some_and(|text| checked_words(text).is_err()));
    match long {
        Some((field, _)) => Err(Error::invalid(field, "incident-text-wrong")),
        None => Ok(text),
    }
}

/// Puts another text for residents; the same text is no change.
///
/// # Errors
/// [`Error::Invalid`] on `pl`, `uk` or `en`; `Conflict` when it has ended.
pub fn say(tx: &Tx<'_>, id: Id, text: &Wording) -> Result<()> {
    let (incident, text) = (going_on(tx, id)?, checked_text(text)?);
    if incident.text == text {
        return Ok(());
    }
    let event = record(tx, "incident", id, events::INCIDENT_WORDED, json!({}))?;
    store::insert_incident_words(tx, &event, &text)
}

fn going_on(tx: &Tx<'_>, id: Id) -> Result<Incident> {
    let incident = store::find_incident(tx, id)?;
    if incident.ended_at.is_some() { Err(Error::Conflict("incident-ended")) } else { Ok(incident) }
}

fn record(tx: &Tx<'_>, subject_kind: &'static str, subject_id: Id, kind: &'static str, facts: Json) -> Result<::store::Event> {
    tx.record(NewEvent { subject_kind, subject_id, kind, facts })
}

/// Makes a case one of the incident's; the same said twice is one.
///
/// # Errors
/// `Conflict` with the reason why it may not be, or when it belongs to another incident.
pub fn attach(tx: &Tx<'_>, incident_id: Id, case_id: Id) -> Result<()> {
    match store::incident_of(tx, case_id)? {
        Some(known) if known == incident_id => return Ok(()),
        Some(_) => return Err(Error::Conflict("incident-of-another")),
        None => store::find_incident(tx, incident_id)?.takes(&store::load(tx, case_id)?)?,
    }
    store::insert_case_incident(tx, case_id, incident_id)?;
    tell(tx, case_id, events::ATTACHED, json!({ "incident": incident_id })).map(drop)
}

/// Says that a case is none of the incident's after all; nothing when it is not.
///
/// # Errors
/// `Conflict` when the incident has ended.
pub fn detach(tx: &Tx<'_>, incident_id: Id, case_id: Id) -> Result<()> {
    going_on(tx, incident_id)?;
    if store::incident_of(tx, case_id)? != Some(incident_id) {
        return Ok(());
    }
    store::delete_case_incident(tx, case_id)?;
    tell(tx, case_id, events::DETACHED, json!({})).map(drop)
}

/// Somebody without a case of their own wants to hear how it ends; the same number twice is one.
///
/// # Errors
/// `Conflict` when it has ended or has as many followers as can be told.
pub fn follow_by_phone(tx: &Tx<'_>, incident_id: Id, number: PhoneNumber, language: Language) -> Result<()> {
    going_on(tx, incident_id)?;
    let resident_id = residents::actions::meet(tx, &Reachable { ways: vec![Way::Phone(number)], language })?;
    if store::follows_incident(tx, incident_id, resident_id)?.is_some() {
        return Ok(());
    }
    if store::count_incident_followers(tx, incident_id)? >= MOST_FOLLOWERS {
        return Err(Error::Busy("followers of an incident"));
    }
    let follower = IncidentFollower { id: Id::new(), incident_id, resident_id, began_at: tx.now() };
    store::insert_incident_follower(tx, &follower)?;
    let facts = json!({ "incident": incident_id });
    let event = NewEvent { subject_kind: "incident_follower", subject_id: follower.id, kind: events::INCIDENT_FOLLOWER_BEGAN, facts };
    tx.record_first(event).map(drop)
}

/// The most followers of one incident: more could not be called.
pub const MOST_FOLLOWERS: i64 = 5_000;

/// Forgets that this person followed the incident.
///
/// # Errors
/// As [`Tx::execute`].
pub fn stop_following_incident(tx: &Tx<'_>, follower_id: Id) -> Result<()> {
    store::end_incident_follower(tx, follower_id)?;
    record(tx, "incident_follower", follower_id, events::INCIDENT_FOLLOWER_ENDED, json!({})).map(drop)
}

/// Forgets who followed an incident that ended; whoever is known only by that is erased.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget_followers(tx: &Tx<'_>, incident_id: Id) -> Result<()> {
    for follower in store::followers_of_incident(tx, incident_id)? {
        let only = store::came_to_follow_incident(tx, &follower)?;
        stop_following_incident(tx, follower.id)?;
        if only {
            notices::personal::erase(tx, follower.resident_id)?;
            residents::personal::erase(tx, follower.resident_id)?;
        }
    }
    Ok(())
}

/// How an incident ends.
#[derive(Debug, Clone)]
pub struct Ending {
    /// The outcome of the cases that end with it.
    pub outcome: Outcome,
    /// What is said to everybody.
    pub words: String,
    /// Every case of which somebody said whether it ends or stays open.
    pub judged: BTreeSet<Id>,
}

/// Ends the incident. Its cases end one by one afterwards, as the ending says.
///
/// # Errors
/// [`Error::Invalid`] on `words`; `Conflict` when it has ended, or an open case of it was not judged.
pub fn end(tx: &Tx<'_>, id: Id, ending: &Ending) -> Result<()> {
    let words = checked_words(&ending.words)?;
    going_on(tx, id)?;
    let open = store::open_in_incident(tx, id)?;
    let many = i64::try_from(open.len()).is_ok_and(|count| count > INCIDENT_CASES);
    if many || !open.is_subset(&ending.judged) {
        return Err(Error::Conflict("incident-cases-changed"));
    }
    store::set_incident_ended(tx, id, ending.outcome, words)?;
    record(tx, "incident", id, events::INCIDENT_ENDED, json!({ "outcome": ending.outcome.word() })).map(drop)
}
