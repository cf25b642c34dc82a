//! The rows of answers to a service's questions.

use std::collections::HashMap;

use base::{Error, Id, Moment, ReportNumber, Result, Wording};
use places::model::AssetKind;
use services::{Answer, AnswerKind, Thing, Verification};
use staff::Viewer;
use store::{Read, Row, Tx, Value, params};

use super::{COLUMNS, WIDTH, case, number};
use crate::model::Case;

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

/// The same of all cases of a service opened since then.
pub(crate) fn choices_since(read: &Read<'_>, service_id: Id, since: Moment) -> Result<HashMap<Id, Vec<(String, String)>>> {
    let found = read.query(
        "select r.case_id, a.question, a.value from cases c join reports r on r.case_id = c.id join answers a on a.report_id = r.id
         where c.service_id = $1 and c.opened_at >= $2 and a.kind in ('choice', 'yes_no')
           and r.id = (select f.id from reports f where f.case_id = c.id order by f.received_at, f.id limit 1)
         order by a.place",
        params![service_id, since],
        |row| Ok((row.get::<Id>(0)?, (row.get(1)?, row.get(2)?))),
    )?;
    let mut by_case: HashMap<Id, Vec<(String, String)>> = HashMap::new();
    found.into_iter().for_each(|(case_id, choice)| by_case.entry(case_id).or_default().push(choice));
    Ok(by_case)
}

/// The cases of a service opened since then, the newest first: each with its first number and the thing that it is about.
pub(crate) fn routable_since(
    read: &Read<'_>,
    service_id: Id,
    since: Moment,
    limit: i64,
) -> Result<Vec<(Case, ReportNumber, Option<Thing>)>> {
    let sql = format!(
        "select {COLUMNS}, (select f.number from reports f where f.case_id = c.id order by f.received_at, f.id limit 1), t.kind, t.unit_key
         from cases c left join assets t on t.id = c.asset_id
         where c.service_id = $1 and c.opened_at >= $2 order by c.opened_at desc, c.id limit $3"
    );
    read.query(&sql, params![service_id, since, limit], |row| {
        let (kind, owner): (Option<String>, Option<String>) = (row.get(WIDTH + 1)?, row.get(WIDTH + 2)?);
        let kind = kind.as_deref().and_then(AssetKind::from_word);
        let thing = kind.map(|kind| Thing { kind, owner: owner.map(|key| Id::named("unit", &key)) });
        Ok((case(row)?, number(row.get(WIDTH)?)?, thing))
    })
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
