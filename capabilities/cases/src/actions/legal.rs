//! The legal form of a case: confirmed by a person, it starts its statutory clock from the receipt.

use ::store::{Read, Tx};
use base::{Error, Id, Moment, Result};
use hours::Calendar;
use jiff::{ToSpan as _, civil::Date};
use serde_json::json;
use services::LegalForm;

use super::{calendar_of, checked_words, tell, words_or};
use crate::{
    events,
    model::{Because, Case, Clock, ClockKind, Ground, Refusal, day_after_standing, last_day, rule},
    store,
};

/// What a person says that a case is in law.
#[derive(Debug, Clone, Copy)]
pub struct Formed {
    /// Its form; none for most.
    pub form: Option<LegalForm>,
    /// The unit complained of, if it is a skarga about one.
    pub about: Option<Id>,
    /// The last day of the statutory term, when it is not the one that follows from the rule.
    pub until: Option<Date>,
}

/// The most units above one another.
const DEEPEST: usize = 20;

/// Confirms or changes the legal form of a case. Its statutory clock runs from the receipt.
///
/// # Errors
/// [`Error::Invalid`] on `until` for a day before the receipt, or later than the rule has it; `Conflict` when the case is closed.
pub fn confirm_form(tx: &Tx<'_>, case_id: Id, formed: &Formed, office: &Calendar) -> Result<()> {
    let case = open(tx, case_id)?;
    let calendar = calendar_of(tx, case.stage.unit_id(), office)?;
    let by_rule = formed.form.and_then(|form| rule(form).last_day(case.opened_at, &calendar));
    // A later day comes by a notice to the author or a recorded ground only.
    if formed.form.is_some()
        && formed.until.is_some_and(|until| by_rule.is_some_and(|by_rule| until > by_rule) || until > latest(tx, &calendar))
    {
        return Err(Error::invalid("until", "case-until-late"));
    }
    let last_day = formed.form.and(formed.until.or(by_rule));
    let due_at = last_day.and_then(|day| hours::day_end(day, calendar.zone())).map(Moment);
    if due_at.is_some_and(|due_at| due_at <= case.opened_at) {
        return Err(Error::invalid("until", "case-day-over"));
    }
    let about = formed.about.filter(|_| formed.form == Some(LegalForm::Skarga));
    store::put_form(tx, case_id, formed.form, about)?;
    let facts = json!({
        "form": formed.form.map(LegalForm::word), "about": about, "due_at": due_at.map(|due| due.0), "from": case.opened_at.0,
    });
    tell(tx, case_id, events::FORMED, facts).map(drop)
}

/// The latest day for which anything is set: two years from now.
pub(super) fn latest(tx: &Tx<'_>, calendar: &Calendar) -> Date {
    let today = hours::day_of(tx.now().0, calendar.zone()).unwrap_or(Date::MIN);
    today.saturating_add(2.years())
}

fn open(tx: &Tx<'_>, case_id: Id) -> Result<Case> {
    let case = store::load(tx, case_id)?;
    if case.stage.outcome().is_some() { Err(Refusal::Closed.into()) } else { Ok(case) }
}

/// Whether the unit may decide of the case: of a skarga neither the unit complained of nor one below it may.
///
/// # Errors
/// As [`Read::query`].
pub fn may_decide(read: &Read<'_>, case: &Case, unit_id: Id) -> Result<bool> {
    let Some(about) = case.about_unit_id else { return Ok(true) };
    let mut above = Some(unit_id);
    for _ in 0..DEEPEST {
        match above {
            Some(id) if id == about => return Ok(false),
            Some(id) => above = staff::unit(read, id)?.parent_id,
            None => return Ok(true),
        }
    }
    Ok(true)
}

/// Sends the notice that a matter with a legal form will take longer (art. 36 KPA for a skarga or wniosek): its text, as a
/// person has checked it, goes to the author, and the statutory clock runs to the last day of `on`.
///
/// # Errors
/// [`Error::Invalid`] on `on` for a day not after the present term or beyond the longest that the rule allows, on `words` for
/// none or too many; `Conflict` when the case is closed or has no statutory term.
pub fn send_delay_notice(tx: &Tx<'_>, case_id: Id, on: Date, text: &str, office: &Calendar) -> Result<()> {
    let text = checked_words(text)?;
    let case = open(tx, case_id)?;
    let clocks = store::clocks_of(tx, case_id)?;
    let runs = clocks.get(ClockKind::Legal).filter(|clock| clock.stands_since.is_none());
    let (Some(form), Some(clock)) = (case.legal_form, runs) else {
        return Err(Error::Conflict("case-without-legal-term"));
    };
    let calendar = calendar_of(tx, case.stage.unit_id(), office)?;
    let due_at = hours::day_end(on, calendar.zone()).map(Moment).filter(|due_at| *due_at > clock.due_at && *due_at > tx.now());
    let due_at = due_at.ok_or_else(|| Error::invalid("on", "case-day-not-later"))?;
    if rule(form).longest_day(case.opened_at, &calendar).is_some_and(|longest| on > longest) {
        return Err(Error::invalid("on", "case-day-beyond-law"));
    }
    let facts = json!({ "clock": ClockKind::Legal.word(), "due_at": due_at.0, "because": Because::Notice.word() });
    let event = tell(tx, case_id, events::PROMISED, facts)?;
    store::insert_words(tx, &event, text, base::Language::Pl)
}

/// Lets the statutory term stand on a legal ground, with the reason in words.
///
/// # Errors
/// [`Error::Invalid`] on `words` without a reason; `Conflict` when the case is closed, or has no statutory term that runs.
pub fn stand(tx: &Tx<'_>, case_id: Id, ground: Ground, reason: &str) -> Result<()> {
    let reason = words_or(reason, "case-ground-reason-missing")?;
    open(tx, case_id)?;
    let clocks = store::clocks_of(tx, case_id)?;
    let runs = |clock: &&Clock| clock.stands_since.is_none() && clock.due_at > tx.now();
    clocks.get(ClockKind::Legal).filter(runs).ok_or(Error::Conflict("case-without-legal-term"))?;
    let facts = json!({ "clock": ClockKind::Legal.word(), "ground": ground.word() });
    let event = tell(tx, case_id, events::STOOD, facts)?;
    store::insert_words(tx, &event, reason, base::Language::Pl)
}

/// The ground is gone: the statutory term goes on, as many days longer as it stood.
///
/// # Errors
/// `Conflict` when the case is closed or its statutory term does not stand.
pub fn go_on(tx: &Tx<'_>, case_id: Id, office: &Calendar) -> Result<()> {
    let case = open(tx, case_id)?;
    let calendar = calendar_of(tx, case.stage.unit_id(), office)?;
    let clocks = store::clocks_of(tx, case_id)?;
    let clock = clocks.get(ClockKind::Legal).and_then(|clock| Some((clock.stands_since?, clock.due_at)));
    let (since, due_at) = clock.ok_or(Error::Conflict("case-not-standing"))?;
    let day = |moment: Moment| hours::day_of(moment.0, calendar.zone());
    let moved = (|| {
        let last = day_after_standing(day(last_day(due_at))?, (day(since)?, day(tx.now())?), &calendar)?;
        hours::day_end(last, calendar.zone()).map(Moment)
    })();
    let due_at = moved.ok_or_else(|| Error::internal("a term outside the calendar"))?;
    let facts = json!({ "clock": ClockKind::Legal.word(), "due_at": due_at.0, "because": Because::Resumed.word() });
    tell(tx, case_id, events::PROMISED, facts).map(drop)
}
