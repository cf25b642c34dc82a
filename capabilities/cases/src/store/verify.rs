//! Replays the journal against the rows of cases and reports.

use std::collections::HashMap;

use base::{Id, Moment, Result};
use serde_json::Value as Json;
use services::LegalForm;
use store::{Read, Row, journal, params};

use crate::{
    events,
    model::{Case, Clock, Clocks, Stage},
    store::{
        COLUMNS, WIDTH, case, clocks_between,
        course::{ASIDE, Course},
        followers::verify_followers,
        incidents::verify_incidents,
        mailbox_codes::verify_codes,
        people::people_astray,
        verdicts::verify_verdicts,
        verify_photos,
    },
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
    let lost =
        [journal::lost(read, "follower", "followers")?, journal::lost(read, "case", "cases")?, journal::lost(read, "report", "reports")?]
            .concat();
    let rows = [cases_astray(read)?, reports_astray(read)?, empty_cases(read)?].concat();
    let people =
        [guests_astray(read)?, people_astray(read)?, verify_followers(read)?, verify_codes(read)?, verify_incidents(read)?].concat();
    Ok([rows, lost, unsaid(read)?, said_with_nothing(read)?, people, verify_verdicts(read)?, verify_photos(read)?].concat())
}

/// People to whom a case was shown, or not any more, without the journal knowing it.
fn guests_astray(read: &Read<'_>) -> Result<Vec<String>> {
    let last = "(select e.kind from events e where e.subject_id = g.case_id and e.kind in ('case.shown', 'case.hidden')
         and e.facts->>'account' = $2 order by e.version desc limit 1)";
    let sql = format!("select g.case_id from case_guests g where g.account_id = $1 and {last} is distinct from 'case.shown' limit 100");
    let accounts = read.query("select distinct account_id from case_guests limit $1", params![LISTED], |row| row.get::<Id>(0))?;
    let of_one = |account: &Id| {
        read.query(&sql, params![account, account.to_string()], |row| {
            Ok(format!("case {}: the journal does not know to whom it is shown", row.get::<Id>(0)?))
        })
    };
    Ok(accounts.iter().map(of_one).collect::<Result<Vec<_>>>()?.concat())
}

