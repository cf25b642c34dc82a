//! The rows of answers to a service's questions.

use base::{Error, Id, Result, Wording};
use services::{Answer, AnswerKind, Verification};
use staff::Viewer;
use store::{Read, Row, Tx, Value, params};

/// Keeps the answers of a report with the wording that the resident read.
pub(crate) fn insert_answers(tx: &Tx<'_>, report_id: Id, answers: &[Answer]) -> Result<()> {
    if answers.is_empty() {
        return Ok(());
    }
    let rows: Vec<Vec<Value>> = (0_i64..).zip(answers).map(|(place, answer)| row(report_id, place, answer)).collect::<Result<_>>()?;
    tx.execute_many("insert into answers (report_id, place, question, kind, value, asked) values ($1, $2, $3, $4, $5, $6)", &rows)
}

fn row(report_id: Id, place: i64, answer: &Answer) -> Result<Vec<Value>> {
    let asked = serde_json::to_value(&answer.asked).map_err(Error::internal)?;
    Ok(params![report_id, place, answer.question, answer.kind.word(), answer.value, asked].to_vec())
}

const ANSWER: &str = "select a.report_id, a.question, a.kind, a.value, a.asked from answers a";

fn answer(row: &Row<'_>) -> Result<(Id, Answer)> {
    let kind: String = row.get(2)?;
    let kind = AnswerKind::from_word(&kind).ok_or_else(|| Error::internal(format!("unknown kind of answer {kind}")))?;
    let asked = serde_json::from_value(row.get(4)?).map_err(Error::internal)?;
    Ok((row.get(0)?, Answer { question: row.get(1)?, kind, value: row.get(3)?, asked }))
}

/// The answers of all reports of a case, each with its report; those of a resident whose data is restricted are left out.
pub(crate) fn answers_for(read: &Read<'_>, viewer: &Viewer, case_id: Id) -> Result<Vec<(Id, Answer)>> {
    let restricted = super::restricted_to(read, viewer, case_id)?;
    let sql = format!("{ANSWER} join reports r on r.id = a.report_id where r.case_id = $1 order by r.received_at, a.report_id, a.place");
    let mut all = read.query(&sql, params![case_id], answer)?;
    all.retain(|(report_id, _)| !restricted.contains(report_id));
    Ok(all)
}

/// The answers of a report, in the order of the form.
pub(crate) fn answers_of_report(read: &Read<'_>, report_id: Id) -> Result<Vec<Answer>> {
    let found = read.query(&format!("{ANSWER} where a.report_id = $1 order by a.place"), params![report_id], answer)?;
    Ok(found.into_iter().map(|(_, answer)| answer).collect())
}

/// What was chosen in the first report of a case: question and option, by their keys.
pub(crate) fn choices_of(read: &Read<'_>, case_id: Id) -> Result<Vec<(String, String)>> {
    read.query(
        "select a.question, a.value from answers a
         where a.kind in ('choice', 'yes_no')
           and a.report_id = (select r.id from reports r where r.case_id = $1 order by r.received_at, r.id limit 1)
         order by a.place",
        params![case_id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Blanks answers of a report in the resident's own words, numbers and days; what was chosen from the city's words stands.
pub(crate) fn blank_answers_of(tx: &Tx<'_>, report_id: Id) -> Result<()> {
    tx.execute("update answers set value = '' where kind in ('text', 'number', 'date') and report_id = $1", params![report_id]).map(drop)
}

/// What is asked before anything is told of the open matters of these residents, as far as the viewer may know of them: each
/// question once, with the service's name.
///
/// # Errors
/// As [`Read::query`].
pub fn questions_of_matters(read: &Read<'_>, viewer: &Viewer, members: &[Id]) -> Result<Vec<(Wording, Verification)>> {
    let mut found: Vec<(Wording, Verification)> = Vec::new();
    for known in super::reports_known_to(read, viewer, members)?.into_iter().filter(|known| known.case.stage.outcome().is_none()) {
        for question in services::find(read, known.case.service_id)?.details.verify {
            if found.iter().all(|(_, other)| other.key != question.key) {
                found.push((known.service.clone(), question));
            }
        }
    }
    Ok(found)
}
