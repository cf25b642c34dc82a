//! The rows of verdicts: what authors say of the ends of their cases.

use std::collections::HashMap;

use base::{Error, Id, Language, Moment, ReportNumber, Result};
use serde_json::Value as Json;
use staff::Viewer;
use store::{Event, Read, Row, Tx, params};

use super::{eyes, number, visible};
use crate::model::Ruling;

/// The most undecided verdicts on one page.
pub(crate) const UNDECIDED: i64 = 50;

/// The present end of a case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Closure {
    /// The event by which it ended.
    pub event_id: Id,
    /// When.
    pub at: Moment,
}

/// A verdict about to be kept.
pub(crate) struct NewVerdict<'a> {
    pub report_id: Id,
    pub case_id: Id,
    pub closure_id: Id,
    pub ruling: Ruling,
    pub words: &'a str,
}

/// The event by which the case ended; `None` while it is open.
pub(crate) fn closure_of(read: &Read<'_>, case_id: Id) -> Result<Option<Closure>> {
    read.find(
        "select e.id, e.at from events e join cases c on c.id = e.subject_id
         where e.subject_id = $1 and e.kind = 'case.closed' and c.state = 'closed' order by e.version desc limit 1",
        params![case_id],
        |row| Ok(Closure { event_id: row.get(0)?, at: row.get(1)? }),
    )
}

/// How often the case was reopened by its authors.
pub(crate) fn reopenings(read: &Read<'_>, case_id: Id) -> Result<i64> {
    read.value("select count(*) from events where subject_id = $1 and kind = 'case.reopened'", params![case_id])
}

pub(crate) fn insert_verdict(tx: &Tx<'_>, new: &NewVerdict<'_>) -> Result<()> {
    tx.execute(
        "insert into verdicts (report_id, closure_id, case_id, ruling, body, given_at) values ($1, $2, $3, $4, $5, $6)",
        params![new.report_id, new.closure_id, new.case_id, new.ruling.word(), new.words, tx.now()],
    )
    .map(drop)
}

pub(crate) fn set_ruling(tx: &Tx<'_>, new: &NewVerdict<'_>) -> Result<()> {
    tx.execute(
        "update verdicts set ruling = $3 where report_id = $1 and closure_id = $2",
        params![new.report_id, new.closure_id, new.ruling.word()],
    )
    .map(drop)
}

/// What became of the verdict of this report on this end, if its author gave one.
pub(crate) fn verdict_of(read: &Read<'_>, report_id: Id, closure_id: Id) -> Result<Option<Ruling>> {
    let sql = "select ruling from verdicts where report_id = $1 and closure_id = $2";
    read.find(sql, params![report_id, closure_id], |row| ruling(&row.get::<String>(0)?))
}

fn ruling(word: &str) -> Result<Ruling> {
    Ruling::from_word(word).ok_or_else(|| Error::internal(format!("unknown ruling {word}")))
}

/// A verdict of which somebody has to decide.
#[derive(Debug, Clone)]
pub(crate) struct Undecided {
    pub report_id: Id,
    pub case_id: Id,
    pub closure_id: Id,
    pub number: ReportNumber,
    /// What the author says.
    pub words: String,
    pub language: Language,
    pub given_at: Moment,
}

const SELECT: &str = "select v.report_id, v.case_id, v.closure_id, r.number, v.body, r.language, v.given_at
    from verdicts v join reports r on r.id = v.report_id join cases c on c.id = v.case_id
    where v.ruling = 'undecided' and c.state = 'closed'";

fn undecided(row: &Row<'_>) -> Result<Undecided> {
    let language: String = row.get(5)?;
    Ok(Undecided {
        report_id: row.get(0)?,
        case_id: row.get(1)?,
        closure_id: row.get(2)?,
        number: number(row.get(3)?)?,
        words: row.get(4)?,
        language: Language::from_tag(&language).unwrap_or_default(),
        given_at: row.get(6)?,
    })
}

