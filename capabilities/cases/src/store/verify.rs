//! Replays the journal against the rows of cases and reports.

use std::collections::HashMap;

use base::{Error, Id, Moment, Result};
use serde_json::Value as Json;
use store::{Read, params};

use crate::{
    events,
    model::{Case, Outcome, Stage, Step},
    store::{COLUMNS, case},
};

/// Rows compared at once.
const BATCH: i64 = 500;
/// The most faults of one kind that are listed.
const LISTED: i64 = 100;
/// Before the first id.
const START: Id = Id(uuid::Uuid::nil());

/// Cases and reports whose row does not follow from the journal, one sentence each.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    Ok([cases_astray(read)?, reports_astray(read)?, empty_cases(read)?, lost(read)?].concat())
}

fn cases_astray(read: &Read<'_>) -> Result<Vec<String>> {
    let sql = format!("select {COLUMNS}, c.changed_at from cases c where c.id > $1 order by c.id limit $2");
    let (mut faults, mut last) = (Vec::new(), START);
    loop {
        let cases = read.query(&sql, params![last, BATCH], |row| Ok((case(row)?, row.get::<Moment>(14)?)))?;
        let Some(end) = cases.last().map(|(case, _)| case.id) else { return Ok(faults) };
        let mut stories = stories(read, last, end)?;
        for (case, changed_at) in cases {
            let story = stories.remove(&case.id).unwrap_or_default();
            faults.extend(disagreement(&case, changed_at, &story).map(|what| format!("case {}: {what}", case.id)));
        }
        last = end;
    }
}

struct Told {
    kind: String,
    at: Moment,
    facts: Json,
}

fn stories(read: &Read<'_>, after: Id, until: Id) -> Result<HashMap<Id, Vec<Told>>> {
    let mut stories: HashMap<Id, Vec<Told>> = HashMap::new();
    let told = read.query(
        "select subject_id, kind, at, facts from events where subject_kind = 'case' and subject_id > $1 and subject_id <= $2
         order by subject_id, version",
        params![after, until],
        |row| Ok((row.get::<Id>(0)?, Told { kind: row.get(1)?, at: row.get(2)?, facts: row.get(3)? })),
    )?;
    for (case_id, event) in told {
        stories.entry(case_id).or_default().push(event);
    }
    Ok(stories)
}

fn disagreement(case: &Case, changed_at: Moment, story: &[Told]) -> Option<String> {
    let Some((first, rest)) = story.split_first() else { return Some("the journal does not know it".into()) };
    if first.kind != events::OPENED || first.at != case.opened_at {
        return Some("it was not opened when its row says".into());
    }
    if !is_as_opened(case, &first.facts) {
        return Some("its service, kind, promise or visibility is not that with which it was opened".into());
    }
    let stage = match rest.iter().try_fold(Stage::Received, replay) {
        Ok(stage) => stage,
        Err(error) => return Some(format!("its story cannot be: {error}")),
    };
    if stage != case.stage {
        return Some(format!("its row says {:?}, the journal {stage:?}", case.stage));
    }
    let last = rest.last().unwrap_or(first);
    (last.at != changed_at).then(|| "it was not changed last when its row says".into())
}

fn is_as_opened(case: &Case, facts: &Json) -> bool {
    let word = |name: &str| facts.get(name).and_then(Json::as_str);
    word("service") == Some(case.service_id.to_string().as_str())
        && word("kind") == Some(case.kind.word())
        && facts.get("public").and_then(Json::as_bool) == Some(case.public)
        && facts.get("due_at").and_then(Json::as_i64) == case.due_at.map(|due_at| due_at.0)
}

fn replay(stage: Stage, event: &Told) -> Result<Stage> {
    let word = |name: &str| event.facts.get(name).and_then(Json::as_str).unwrap_or_default();
    let step = match event.kind.as_str() {
        events::DISPATCHED => Step::Dispatch(word("unit").parse()?),
        events::ACCEPTED => Step::Accept,
        events::PROGRESSED => Step::Progress,
        events::CLOSED => Step::Close(Outcome::from_word(word("outcome")).ok_or(Error::NotFound)?),
        other => return Err(Error::internal(format!("unknown event {other}"))),
    };
    Ok(stage.after(step, event.at)?)
}

fn reports_astray(read: &Read<'_>) -> Result<Vec<String>> {
    let (mut faults, mut last) = (Vec::new(), START);
    loop {
        let reports = read.query(
            "select r.id, r.case_id, r.received_at, e.kind, e.at, e.facts from reports r
             left join events e on e.subject_id = r.id and e.version = 1 where r.id > $1 order by r.id limit $2",
            params![last, BATCH],
            |row| {
                let (case_id, received_at): (Id, Moment) = (row.get(1)?, row.get(2)?);
                let told: (Option<String>, Option<Moment>, Option<Json>) = (row.get(3)?, row.get(4)?, row.get(5)?);
                let case = told.2.and_then(|facts| facts.get("case")?.as_str()?.parse().ok());
                let agree = told.0.as_deref() == Some(events::REPORT_RECEIVED) && told.1 == Some(received_at) && case == Some(case_id);
                Ok((row.get::<Id>(0)?, agree))
            },
        )?;
        let Some((end, _)) = reports.last() else { return Ok(faults) };
        last = *end;
        let astray = reports.iter().filter(|(_, agree)| !agree);
        faults.extend(astray.map(|(id, _)| format!("report {id}: its case or moment does not follow from the journal")));
    }
}

fn empty_cases(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select c.id from cases c where not exists (select 1 from reports r where r.case_id = c.id) limit $1",
        params![LISTED],
        |row| Ok(format!("case {}: it has no report", row.get::<Id>(0)?)),
    )
}

fn lost(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select e.subject_kind, e.subject_id from events e
         where (e.kind = 'case.opened' and not exists (select 1 from cases c where c.id = e.subject_id))
            or (e.kind = 'report.received' and not exists (select 1 from reports r where r.id = e.subject_id))
         limit $1",
        params![LISTED],
        |row| Ok(format!("{} {}: the journal knows it, the rows do not", row.get::<String>(0)?, row.get::<Id>(1)?)),
    )
}
