//! Whether rows and journal agree.

use base::{Id, Result};
use store::{Read, journal};

/// Interactions whose row and journal disagree in channel, moment, end, notes or number, or of which one of both is silent.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let mut astray = held(read)?;
    astray.extend(lasting(read)?);
    astray.extend(written(read)?);
    astray.sort();
    astray.dedup();
    let mut faults: Vec<String> =
        astray.into_iter().map(|id| format!("interaction {id}: the row does not follow from the journal")).collect();
    faults.extend(journal::lost(read, "interaction", "interactions")?);
    faults.extend(super::verify_topics(read)?);
    Ok(faults)
}

/// Those over as soon as they were told.
fn held(read: &Read<'_>) -> Result<Vec<Id>> {
    read.query(
        "select i.id from interactions i left join events e on e.subject_id = i.id and e.version = 1
         where e.id is null or e.kind not in ('interaction.held', 'interaction.begun')
            or e.at <> i.begun_at or e.facts->>'channel' is distinct from i.channel
            or (e.kind = 'interaction.held'
                and (e.at is distinct from i.ended_at or e.facts->>'disposition' is distinct from i.disposition))
         limit 100",
        &[],
        |row| row.get(0),
    )
}

/// Those that lasted: how they ended.
fn lasting(read: &Read<'_>) -> Result<Vec<Id>> {
    read.query(
        "select i.id from interactions i
         join events b on b.subject_id = i.id and b.version = 1 and b.kind = 'interaction.begun'
         left join events e on e.subject_id = i.id and e.kind = 'interaction.ended'
         where e.at is distinct from i.ended_at or e.facts->>'disposition' is distinct from i.disposition
         limit 100",
        &[],
        |row| row.get(0),
    )
}

/// Notes: one for each event and none after erasure. Numbers: none after they were hidden.
fn written(read: &Read<'_>) -> Result<Vec<Id>> {
    read.query(
        "select b.subject_id from events b join interactions i on i.id = b.subject_id
         where b.version = 1 and b.kind = 'interaction.begun' and (
             (select count(*) from interaction_notes n where n.interaction_id = i.id)
                 <> (select count(*) from events e where e.subject_id = i.id and e.kind = 'interaction.noted'
                       and e.version > coalesce((select max(l.version) from events l
                           where l.subject_id = i.id and l.kind = 'interaction.erased'), 0))
             or (i.caller_number is not null and exists (select 1 from events e
                 where e.subject_id = i.id and e.kind in ('interaction.number_hidden', 'interaction.erased'))))
         limit 100",
        &[],
        |row| row.get(0),
    )
}
