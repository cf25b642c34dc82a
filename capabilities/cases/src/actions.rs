//! What is done with cases: load, decide, save, and tell the journal, inside one transaction.

mod clocks;
mod followers;
pub mod incidents;
mod legal;
mod mailbox_codes;
mod merging;
mod people;
mod photos;
mod routing;
mod verdicts;

use ::store::{Event, NewEvent, Tx};
use base::{ActorKind, Error, Id, Language, ReportNumber, Result};
use hours::Calendar;
use interactions::{Disposition, NewInteraction};
use jiff::civil::Date;
use serde_json::json;

use crate::{
    events,
    model::{Case, Closing, LONGEST_REASON, NewReport, Outcome, Shows, Stage, Step},
    store::{self, KeptAs},
};

pub use clocks::{calendar_of, look, promise_anew, promised};
pub use followers::{MeToo, confirm, follow, forget_unconfirmed, stop_following};
pub use legal::{Formed, confirm_form, go_on, may_decide, send_delay_notice, stand};
pub(crate) use mailbox_codes::make_code;
pub use mailbox_codes::{ask_code, try_code};
pub use merging::{Split, merge, split, unmerge};
pub use people::{LONGEST_MARK, assign, mark, unmark};
pub(crate) use people::{forget_view, keep_view};
pub(crate) use photos::erase as erase_photos;
pub use photos::{PhotoDecision, decide_photo};
pub use routing::{Move, Rehearsal, Table, rehearse};
pub(crate) use verdicts::open_to_verdict;
pub use verdicts::{Decision, decide, judge};

/// What a report became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// The number for the resident.
    pub number: ReportNumber,
    /// The report.
    pub report_id: Id,
    /// The case it belongs to.
    pub case_id: Id,
}

/// The longest text that a unit may say with a step, in characters.
pub const LONGEST_WORDS: usize = 4_000;

/// Takes a report: an interaction, a report, a case. One that was taken before (by its token) gives the same answer.
///
/// # Errors
/// [`Error::Invalid`] with what is to be mended; otherwise as [`Tx::execute`].
pub fn open(tx: &Tx<'_>, new: &NewReport) -> Result<Opened> {
    let faults = if historic(tx) { Vec::new() } else { new.faults() };
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    if let Some(before) = new.token.map(|token| store::with_token(tx, token)).transpose()?.flatten() {
        return Ok(before);
    }
    let resident_id = new.reply_to.as_ref().map(|reachable| residents::actions::meet(tx, reachable)).transpose()?;
    let kept = store::kept_as(tx, new.service_id)?;
    let (source, controller) = (new.source.clone(), Some(kept.controller.clone()));
    let interaction = NewInteraction { channel: new.channel, resident_id, language: new.language, source, controller };
    let interaction_id = interactions::actions::hold(tx, &interaction, Disposition::CaseOpened)?;
    let opened = Opened { number: free_number(tx)?, report_id: Id::new(), case_id: Id::new() };
    store::insert_case(tx, opened.case_id, new, &kept)?;
    store::insert_report(tx, &opened, new, interaction_id, resident_id)?;
    store::insert_answers(tx, opened.report_id, &new.answers)?;
    record_opened(tx, new, &opened, interaction_id, &kept)?;
    let owner = photos::Owner { case_id: opened.case_id, report_id: Some(opened.report_id), event_id: None };
    photos::add(tx, owner, Shows::Reported, &new.photos)?;
    Ok(opened)
}

/// Whether the row is taken over from another system, whose rules were others.
fn historic(tx: &Tx<'_>) -> bool {
    tx.actor().kind == ActorKind::Import
}

fn record_opened(tx: &Tx<'_>, new: &NewReport, opened: &Opened, interaction_id: Id, kept: &KeptAs) -> Result<()> {
    let facts = opened_facts(new, kept);
    let event = tx.record_first(NewEvent { subject_kind: "case", subject_id: opened.case_id, kind: events::OPENED, facts })?;
    clocks::follow(tx, &event)?;
    let mut facts = json!({ "case": opened.case_id, "interaction": interaction_id, "reachable": new.reply_to.is_some() });
    if !new.answers.is_empty() {
        facts["answers"] = json!(new.answers.len());
    }
    tx.record_first(NewEvent { subject_kind: "report", subject_id: opened.report_id, kind: events::REPORT_RECEIVED, facts })?;
    Ok(())
}

