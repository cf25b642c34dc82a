//! Erasure: what would go and what would stay, the erasure itself, and its repetition after an older backup was restored.

use ::jobs::Job;
use ::store::{Db, NewEvent, Read, Tx};
use base::{Actor, Error, Id, Result};
use jiff::tz::TimeZone;
use serde_json::{Value as Json, json};

use crate::{
    Ledger, Line, Rooms, Staying, jobs,
    model::{Part, Plan, Traces},
    store,
};

/// A name or an address shorter than this is no string by which somebody is found.
const SHORTEST_STRING: usize = 4;

/// What an erasure of the resident would do now.
///
/// # Errors
/// [`Error::NotFound`] without such a resident.
pub fn plan(read: &Read<'_>, resident_id: Id, now: base::Moment, zone: &TimeZone) -> Result<Plan> {
    let residents = store::family(read, resident_id)?;
    let cases = store::standings(read, &residents, zone)?;
    let held = store::held(read, &residents)?;
    Ok(Plan::new(residents, cases, held, store::day(now, zone)?))
}

/// The open request by which the resident's data may be taken out or erased.
///
/// # Errors
/// `Conflict` without one that is linked to them and whose identity was checked.
pub fn founded(read: &Read<'_>, resident_id: Id) -> Result<Id> {
    store::founded_request(read, &store::family(read, resident_id)?)?.ok_or(Error::Conflict("privacy-not-founded"))
}

/// Erases what may go. Add the line to the [`Ledger`] after the commit.
///
/// # Errors
/// `Conflict` when a legal hold on the person keeps all.
pub fn erase(tx: &Tx<'_>, rooms: Rooms, plan: &Plan, request_id: Option<Id>) -> Result<Line> {
    if plan.is_refused() {
        return Err(Error::Conflict("privacy-erasure-held"));
    }
    let line = Line {
        id: Id::new(),
        at: tx.now(),
        residents: plan.residents.clone(),
        kept: plan.kept(),
        identity_kept: plan.keeps_identity(),
        request_id,
    };
    let subjects = |part: &Part| part.standing.reports.iter().copied().chain([part.standing.case_id]).collect::<Vec<_>>();
    let staying = plan.parts.iter().filter(|part| part.why.is_some()).flat_map(subjects).collect();
    // The answer has yet to be sent to them; with it the contact goes, too.
    clear(tx, rooms, &line, (staying, true))?;
    Ok(line)
}

/// Erases as the line says, but of `subjects` nothing, and notes it; `contact` is that of [`Staying`].
fn clear(tx: &Tx<'_>, rooms: Rooms, line: &Line, (subjects, contact): (Vec<Id>, bool)) -> Result<()> {
    let there: Vec<Id> = line
        .residents
        .iter()
        .copied()
        .filter_map(|id| store::resident_exists(tx, id).map(|is| is.then_some(id)).transpose())
        .collect::<Result<_>>()?;
    let mut strings = Vec::new();
    for id in &there {
        for room in rooms.iter().filter(|room| room.name == "residents") {
            collect(&(room.export)(tx, *id)?, &mut strings);
        }
    }
    // A letter in the folder of a demo has the address: it stays only where that does.
    let sweep = store::notices_of(tx, &there, if line.identity_kept { &subjects } else { &[] })?;
    let talks = store::talks_of_cases(tx, &line.kept)?;
    let staying = Staying { identity: line.identity_kept, cases: line.kept.clone(), talks, subjects, contact, strings };
    for id in &there {
        rooms.iter().try_for_each(|room| (room.erase)(tx, *id, &staying))?;
    }
    if !line.identity_kept {
        let traces = Traces::of(&staying.strings);
        staff::audit::blank_words(tx, |words| traces.stand_in(words))?;
    }
    store::insert_erasure(tx, line)?;
    if !sweep.is_empty() {
        let ids: Vec<String> = sweep.iter().map(ToString::to_string).collect();
        ::jobs::enqueue(tx, &Job::now(jobs::SWEEP, json!({ "notices": ids })))?;
    }
    let names: Vec<&str> = rooms.iter().map(|room| room.name).collect();
    let facts = json!({ "residents": texts(&line.residents), "kept": texts(&line.kept), "rooms": names });
    tx.record(NewEvent { subject_kind: "erasure", subject_id: line.id, kind: "erasure.done", facts }).map(drop)
}

fn texts(ids: &[Id]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

/// The names and addresses in what the residents' room keeps.
fn collect(json: &Json, strings: &mut Vec<String>) {
    const NAMING: [&str; 4] = ["name", "address", "nip", "regon"];
    match json {
        Json::Array(list) => list.iter().for_each(|each| collect(each, strings)),
        Json::Object(fields) => {
            for (key, value) in fields {
                match value.as_str() {
                    Some(text) if NAMING.contains(&key.as_str()) && text.chars().count() >= SHORTEST_STRING => {
                        strings.push(text.to_owned())
                    }
                    _ => collect(value, strings),
                }
            }
        }
        _ => {}
    }
}

/// Brings ledger and database together: what only the database knows is added to the ledger, what only the ledger knows
/// is erased again. Says how many were erased again. Call it before the city opens and before a backup is made.
///
/// # Errors
/// [`Error::Unavailable`] when the ledger cannot be used: then nothing may be opened.
pub async fn reconcile(db: &Db, ledger: &Ledger, rooms: Rooms) -> Result<usize> {
    let written = ledger.read()?;
    let known = db.read(store::erasures).await?;
    let missing: Vec<Line> = written.into_iter().filter(|line| !known.iter().any(|other| other.id == line.id)).collect();
    let mut repeated = 0;
    for line in missing {
        if db.write(Actor::SYSTEM, move |tx| repeat(tx, rooms, &line)).await? {
            repeated += 1;
        }
    }
    ledger.add(&db.read(store::erasures).await?)?;
    Ok(repeated)
}

/// Whether the erasure was not there; then it is done again as it was done then.
fn repeat(tx: &Tx<'_>, rooms: Rooms, line: &Line) -> Result<bool> {
    if store::has_erasure(tx, line.id)? {
        return Ok(false);
    }
    let reports = store::reports_of_cases(tx, &line.kept)?;
    clear(tx, rooms, line, (reports.into_iter().chain(line.kept.iter().copied()).collect(), false))?;
    Ok(true)
}
