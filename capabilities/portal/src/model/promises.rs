//! How a case stands to its promise.

use base::Moment;
use cases::Stage;

/// How a case stands to its promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Promise {
    /// Nothing was promised.
    None,
    /// Still to be kept.
    Ahead,
    /// Broken: the case is open after the promised moment.
    Late,
    /// Kept.
    Kept,
    /// The case was closed after the promised moment.
    Missed,
}

impl Promise {
    /// Of a case with this stage and promised moment, seen at `now`.
    pub(crate) fn of(stage: Stage, due_at: Option<Moment>, now: Moment) -> Self {
        let Some(due) = due_at else { return Self::None };
        match stage.closed_at() {
            Some(closed) if closed <= due => Self::Kept,
            Some(_) => Self::Missed,
            None if stage.late_seconds(due_at, now).is_none() => Self::Ahead,
            None => Self::Late,
        }
    }
}

#[cfg(test)]
mod tests {
    use cases::Outcome;

    use super::*;

    #[test]
    fn a_promise_is_kept_broken_or_still_ahead() {
        let check = |closed: Option<i64>, due: Option<i64>, now: i64, wanted: Promise| {
            let stage = closed.map_or(Stage::Received, |at| Stage::Closed { unit_id: None, outcome: Outcome::Fixed, at: Moment(at) });
            assert_eq!(Promise::of(stage, due.map(Moment), Moment(now)), wanted, "{closed:?} {due:?} {now}");
        };
        check(None, None, 5, Promise::None);
        check(Some(3), None, 5, Promise::None);
        check(None, Some(5), 5, Promise::Ahead);
        check(None, Some(5), 6, Promise::Late);
        check(Some(5), Some(5), 9, Promise::Kept);
        check(Some(6), Some(5), 9, Promise::Missed);
    }
}
