//! The public projection of a report: the only source of what strangers see of a case.
//!
//! It holds the service, the stage, the promise, and what happened; of cases that are public also the place and what
//! the city said. It never holds the reporter's words or ways to be reached. A number can be guessed, so of other cases
//! place and sayings are for the holder of the report's signed link: [`find_own`].

mod photos;
mod spots;

use ::store::Read;
use base::{Error, Id, Language, Moment, Point, ReportNumber, Result, secret::Signer};
use jiff::civil::Date;
use serde_json::Value as Json;
use services::{Answer, AnswerKind};
use web::Ctx;

use crate::{
    actions::open_to_verdict,
    events,
    model::{Case, Outcome, Ruling, Stage},
    store,
};

pub use photos::{Asker, PublicPhoto, photo};
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
    /// Photos that came with it.
    pub photos: Vec<PublicPhoto>,
    /// Why the unit shows none of what it did.
    pub no_photo: Option<String>,
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
    /// The unit gave it back.
    Returned,
    /// The unit set its work for a day.
    Scheduled(Date),
    /// The unit asked its author something.
    Asked,
    /// Its author answered.
    Answered,
    /// Its author said that it is not done.
    Reopened,
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
    project(read, number, &case, if case.public { Reader::Stranger } else { Reader::StrangerToPrivate })
}

fn turn(read: &Read<'_>, report_id: Id, case: &Case, story: &[Told], now: Moment) -> Result<Turn> {
    if matches!(case.stage, Stage::Waiting(_)) {
        let asked = story.iter().rev().find(|told| told.what == Happening::Asked);
        return Ok(Turn::Answer(asked.and_then(|told| told.words.clone()).unwrap_or_default()));
    }
    let Some(closure) = store::closure_of(read, case.id)? else { return Ok(Turn::None) };
    let ruling = store::verdict_of(read, report_id, closure.event_id)?;
    Ok(match ruling {
        None if open_to_verdict(&closure, now, ruling) => Turn::Judge,
        Some(Ruling::Confirmed) => Turn::Confirmed,
        Some(Ruling::Undecided) => Turn::Undecided,
        Some(Ruling::Declined) => Turn::Declined(store::said_of_verdict(read, report_id, closure.event_id)?.unwrap_or_default()),
        None | Some(Ruling::Reopened) => Turn::None,
    })
}

/// Who reads a report's page.
#[derive(Clone, Copy)]
enum Reader {
    /// Anybody, of a public case.
    Stranger,
    /// Anybody, of a case that is not public.
    StrangerToPrivate,
    /// The author of this report.
    Author(Id),
}

impl Reader {
    /// The report whose author reads.
    fn author(self) -> Option<Id> {
        if let Self::Author(report_id) = self { Some(report_id) } else { None }
    }

    /// Whether they read what was said with this. Questions to an author, and their answers, are for that author; why a unit
    /// gave a case back is for staff.
    fn reads(self, what: Happening, facts: &Json) -> bool {
        match (self, what) {
            (Self::StrangerToPrivate, _) | (_, Happening::Returned) => false,
            (Self::Author(report_id), Happening::Answered) => facts["report"] == report_id.to_string(),
            (Self::Author(_), _) => true,
            (Self::Stranger, Happening::Asked | Happening::Answered | Happening::Reopened) => false,
            (Self::Stranger, _) => true,
        }
    }
}

/// What the holder of the report's signed link may know: place and sayings, also of a case that is not public, and
/// their own words. Check the signature first.
///
/// # Errors
/// As [`find`].
pub fn find_own(read: &Read<'_>, number: ReportNumber, now: Moment) -> Result<Own> {
    let report = store::report_by_number(read, number)?;
    let case = store::load(read, report.case_id)?;
    let project = project(read, number, &case, Reader::Author(report.id))?;
    let turn = turn(read, report.id, &case, &project.story, now)?;
    Ok(Own { turn, report: project, words: report.body, language: report.language })
}

/// What the author may do on the page of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// Nothing: the city works on it, or it ended long ago.
    None,
    /// Answer this question of the unit.
    Answer(String),
    /// Say whether it is done.
    Judge,
    /// They said that it is done.
    Confirmed,
    /// They said again that it is not done, and somebody decides.
    Undecided,
    /// Somebody decided that it stays ended, and said this.
    Declined(String),
}

/// A report as its author sees it.
#[derive(Debug, Clone)]
pub struct Own {
    /// What they may do.
    pub turn: Turn,
    /// What is public of it, with the place in any case.
    pub report: PublicReport,
    /// The author's own words; empty when they were erased.
    pub words: String,
    /// The language they were written in.
    pub language: Language,
}

fn project(read: &Read<'_>, number: ReportNumber, case: &Case, reader: Reader) -> Result<PublicReport> {
    let place = PublicPlace { words: case.place.words.clone(), point: case.place.point };
    Ok(PublicReport {
        number,
        service_id: case.service_id,
        stage: case.stage,
        opened_at: case.opened_at,
        due_at: case.due_at,
        place: (!matches!(reader, Reader::StrangerToPrivate)).then_some(place),
        story: story(read, case, reader)?,
        sensitive: case.sensitive,
    })
}

fn story(read: &Read<'_>, case: &Case, reader: Reader) -> Result<Vec<Told>> {
    let (mut said, unshown) = (store::words_of(read, case.id)?, store::no_photos_of(read, case.id)?);
    let photos = photos::seen(read, case, reader.author())?;
    let told = ::store::journal::of_subject(read, case.id)?.into_iter().filter_map(|event| {
        let what = happening(&event.kind, &event.facts)?;
        let words = said.iter().position(|(id, _)| *id == event.id).map(|place| said.swap_remove(place).1);
        let words = words.filter(|_| reader.reads(what, &event.facts));
        let of_event = unshown.iter().find(|(id, _)| *id == event.id).map(|(_, why)| why.clone());
        let no_photo = of_event.filter(|_| reader.reads(what, &event.facts));
        let shown = |photo: &&(Option<Id>, PublicPhoto)| photo.0.map_or(what == Happening::Received, |id| id == event.id);
        let photos = photos.iter().filter(shown).map(|(_, photo)| photo.clone()).collect();
        Some(Told { at: event.at, what, words, photos, no_photo })
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
        events::RETURNED => Some(Happening::Returned),
        events::SCHEDULED => word("on")?.parse().ok().map(Happening::Scheduled),
        events::ASKED => Some(Happening::Asked),
        events::ANSWERED => Some(Happening::Answered),
        events::REOPENED => Some(Happening::Reopened),
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