fn opened_facts(new: &NewReport, kept: &KeptAs) -> serde_json::Value {
    json!({
        "service": new.service_id, "kind": new.kind.word(), "public": new.public && !kept.sensitive,
        "due_at": new.due_at.map(|due| due.0), "answer_by": new.answer_by.map(|by| by.0), "area": new.place.area_id,
        "sensitive": kept.sensitive, "controller": kept.controller,
    })
}

/// A number that nobody has: of 7 digits as long as three tries find a free one, then of 8 and 9.
fn free_number(tx: &Tx<'_>) -> Result<ReportNumber> {
    for length in ReportNumber::LENGTHS {
        for _ in 0..3 {
            let number = ReportNumber::from_random(u64::from_le_bytes(base::secret::random()), length);
            if !store::number_taken(tx, number)? {
                return Ok(number);
            }
        }
    }
    Err(Error::Busy("report numbers"))
}

fn tell(tx: &Tx<'_>, case_id: Id, kind: &'static str, facts: serde_json::Value) -> Result<Event> {
    let event = tx.record(NewEvent { subject_kind: "case", subject_id: case_id, kind, facts })?;
    clocks::follow(tx, &event)?;
    Ok(event)
}

/// Hands the case to a unit.
///
/// # Errors
/// [`Error::Invalid`] on `unit` when it gets no more work (history may name such a unit); `Conflict` when the unit has
/// the case already or it is closed.
pub fn dispatch(tx: &Tx<'_>, case_id: Id, unit_id: Id) -> Result<()> {
    hand_over(tx, case_id, unit_id, json!({ "unit": unit_id }))
}

fn hand_over(tx: &Tx<'_>, case_id: Id, unit_id: Id, facts: serde_json::Value) -> Result<()> {
    if !historic(tx) && !staff::unit(tx, unit_id).is_ok_and(|unit| unit.active) {
        return Err(Error::invalid("unit", "case-unit-unknown"));
    }
    if !may_decide(tx, &store::load(tx, case_id)?, unit_id)? {
        return Err(Error::invalid("unit", "case-unit-complained-of"));
    }
    step(tx, case_id, Step::Dispatch(unit_id))?;
    tell(tx, case_id, events::DISPATCHED, facts)?;
    Ok(())
}

/// Hands a case that no unit has to the unit that its service's routing names. One that a unit has already is left alone.
///
/// # Errors
/// `Conflict` when the service names no unit, [`Error::Invalid`] when its unit gets no more work: then a supervisor has
/// to decide.
pub fn dispatch_by_service(tx: &Tx<'_>, case_id: Id) -> Result<()> {
    let case = store::load(tx, case_id)?;
    match case.stage {
        Stage::Received => {
            let (unit_id, facts) = routing::decide(tx, &case)?;
            hand_over(tx, case_id, unit_id.ok_or(Error::Conflict("case-service-without-unit"))?, facts)
        }
        _ => Ok(()),
    }
}

/// The unit takes the case on.
///
/// # Errors
/// `Conflict` when no unit has it, it was accepted already, or it is closed.
pub fn accept(tx: &Tx<'_>, case_id: Id) -> Result<()> {
    step(tx, case_id, Step::Accept)?;
    tell(tx, case_id, events::ACCEPTED, json!({}))?;
    Ok(())
}

/// The unit tells the resident of progress.
///
/// # Errors
/// [`Error::Invalid`] on `words`; `Conflict` when no unit has it or it is closed.
pub fn progress(tx: &Tx<'_>, case_id: Id, words: &str) -> Result<()> {
    let words = checked_words(words)?;
    step(tx, case_id, Step::Progress)?;
    let event = tell(tx, case_id, events::PROGRESSED, json!({}))?;
    store::insert_words(tx, &event, words, Language::Pl)
}

