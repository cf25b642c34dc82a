//! What a case is, which steps it may take, and what a report needs.

use base::{FieldFault, Id, Language, Moment, Point};
use interactions::Channel;
use residents::Reachable;
use services::{Kind, Service};

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was mended, removed, done.
    Fixed,
    /// The question was answered.
    Answered,
    /// The idea was taken up.
    Accepted,
    /// The idea was carried out.
    Implemented,
    /// There was nothing of the kind at the place.
    NotFound,
    /// It is somebody else's, outside the city.
    NotOurs,
    /// It will be done later, in its time.
    Deferred,
    /// It will not be done, for the reasons told.
    Refused,
    /// Another case deals with it.
    Duplicate,
    /// The resident took it back.
    Withdrawn,
}

impl Outcome {
    /// All outcomes, in the order in which a unit is offered them.
    pub const ALL: [Outcome; 10] = [
        Self::Fixed,
        Self::Answered,
        Self::Accepted,
        Self::Implemented,
        Self::NotFound,
        Self::NotOurs,
        Self::Deferred,
        Self::Refused,
        Self::Duplicate,
        Self::Withdrawn,
    ];

    /// The word kept in the database, and the end of its message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Answered => "answered",
            Self::Accepted => "accepted",
            Self::Implemented => "implemented",
            Self::NotFound => "not_found",
            Self::NotOurs => "not_ours",
            Self::Deferred => "deferred",
            Self::Refused => "refused",
            Self::Duplicate => "duplicate",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// Where a case stands. Each stage carries only what belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Opened, in no unit's hands yet.
    Received,
    /// Handed to the unit, which has not said a word.
    Dispatched(Id),
    /// The unit took it on.
    Accepted(Id),
    /// The unit works on it.
    InProgress(Id),
    /// It ended.
    Closed {
        /// The unit that had it, if one had.
        unit_id: Option<Id>,
        /// How it ended.
        outcome: Outcome,
        /// When.
        at: Moment,
    },
}

/// A step that a case may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Hand it to this unit.
    Dispatch(Id),
    /// The unit takes it on.
    Accept,
    /// The unit tells of progress.
    Progress,
    /// It ends.
    Close(Outcome),
}

/// Why a step is refused. The words are message keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The case is closed.
    Closed,
    /// The unit has it already.
    AlreadyThere,
    /// It was accepted already.
    AlreadyAccepted,
    /// No unit has it yet.
    NotDispatched,
}

impl Refusal {
    /// The key of the sentence for people.
    pub fn message(self) -> &'static str {
        match self {
            Self::Closed => "case-refused-closed",
            Self::AlreadyThere => "case-refused-already-there",
            Self::AlreadyAccepted => "case-refused-already-accepted",
            Self::NotDispatched => "case-refused-not-dispatched",
        }
    }
}

impl From<Refusal> for base::Error {
    fn from(refusal: Refusal) -> Self {
        base::Error::Conflict(refusal.message())
    }
}

impl Stage {
    /// The one table of allowed steps, for all doors.
    ///
    /// # Errors
    /// Why the case may not take the step.
    pub fn after(self, step: Step, at: Moment) -> Result<Stage, Refusal> {
        match (self, step) {
            (Self::Closed { .. }, _) => Err(Refusal::Closed),
            (Self::Dispatched(unit) | Self::Accepted(unit) | Self::InProgress(unit), Step::Dispatch(to)) if unit == to => {
                Err(Refusal::AlreadyThere)
            }
            (_, Step::Dispatch(to)) => Ok(Self::Dispatched(to)),
            (Self::Dispatched(unit), Step::Accept) => Ok(Self::Accepted(unit)),
            (Self::Accepted(_) | Self::InProgress(_), Step::Accept) => Err(Refusal::AlreadyAccepted),
            (Self::Dispatched(unit) | Self::Accepted(unit) | Self::InProgress(unit), Step::Progress) => Ok(Self::InProgress(unit)),
            (Self::Received, Step::Accept | Step::Progress) => Err(Refusal::NotDispatched),
            (stage, Step::Close(outcome)) => Ok(Self::Closed { unit_id: stage.unit_id(), outcome, at }),
        }
    }

    /// The unit in whose hands it is, or was when it ended.
    pub fn unit_id(self) -> Option<Id> {
        match self {
            Self::Received => None,
            Self::Dispatched(unit) | Self::Accepted(unit) | Self::InProgress(unit) => Some(unit),
            Self::Closed { unit_id, .. } => unit_id,
        }
    }

    /// The word kept in the database, and the end of its message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Dispatched(_) => "dispatched",
            Self::Accepted(_) => "accepted",
            Self::InProgress(_) => "in_progress",
            Self::Closed { .. } => "closed",
        }
    }

    /// How the case ended, if it did.
    pub fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Closed { outcome, .. } => Some(outcome),
            _ => None,
        }
    }

    /// When the case ended, if it did.
    pub fn closed_at(self) -> Option<Moment> {
        match self {
            Self::Closed { at, .. } => Some(at),
            _ => None,
        }
    }
}