fn cases_astray(read: &Read<'_>) -> Result<Vec<String>> {
    let sql = format!("select {COLUMNS}, c.changed_at from cases c where c.id > $1 order by c.id limit $2");
    let (mut faults, mut last) = (Vec::new(), START);
    loop {
        let cases = read.query(&sql, params![last, BATCH], |row| Ok((case(row)?, row.get::<Moment>(WIDTH)?)))?;
        let Some(end) = cases.last().map(|(case, _)| case.id) else { return Ok(faults) };
        let (mut stories, mut clocks) = (stories(read, last, end)?, clocks(read, last, end)?);
        for (case, changed_at) in cases {
            let story = stories.remove(&case.id).unwrap_or_default();
            let kept = Clocks::of(clocks.remove(&case.id).unwrap_or_default());
            let what = disagreement(&case, changed_at, &story).or_else(|| clocks_disagree(&case, &kept, &story));
            faults.extend(what.map(|what| format!("case {}: {what}", case.id)));
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

fn clocks(read: &Read<'_>, after: Id, until: Id) -> Result<HashMap<Id, Vec<Clock>>> {
    let mut clocks: HashMap<Id, Vec<Clock>> = HashMap::new();
    for (case_id, clock) in clocks_between(read, after, until)? {
        clocks.entry(case_id).or_default().push(clock);
    }
    Ok(clocks)
}

fn clocks_disagree(case: &Case, kept: &Clocks, story: &[Told]) -> Option<String> {
    let told = story.iter().fold(Clocks::default(), |clocks, told| clocks.after(&told.kind, told.at, &told.facts));
    let formed = story.iter().rev().find(|told| told.kind == events::FORMED).map(|told| &told.facts);
    let word = |name: &str| formed.and_then(|facts| facts.get(name)?.as_str());
    let same = word("form") == case.legal_form.map(LegalForm::word) && word("about").and_then(|id| id.parse().ok()) == case.about_unit_id;
    if !same {
        return Some("its legal form does not follow from the journal".into());
    }
    if told.promised() != case.due_at {
        return Some("its promise does not follow from the journal".into());
    }
    (told != *kept).then(|| "its clocks do not follow from the journal".into())
}

fn disagreement(case: &Case, changed_at: Moment, story: &[Told]) -> Option<String> {
    let Some((first, rest)) = story.split_first() else { return Some("the journal does not know it".into()) };
    if first.kind != events::OPENED || first.at != case.opened_at {
        return Some("it was not opened when its row says".into());
    }
    if !is_as_opened(case, &first.facts) {
        return Some("its service, kind, area or visibility is not that with which it was opened".into());
    }
    let course = match rest.iter().try_fold(Course::START, |course, told| course.after(&told.kind, told.at, &told.facts)) {
        Ok(course) => course,
        Err(why) => return Some(format!("its story cannot be: {why}")),
    };
    if course.stage != case.stage {
        return Some(difference(case.stage, course.stage));
    }
    if course.merged.map(|(into, _)| into) != case.merged_into {
        return Some("its row and the journal differ in the case that has its reports".into());
    }
    let last = rest.iter().rfind(|told| !ASIDE.contains(&told.kind.as_str())).unwrap_or(first);
    (last.at != changed_at).then(|| "it was not changed last when its row says".into())
}

/// What the row and the journal say differently of the stage.
fn difference(row: Stage, told: Stage) -> String {
    if row.word() != told.word() {
        return format!("its row says that it is {}, the journal says that it is {}", shown(row), shown(told));
    }
    if row.scheduled_on() != told.scheduled_on() {
        return format!("its row and the journal say that it is {}, but differ in the day", shown(row));
    }
    let what = match (row.unit_id() == told.unit_id(), row.outcome() == told.outcome()) {
        (false, _) => "the unit",
        (true, false) => "the outcome",
        (true, true) => "the moment of closing",
    };
    format!("its row and the journal say that it is {}, but differ in {what}", shown(row))
}

fn shown(stage: Stage) -> String {
    stage.word().replace('_', " ")
}

fn is_as_opened(case: &Case, facts: &Json) -> bool {
    let word = |name: &str| facts.get(name).and_then(Json::as_str);
    let id = |name: &str| word(name).and_then(|id| id.parse().ok());
    facts.get("area").is_some()
        && id("area") == case.place.area_id
        && word("service") == Some(case.service_id.to_string().as_str())
        && word("kind") == Some(case.kind.word())
        && facts.get("public").and_then(Json::as_bool) == Some(case.public)
        && facts.get("sensitive").and_then(Json::as_bool).unwrap_or_default() == case.sensitive
        && word("controller").is_none_or(|controller| controller == case.controller)
}

fn reports_astray(read: &Read<'_>) -> Result<Vec<String>> {
    let (mut faults, mut last) = (Vec::new(), START);
    loop {
        let reports = read.query(
            "select r.id, r.case_id, r.interaction_id, r.received_at, e.kind, e.at, e.facts,
                 (select count(*) from answers a where a.report_id = r.id),
                 (select m.facts from events m where m.subject_id = r.id and m.kind = 'report.moved' order by m.version desc limit 1)
             from reports r
             left join events e on e.subject_id = r.id and e.version = 1 where r.id > $1 order by r.id limit $2",
            params![last, BATCH],
            |row| Ok((row.get::<Id>(0)?, report_agrees(row)?)),
        )?;
        let Some((end, _)) = reports.last() else { return Ok(faults) };
        last = *end;
        let astray = reports.iter().filter(|(_, agree)| !agree);
        faults
            .extend(astray.map(|(id, _)| {
                format!("report {id}: its case, interaction, moment or number of answers does not follow from the journal")
            }));
    }
}

fn report_agrees(row: &Row<'_>) -> Result<bool> {
    let (case_id, interaction_id, received_at): (Id, Id, Moment) = (row.get(1)?, row.get(2)?, row.get(3)?);
    let (kind, at, facts): (Option<String>, Option<Moment>, Option<Json>) = (row.get(4)?, row.get(5)?, row.get(6)?);
    let (facts, moved) = (facts.unwrap_or_default(), row.get::<Option<Json>>(8)?);
    let id = |name: &str| facts.get(name).and_then(Json::as_str).and_then(|id| id.parse().ok());
    // Events told before the interaction was among their facts are silent about it.
    let same_interaction = facts.get("interaction").is_none() || id("interaction") == Some(interaction_id);
    let same_answers = facts.get("answers").and_then(Json::as_i64).unwrap_or_default() == row.get::<i64>(7)?;
    let same_moment = kind.as_deref() == Some(events::REPORT_RECEIVED) && at == Some(received_at);
    let told = moved.map_or_else(|| id("case"), |moved| moved["case"].as_str().and_then(|id| id.parse().ok()));
    Ok(same_moment && told == Some(case_id) && same_interaction && same_answers)
}

fn empty_cases(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select c.id from cases c where c.merged_into is null and not exists (select 1 from reports r where r.case_id = c.id) limit $1",
        params![LISTED],
        |row| Ok(format!("case {}: it has no report", row.get::<Id>(0)?)),
    )
}

/// Cases in whose story something was said of which the words are gone. A historic case was closed without any.
/// Words are the city's own, so that erasing a resident leaves them.
fn unsaid(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select e.subject_id, e.version from events e
         where (e.kind in ('case.progressed', 'case.returned', 'case.asked', 'case.answered', 'case.stood') or (e.kind = 'case.closed' and e.actor_kind <> 'import'))
           and not exists (select 1 from case_words w where w.event_id = e.id and w.case_id = e.subject_id)
         limit $1",
        params![LISTED],
        |row| Ok(format!("case {}: the words of its event {} are gone", row.get::<Id>(0)?, row.get::<i64>(1)?)),
    )
}

fn said_with_nothing(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select w.case_id from case_words w where not exists (select 1 from events e where e.id = w.event_id) limit $1",
        params![LISTED],
        |row| Ok(format!("case {}: it has words of an event that the journal does not know", row.get::<Id>(0)?)),
    )
}
