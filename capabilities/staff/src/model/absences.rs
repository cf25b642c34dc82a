//! Absences: when somebody is away, and who stands in.

use base::{Error, Id, Result};
use jiff::civil::Date;

/// How long one absence may last, in days.
pub const ABSENCE_DAYS: i32 = 400;

/// Why somebody is away. Only they themselves and those who lead them see it; to others they are away until a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AbsenceKind {
    /// Holiday and other leave.
    Leave,
    /// Illness.
    Sick,
    /// Training.
    Training,
}

impl AbsenceKind {
    /// All of them, in the order of forms.
    pub const ALL: [Self; 3] = [Self::Leave, Self::Sick, Self::Training];

    /// The word kept in the database and sent by forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::Sick => "sick",
            Self::Training => "training",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Somebody's being away, both days included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Its id.
    pub id: Id,
    /// Who is away.
    pub account_id: Id,
    /// Why.
    pub kind: AbsenceKind,
    /// The first day.
    pub from_on: Date,
    /// The last day.
    pub until_on: Date,
    /// Who stands in for this time; `None`: whoever always does.
    pub deputy_id: Option<Id>,
    /// Taken back.
    pub cancelled: bool,
}

impl Absence {
    /// Whether it lasts on this day.
    pub fn covers(&self, day: Date) -> bool {
        !self.cancelled && (self.from_on..=self.until_on).contains(&day)
    }

    /// Whether the days are in order and nobody stands in for themselves.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `until_on` or `deputy`.
    pub fn check(&self) -> Result<()> {
        let days = self.from_on.until(self.until_on).map_or(-1, |span| span.get_days());
        if !(0..=ABSENCE_DAYS).contains(&days) {
            return Err(Error::invalid("until_on", "staff-absence-days"));
        }
        if self.deputy_id == Some(self.account_id) {
            return Err(Error::invalid("deputy", "staff-deputy-own"));
        }
        Ok(())
    }
}
