//! Compares requests, holds, restrictions and erasures with the journal.

use base::{Id, Moment, Result};
use store::{Read, journal};

/// Rows that do not follow from the journal, one sentence each.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let lost = [
        journal::lost(read, "privacy_request", "privacy_requests")?,
        journal::lost(read, "legal_hold", "legal_holds")?,
        journal::lost(read, "erasure", "erasures")?,
        journal::lost(read, "retention_run", "retention_runs")?,
    ];
    let unknown = [
        silent(read, "privacy request", "privacy_requests", "registered_at", "privacy_request.registered")?,
        silent(read, "legal hold", "legal_holds", "from_at", "legal_hold.placed")?,
    ];
    Ok([lost.concat(), unknown.concat(), requests(read)?, holds(read)?, erasures(read)?, restrictions(read)?].concat())
}

fn silent(read: &Read<'_>, name: &'static str, table: &str, moment: &str, kind: &str) -> Result<Vec<String>> {
    let sql = format!(
        "select t.id from {table} t where not exists
             (select 1 from events e where e.subject_id = t.id and e.version = 1 and e.kind = '{kind}' and e.at = t.{moment}) limit 100"
    );
    read.query(&sql, &[], |row| Ok(format!("{name} {}: the journal does not know when it began", row.get::<Id>(0)?)))
}

fn requests(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select r.id from privacy_requests r
         where r.state is distinct from (select e.facts->>'state' from events e where e.subject_id = r.id order by e.version desc limit 1)
            or r.due_on is distinct from (select e.facts->>'due_on' from events e where e.subject_id = r.id order by e.version desc limit 1)
            or r.ended_at is distinct from (select max(e.at) from events e where e.subject_id = r.id
                   and e.kind in ('privacy_request.answered', 'privacy_request.refused'))
         limit 100",
        &[],
        |row| Ok(format!("privacy request {}: its state, term or end does not follow from the journal", row.get::<Id>(0)?)),
    )
}

fn holds(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select h.id from legal_holds h where h.released_at is distinct from
             (select max(e.at) from events e where e.subject_id = h.id and e.kind = 'legal_hold.released') limit 100",
        &[],
        |row| Ok(format!("legal hold {}: its release does not follow from the journal", row.get::<Id>(0)?)),
    )
}

fn erasures(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select r.id from erasures r where not exists (select 1 from events e where e.subject_id = r.id and e.kind = 'erasure.done') limit 100",
        &[],
        |row| Ok(format!("erasure {}: the journal does not know it", row.get::<Id>(0)?)),
    )
}

/// Residents whose restriction is not that of the journal.
fn restrictions(read: &Read<'_>) -> Result<Vec<String>> {
    let restricted = read.query("select id, restricted_at from residents where restricted_at is not null limit 1000", &[], |row| {
        Ok((row.get::<Id>(0)?, row.get::<Moment>(1)?))
    })?;
    let mut faults = Vec::new();
    for (id, at) in restricted {
        let told = journal::of_subject(read, restriction_of(id))?;
        if !told.last().is_some_and(|event| event.kind == "restriction.placed" && event.at == at) {
            faults.push(format!("resident {id}: the restriction does not follow from the journal"));
        }
    }
    Ok(faults)
}

/// The subject under which the journal tells of a resident's restriction.
pub(crate) fn restriction_of(resident_id: Id) -> Id {
    Id::named("restriction", &resident_id.to_string())
}