/// The undecided verdict of a report.
///
/// # Errors
/// [`Error::NotFound`] without one.
pub(crate) fn undecided_of(read: &Read<'_>, report_id: Id) -> Result<Undecided> {
    read.one(&format!("{SELECT} and v.report_id = $1 order by v.given_at desc limit 1"), params![report_id], undecided)
}

/// The undecided verdicts on cases that the viewer may know of, the oldest first, one more than [`UNDECIDED`] when there are more.
pub(crate) fn undecided_for(read: &Read<'_>, viewer: &Viewer) -> Result<Vec<Undecided>> {
    let mut given = params![UNDECIDED + 1].to_vec();
    let known = visible(&eyes(read, viewer)?, &mut given);
    read.query(&format!("{SELECT} and {known} order by v.given_at, v.report_id limit $1"), &given, undecided)
}

/// Words of the city that belong to an event of one of the case's reports.
pub(crate) fn insert_words_about(tx: &Tx<'_>, event: &Event, case_id: Id, words: &str) -> Result<()> {
    tx.execute(
        "insert into case_words (event_id, case_id, body, language) values ($1, $2, $3, $4)",
        params![event.id, case_id, words, Language::Pl.tag()],
    )
    .map(drop)
}

/// What the city said with its decision on the report's verdict.
pub(crate) fn said_of_verdict(read: &Read<'_>, report_id: Id, closure_id: Id) -> Result<Option<String>> {
    read.find(
        "select w.body from events e join case_words w on w.event_id = e.id
         where e.subject_id = $1 and e.kind = 'report.verdict_declined' and e.facts->>'closure' = $2 order by e.version desc limit 1",
        params![report_id, closure_id.to_string()],
        |row| row.get(0),
    )
}

/// What the author of the report said of ends: when, what became of it, and their words.
pub(crate) fn verdicts_of(read: &Read<'_>, report_id: Id) -> Result<Vec<(Moment, Ruling, String)>> {
    read.query("select given_at, ruling, body from verdicts where report_id = $1 order by given_at", params![report_id], |row| {
        Ok((row.get(0)?, ruling(&row.get::<String>(1)?)?, row.get(2)?))
    })
}

/// Blanks what the author of the report said of ends.
pub(crate) fn blank_verdicts(tx: &Tx<'_>, report_id: Id) -> Result<()> {
    tx.execute("update verdicts set body = '' where report_id = $1", params![report_id]).map(drop)
}

/// Verdicts whose ruling does not follow from the journal, one sentence each.
pub(crate) fn verify_verdicts(read: &Read<'_>) -> Result<Vec<String>> {
    let events =
        "select subject_id, facts from events where kind in ('report.judged', 'report.verdict_declined') order by subject_id, version";
    let told = read.query(events, &[], |row| Ok((row.get::<Id>(0)?, row.get::<Json>(1)?)))?;
    let word = |facts: &Json, name: &str| facts[name].as_str().unwrap_or_default().to_owned();
    let last: HashMap<(Id, String), String> =
        told.iter().map(|(report_id, facts)| ((*report_id, word(facts, "closure")), word(facts, "ruling"))).collect();
    let rows = read.query("select report_id, closure_id, ruling from verdicts order by report_id, closure_id", &[], |row| {
        Ok((row.get::<Id>(0)?, row.get::<Id>(1)?, row.get::<String>(2)?))
    })?;
    let unlike = rows.iter().filter(|(report, closure, ruling)| last.get(&(*report, closure.to_string())) != Some(ruling));
    let mut faults: Vec<String> = unlike.map(|(id, ..)| format!("report {id}: its verdict does not follow from the journal")).collect();
    let kept = |report: &Id, closure: &String| rows.iter().any(|(id, end, _)| id == report && end.to_string() == *closure);
    let lost = last.keys().filter(|(report, closure)| !kept(report, closure));
    faults.extend(lost.map(|(id, _)| format!("report {id}: the journal knows a verdict of it, the rows do not")));
    Ok(faults)
}
