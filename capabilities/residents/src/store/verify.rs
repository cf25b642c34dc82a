//! Whether rows and journal agree.

use std::collections::BTreeMap;

use base::{Id, Result};
use store::{Read, journal, params};

/// Residents whose row and journal disagree about when they were met or erased, into whom they were merged, or how many
/// ways, needs, consents and checks they have; and those of whom one of both is silent.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let mut astray = moments(read)?;
    astray.extend(kept_counts(read)?);
    astray.extend(told_counts(read)?);
    astray.extend(merges(read)?);
    astray.sort();
    astray.dedup();
    let mut faults: Vec<String> = astray.into_iter().map(|id| format!("resident {id}: the row does not follow from the journal")).collect();
    faults.extend(journal::lost(read, "resident", "residents")?);
    Ok(faults)
}

fn moments(read: &Read<'_>) -> Result<Vec<Id>> {
    read.query(
        "select r.id from residents r left join events e on e.subject_id = r.id and e.version = 1
         where e.id is null or e.kind <> 'resident.met' or e.at <> r.created_at
            or r.erased_at is distinct from
                (select max(l.at) from events l where l.subject_id = r.id and l.kind = 'resident.erased')
         limit 100",
        &[],
        |row| row.get(0),
    )
}

/// Ways and needs: how many there are is told by the last event that changed them. Events of earlier versions did not tell.
fn kept_counts(read: &Read<'_>) -> Result<Vec<Id>> {
    let mut astray = Vec::new();
    for table in ["ways", "needs"] {
        let sql = format!(
            "select r.id from residents r join events e on e.subject_id = r.id
             where e.version = (select max(l.version) from events l where l.subject_id = r.id and l.facts->>'{table}' is not null)
               and cast(e.facts->>'{table}' as BIGINT) <> (select count(*) from {table} t where t.resident_id = r.id)
             limit 100"
        );
        astray.extend(read.query(&sql, &[], |row| row.get::<Id>(0))?);
    }
    Ok(astray)
}

/// Consents and checks: one row for each event, and none after erasure.
fn told_counts(read: &Read<'_>) -> Result<Vec<Id>> {
    let mut astray = Vec::new();
    for (table, kind) in [("consents", "resident.consent_noted"), ("verifications", "resident.verified")] {
        let sql = format!(
            "select r.id from residents r where (select count(*) from {table} t where t.resident_id = r.id)
                 <> (select count(*) from events e where e.subject_id = r.id and e.kind = $1
                       and e.version > coalesce((select max(l.version) from events l
                           where l.subject_id = r.id and l.kind = 'resident.erased'), 0))
             limit 100"
        );
        astray.extend(read.query(&sql, params![kind], |row| row.get::<Id>(0))?);
    }
    Ok(astray)
}

fn merges(read: &Read<'_>) -> Result<Vec<Id>> {
    let told: Vec<(Id, serde_json::Value)> = read.query(
        "select e.subject_id, e.facts from events e where e.kind in ('resident.merged', 'resident.unmerged') order by e.subject_id, e.version",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let last: BTreeMap<Id, Option<Id>> =
        told.into_iter().map(|(id, facts)| (id, facts["into"].as_str().and_then(|into| into.parse().ok()))).collect();
    let kept: BTreeMap<Id, Id> = read
        .query("select id, merged_into from residents where merged_into is not null", &[], |row| Ok((row.get(0)?, row.get(1)?)))?
        .into_iter()
        .collect();
    let wanted = |id: &Id| last.get(id).copied().flatten();
    let mut astray: Vec<Id> = kept.iter().filter(|(id, into)| wanted(id) != Some(**into)).map(|(id, _)| *id).collect();
    astray.extend(last.iter().filter(|(id, into)| into.is_some() && !kept.contains_key(id)).map(|(id, _)| *id));
    Ok(astray)
}
