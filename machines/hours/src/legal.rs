//! Statutory deadlines, counted as art. 57 of the Code of Administrative Procedure (KPA) says; the results are dates.

use std::fmt;

use jiff::Span;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::Holidays;

/// How many free days in a row are passed over before we say that no working day comes.
const MOVE_ON_DAYS: usize = 366;

/// The length of a statutory term; in a pack `{ days = 14 }`, `{ weeks = 2 }` or `{ months = 1 }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// Calendar days; the day of the event does not count (art. 57 § 1).
    Days(u32),
    /// Weeks; the term ends on the same weekday (art. 57 § 2).
    Weeks(u32),
    /// Months; the term ends on the same day of the month, or on its last day (art. 57 § 3).
    Months(u32),
}

/// Why a deadline could not be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegalError {
    /// The deadline lies outside the years −9999 to 9999.
    OutOfRange,
    /// The holidays leave no working day within a year.
    NoWorkday,
}

impl fmt::Display for LegalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfRange => write!(f, "the deadline is out of range"),
            Self::NoWorkday => write!(f, "the holidays leave no working day"),
        }
    }
}

impl std::error::Error for LegalError {}

/// The last day of a term that an event of `event_on` began.
///
/// An end on a Saturday or a day free from work by statute moves to the next day that is neither (art. 57 § 4).
/// `holidays` are the country's: days off that an office gives itself do not move a deadline.
pub fn deadline(event_on: Date, term: Term, holidays: &Holidays) -> Result<Date, LegalError> {
    let span = match term {
        Term::Days(days) => Span::new().try_days(days),
        Term::Weeks(weeks) => Span::new().try_weeks(weeks),
        Term::Months(months) => Span::new().try_months(months),
    };
    // jiff adds months as § 3 does: 31 January and one month is the last day of February.
    let end = span.and_then(|span| event_on.checked_add(span)).map_err(|_| LegalError::OutOfRange)?;
    workday_from(end, holidays)
}

/// The date itself, or the first after it that is neither a Saturday nor free by law.
pub fn workday_from(date: Date, holidays: &Holidays) -> Result<Date, LegalError> {
    let mut day = date;
    for _ in 0..=MOVE_ON_DAYS {
        if day.weekday() != Weekday::Saturday && !free_by_law(day, holidays) {
            return Ok(day);
        }
        day = day.tomorrow().map_err(|_| LegalError::OutOfRange)?;
    }
    Err(LegalError::NoWorkday)
}

/// Is the day free from work by statute: a Sunday or one of the holidays? A Saturday is not.
pub fn free_by_law(date: Date, holidays: &Holidays) -> bool {
    date.weekday() == Weekday::Sunday || holidays.on(date).is_some()
}
