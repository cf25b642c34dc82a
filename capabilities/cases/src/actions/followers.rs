//! Others whom a public case concerns: they are counted, follow it once their own mailbox has said yes, and stop when they wish.

use ::store::{NewEvent, Tx};
use base::{Error, Id, Language, ReportNumber, Result};
use residents::Reachable;
use serde_json::{Value as Json, json};

use crate::{
    events,
    model::{Follower, Standing},
    store::{self, NewFollower},
};

/// Somebody who says "me too".
#[derive(Debug, Clone)]
pub struct MeToo {
    /// The number of a report of the case.
    pub number: ReportNumber,
    /// How to tell them of it; `None` for those who only want to be counted.
    pub reach: Option<Reachable>,
    /// The language in which they read.
    pub language: Language,
    /// Made by the form, so that one that is sent twice counts once.
    pub token: Option<Id>,
}

/// Counts somebody whom the case concerns, and asks the owner of the address, if there is one, whether to tell them. Whoever
/// follows already is not asked again, and nobody learns that from the answer.
///
/// # Errors
/// [`Error::NotFound`] of a case that not everybody sees; `Conflict` when it is closed.
pub fn follow(tx: &Tx<'_>, new: &MeToo) -> Result<()> {
    let case = store::load(tx, store::report_by_number(tx, new.number)?.case_id)?;
    if !case.public || case.sensitive {
        return Err(Error::NotFound);
    }
    if case.stage.outcome().is_some() {
        return Err(Error::Conflict("case-refused-closed"));
    }
    if new.token.map(|token| store::follower_with_token(tx, token)).transpose()?.flatten().is_some() {
        return Ok(());
    }
    let resident_id = new.reach.as_ref().map(|reach| residents::actions::meet(tx, reach)).transpose()?;
    if resident_id.map(|id| store::following_of(tx, case.id, id)).transpose()?.flatten().is_some() {
        return Ok(());
    }
    let id = Id::new();
    store::insert_follower(tx, &NewFollower { id, case_id: case.id, resident_id, language: new.language, token: new.token })?;
    let facts = json!({ "case": case.id, "reachable": resident_id.is_some() });
    tx.record_first(NewEvent { subject_kind: "follower", subject_id: id, kind: events::FOLLOWER_BEGAN, facts }).map(drop)
}

/// The owner of the address says yes; the same said twice is one.
///
/// # Errors
/// [`Error::NotFound`] without such a follower; `Conflict` when it has ended.
pub fn confirm(tx: &Tx<'_>, id: Id) -> Result<()> {
    match store::find_follower(tx, id)?.standing {
        Standing::Confirmed => Ok(()),
        Standing::Ended => Err(Error::Conflict("follower-ended")),
        Standing::Asked => {
            store::set_confirmed(tx, id)?;
            tell(tx, id, events::FOLLOWER_CONFIRMED, json!({}))
        }
    }
}

/// They hear no more; the same said twice is one.
///
/// # Errors
/// [`Error::NotFound`] without such a follower.
pub fn stop_following(tx: &Tx<'_>, id: Id) -> Result<()> {
    let follower = store::find_follower(tx, id)?;
    if follower.standing == Standing::Ended { Ok(()) } else { end(tx, &follower) }
}

fn end(tx: &Tx<'_>, follower: &Follower) -> Result<()> {
    store::set_ended(tx, follower.id)?;
    tell(tx, follower.id, events::FOLLOWER_ENDED, json!({}))
}

/// Ends what nobody has confirmed in time; an address that we have only because of it is erased.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget_unconfirmed(tx: &Tx<'_>, id: Id) -> Result<()> {
    let follower = store::find_follower(tx, id)?;
    if follower.standing != Standing::Asked {
        return Ok(());
    }
    end(tx, &follower)?;
    if store::came_to_follow(tx, &follower)? {
        notices::personal::erase(tx, follower.resident_id)?;
        residents::personal::erase(tx, follower.resident_id)?;
    }
    Ok(())
}

fn tell(tx: &Tx<'_>, id: Id, kind: &'static str, facts: Json) -> Result<()> {
    tx.record(NewEvent { subject_kind: "follower", subject_id: id, kind, facts }).map(drop)
}