/// The unit says that the case is not its own, and why; it waits for somebody who knows better.
///
/// # Errors
/// [`Error::Invalid`] on `words` without a reason; `Conflict` when no unit has it or it is closed.
pub fn send_back(tx: &Tx<'_>, case_id: Id, reason: &str) -> Result<()> {
    let reason = words_or(reason, "case-reason-missing")?;
    let unit_id = store::load(tx, case_id)?.stage.unit_id();
    step(tx, case_id, Step::Return)?;
    let event = tell(tx, case_id, events::RETURNED, json!({ "unit": unit_id }))?;
    store::insert_words(tx, &event, reason, Language::Pl)
}

/// The unit sets its work for a day, today or later, and may say something with it.
///
/// # Errors
/// [`Error::Invalid`] on `on` for a day that is over, on `words` for too many; `Conflict` when no unit has it or it is closed.
pub fn schedule(tx: &Tx<'_>, case_id: Id, on: Date, words: &str, office: &Calendar) -> Result<()> {
    let unit_id = store::load(tx, case_id)?.stage.unit_id();
    let calendar = calendar_of(tx, unit_id, office)?;
    let until = calendar.closing_on(on).or_else(|| hours::day_end(on, calendar.zone()));
    if hours::day_of(tx.now().0, calendar.zone()).is_none_or(|today| on < today) {
        return Err(Error::invalid("on", "case-day-over"));
    }
    if on > legal::latest(tx, &calendar) {
        return Err(Error::invalid("on", "case-day-far"));
    }
    let words = if words.trim().is_empty() { "" } else { checked_words(words)? };
    step(tx, case_id, Step::Schedule(on))?;
    let event = tell(tx, case_id, events::SCHEDULED, json!({ "on": on.to_string(), "until": until }))?;
    if words.is_empty() { Ok(()) } else { store::insert_words(tx, &event, words, Language::Pl) }
}

/// The unit asks the author something and waits for the answer. The promise stands meanwhile when the service says so; no
/// legal term does.
///
/// # Errors
/// [`Error::Invalid`] on `words`; `Conflict` when no unit has it or it is closed.
pub fn ask(tx: &Tx<'_>, case_id: Id, question: &str) -> Result<()> {
    let question = words_or(question, "case-question-missing")?;
    let case = step(tx, case_id, Step::Ask)?;
    let stands = services::find(tx, case.service_id)?.details.stands_while_asked;
    let event = tell(tx, case_id, events::ASKED, if stands { json!({ "stands": true }) } else { json!({}) })?;
    store::insert_words(tx, &event, question, Language::Pl)
}

/// The author of a report answers what the unit asked. Their words are for the unit, and theirs to have erased. The same
/// answer sent twice is one.
///
/// # Errors
/// [`Error::Invalid`] on `words`; [`Error::NotFound`] without such a report; `Conflict` when nobody asked.
pub fn answer(tx: &Tx<'_>, number: ReportNumber, words: &str) -> Result<()> {
    let words = words_or(words, "case-answer-missing")?;
    let report = store::report_by_number(tx, number)?;
    if store::last_said(tx, report.id)?.as_deref() == Some(words)
        && store::load(tx, report.case_id)?.stage.after(Step::Answer, tx.now()).is_err()
    {
        return Ok(());
    }
    step(tx, report.case_id, Step::Answer)?;
    let event = tell(tx, report.case_id, events::ANSWERED, json!({ "report": report.id }))?;
    store::insert_words_of(tx, &event, words, report.language, Some(report.id))
}

/// Ends the case with an outcome, a sentence to the resident, and evidence of what was done.
///
/// # Errors
/// As [`checked`]; `Conflict` when it is closed already.
pub fn close(tx: &Tx<'_>, case_id: Id, closing: &Closing) -> Result<()> {
    checked(closing)?;
    let event = end(tx, case_id, closing.outcome)?;
    store::insert_words(tx, &event, closing.words.trim(), Language::Pl)?;
    if let Some(why) = closing.reason() {
        store::put_no_photo(tx, event.id, why)?;
    }
    let owner = photos::Owner { case_id, report_id: None, event_id: Some(event.id) };
    photos::add(tx, owner, Shows::Before, &closing.before)?;
    photos::add(tx, owner, Shows::After, &closing.after)
}

