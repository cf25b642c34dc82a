//! The author's verdict on an end: fixed or not, and what follows from it.

use base::Moment;

/// For so many days after the end its author may say that it is not done.
pub const VERDICT_DAYS: i64 = 30;

/// What an author says of the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is done.
    Fixed,
    /// It is not.
    NotFixed,
}

/// What became of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ruling {
    /// Heard: it is done.
    Confirmed,
    /// The case went straight back to its unit.
    Reopened,
    /// It came back before, so somebody who watches over the work decides.
    Undecided,
    /// They decided that it stays ended.
    Declined,
}

impl Ruling {
    const ALL: [Self; 4] = [Self::Confirmed, Self::Reopened, Self::Undecided, Self::Declined];

    /// What follows from the verdict on a case that was reopened so many times before: the first time without a gate.
    pub fn of(verdict: Verdict, reopened_before: i64) -> Self {
        match (verdict, reopened_before) {
            (Verdict::Fixed, _) => Self::Confirmed,
            (Verdict::NotFixed, 0) => Self::Reopened,
            (Verdict::NotFixed, _) => Self::Undecided,
        }
    }

    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Reopened => "reopened",
            Self::Undecided => "undecided",
            Self::Declined => "declined",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ruling| ruling.word() == word)
    }
}

/// Whether the author may still say what they think of an end.
pub fn is_heard(closed_at: Moment, now: Moment) -> bool {
    now.seconds_since(closed_at) <= VERDICT_DAYS * 24 * 3_600
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_time_it_goes_straight_back_and_then_somebody_decides() {
        assert_eq!(Ruling::of(Verdict::Fixed, 0), Ruling::Confirmed);
        assert_eq!(Ruling::of(Verdict::NotFixed, 0), Ruling::Reopened);
        assert_eq!(Ruling::of(Verdict::NotFixed, 1), Ruling::Undecided);
        assert_eq!(Ruling::of(Verdict::Fixed, 3), Ruling::Confirmed);
        for ruling in Ruling::ALL {
            assert_eq!(Ruling::from_word(ruling.word()), Some(ruling));
        }
    }

    #[test]
    fn an_end_is_spoken_of_for_thirty_days() {
        let end = Moment(0);
        assert!(is_heard(end, end.plus_seconds(30 * 86_400)));
        assert!(!is_heard(end, end.plus_seconds(30 * 86_400 + 1)));
    }
}
