//! The public projection of a report: the only source of what strangers see of a case.
//!
//! It holds the service, the stage, the promise, and what happened; of cases that are public also the place and what
//! the city said. It never holds the reporter's words or ways to be reached. A number can be guessed, so of other cases
//! place and sayings are for the holder of the report's signed link: [`find_own`].

mod spots;

use ::store::Read;
use base::{Error, Id, Language, Moment, Point, ReportNumber, Result, secret::Signer};
use jiff::civil::Date;
use serde_json::Value as Json;
use services::{Answer, AnswerKind};
use web::Ctx;

use crate::{
    events,
    model::{Case, Outcome, Stage},
    store,
};

pub use spots::{Listed, Spot, changed_spots, listed, spots};

/// The purpose for which links to a report's private page are signed.
pub const LINK: &str = "report";

/// What everybody may know of a report and its case.
#[derive(Debug, Clone)]
pub struct PublicReport {
    /// The number asked for.
    pub number: ReportNumber,
    /// The service it is about.
    pub service_id: Id,
    /// Where it stands.
    pub stage: Stage,
    /// When the case was opened.
    pub opened_at: Moment,
    /// The promised moment.
    pub due_at: Option<Moment>,
    /// Where it is; `None` when the case is not public.
    pub place: Option<PublicPlace>,
    /// What happened, oldest first.
    pub story: Vec<Told>,
    /// Whether only its unit and its author may know of it.
    pub sensitive: bool,
}

/// Where a public case is.
#[derive(Debug, Clone)]
pub struct PublicPlace {
    /// In words.
    pub words: String,
    /// On the map.
    pub point: Option<Point>,
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Told {
    /// When.
    pub at: Moment,
    /// What.
    pub what: Happening,
    /// What the city said with it; `None` when the case is not public.
    pub words: Option<String>,
}

/// What may happen to a case, as the public hears of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// A report came in on a channel.
    Received,
    /// It was handed to a unit.
    Dispatched(Id),
    /// The unit took it on.
    Accepted,
    /// The unit told of progress.
    Progressed,
    /// It ended.
    Closed(Outcome),
}

/// The public projection of the report with this number.
///
/// # Errors
/// [`Error::NotFound`] without such a report, and of a sensitive matter: nobody learns from a number that there is one.
pub fn find(read: &Read<'_>, number: ReportNumber) -> Result<PublicReport> {
    let report = store::report_by_number(read, number)?;
    let case = store::load(read, report.case_id)?;
    if case.sensitive {
        return Err(Error::NotFound);
    }
    project(read, number, &case, case.public)
}

/// What the holder of the report's signed link may know: place and sayings, also of a case that is not public, and
/// their own words. Check the signature first.
///
/// # Errors
/// As [`find`].
pub fn find_own(read: &Read<'_>, number: ReportNumber) -> Result<Own> {
    let report = store::report_by_number(read, number)?;
    let case = store::load(read, report.case_id)?;
    Ok(Own { report: project(read, number, &case, true)?, words: report.body, language: report.language })
}

/// A report as its author sees it.
#[derive(Debug, Clone)]
pub struct Own {
    /// What is public of it, with the place in any case.
    pub report: PublicReport,
    /// The author's own words; empty when they were erased.
    pub words: String,
    /// The language they were written in.
    pub language: Language,
}

fn project(read: &Read<'_>, number: ReportNumber, case: &Case, with_place_and_words: bool) -> Result<PublicReport> {
    let mut story = story(read, case.id)?;
    if !with_place_and_words {
        story.iter_mut().for_each(|told| told.words = None);
    }
    let place = PublicPlace { words: case.place.words.clone(), point: case.place.point };
    Ok(PublicReport {
        number,
        service_id: case.service_id,
        stage: case.stage,
        opened_at: case.opened_at,
        due_at: case.due_at,
        place: with_place_and_words.then_some(place),
        story,
        sensitive: case.sensitive,
    })
}

fn story(read: &Read<'_>, case_id: Id) -> Result<Vec<Told>> {
    let mut said = store::words_of(read, case_id)?;
    let told = ::store::journal::of_subject(read, case_id)?.into_iter().filter_map(|event| {
        let what = happening(&event.kind, &event.facts)?;
        let words = said.iter().position(|(id, _)| *id == event.id).map(|place| said.swap_remove(place).1);
        Some(Told { at: event.at, what, words })
    });
    Ok(told.collect())
}

/// What an event of a case is, in words of everybody's story; `None` for kinds that are not told.
pub(crate) fn happening(kind: &str, facts: &Json) -> Option<Happening> {
    let word = |name: &str| facts.get(name).and_then(Json::as_str);
    match kind {
        events::OPENED => Some(Happening::Received),
        events::DISPATCHED => word("unit")?.parse().ok().map(Happening::Dispatched),
        events::ACCEPTED => Some(Happening::Accepted),
        events::PROGRESSED => Some(Happening::Progressed),
        events::CLOSED => Outcome::from_word(word("outcome")?).map(Happening::Closed),
        _ => None,
    }
}

/// What the page of recently closed public cases shows.
#[derive(Debug, Clone)]
pub struct Done {
    /// The number of its first report.
    pub number: ReportNumber,
    /// The service it is about.
    pub service_id: Id,
    /// Where it was.
    pub place: String,
    /// How it ended.
    pub outcome: Outcome,
    /// When.
    pub closed_at: Moment,
}

/// The public cases closed last, newest first.
///
/// # Errors
/// As [`Read::query`].
pub fn lately_done(read: &Read<'_>, count: i64) -> Result<Vec<Done>> {
    store::lately_done(read, count)
}

/// The live pages that an event changes: the page of every report of the case ([`topic`]), and `unit:ID` of its inbox.
///
/// # Errors
/// As [`Read::query`].
pub fn topics(read: &Read<'_>, signer: &Signer, event: &::store::Event) -> Result<Vec<String>> {
    if event.subject_kind != "case" {
        return Ok(Vec::new());
    }
    let (numbers, unit_id, sensitive) = store::heard_at(read, event.subject_id)?;
    let pages = numbers.into_iter().map(|number| topic(signer, number, sensitive));
    Ok(pages.chain(unit_id.map(|unit| format!("unit:{unit}"))).collect())
}

/// Where the page of a report hears of changes. That of a sensitive matter cannot be guessed from the number.
pub fn topic(signer: &Signer, number: ReportNumber, sensitive: bool) -> String {
    if sensitive { format!("own:{}", signer.sign("live", &number.value().to_string())) } else { format!("report:{number}") }
}

/// An answer to a question of a service as its author and the unit read it: the option's name, a day in words, own words.
/// Needs [`crate::TEXTS`].
pub fn answer_in_words(ctx: &Ctx, answer: &Answer) -> String {
    let day = || answer.value.parse::<Date>().ok().map(|day| ctx.t.date(day, ctx.now()));
    match (&answer.asked.name, answer.kind, answer.value.as_str()) {
        (Some(name), ..) => name.of(ctx.language()).to_owned(),
        (_, AnswerKind::YesNo, "yes") => ctx.t.get("cases-yes").to_owned(),
        (_, AnswerKind::YesNo, _) => ctx.t.get("cases-no").to_owned(),
        (_, _, "") => ctx.t.get("cases-answer-erased").to_owned(),
        (_, AnswerKind::Date, value) => day().unwrap_or_else(|| value.to_owned()),
        (_, AnswerKind::Number, value) if ctx.language() != Language::En => value.replace('.', ","),
        (_, _, value) => value.to_owned(),
    }
}
