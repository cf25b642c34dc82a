//! How a case's stage is shown: the one table that decides words and shape of the status tag (design.md, section 4).

use base::Moment;
use cases::{Outcome, Stage};

/// The shape and colour of a tag; the style sheet draws it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Taken in, not worked on.
    Ring,
    /// In somebody's hands.
    Half,
    /// For later.
    Window,
    /// Late.
    Triangle,
    /// Done.
    Tick,
    /// Ended without being done.
    Square,
}

impl Shape {
    /// The classes of the tag.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Ring => "tag",
            Self::Half => "tag tag-half",
            Self::Window => "tag tag-plan",
            Self::Triangle => "tag tag-late",
            Self::Tick => "tag tag-done",
            Self::Square => "tag tag-closed",
        }
    }
}

/// The shape of a stage, and the key of its words; those of a closed case take `$outcome`.
pub(crate) fn of_stage(stage: Stage) -> (Shape, &'static str) {
    match stage {
        Stage::Received => (Shape::Ring, "portal-tag-received"),
        Stage::Dispatched(_) => (Shape::Ring, "portal-tag-dispatched"),
        Stage::Accepted(_) => (Shape::Half, "portal-tag-accepted"),
        Stage::InProgress(_) => (Shape::Half, "portal-tag-in-progress"),
        Stage::Closed { outcome, .. } => (of_outcome(outcome).0, "portal-tag-closed"),
    }
}

/// The shape of an outcome, and the key of its words.
pub(crate) fn of_outcome(outcome: Outcome) -> (Shape, &'static str) {
    match outcome {
        Outcome::Fixed => (Shape::Tick, "portal-outcome-fixed"),
        Outcome::Answered => (Shape::Tick, "portal-outcome-answered"),
        Outcome::Accepted => (Shape::Tick, "portal-outcome-accepted"),
        Outcome::Implemented => (Shape::Tick, "portal-outcome-implemented"),
        Outcome::NotFound => (Shape::Square, "portal-outcome-not-found"),
        Outcome::NotOurs => (Shape::Square, "portal-outcome-not-ours"),
        Outcome::Deferred => (Shape::Window, "portal-outcome-deferred"),
        Outcome::Refused => (Shape::Square, "portal-outcome-refused"),
        Outcome::Duplicate => (Shape::Square, "portal-outcome-duplicate"),
        Outcome::Withdrawn => (Shape::Square, "portal-outcome-withdrawn"),
    }
}

/// How a case stands to its promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Promise {
    /// Nothing was promised.
    None,
    /// Still to be kept.
    Ahead(Moment),
    /// Broken: the case is open after it.
    Late(Moment),
    /// Kept.
    Kept,
    /// The case was closed after it.
    Missed,
}

impl Promise {
    /// Of a case with this stage and promised moment, seen at `now`.
    pub(crate) fn of(stage: Stage, due_at: Option<Moment>, now: Moment) -> Self {
        match (due_at, stage.closed_at()) {
            (None, _) => Self::None,
            (Some(due), Some(closed)) if closed <= due => Self::Kept,
            (Some(_), Some(_)) => Self::Missed,
            (Some(due), None) if now <= due => Self::Ahead(due),
            (Some(due), None) => Self::Late(due),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_kept_broken_or_still_ahead() {
        let check = |closed: Option<i64>, due: Option<i64>, now: i64, wanted: Promise| {
            let stage = closed.map_or(Stage::Received, |at| Stage::Closed { unit_id: None, outcome: Outcome::Fixed, at: Moment(at) });
            assert_eq!(Promise::of(stage, due.map(Moment), Moment(now)), wanted, "{closed:?} {due:?} {now}");
        };
        check(None, None, 5, Promise::None);
        check(Some(3), None, 5, Promise::None);
        check(None, Some(5), 5, Promise::Ahead(Moment(5)));
        check(None, Some(5), 6, Promise::Late(Moment(5)));
        check(Some(5), Some(5), 9, Promise::Kept);
        check(Some(6), Some(5), 9, Promise::Missed);
    }
}
