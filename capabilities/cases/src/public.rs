//! The public projection of a report: the only source of what strangers see of a case.
//!
//! It holds the service, the place (of public services only), the stage, the promise, and the story told by
//! the city itself. It never holds the reporter's words or ways to be reached: [`own_words`] gives the words
//! alone, to whoever holds the report's signed link.

use ::store::Read;
use base::{Id, Moment, Point, ReportNumber, Result};

use crate::{
    events,
    model::{Outcome, Stage},
    store,
};

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
    /// Where it is; `None` when the service's cases are not public.
    pub place: Option<PublicPlace>,
    /// What happened, oldest first.
    pub story: Vec<Told>,
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
    /// What the city said with it.
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
/// [`base::Error::NotFound`] without such a report.
pub fn find(read: &Read<'_>, number: ReportNumber) -> Result<PublicReport> {
    let report = store::report_by_number(read, number)?;
    let case = store::load(read, report.case_id)?;
    let place = case.public.then(|| PublicPlace { words: case.place.words.clone(), point: case.place.point });
    Ok(PublicReport {
        number,
        service_id: case.service_id,
        stage: case.stage,
        opened_at: case.opened_at,
        due_at: case.due_at,
        place,
        story: story(read, case.id)?,
    })
}

fn story(read: &Read<'_>, case_id: Id) -> Result<Vec<Told>> {
    let mut said = store::words_of(read, case_id)?;
    let told = ::store::journal::of_subject(read, case_id)?.into_iter().filter_map(|event| {
        let what = happening(&event)?;
        let words = said.iter().position(|(id, _)| *id == event.id).map(|place| said.swap_remove(place).1);
        Some(Told { at: event.at, what, words })
    });
    Ok(told.collect())
}

fn happening(event: &::store::Event) -> Option<Happening> {
    match event.kind.as_str() {
        events::OPENED => Some(Happening::Received),
        events::DISPATCHED => event.id_of("unit").map(Happening::Dispatched),
        events::ACCEPTED => Some(Happening::Accepted),
        events::PROGRESSED => Some(Happening::Progressed),
        events::CLOSED => event.facts.get("outcome")?.as_str().and_then(Outcome::from_word).map(Happening::Closed),
        _ => None,
    }
}

/// The reporter's own words, for the holder of the report's signed link: check the signature first.
///
/// # Errors
/// [`base::Error::NotFound`] without such a report.
pub fn own_words(read: &Read<'_>, number: ReportNumber) -> Result<String> {
    Ok(store::report_by_number(read, number)?.body)
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
