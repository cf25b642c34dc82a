//! What is done with residents.

mod details;
mod identity;
mod merging;

use ::store::{NewEvent, Tx};
use base::{Id, Result};
use serde_json::{Value as Json, json};

pub use details::{add, add_way, change_details, note_consent, remove_way, set_needs, share_way};
pub use identity::{end_checks, trust_own_entry, verify_identity};
pub use merging::{REASONS, merge, unmerge};

use crate::{model::Reachable, store};

/// The resident whom one of these ways reaches, or a new one; ways not known before are added.
///
/// A way reaches somebody only when nobody else uses it: who of several it is, nobody knows, and so it is somebody new.
///
/// # Errors
/// As [`Tx::execute`].
pub fn meet(tx: &Tx<'_>, reachable: &Reachable) -> Result<Id> {
    let known: Vec<_> = reachable.ways.iter().map(|way| store::only_user(tx, way)).collect::<Result<_>>()?;
    let Some(id) = known.iter().flatten().next().copied() else {
        return begin(tx, reachable);
    };
    let mut added = false;
    for (way, user) in reachable.ways.iter().zip(&known) {
        added |= user.is_none() && store::insert_way(tx, id, way)?;
    }
    if added {
        tell(tx, id, "resident.ways_changed", json!({ "ways": store::count_ways(tx, id)? }))?;
    }
    Ok(id)
}

fn begin(tx: &Tx<'_>, reachable: &Reachable) -> Result<Id> {
    let id = Id::new();
    store::insert(tx, id, reachable.language)?;
    let mut ways = 0;
    for way in &reachable.ways {
        ways += i64::from(store::insert_way(tx, id, way)?);
    }
    let facts = json!({ "ways": ways });
    tx.record_first(NewEvent { subject_kind: "resident", subject_id: id, kind: "resident.met", facts })?;
    Ok(id)
}

/// Blanks what we keep of the resident: name, ways, needs, consents, checks. What was done stands.
///
/// # Errors
/// [`base::Error::NotFound`] without such a resident.
pub fn erase(tx: &Tx<'_>, id: Id) -> Result<()> {
    store::find(tx, id)?;
    store::erase(tx, id, tx.now())?;
    tell(tx, id, "resident.erased", json!({ "ways": 0, "needs": 0 }))
}

fn tell(tx: &Tx<'_>, id: Id, kind: &'static str, facts: Json) -> Result<()> {
    tx.record(NewEvent { subject_kind: "resident", subject_id: id, kind, facts }).map(drop)
}
