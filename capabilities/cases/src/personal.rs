//! What we keep of one person: their own words in reports and in answers.
//!
//! The place stays when they are erased: it tells the unit where to work and, of a public case, the city what was done.

use ::store::{NewEvent, Read, Tx};
use base::{Id, Result};
use serde_json::{Value, json};
use services::Answer;

use crate::store::{self, Report};

/// Everything this capability keeps of the resident (GDPR art. 15).
///
/// # Errors
/// As [`Read::query`].
pub fn export(read: &Read<'_>, resident_id: Id) -> Result<Value> {
    let reports = store::reports_by_resident(read, resident_id)?;
    reports.iter().map(|report| told(read, report)).collect()
}

fn told(read: &Read<'_>, report: &Report) -> Result<Value> {
    let place = store::load(read, report.case_id)?.place.words;
    Ok(json!({
        "number": report.number.to_string(),
        "channel": report.channel,
        "language": report.language.tag(),
        "received_at": report.received_at,
        "place": place,
        "words": report.body,
        "answers": store::answers_of_report(read, report.id)?.iter().map(answer).collect::<Vec<_>>(),
    }))
}

fn answer(answer: &Answer) -> Value {
    let chosen = answer.asked.name.as_ref().map(|name| &name.pl);
    json!({ "question": answer.asked.ask.pl, "answer": chosen.unwrap_or(&answer.value) })
}

/// Blanks the resident's words (GDPR art. 17). Numbers, cases and figures stand.
///
/// # Errors
/// As [`Tx::execute`].
pub fn erase(tx: &Tx<'_>, resident_id: Id) -> Result<()> {
    let reports = store::reports_by_resident(tx, resident_id)?;
    store::blank_reports_of(tx, resident_id)?;
    store::blank_answers_of(tx, resident_id)?;
    for report in reports {
        tx.record(NewEvent { subject_kind: "report", subject_id: report.id, kind: "report.erased", facts: json!({}) })?;
    }
    Ok(())
}