/// Where something is: a point when we know it, and words for people in any case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The point.
    pub point: Option<Point>,
    /// The area it lies in.
    pub area_id: Option<Id>,
    /// "ul. Olszowa 14, Olszyna", or the resident's own words.
    pub words: String,
}

/// A case as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The case's id.
    pub id: Id,
    /// What sort of matter it is.
    pub kind: Kind,
    /// The service it is about.
    pub service_id: Id,
    /// Where it stands.
    pub stage: Stage,
    /// Whether strangers may know of it.
    pub public: bool,
    /// When it was opened.
    pub opened_at: Moment,
    /// The promised moment.
    pub due_at: Option<Moment>,
    /// Where it is.
    pub place: Place,
}

/// What a resident tells us, ready to be taken.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// What it is about.
    pub service_id: Id,
    /// What sort of matter it is.
    pub kind: Kind,
    /// Whether strangers may know of the case.
    pub public: bool,
    /// Where it is.
    pub place: Place,
    /// The resident's own words.
    pub body: String,
    /// The language they were written in.
    pub language: Language,
    /// How it reached us.
    pub channel: Channel,
    /// How to answer, if they wish an answer.
    pub reply_to: Option<Reachable>,
    /// The promised moment.
    pub due_at: Option<Moment>,
    /// Made by the form, so that a report sent twice is one report.
    pub token: Option<Id>,
    /// The system a historic report was taken from, and its key there.
    pub source: Option<(String, String)>,
}

/// The promised moment of a case about `service` opened at `opened_at`: the end of the n-th working day after it,
/// by the office's calendar. `None` when the calendar has no such day: then nothing is promised.
pub fn promise(service: &Service, opened_at: Moment, office: &hours::Calendar) -> Option<Moment> {
    let days = u32::try_from(service.deadline_working_days).ok()?;
    hours::due_in_working_days(opened_at.0, days, office).ok().map(Moment)
}

/// The longest body of a report, in characters.
pub const LONGEST_BODY: usize = 5_000;
/// The longest place in words, in characters.
pub const LONGEST_PLACE: usize = 300;

impl NewReport {
    /// A report about `service` from a page, yet without place, words and ways to answer.
    pub fn about(service: &Service, channel: Channel, language: Language) -> Self {
        Self {
            service_id: service.id,
            kind: service.kind,
            public: service.public,
            place: Place::default(),
            body: String::new(),
            language,
            channel,
            reply_to: None,
            due_at: None,
            token: None,
            source: None,
        }
    }

    /// What still has to be mended before it can be taken.
    pub fn faults(&self) -> Vec<FieldFault> {
        let fault = |wrong: bool, field, message| wrong.then_some(FieldFault { field, message });
        let body = self.body.chars().count();
        [
            fault(self.body.trim().is_empty(), "body", "report-body-missing"),
            fault(body > LONGEST_BODY, "body", "report-body-long"),
            fault(self.place.words.trim().is_empty(), "place", "report-place-missing"),
            fault(self.place.words.chars().count() > LONGEST_PLACE, "place", "report-place-long"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_steps_is_this() {
        let (unit, other) = (Id::named("unit", "a"), Id::named("unit", "b"));
        let at = Moment(5);
        let closed = |unit_id| Stage::Closed { unit_id, outcome: Outcome::Fixed, at };
        let close = Step::Close(Outcome::Fixed);
        let check = |stage: Stage, step, wanted: Result<Stage, Refusal>| assert_eq!(stage.after(step, at), wanted, "{stage:?} {step:?}");

        check(Stage::Received, Step::Dispatch(unit), Ok(Stage::Dispatched(unit)));
        check(Stage::Received, Step::Accept, Err(Refusal::NotDispatched));
        check(Stage::Received, Step::Progress, Err(Refusal::NotDispatched));
        check(Stage::Received, close, Ok(closed(None)));
        check(Stage::Dispatched(unit), Step::Dispatch(unit), Err(Refusal::AlreadyThere));
        check(Stage::Dispatched(unit), Step::Dispatch(other), Ok(Stage::Dispatched(other)));
        check(Stage::Dispatched(unit), Step::Accept, Ok(Stage::Accepted(unit)));
        check(Stage::Dispatched(unit), Step::Progress, Ok(Stage::InProgress(unit)));
        check(Stage::Accepted(unit), Step::Accept, Err(Refusal::AlreadyAccepted));
        check(Stage::Accepted(unit), Step::Dispatch(other), Ok(Stage::Dispatched(other)));
        check(Stage::Accepted(unit), Step::Progress, Ok(Stage::InProgress(unit)));
        check(Stage::InProgress(unit), Step::Progress, Ok(Stage::InProgress(unit)));
        check(Stage::InProgress(unit), close, Ok(closed(Some(unit))));
        for step in [Step::Dispatch(unit), Step::Accept, Step::Progress, close] {
            check(closed(Some(unit)), step, Err(Refusal::Closed));
        }
    }
}
