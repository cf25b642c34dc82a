//! Retention: what is old enough, the run that empties it, and the switch of the daily run.

use ::jobs::Job;
use ::store::{NewEvent, Read, Tx};
use base::{Error, Id, Moment, Result};
use jiff::{civil::Date, tz::TimeZone};
use serde_json::{Value as Json, json};
use staff::Viewer;

use crate::{
    jobs,
    model::{Rule, What},
    store::{self, Asked},
};

/// Rows of one rule that one transaction empties.
const CHUNK: i64 = 200;
/// The most rows that a preview counts of one rule.
const COUNTED: i64 = 10_000;
/// Examples that a preview shows of one rule.
const EXAMPLES: usize = 5;

/// What a rule would empty now.
#[derive(Debug, Clone)]
pub struct Found {
    /// The rule.
    pub rule: Rule,
    /// How many; a number that a preview does not count beyond is the least.
    pub count: i64,
    /// The ids of some of them.
    pub examples: Vec<Id>,
}

/// What a run would do now, and the digest of the rules by which it was judged.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Each rule, in the pack's order.
    pub found: Vec<Found>,
    /// Of the rules: a switch is thrown only for rules that somebody has previewed.
    pub digest: String,
}

/// What a run would do now; changes nothing.
///
/// # Errors
/// As [`Read::query`].
pub fn preview(read: &Read<'_>, now: Moment, zone: &TimeZone) -> Result<Preview> {
    let rules = store::rules(read)?;
    let digest = digest(&rules)?;
    let found = rules.into_iter().map(|rule| found(read, rule, now, zone)).collect::<Result<_>>()?;
    Ok(Preview { found, digest })
}

