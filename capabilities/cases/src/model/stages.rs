//! Where a case stands, which steps it may take from there, and how it may end.

use base::{Id, Moment};
use jiff::civil::Date;
use web::T;

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

    /// The key of its words for people: `outcome-` and the word kept in the database.
    pub fn key(self) -> &'static str {
        match self {
            Self::Fixed => "outcome-fixed",
            Self::Answered => "outcome-answered",
            Self::Accepted => "outcome-accepted",
            Self::Implemented => "outcome-implemented",
            Self::NotFound => "outcome-not_found",
            Self::NotOurs => "outcome-not_ours",
            Self::Deferred => "outcome-deferred",
            Self::Refused => "outcome-refused",
            Self::Duplicate => "outcome-duplicate",
            Self::Withdrawn => "outcome-withdrawn",
        }
    }

    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        self.key().trim_start_matches("outcome-")
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }

    /// Whether it says that work was done, which a photo can show.
    pub fn claims_work(self) -> bool {
        matches!(self, Self::Fixed | Self::Implemented)
    }

    /// The classes of its tag: a tick when what was asked for is done, a window when it comes later, else a square.
    pub fn class(self) -> &'static str {
        match self {
            Self::Fixed | Self::Answered | Self::Accepted | Self::Implemented => "tag tag-done",
            Self::Deferred => "tag tag-plan",
            Self::NotFound | Self::NotOurs | Self::Refused | Self::Duplicate | Self::Withdrawn => "tag tag-closed",
        }
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
    /// The unit has set its work for a day.
    Scheduled {
        /// The unit.
        unit_id: Id,
        /// The day, in the city's zone.
        on: Date,
    },
    /// The unit asked its author something and waits for the answer.
    Waiting(Id),
    /// It ended, and its author said that it is not done: back with the unit.
    Reopened(Id),
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

/// How a status is shown: words and a shape (design, status tag).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag {
    /// The classes of the tag.
    pub class: &'static str,
    /// The key of its words.
    pub key: &'static str,
}

/// The tag that a late case has beside that of its stage.
pub const LATE: Tag = Tag { class: "tag tag-late", key: "stage-late" };

/// A step that a case may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Hand it to this unit.
    Dispatch(Id),
    /// The unit takes it on.
    Accept,
    /// The unit says that it is not its own, and gives it back.
    Return,
    /// The unit tells of progress.
    Progress,
    /// The unit sets its work for this day.
    Schedule(Date),
    /// The unit asks its author something.
    Ask,
    /// Its author answers.
    Answer,
    /// It ends.
    Close(Outcome),
    /// Its author says that it is not done.
    Reopen,
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
    /// Nobody asked its author anything.
    NotAsked,
    /// It is not closed.
    Open,
}

impl Refusal {
    /// The key of the sentence for people.
    pub fn message(self) -> &'static str {
        match self {
            Self::Closed => "case-refused-closed",
            Self::AlreadyThere => "case-refused-already-there",
            Self::AlreadyAccepted => "case-refused-already-accepted",
            Self::NotDispatched => "case-refused-not-dispatched",
            Self::NotAsked => "case-refused-not-asked",
            Self::Open => "case-refused-open",
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
        let working = |to: fn(Id) -> Self| self.unit_id().map(to).ok_or(Refusal::NotDispatched);
        match (self, step) {
            (Self::Closed { unit_id, .. }, Step::Reopen) => Ok(unit_id.map_or(Self::Received, Self::Reopened)),
            (Self::Closed { .. }, _) => Err(Refusal::Closed),
            (_, Step::Reopen) => Err(Refusal::Open),
            (_, Step::Dispatch(to)) if self.unit_id() == Some(to) => Err(Refusal::AlreadyThere),
            (_, Step::Dispatch(to)) => Ok(Self::Dispatched(to)),
            (_, Step::Return) => working(|_| Self::Received),
            (Self::Received | Self::Dispatched(_) | Self::Reopened(_), Step::Accept) => working(Self::Accepted),
            (_, Step::Accept) => Err(Refusal::AlreadyAccepted),
            (_, Step::Progress) => working(Self::InProgress),
            (_, Step::Schedule(on)) => self.unit_id().map(|unit_id| Self::Scheduled { unit_id, on }).ok_or(Refusal::NotDispatched),
            (_, Step::Ask) => working(Self::Waiting),
            (Self::Waiting(unit), Step::Answer) => Ok(Self::InProgress(unit)),
            (_, Step::Answer) => Err(Refusal::NotAsked),
            (_, Step::Close(outcome)) => Ok(Self::Closed { unit_id: self.unit_id(), outcome, at }),
        }
    }

    /// The unit in whose hands it is, or was when it ended.
    pub fn unit_id(self) -> Option<Id> {
        match self {
            Self::Received => None,
            Self::Dispatched(unit) | Self::Accepted(unit) | Self::InProgress(unit) | Self::Waiting(unit) | Self::Reopened(unit) => {
                Some(unit)
            }
            Self::Scheduled { unit_id, .. } => Some(unit_id),
            Self::Closed { unit_id, .. } => unit_id,
        }
    }

