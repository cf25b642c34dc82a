//! The relay: numbers committed events in an order that agrees with the versions of each subject.
//!
//! On PostgreSQL a number drawn inside the transaction would not follow the order of the commits, and a reader
//! would miss events. So one process at a time, by lease, numbers what is committed already.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use base::{Id, Result};

use super::{BATCH, hold_lease, last_position};
use crate::{
    db::Db,
    params,
    read::{Row, placeholders},
    tx::Tx,
    value::ToValue,
};

/// How long the relay's lease holds without renewal, in seconds.
const RELAY_LEASE_SECONDS: i64 = 10;
/// Subjects asked for in one statement.
const SUBJECTS: usize = 250;

/// Numbers committed events that have no number yet; says how many. Does nothing on SQLite, and nothing
/// while another process holds the relay's lease.
///
/// # Errors
/// As [`Db::claim`].
pub async fn relay(db: &Db, holder: Id) -> Result<usize> {
    if !db.is_postgres() {
        return Ok(0);
    }
    let numbered = db.claim(move |tx| number_batch(tx, holder)).await?;
    if numbered > 0 {
        db.ring();
    }
    Ok(numbered)
}

fn number_batch(tx: &Tx<'_>, holder: Id) -> Result<usize> {
    if hold_lease(tx, "relay", holder, RELAY_LEASE_SECONDS)? { number(tx) } else { Ok(0) }
}

/// An event without a number: its id, its subject and the version.
type Unnumbered = (Id, Id, i64);

/// Numbers the next events; nobody else may do so at the same time.
pub(crate) fn number(tx: &Tx<'_>) -> Result<usize> {
    let mut events =
        tx.query("select id, subject_id, version from events where position is null order by at, id limit $1", params![BATCH], unnumbered)?;
    if i64::try_from(events.len()).is_ok_and(|count| count == BATCH) {
        let left_behind = left_behind(tx, &events)?;
        events.extend(left_behind);
    }
    let first = last_position(tx)? + 1;
    let rows: Vec<_> = (first..).zip(in_version_order(events)).map(|(position, id)| vec![position.to_value(), id.to_value()]).collect();
    tx.execute_many("update events set position = $1 where id = $2", &rows)?;
    Ok(rows.len())
}

fn unnumbered(row: &Row<'_>) -> Result<Unnumbered> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

/// A full batch may hold a later event of a subject while an earlier one, told by a clock that is ahead, lies
/// beyond its end. These are the earlier ones.
fn left_behind(tx: &Tx<'_>, batch: &[Unnumbered]) -> Result<Vec<Unnumbered>> {
    let mut latest: BTreeMap<Id, i64> = BTreeMap::new();
    for (_, subject, version) in batch {
        let known = latest.entry(*subject).or_default();
        *known = (*version).max(*known);
    }
    let inside: BTreeSet<Id> = batch.iter().map(|(id, ..)| *id).collect();
    let sql = format!("select id, subject_id, version from events where position is null and subject_id in {}", placeholders(1, SUBJECTS));
    let subjects: Vec<Id> = latest.keys().copied().collect();
    let mut found = Vec::new();
    for some in subjects.chunks(SUBJECTS) {
        // Always the same number of parameters, so that the statement is prepared once.
        let params: Vec<_> = some.iter().chain(std::iter::repeat(&some[0])).take(SUBJECTS).map(ToValue::to_value).collect();
        found.extend(tx.query(&sql, &params, unnumbered)?);
    }
    found.retain(|(id, subject, version)| !inside.contains(id) && version < &latest[subject]);
    Ok(found)
}

/// Keeps the given order but lets each subject's events stand in the order of their versions: the clocks of
/// two machines may disagree about which came first, the versions never do.
fn in_version_order(mut events: Vec<Unnumbered>) -> Vec<Id> {
    let mut places: HashMap<Id, Vec<usize>> = HashMap::new();
    for (place, (_, subject, _)) in events.iter().enumerate() {
        places.entry(*subject).or_default().push(place);
    }
    for places in places.values().filter(|places| places.len() > 1) {
        let mut own: Vec<_> = places.iter().map(|place| events[*place]).collect();
        own.sort_by_key(|(_, _, version)| *version);
        for (place, event) in places.iter().zip(own) {
            events[*place] = event;
        }
    }
    events.into_iter().map(|(id, _, _)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subjects_events_stand_in_the_order_of_their_versions() {
        let (a, b) = (Id::new(), Id::new());
        let ids: Vec<Id> = (0..4).map(|_| Id::new()).collect();
        let clocks_disagree = vec![(ids[0], a, 2), (ids[1], b, 1), (ids[2], a, 1), (ids[3], a, 3)];
        assert_eq!(in_version_order(clocks_disagree), [ids[2], ids[1], ids[0], ids[3]]);
    }
}