fn digest(rules: &[Rule]) -> Result<String> {
    let bytes = serde_json::to_vec(rules).map_err(Error::internal)?;
    Ok(base::secret::sha256(&bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

fn found(read: &Read<'_>, rule: Rule, now: Moment, zone: &TimeZone) -> Result<Found> {
    let Some((before, today)) = bounds(&rule, now, zone)? else { return Ok(Found { rule, count: 0, examples: Vec::new() }) };
    let count = match rule.what {
        What::CallerNumber => Some(interactions::count_numbered_before(read, before)?),
        What::Look => Some(staff::audit::older_than(read, before)?),
        What::Session => Some(staff::audit::sessions_ended_before(read, before)?),
        _ => None,
    };
    let mut ids = store::old_enough(read, &rule, Asked { before, today, zone, limit: COUNTED })?;
    let count = count.unwrap_or(i64::try_from(ids.len()).map_err(Error::internal)?);
    ids.truncate(EXAMPLES);
    Ok(Found { rule, count, examples: ids })
}

/// The moment before which the rule finds things old enough, and today.
fn bounds(rule: &Rule, now: Moment, zone: &TimeZone) -> Result<Option<(Moment, Date)>> {
    let today = store::day(now, zone)?;
    let before = rule.until(today).and_then(|until| hours::day_start(until, zone));
    Ok(before.map(|before| (Moment(before), today)))
}

/// The moment before which callers' numbers are to be hidden, where a rule says how long they are kept: the strictest of them.
///
/// # Errors
/// As [`Read::query`].
pub fn numbers_kept_since(read: &Read<'_>, now: Moment, zone: &TimeZone) -> Result<Option<Moment>> {
    let rules = store::rules(read)?;
    let of_numbers = rules.iter().filter(|rule| rule.what == What::CallerNumber);
    let since = of_numbers.map(|rule| bounds(rule, now, zone)).collect::<Result<Vec<_>>>()?;
    Ok(since.into_iter().flatten().map(|(before, _)| before).max())
}

/// Begins a run: the jobs that follow do it in chunks. Says its id.
///
/// # Errors
/// As [`Tx::execute`].
pub fn start(tx: &Tx<'_>, by: Option<Id>) -> Result<Id> {
    let id = Id::new();
    store::insert_run(tx, id, by)?;
    tx.record(NewEvent { subject_kind: "retention_run", subject_id: id, kind: "retention_run.begun", facts: json!({}) })?;
    ::jobs::enqueue(tx, &Job::now(jobs::RETAIN, json!({ "run": id })))?;
    Ok(id)
}

/// Empties up to a chunk of each rule; says whether there may be more.
///
/// # Errors
/// As [`Tx::execute`].
pub fn run_chunk(tx: &Tx<'_>, run_id: Id, zone: &TimeZone) -> Result<bool> {
    let mut counts = store::counts_of(tx, run_id)?;
    let mut more = false;
    for rule in store::rules(tx)? {
        let done = empty(tx, &rule, run_id, zone)?;
        more |= done >= CHUNK;
        if done > 0 {
            let before = counts.get(&rule.key).and_then(Json::as_i64).unwrap_or_default();
            counts.insert(rule.key.clone(), json!(before + done));
        }
    }
    let facts = json!({ "counts": counts });
    store::save_run(tx, run_id, counts, !more)?;
    let kind = if more { "retention_run.went_on" } else { "retention_run.ended" };
    tx.record(NewEvent { subject_kind: "retention_run", subject_id: run_id, kind, facts })?;
    Ok(more)
}

fn empty(tx: &Tx<'_>, rule: &Rule, run_id: Id, zone: &TimeZone) -> Result<i64> {
    let Some((before, today)) = bounds(rule, tx.now(), zone)? else { return Ok(0) };
    match rule.what {
        // The city hides them every hour, with the key that this room does not have.
        What::CallerNumber => return Ok(0),
        What::Look => return staff::audit::forget_older(tx, before, CHUNK),
        What::Session => return staff::audit::forget_sessions(tx, before, CHUNK),
        _ => {}
    }
    let ids = store::old_enough(tx, rule, Asked { before, today, zone, limit: CHUNK })?;
    for id in &ids {
        match rule.what {
            What::Report => cases::personal::forget_report(tx, *id)?,
            What::Case => cases::personal::forget_case(tx, *id)?,
            What::Notice => notices::personal::forget(tx, *id)?,
            What::Interaction => interactions::personal::forget(tx, *id)?,
            What::Resident => residents::personal::erase(tx, *id)?,
            What::CallerNumber | What::Look | What::Session => {}
        }
        store::insert_tombstone(tx, rule, *id, run_id)?;
    }
    if rule.what == What::Notice && !ids.is_empty() {
        let notices: Vec<String> = ids.iter().map(ToString::to_string).collect();
        ::jobs::enqueue(tx, &Job::now(jobs::SWEEP, json!({ "notices": notices })))?;
    }
    i64::try_from(ids.len()).map_err(Error::internal)
}

/// Switches the daily run on, for rules whose preview (by its digest) was seen, or off.
///
/// # Errors
/// `Conflict` when the rules have changed since the preview.
pub fn switch(tx: &Tx<'_>, viewer: &Viewer, previewed: Option<&str>) -> Result<()> {
    if let Some(seen) = previewed
        && seen != digest(&store::rules(tx)?)?
    {
        return Err(Error::Conflict("privacy-retention-changed"));
    }
    store::put_switch(tx, previewed.map(|_| viewer.account_id))?;
    let (subject_id, kind) =
        (Id::named("retention", "daily"), if previewed.is_some() { "retention.switched_on" } else { "retention.switched_off" });
    tx.record(NewEvent { subject_kind: "retention", subject_id, kind, facts: json!({}) }).map(drop)
}

/// Takes the pack's rules over. When they have changed, the daily run is switched off until somebody has previewed them.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_rules(tx: &Tx<'_>, rules: &[Rule]) -> Result<()> {
    let before = digest(&store::rules(tx)?)?;
    let now = digest(rules)?;
    if before == now {
        return Ok(());
    }
    store::put_rules(tx, rules)?;
    if store::switched_on(tx)?.is_some() {
        store::put_switch(tx, None)?;
    }
    let (subject_id, facts) = (Id::named("retention", "rules"), json!({ "rules": rules.len(), "digest": now }));
    tx.record(NewEvent { subject_kind: "retention", subject_id, kind: "retention.rules_taken_over", facts }).map(drop)
}

/// What happens once a day: looks that were kept long enough go, and, while it is switched on, a run begins.
///
/// # Errors
/// As [`Tx::execute`].
pub fn begin_day(tx: &Tx<'_>) -> Result<()> {
    ::jobs::enqueue(tx, &Job::now(jobs::FORGET_LOOKS, json!({})))?;
    if store::switched_on(tx)?.is_some() { start(tx, None).map(drop) } else { Ok(()) }
}

/// Removes notes of looks that were kept long enough: as the pack's rule says, else for two years.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget_looks(tx: &Tx<'_>, zone: &TimeZone) -> Result<()> {
    let rule = store::rules(tx)?.into_iter().find(|rule| rule.what == What::Look);
    let before = rule.map(|rule| bounds(&rule, tx.now(), zone)).transpose()?.flatten().map(|(before, _)| before);
    staff::audit::forget(tx, before).map(drop)
}
