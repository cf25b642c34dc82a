//! What is done with notices.

use ::store::{NewEvent, Tx};
use base::{Error, Id, Result};
use residents::{Outgoing, Reach, model::Basis};
use serde_json::{Value as Json, json};

use crate::{
    model::{About, Content, NewNotice, Notice, Reason, State, wish_of},
    store,
};

/// Queues a notice; the city's wiring enqueues its [`SEND`](crate::SEND) job. To somebody whom no e-mail may reach it becomes
/// an errand for people. `None` when this resident was told of this cause already, so that it is harmless twice, and when
/// their data may only be kept.
///
/// # Errors
/// As [`Tx::execute`].
pub fn queue(tx: &Tx<'_>, new: &NewNotice) -> Result<Option<Id>> {
    let content = Content::of(&new.title, &new.body)?;
    if residents::is_restricted(tx, new.resident_id)? {
        return Ok(None);
    }
    match (&new.reach, wish_of(&new.reach)) {
        (Reach::Way(way), None) => queue_mail(tx, new, way, &content),
        (_, wish) => begin_errand(tx, &About::of(new), wish.unwrap_or(("none", "no_way")), &content),
    }
}

fn queue_mail(tx: &Tx<'_>, new: &NewNotice, way: &Outgoing, content: &Content) -> Result<Option<Id>> {
    let id = Id::new();
    if way.resident_id() != new.resident_id {
        return Err(Error::internal("a notice to one resident by the way of another"));
    }
    if !store::insert(tx, id, new, way, content)? {
        return Ok(None);
    }
    let facts = json!({ "subject": new.subject_id, "template": new.template, "channel": "email" });
    tx.record_first(NewEvent { subject_kind: "notice", subject_id: id, kind: "notice.queued", facts })?;
    Ok(Some(id))
}

/// The notice as it has to go now: needs, addresses and the right to use them may have changed since it was queued. `None` when
/// it is not to be sent any more, or people tell it instead.
///
/// # Errors
/// [`Error::NotFound`] without such a notice.
pub fn ready(tx: &Tx<'_>, id: Id) -> Result<Option<Notice>> {
    let (notice, (resident_id, cause_id)) = (store::find(tx, id)?, store::recipient(tx, id)?);
    if !notice.is_to_be_sent() || residents::is_restricted(tx, resident_id)? {
        return Ok(None);
    }
    let reach = residents::way_to(tx, resident_id, &Basis::OwnMatter)?;
    if let (Reach::Way(way), None) = (&reach, wish_of(&reach)) {
        store::put_way(tx, id, way)?;
        return store::find(tx, id).map(Some);
    }
    let about = About { cause_id, resident_id, subject_id: notice.subject_id, template: &notice.template, language: notice.language };
    let content = Content::of(&notice.title, &notice.body)?;
    begin_errand(tx, &about, wish_of(&reach).unwrap_or(("none", "no_way")), &content)?;
    mark_failed(tx, id, Reason::ByPeople)?;
    Ok(None)
}

fn begin_errand(tx: &Tx<'_>, new: &About<'_>, (wish, reason): (&str, &str), content: &Content) -> Result<Option<Id>> {
    let id = Id::new();
    if !store::insert_errand(tx, id, new, (wish, reason), content)? {
        return Ok(None);
    }
    let facts = json!({ "subject": new.subject_id, "template": new.template, "wish": wish, "reason": reason });
    tx.record_first(NewEvent { subject_kind: "errand", subject_id: id, kind: "errand.begun", facts })?;
    Ok(Some(id))
}

/// Notes that somebody did the errand.
///
/// # Errors
/// `Conflict` when it was done before; [`Error::NotFound`] without such an errand.
pub fn finish_errand(tx: &Tx<'_>, id: Id) -> Result<()> {
    store::find_errand(tx, id)?;
    if !store::set_errand_done(tx, id, tx.now())? {
        return Err(Error::Conflict("errand-done"));
    }
    tx.record(NewEvent { subject_kind: "errand", subject_id: id, kind: "errand.done", facts: json!({}) }).map(drop)
}

/// Notes that the notice has left; nothing when it had left before.
///
/// # Errors
/// As [`Tx::execute`].
pub fn mark_sent(tx: &Tx<'_>, id: Id) -> Result<()> {
    if store::set_sent(tx, id, tx.now())? { record(tx, id, "notice.sent", json!({})) } else { Ok(()) }
}

/// Notes that the notice was given up; nothing unless it was queued.
///
/// # Errors
/// As [`Tx::execute`].
pub fn mark_failed(tx: &Tx<'_>, id: Id, reason: Reason) -> Result<()> {
    if store::set_failed(tx, id, tx.now())? { record(tx, id, "notice.failed", json!({ "reason": reason.word() })) } else { Ok(()) }
}

/// Gives up what still waits for this resident, whose data may only be kept from now on.
///
/// # Errors
/// As [`Tx::execute`].
pub fn hold_back(tx: &Tx<'_>, resident_id: Id) -> Result<()> {
    let waiting = store::of_resident(tx, resident_id)?.into_iter().filter(|notice| notice.state == State::Queued);
    waiting.map(|notice| notice.id).try_for_each(|id| mark_failed(tx, id, Reason::Restricted))
}

fn record(tx: &Tx<'_>, id: Id, kind: &'static str, facts: Json) -> Result<()> {
    tx.record(NewEvent { subject_kind: "notice", subject_id: id, kind, facts }).map(drop)
}
