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

/// Cases replayed at once.
const BATCH: i64 = 500;

/// Cases whose row does not follow from the journal, and reports that do not belong where it says.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let mut faults = reports_astray(read)?;
    let mut last = Id(uuid_zero());
    loop {
        let cases =
            read.query(&format!("select {COLUMNS} from cases c where c.id > $1 order by c.id limit $2"), params![last, BATCH], case)?;
        let Some(end) = cases.last().map(|case| case.id) else { return Ok(faults) };
        let mut stories = stories(read, last, end)?;
        for case in cases {
            let story = stories.remove(&case.id).unwrap_or_default();
            faults.extend(disagreement(&case, &story).map(|what| format!("case {}: {what}", case.id)));
        }
        last = end;
    }
}

fn uuid_zero() -> uuid::Uuid {
    uuid::Uuid::nil()
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

fn disagreement(case: &Case, story: &[Told]) -> Option<String> {
    let Some((first, rest)) = story.split_first() else { return Some("the journal does not know it".into()) };
    if first.kind != events::OPENED || first.at != case.opened_at {
        return Some("it was not opened when its row says".into());
    }
    let stage = match rest.iter().try_fold(Stage::Received, replay) {
        Ok(stage) => stage,
        Err(error) => return Some(format!("its story cannot be: {error}")),
    };
    (stage != case.stage).then(|| format!("its row says {:?}, the journal {stage:?}", case.stage))
}

fn replay(stage: Stage, event: &Told) -> Result<Stage> {
    let word = |name: &str| event.facts.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
    let step = match event.kind.as_str() {
        events::DISPATCHED => Step::Dispatch(word("unit").parse()?),
        events::ACCEPTED => Step::Accept,
        events::PROGRESSED => Step::Progress,
        events::CLOSED => Step::Close(Outcome::from_word(&word("outcome")).ok_or(Error::NotFound)?),
        other => return Err(Error::internal(format!("unknown event {other}"))),
    };
    Ok(stage.after(step, event.at)?)
}

fn reports_astray(read: &Read<'_>) -> Result<Vec<String>> {
    let mut faults = read.query(
        "select r.number from reports r left join events e on e.subject_id = r.id and e.version = 1
         where e.id is null or e.kind <> 'report.received' or e.at <> r.received_at limit 100",
        &[],
        |row| Ok(format!("report {}: its row does not follow from the journal", row.get::<i64>(0)?)),
    )?;
    let empty =
        read.query("select c.id from cases c where not exists (select 1 from reports r where r.case_id = c.id) limit 100", &[], |row| {
            Ok(format!("case {}: it has no report", row.get::<Id>(0)?))
        })?;
    faults.extend(empty);
    Ok(faults)
}