    /// Its word, in programs' answers and in talk.
    pub fn word(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Dispatched(_) => "dispatched",
            Self::Accepted(_) => "accepted",
            Self::InProgress(_) => "in_progress",
            Self::Scheduled { .. } => "scheduled",
            Self::Waiting(_) => "waiting_for_resident",
            Self::Reopened(_) => "reopened",
            Self::Closed { .. } => "closed",
        }
    }

    /// The day for which the work is set, if it is.
    pub fn scheduled_on(self) -> Option<Date> {
        match self {
            Self::Scheduled { on, .. } => Some(on),
            _ => None,
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

    /// The one table of how a stage is shown, to staff and to residents. The words of a closed one go on with
    /// those of its outcome.
    pub fn tag(self) -> Tag {
        let (class, key) = match self {
            Self::Received => ("tag", "stage-received"),
            Self::Dispatched(_) => ("tag", "stage-dispatched"),
            Self::Accepted(_) => ("tag tag-half", "stage-accepted"),
            Self::InProgress(_) => ("tag tag-half", "stage-in-progress"),
            Self::Scheduled { .. } => ("tag tag-plan", "stage-scheduled"),
            Self::Waiting(_) => ("tag tag-you", "stage-waiting"),
            Self::Reopened(_) => ("tag tag-half", "stage-reopened"),
            Self::Closed { outcome, .. } => (outcome.class(), "stage-closed"),
        };
        Tag { class, key }
    }

    /// The words of its tag: "W toku", "Zaplanowana: piątek 4 grudnia", "Zakończona: naprawione".
    pub fn words(self, t: &T, now: Moment) -> String {
        match self {
            Self::Closed { outcome, .. } => t.with(self.tag().key, &[("outcome", t.get(outcome.key()).into())]),
            Self::Scheduled { on, .. } => t.with(self.tag().key, &[("day", t.date(on, now).into())]),
            _ => t.get(self.tag().key).to_owned(),
        }
    }

    /// How many seconds the promised moment has been over; `None` when it is not, nothing was promised, or it ended.
    pub fn late_seconds(self, due_at: Option<Moment>, now: Moment) -> Option<i64> {
        let due_at = due_at.filter(|due_at| *due_at < now && self.outcome().is_none())?;
        Some(now.seconds_since(due_at))
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
        let on = jiff::civil::date(2026, 12, 4);
        for step in [Step::Dispatch(unit), Step::Accept, Step::Progress, Step::Return, Step::Schedule(on), Step::Ask, Step::Answer, close] {
            check(closed(Some(unit)), step, Err(Refusal::Closed));
        }
        check(closed(Some(unit)), Step::Reopen, Ok(Stage::Reopened(unit)));
        check(closed(None), Step::Reopen, Ok(Stage::Received));
        let scheduled = Stage::Scheduled { unit_id: unit, on };
        for stage in [
            Stage::Dispatched(unit),
            Stage::Accepted(unit),
            Stage::InProgress(unit),
            scheduled,
            Stage::Waiting(unit),
            Stage::Reopened(unit),
        ] {
            check(stage, Step::Dispatch(unit), Err(Refusal::AlreadyThere));
            check(stage, Step::Dispatch(other), Ok(Stage::Dispatched(other)));
            check(stage, Step::Return, Ok(Stage::Received));
            check(stage, Step::Progress, Ok(Stage::InProgress(unit)));
            check(stage, Step::Schedule(on), Ok(scheduled));
            check(stage, Step::Ask, Ok(Stage::Waiting(unit)));
            check(stage, close, Ok(closed(Some(unit))));
            check(stage, Step::Reopen, Err(Refusal::Open));
            let answered = if stage == Stage::Waiting(unit) { Ok(Stage::InProgress(unit)) } else { Err(Refusal::NotAsked) };
            check(stage, Step::Answer, answered);
        }
        check(Stage::Reopened(unit), Step::Accept, Ok(Stage::Accepted(unit)));
        for step in [Step::Return, Step::Schedule(on), Step::Ask] {
            check(Stage::Received, step, Err(Refusal::NotDispatched));
        }
    }

    #[test]
    fn every_outcome_has_a_word_of_its_own_and_comes_back() {
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::from_word(outcome.word()), Some(outcome));
        }
        assert_eq!(Outcome::NotFound.word(), "not_found");
        assert_eq!(Outcome::from_word(""), None);
    }

    #[test]
    fn a_case_is_late_after_the_promised_moment_and_until_it_ends() {
        let (unit, due) = (Id::named("unit", "a"), Moment(5 * Moment::SECOND));
        let check = |stage: Stage, due_at, now, wanted| assert_eq!(stage.late_seconds(due_at, Moment(now)), wanted, "{stage:?} {now}");
        check(Stage::Accepted(unit), Some(due), due.0, None);
        check(Stage::Accepted(unit), Some(due), due.0 + 1, Some(0));
        check(Stage::Received, Some(due), 7 * Moment::SECOND, Some(2));
        check(Stage::Received, None, 7 * Moment::SECOND, None);
        let closed = Stage::Closed { unit_id: Some(unit), outcome: Outcome::Fixed, at: due };
        check(closed, Some(due), 7 * Moment::SECOND, None);
    }
}
