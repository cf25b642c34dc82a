//! The public projection of a report: the only source of what strangers see of a case.
//!
//! It holds the service, the stage, the promise, and what happened; of cases that are public also the place and what
//! the city said. It never holds the reporter's words or ways to be reached. A number can be guessed, so of other cases
//! place and sayings are for the holder of the report's signed link: [`find_own`].

mod figures;
mod following;
mod happening;
mod likely;
mod mine;
mod photos;
mod spots;

use ::store::{Event, Read};
use base::{Error, Id, Language, Moment, Point, ReportNumber, Result, Wording, secret::Signer};
use jiff::civil::Date;
use services::{Answer, AnswerKind, LegalForm};
use web::Ctx;

use crate::{
    actions::open_to_verdict,
    model::{Because, Case, Ground, Outcome, Ruling, Stage},
    store::{self, Stay},
};

pub use figures::figures;
pub use following::{FOLLOWING, Following, following};
pub(crate) use happening::happening;
pub use likely::{Alike, Likely, likely};
pub use mine::{MINE, MOST_MINE, Mine, mine};
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
    /// Whether everybody sees the case.
    pub public: bool,
    /// Where it is; `None` when the case is not public.
    pub place: Option<PublicPlace>,
    /// What happened, oldest first.
    pub story: Vec<Told>,
    /// Whether only its unit and its author may know of it.
    pub sensitive: bool,
    /// How many others told us of it or said that it concerns them.
    pub others: i64,
    /// What the city tells of the known cause of this and other cases, while it lasts.
    pub known: Option<Wording>,
}

impl PublicReport {
    /// Whether somebody whom it concerns may say so and follow it.
    pub fn may_be_followed(&self) -> bool {
        self.public && !self.sensitive && self.stage.outcome().is_none()
    }
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
    /// It is promised for another moment.
    Promised(Moment, Because),
    /// The promised moment is over.
    Missed,
    /// Somebody said what it is in law; none any more without one.
    Formed(Option<LegalForm>),
    /// Its statutory term stands on this ground.
    Stood(Ground),
    /// Its statutory term goes on, to this moment.
    Resumed(Moment),
    /// By a formal notice its statutory term ends at another moment.
    Extended(Moment),
    /// It ended.
    Closed(Outcome),
    /// It was made of a report of another case.
    SplitOff,
    /// The author of a report that came from another case told us.
    Reported,
    /// So many reports of another case became its own.
    Joined(usize),
    /// Reports left it again.
    Parted,
    /// Its reports became those of another case.
    Merged,
    /// They came back.
    Unmerged,
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
    project(read, number, &case, &if case.public { Reader::Stranger } else { Reader::StrangerToPrivate })
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
enum Reader {
    /// Anybody, of a public case.
    Stranger,
    /// Anybody, of a case that is not public.
    StrangerToPrivate,
    /// The author of this report.
    Author(Author),
}

/// The author of a report, and where it has been.
struct Author {
    report_id: Id,
    stays: Vec<Stay>,
}

impl Author {
    fn of(read: &Read<'_>, report_id: Id) -> Result<Self> {
        Ok(Self { report_id, stays: store::stays_of(read, report_id)? })
    }

    /// The case that began with this report.
    fn first_case(&self) -> Option<Id> {
        self.stays.first().map(|stay| stay.case_id)
    }
}

impl Reader {
    /// The report whose author reads.
    fn author(&self) -> Option<Id> {
        if let Self::Author(author) = self { Some(author.report_id) } else { None }
    }

    /// Whether they are told that it happened: what a matter is in law stays between its author and the city, unless everybody
    /// sees the case.
    fn hears(&self, what: Happening) -> bool {
        let legal = matches!(what, Happening::Formed(_) | Happening::Stood(_) | Happening::Resumed(_) | Happening::Extended(_));
        !(legal && matches!(self, Self::StrangerToPrivate))
    }

    /// Whether they read what was said with this event. Questions to an author, and their answers, are for that author; why a
    /// unit gave a case back is for staff. What was said before a report came from another case was said to others.
    fn reads(&self, what: Happening, event: &Event, case: &Case) -> bool {
        let open = case.public && !matches!(what, Happening::Asked | Happening::Answered | Happening::Reopened | Happening::Stood(_));
        match (self, what) {
            (Self::StrangerToPrivate, _) | (_, Happening::Returned) => false,
            (Self::Author(author), Happening::Answered | Happening::Reopened) => event.facts["report"] == author.report_id.to_string(),
            (Self::Author(author), _) => open || author.stays.iter().any(|stay| stay.covers(case.id, event.at)),
            (Self::Stranger, _) => open,
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
    let author = Author::of(read, report.id)?;
    let first = author.first_case().filter(|first| *first != case.id);
    let mut project = project(read, number, &case, &Reader::Author(author))?;
    if let Some(first) = first {
        came_later(read, &mut project, &case, first, report.received_at)?;
    }
    let turn = turn(read, report.id, &case, &project.story, now)?;
    Ok(Own { turn, report: project, words: report.body, language: report.language })
}

/// Of a report that came from another case its author sees when they told us and, unless everybody does, only the place that
/// they named themselves.
fn came_later(read: &Read<'_>, report: &mut PublicReport, case: &Case, first: Id, received_at: Moment) -> Result<()> {
    report.story.push(Told { at: received_at, what: Happening::Reported, words: None, photos: Vec::new(), no_photo: None });
    report.story.sort_by_key(|told| told.at);
    if !case.public {
        let place = store::load(read, first)?.place;
        report.place = Some(PublicPlace { words: place.words, point: place.point });
    }
    Ok(())
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

fn project(read: &Read<'_>, number: ReportNumber, case: &Case, reader: &Reader) -> Result<PublicReport> {
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
        public: case.public,
        known: store::known_cause(read, case.id)?,
        others: store::count_reports(read, case.id)? - 1 + store::count_followers(read, case.id)?,
    })
}

fn story(read: &Read<'_>, case: &Case, reader: &Reader) -> Result<Vec<Told>> {
    let (mut said, unshown) = (store::words_of(read, case.id)?, store::no_photos_of(read, case.id)?);
    let photos = photos::seen(read, case, reader.author())?;
    let told = ::store::journal::of_subject(read, case.id)?.into_iter().filter_map(|event| {
        let what = happening(&event.kind, &event.facts).filter(|what| reader.hears(*what))?;
        let words = said.iter().position(|(id, _)| *id == event.id).map(|place| said.swap_remove(place).1);
        let words = words.filter(|_| reader.reads(what, &event, case));
        let of_event = unshown.iter().find(|(id, _)| *id == event.id).map(|(_, why)| why.clone());
        let no_photo = of_event.filter(|_| reader.reads(what, &event, case));
        let shown = |photo: &&(Option<Id>, PublicPhoto)| {
            photo.0.map_or(matches!(what, Happening::Received | Happening::SplitOff), |id| id == event.id)
        };
        let photos = photos.iter().filter(shown).map(|(_, photo)| photo.clone()).collect();
        Some(Told { at: event.at, what, words, photos, no_photo })
    });
    Ok(told.collect())
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
pub fn topics(read: &Read<'_>, signer: &Signer, event: &Event) -> Result<Vec<String>> {
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
