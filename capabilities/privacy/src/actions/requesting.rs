//! The steps of a request. Every event says the state and the last day after it.

use ::store::{NewEvent, Tx};
use base::{Error, Id, Result};
use hours::Holidays;
use jiff::civil::Date;
use serde_json::json;

use super::reason;
use crate::{
    model::{Identity, NewRequest, Refusal, State, Step, Term},
    store::{self, Request},
};

/// Registers a request; says its id.
///
/// # Errors
/// [`Error::Invalid`] with what is to be mended.
pub fn register(tx: &Tx<'_>, new: &NewRequest, today: Date, holidays: &Holidays) -> Result<Id> {
    let faults = new.faults(today);
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let (id, due_on) = (Id::new(), Term::first(new.received_on, holidays)?);
    store::insert_request(tx, id, store::last_number(tx)? + 1, new, due_on)?;
    tell(tx, &store::request(tx, id)?, "privacy_request.registered")?;
    Ok(id)
}

fn tell(tx: &Tx<'_>, request: &Request, kind: &'static str) -> Result<()> {
    let facts = json!({
        "state": request.state.word(), "due_on": request.due_on.to_string(), "kind": request.kind.word(),
        "identity": request.identity.map(Identity::word),
    });
    tx.record(NewEvent { subject_kind: "privacy_request", subject_id: request.id, kind, facts }).map(drop)
}

fn stepped(tx: &Tx<'_>, id: Id, step: Step) -> Result<Request> {
    let mut request = store::request(tx, id)?;
    request.state = request.state.after(step)?;
    if request.state.is_ended() {
        request.ended_at = Some(tx.now());
    }
    Ok(request)
}

fn save(tx: &Tx<'_>, request: &Request, kind: &'static str) -> Result<()> {
    store::save_request(tx, request)?;
    tell(tx, request, kind)?;
    match request.resident_id.filter(|_| request.state.is_ended()) {
        // Whom it was answered need not be known any more.
        Some(resident_id) if store::is_erased(tx, resident_id)? => store::blank_requests_of(tx, resident_id, true),
        _ => Ok(()),
    }
}

/// Notes how we know that it is they.
///
/// # Errors
/// `Conflict` when that was noted or the request has ended.
pub fn identify(tx: &Tx<'_>, id: Id, identity: Identity) -> Result<()> {
    let request = Request { identity: Some(identity), ..stepped(tx, id, Step::Identify)? };
    save(tx, &request, "privacy_request.identified")
}

/// Begins to work on it.
///
/// # Errors
/// `Conflict` when we do not know that it is they, or it has begun or ended.
pub fn begin(tx: &Tx<'_>, id: Id) -> Result<()> {
    save(tx, &stepped(tx, id, Step::Begin)?, "privacy_request.begun")
}

/// Takes two further months, with the reason that the person is told (GDPR art. 12(3)).
///
/// # Errors
/// [`Error::Invalid`] on `extension`; `Conflict` after the last day, or when it was done before.
pub fn extend(tx: &Tx<'_>, id: Id, why: &str, today: Date, holidays: &Holidays) -> Result<()> {
    let why = reason(why, "extension")?;
    let mut request = stepped(tx, id, Step::Extend)?;
    if request.extended_because.is_some() {
        return Err(Refusal::Done.into());
    }
    if today > request.due_on {
        return Err(Refusal::TooLate.into());
    }
    request.due_on = Term::extended(request.received_on, holidays)?;
    request.extended_because = Some(why.to_owned());
    save(tx, &request, "privacy_request.extended")
}

/// Answers it.
///
/// # Errors
/// [`Error::Invalid`] on `answer`; `Conflict` when we do not know that it is they, or it has ended.
pub fn answer(tx: &Tx<'_>, id: Id, words: &str) -> Result<()> {
    let said = reason(words, "answer")?.to_owned();
    save(tx, &Request { said, ..stepped(tx, id, Step::Answer)? }, "privacy_request.answered")
}

/// Refuses it with the reason that the person is told.
///
/// # Errors
/// [`Error::Invalid`] on `refusal`; `Conflict` when it has ended.
pub fn refuse(tx: &Tx<'_>, id: Id, words: &str) -> Result<()> {
    let said = reason(words, "refusal")?.to_owned();
    save(tx, &Request { said, ..stepped(tx, id, Step::Refuse)? }, "privacy_request.refused")
}

/// Says which resident asks. What was known of the identity of somebody else says nothing of this one, and is asked anew.
///
/// # Errors
/// [`Error::NotFound`] without such a request or resident; `Conflict` when it has ended.
pub fn link(tx: &Tx<'_>, id: Id, resident_id: Id) -> Result<()> {
    let root = store::family(tx, resident_id)?[0];
    let mut request = store::request(tx, id)?;
    if request.state.is_ended() {
        return Err(Error::Conflict("privacy-refused-ended"));
    }
    let before = request.resident_id.map(|known| store::family(tx, known)).transpose()?;
    if before.is_some_and(|family| family[0] != root) {
        (request.identity, request.state) = (None, State::Received);
        store::save_request(tx, &request)?;
    }
    store::link_resident(tx, id, root)?;
    tell(tx, &request, "privacy_request.linked")
}