/// Whether an end says enough.
///
/// # Errors
/// [`Error::Invalid`] on `words`, and on `no_photo` for work that is neither shown nor explained, or explained at too great length.
pub(crate) fn checked(closing: &Closing) -> Result<()> {
    let words = checked_words(&closing.words).map(drop);
    let fault = |message| Err(Error::invalid("no_photo", message));
    let evidence = match closing.reason() {
        _ if closing.lacks_evidence() => fault("case-evidence-missing"),
        Some(long) if long.chars().count() > LONGEST_REASON => fault("case-evidence-long"),
        _ => Ok(()),
    };
    match (words, evidence) {
        (Err(Error::Invalid(first)), Err(Error::Invalid(second))) => Err(Error::Invalid([first, second].concat())),
        (words, evidence) => words.and(evidence),
    }
}

/// Ends a historic case, of which no sentence is known.
///
/// # Errors
/// [`Error::Forbidden`] for anyone but an import; `Conflict` when it is closed already.
pub fn close_historic(tx: &Tx<'_>, case_id: Id, outcome: Outcome) -> Result<()> {
    if !historic(tx) {
        return Err(Error::Forbidden);
    }
    end(tx, case_id, outcome).map(drop)
}

/// Shows a sensitive case to somebody outside its unit; nothing when they see it already.
///
/// # Errors
/// As [`Tx::execute`].
pub fn show_to(tx: &Tx<'_>, case_id: Id, account_id: Id) -> Result<()> {
    if store::is_guest(tx, case_id, account_id)? {
        return Ok(());
    }
    store::insert_guest(tx, case_id, account_id)?;
    tell(tx, case_id, events::SHOWN, json!({ "account": account_id })).map(drop)
}

/// Takes back that the case was shown to somebody.
///
/// # Errors
/// As [`Tx::execute`].
pub fn hide_from(tx: &Tx<'_>, case_id: Id, account_id: Id) -> Result<()> {
    if !store::is_guest(tx, case_id, account_id)? {
        return Ok(());
    }
    store::delete_guest(tx, case_id, account_id)?;
    tell(tx, case_id, events::HIDDEN, json!({ "account": account_id })).map(drop)
}

/// Takes over for which data controllers the centre works; `None` means for all.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_controllers(tx: &Tx<'_>, keys: Option<&[String]>) -> Result<()> {
    let before = store::controllers(tx)?;
    store::put_controllers(tx, keys)?;
    let now = store::controllers(tx)?;
    if before != now {
        let subject_id = Id::named("centre", "controllers");
        tx.record(NewEvent { subject_kind: "centre", subject_id, kind: "centre.controllers_set", facts: json!({ "controllers": now }) })?;
    }
    Ok(())
}

/// What is done once a day: pictures that nothing names are looked for.
///
/// # Errors
/// As [`Tx::execute`].
pub fn begin_day(tx: &Tx<'_>) -> Result<()> {
    ::jobs::enqueue(tx, &::jobs::Job::now(crate::jobs::SWEEP_PHOTOS, json!({}))).map(drop)
}

fn end(tx: &Tx<'_>, case_id: Id, outcome: Outcome) -> Result<Event> {
    step(tx, case_id, Step::Close(outcome))?;
    tell(tx, case_id, events::CLOSED, json!({ "outcome": outcome.word() }))
}

/// Words ready to be sent, without spaces around them.
///
/// # Errors
/// [`Error::Invalid`] on `words` without any, or with too many.
pub(crate) fn checked_words(words: &str) -> Result<&str> {
    words_or(words, "case-words-missing")
}

/// The same, with another sentence for whoever says nothing.
fn words_or<'a>(words: &'a str, missing: &'static str) -> Result<&'a str> {
    match words.trim() {
        "" => Err(Error::invalid("words", missing)),
        long if long.chars().count() > LONGEST_WORDS => Err(Error::invalid("words", "case-words-long")),
        words => Ok(words),
    }
}

fn step(tx: &Tx<'_>, case_id: Id, step: Step) -> Result<Case> {
    let mut case = store::load(tx, case_id)?;
    let unit_id = case.stage.unit_id();
    case.stage = case.stage.after(step, tx.now())?;
    if case.stage.unit_id() != unit_id {
        store::delete_person(tx, case_id)?;
    }
    store::save_stage(tx, &case)?;
    Ok(case)
}
