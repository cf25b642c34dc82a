//! What becomes of the clocks of a case: they follow every event, and somebody looks at them when their time comes.

use ::store::{Event, Tx};
use base::{Error, Id, Moment, Result};
use hours::Calendar;
use jiff::civil::Date;
use serde_json::json;

use super::{historic, tell, words_or};
use crate::{
    events,
    model::{Because, ClockKind, Clocks, Look, Need, NewReport, Refusal, promise_days},
    store,
};

/// The calendar by which a unit works: its own hours, or the office's.
///
/// # Errors
/// As [`::store::Read::query`].
pub fn calendar_of(read: &::store::Read<'_>, unit_id: Option<Id>, office: &Calendar) -> Result<Calendar> {
    Ok(match unit_id {
        Some(unit_id) => staff::unit(read, unit_id)?.calendar(office),
        None => office.clone(),
    })
}

/// The report with what its service promises, by the calendar of the service's unit: first answer and end.
///
/// # Errors
/// [`Error::NotFound`] without such a service.
pub fn promised(tx: &Tx<'_>, new: &NewReport, office: &Calendar) -> Result<NewReport> {
    let service = services::find(tx, new.service_id)?;
    let calendar = calendar_of(tx, service.unit_id, office)?;
    let by = |days| promise_days(days, tx.now(), &calendar);
    let (due_at, answer_by) = (by(service.deadline_working_days), service.details.first_answer_working_days.and_then(by));
    Ok(NewReport { due_at, answer_by, ..new.clone() })
}

/// Lets the clocks of a case follow an event that was just told of it.
pub(super) fn follow(tx: &Tx<'_>, event: &Event) -> Result<()> {
    if !Clocks::hear(&event.kind) {
        return Ok(());
    }
    let before = if event.version == 1 { Clocks::default() } else { store::clocks_of(tx, event.subject_id)? };
    let after = before.clone().after(&event.kind, event.at, &event.facts);
    for gone in before.all().iter().filter(|clock| after.get(clock.kind).is_none()) {
        store::delete_clock(tx, event.subject_id, gone.kind)?;
    }
    for clock in after.all() {
        let asleep = historic(tx) || clock.met_at.is_some() || event.kind == events::ASKED && clock.stands_since.is_some();
        if before.get(clock.kind) != Some(clock) {
            store::put_clock(tx, event.subject_id, clock, (!asleep).then_some(event.at))?;
        } else if clock.stands_since.is_some() && !asleep {
            // It may go on after any step; the next look tells, and counts from here.
            store::wake(tx, event.subject_id, clock.kind, event.at)?;
        }
    }
    if event.version > 1 && (event.kind == events::PROMISED || before.promised() != after.promised()) {
        store::put_due(tx, event.subject_id, after.promised())?;
    }
    Ok(())
}

/// Looks at the clocks of a case whose time has come: warns its unit, notes a broken promise, lets a promise go on.
///
/// # Errors
/// As [`Tx::execute`].
pub fn look(tx: &Tx<'_>, case_id: Id, office: &Calendar) -> Result<()> {
    let case = store::load(tx, case_id)?;
    let calendar = calendar_of(tx, case.stage.unit_id().or(case.home_id), office)?;
    for clock in store::clocks_of(tx, case_id)?.all() {
        let named = json!({ "clock": clock.kind.word(), "due_at": clock.due_at.0 });
        let since = store::look_at(tx, case_id, clock.kind)?.unwrap_or(tx.now());
        match clock.need(case.stage, Look { since, now: tx.now() }, &calendar) {
            // Its reports are another case's, whose clocks run.
            _ if case.merged_into.is_some() => store::put_look(tx, case_id, clock.kind, None)?,
            Need::Until(look_at) => store::put_look(tx, case_id, clock.kind, look_at)?,
            Need::Warn => tell(tx, case_id, events::WARNED, named).map(drop)?,
            Need::Miss => tell(tx, case_id, events::MISSED, named).map(drop)?,
            Need::GoOn(due_at) => set(tx, case_id, clock.kind, due_at, Because::Waited).map(drop)?,
        }
    }
    Ok(())
}

fn set(tx: &Tx<'_>, case_id: Id, kind: ClockKind, due_at: Moment, because: Because) -> Result<Event> {
    tell(tx, case_id, events::PROMISED, json!({ "clock": kind.word(), "due_at": due_at.0, "because": because.word() }))
}

/// The unit promises another day for the end of a case, and says why to its author and to everybody who may read of it.
///
/// # Errors
/// [`Error::Invalid`] on `on` for a day that is over, is no working day of the unit, or is promised already, on `words`
/// without a reason; `Conflict` when no unit has it or it is closed.
pub fn promise_anew(tx: &Tx<'_>, case_id: Id, on: Date, reason: &str, office: &Calendar) -> Result<()> {
    let reason = words_or(reason, "case-late-reason-missing")?;
    let case = store::load(tx, case_id)?;
    if case.stage.outcome().is_some() {
        return Err(Refusal::Closed.into());
    }
    let unit_id = case.stage.unit_id().ok_or(Refusal::NotDispatched)?;
    let calendar = calendar_of(tx, Some(unit_id), office)?;
    let due_at = calendar.closing_on(on).map(Moment).ok_or_else(|| Error::invalid("on", "case-day-not-worked"))?;
    if due_at <= tx.now() {
        return Err(Error::invalid("on", "case-day-over"));
    }
    if case.due_at == Some(due_at) {
        return Err(Error::invalid("on", "case-day-same"));
    }
    let event = set(tx, case_id, ClockKind::Fix, due_at, Because::Unit)?;
    store::insert_words(tx, &event, reason, base::Language::Pl)
}
