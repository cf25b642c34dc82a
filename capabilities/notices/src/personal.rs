//! What we keep of one person: the messages sent to them, with address and text.

use base::{Id, Result};
use serde_json::{Value, json};
use store::{Read, Tx};

use crate::{
    actions,
    model::{Errand, Notice, Reason, State},
};

/// Everything this capability keeps of the resident (GDPR art. 15); moments in microseconds UTC.
///
/// # Errors
/// As [`Read::query`].
pub fn export(read: &Read<'_>, resident_id: Id) -> Result<Value> {
    let notices = crate::store::of_resident(read, resident_id)?;
    let errands = crate::store::errands_of(read, resident_id)?;
    Ok(notices.iter().map(told).chain(errands.iter().map(told_by_people)).collect())
}

fn told(notice: &Notice) -> Value {
    json!({
        "channel": "email",
        "language": notice.language.tag(),
        "address": notice.address,
        "title": notice.title,
        "body": notice.body,
        "state": notice.state.word(),
        "queued_at": notice.queued_at,
        "ended_at": notice.ended_at,
    })
}

fn told_by_people(errand: &Errand) -> Value {
    json!({
        "channel": errand.wish,
        "language": errand.language.tag(),
        "title": errand.title,
        "body": errand.body,
        "begun_at": errand.begun_at,
        "ended_at": errand.done_at,
    })
}

/// Erases it (GDPR art. 17): address, title and text are blanked, and what still waited is never sent. That a notice of this
/// kind was sent at that moment stands.
///
/// # Errors
/// As [`Tx::execute`].
pub fn erase(tx: &Tx<'_>, resident_id: Id) -> Result<()> {
    erase_but(tx, resident_id, &[], false)
}

/// The same, but notices about the reports or cases `kept` stay; their address, too, when the person's `identity` does.
///
/// # Errors
/// As [`Tx::execute`].
pub fn erase_but(tx: &Tx<'_>, resident_id: Id, kept: &[Id], identity: bool) -> Result<()> {
    for notice in crate::store::of_resident(tx, resident_id)? {
        let stays = kept.contains(&notice.subject_id);
        if stays && identity {
            continue;
        }
        if notice.state == State::Queued {
            actions::mark_failed(tx, notice.id, Reason::Erased)?;
        }
        if stays {
            crate::store::blank_address(tx, notice.id)?
        } else {
            crate::store::blank(tx, notice.id)?
        }
        // A mail server's refusal often repeats the address.
        jobs::blank_errors(tx, "notice", notice.id)?;
    }
    for errand in crate::store::errands_of(tx, resident_id)?.iter().filter(|errand| !kept.contains(&errand.subject_id)) {
        if errand.done_at.is_none() {
            actions::finish_errand(tx, errand.id)?;
        }
        crate::store::blank_errand(tx, errand.id)?;
    }
    Ok(())
}

/// Blanks one notice that was kept long enough. The run of retention tells the journal.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget(tx: &Tx<'_>, id: Id) -> Result<()> {
    crate::store::blank(tx, id)?;
    jobs::blank_errors(tx, "notice", id)
}
