//! What authors say of the end of their case, and what somebody decides when they say it again.

use ::store::{NewEvent, Tx};
use base::{Error, Id, Language, ReportNumber, Result};
use serde_json::json;

use super::{checked_words, step, tell, words_or};
use crate::{
    events,
    model::{Ruling, Step, Verdict, is_heard},
    store::{self, Closure, NewVerdict},
};

/// The author of a report says whether its case is done. The first "not done" of a case takes it straight back to its
/// unit with the author's words; a later one waits for [`decide`]. The same verdict given twice is one.
///
/// # Errors
/// [`Error::Invalid`] on `words` when it is not done and nothing is said; [`Error::NotFound`] without such a report;
/// `Conflict` when the case is open, was judged by this author already, or ended too long ago.
pub fn judge(tx: &Tx<'_>, number: ReportNumber, verdict: Verdict, words: &str) -> Result<Ruling> {
    let words = if verdict == Verdict::NotFixed { words_or(words, "case-wrong-missing")? } else { "" };
    let report = store::report_by_number(tx, number)?;
    let closure = store::closure_of(tx, report.case_id)?.ok_or(Error::Conflict("case-refused-open"))?;
    if let Some(known) = store::verdict_of(tx, report.id, closure.event_id)? {
        let same = (known == Ruling::Confirmed) == (verdict == Verdict::Fixed);
        return if same { Ok(known) } else { Err(Error::Conflict("case-judged")) };
    }
    if !is_heard(closure.at, tx.now()) {
        return Err(Error::Conflict("case-judged-late"));
    }
    let ruling = Ruling::of(verdict, store::reopenings(tx, report.case_id)?);
    let new = NewVerdict { report_id: report.id, case_id: report.case_id, closure_id: closure.event_id, ruling, words };
    store::insert_verdict(tx, &new)?;
    tell_verdict(tx, &new)?;
    if ruling == Ruling::Reopened {
        reopen(tx, report.case_id, report.id, words, report.language)?;
    }
    Ok(ruling)
}

fn tell_verdict(tx: &Tx<'_>, new: &NewVerdict<'_>) -> Result<()> {
    let facts = json!({ "case": new.case_id, "closure": new.closure_id, "ruling": new.ruling.word() });
    tx.record(NewEvent { subject_kind: "report", subject_id: new.report_id, kind: events::JUDGED, facts }).map(drop)
}

fn reopen(tx: &Tx<'_>, case_id: Id, report_id: Id, words: &str, language: Language) -> Result<()> {
    step(tx, case_id, Step::Reopen)?;
    let event = tell(tx, case_id, events::REOPENED, json!({ "report": report_id }))?;
    store::insert_words_of(tx, &event, words, language, Some(report_id))
}

/// What somebody who watches over the work decides of an undecided verdict.
#[derive(Debug, Clone)]
pub enum Decision {
    /// The case goes back to its unit.
    Reopen,
    /// It stays ended, with a sentence to the author.
    Decline(String),
}

/// Decides of the undecided verdict of a report on the present end of its case.
///
/// # Errors
/// [`Error::Invalid`] on `words`; [`Error::NotFound`] without an undecided verdict: somebody else was quicker.
pub fn decide(tx: &Tx<'_>, report_id: Id, decision: &Decision) -> Result<()> {
    let undecided = store::undecided_of(tx, report_id)?;
    let ruling = if matches!(decision, Decision::Reopen) { Ruling::Reopened } else { Ruling::Declined };
    let new = NewVerdict { report_id, case_id: undecided.case_id, closure_id: undecided.closure_id, ruling, words: "" };
    if let Decision::Decline(sentence) = decision {
        let sentence = checked_words(sentence)?.to_owned();
        store::set_ruling(tx, &new)?;
        let facts = json!({ "case": new.case_id, "closure": new.closure_id, "ruling": ruling.word() });
        let event = tx.record(NewEvent { subject_kind: "report", subject_id: report_id, kind: events::DECLINED, facts })?;
        return store::insert_words_about(tx, &event, new.case_id, &sentence);
    }
    store::set_ruling(tx, &new)?;
    tell_verdict(tx, &new)?;
    reopen(tx, undecided.case_id, report_id, &undecided.words, undecided.language)
}

/// The end of a case as its authors judge it.
pub(crate) fn open_to_verdict(closure: &Closure, now: base::Moment, given: Option<Ruling>) -> bool {
    given.is_none() && is_heard(closure.at, now)
}
