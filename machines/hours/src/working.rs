//! Working time: when a promise in working minutes or days is due, and how much was worked between two moments.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::moment::{MINUTE, SECOND, day_of, timestamp};
use crate::spans::{SEARCH_DAYS, Span, horizon};
use crate::{Calendar, Micros};

/// A stretch in which the clock of a promise stands, such as waiting for the resident's answer; half-open.
///
/// Pauses may come in any order and overlap; one that ends before it begins is no pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The clock stands from here.
    pub from: Micros,
    /// It goes on from here; `None` while the pause lasts.
    pub until: Option<Micros>,
}

/// Why working time could not be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkingError {
    /// The answer lies more than [`SEARCH_DAYS`] away: the calendar never opens, or too seldom.
    TooFar,
    /// A pause without an end comes first: the clock stands.
    Paused,
    /// The moment lies outside the years −9999 to 9999.
    OutOfRange,
}

impl fmt::Display for WorkingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFar => write!(f, "the calendar does not reach there within {SEARCH_DAYS} days"),
            Self::Paused => write!(f, "the clock stands in a pause that has not ended"),
            Self::OutOfRange => write!(f, "the moment is out of range"),
        }
    }
}

impl std::error::Error for WorkingError {}

/// The moment a promise of so many working minutes is due: the first by which they were worked since `from`.
///
/// So it lies inside open hours or just at their end, never at the next opening; zero minutes are due at `from`. Through a
/// change of clocks minutes are counted as they really pass.
pub fn due(from: Micros, minutes: u32, calendar: &Calendar, pauses: &[Pause]) -> Result<Micros, WorkingError> {
    timestamp(from).ok_or(WorkingError::OutOfRange)?;
    let mut left = Micros::from(minutes) * MINUTE;
    if left == 0 {
        return Ok(from);
    }
    let stops = merged(pauses);
    let stands_from = stops.last().filter(|stop| stop.until == Micros::MAX).map(|stop| stop.from);
    let until = stands_from.unwrap_or(Micros::MAX).min(horizon(from));
    for span in working_spans(calendar, from, until, &stops) {
        let length = span.until - span.from;
        if left <= length {
            return Ok(span.from + left);
        }
        left -= length;
    }
    Err(if until < horizon(from) { WorkingError::Paused } else { WorkingError::TooFar })
}

/// Whole working minutes between two moments, without the pauses; what is left of a minute is dropped.
///
/// Zero when `to` is not after `from`; [`WorkingError::TooFar`] when they lie more than [`SEARCH_DAYS`] apart.
pub fn worked_minutes(from: Micros, to: Micros, calendar: &Calendar, pauses: &[Pause]) -> Result<u32, WorkingError> {
    worked_seconds(from, to, calendar, pauses).map(|seconds| seconds / 60)
}

/// Whole working seconds between two moments, without the pauses; otherwise as [`worked_minutes`].
pub fn worked_seconds(from: Micros, to: Micros, calendar: &Calendar, pauses: &[Pause]) -> Result<u32, WorkingError> {
    timestamp(from).and(timestamp(to)).ok_or(WorkingError::OutOfRange)?;
    if to > horizon(from) {
        return Err(WorkingError::TooFar);
    }
    let stops = merged(pauses);
    let worked: Micros = working_spans(calendar, from, to, &stops).map(|span| span.until - span.from).sum();
    // Ten years are about 3·10⁸ seconds, well within u32.
    u32::try_from(worked / SECOND).map_err(|_| WorkingError::TooFar)
}

/// The end of hours on the n-th working day after the day of `from`, which itself does not count.
///
/// Zero days mean the end of the working day that is running or comes next. A working day is one on which the calendar
/// opens at all.
pub fn due_in_working_days(from: Micros, days: u32, calendar: &Calendar) -> Result<Micros, WorkingError> {
    let today = day_of(from, calendar.zone()).ok_or(WorkingError::OutOfRange)?;
    let found = match days {
        0 => working_days(calendar, today, 0).find(|&(_, closing)| closing > from),
        _ => working_days(calendar, today, 1).nth(nth_index(days)),
    };
    found.map(|(_, closing)| closing).ok_or(WorkingError::TooFar)
}

/// The n-th working day after a date, which itself does not count; with zero the date itself or the next working day.
pub fn nth_working_day(after: Date, days: u32, calendar: &Calendar) -> Result<Date, WorkingError> {
    let found = match days {
        0 => working_days(calendar, after, 0).next(),
        _ => working_days(calendar, after, 1).nth(nth_index(days)),
    };
    found.map(|(date, _)| date).ok_or(WorkingError::TooFar)
}

/// Days from one as an index from zero; too many for the machine's word are too many for [`SEARCH_DAYS`] as well.
fn nth_index(days: u32) -> usize {
    usize::try_from(days - 1).unwrap_or(usize::MAX)
}

/// Working days with their closing moments, beginning `skip` days after a date.
fn working_days(calendar: &Calendar, date: Date, skip: u32) -> impl Iterator<Item = (Date, Micros)> {
    let days = (skip..=SEARCH_DAYS).map_while(move |n| date.checked_add(i64::from(n).days()).ok());
    days.filter_map(|day| Some((day, calendar.closing_on(day)?)))
}

/// Open stretches without the pauses, in order; `stops` as [`merged`] makes them.
fn working_spans<'a>(calendar: &'a Calendar, from: Micros, until: Micros, stops: &'a [Span]) -> impl Iterator<Item = Span> + 'a {
    calendar.spans(from, until).flat_map(|span| without(span, stops))
}

/// What the pauses leave of one stretch.
fn without(span: Span, stops: &[Span]) -> Vec<Span> {
    let mut left = Vec::new();
    let mut at = span.from;
    let first = stops.partition_point(|stop| stop.until <= span.from);
    for stop in stops[first..].iter().take_while(|stop| stop.from < span.until) {
        left.extend(Span::new(at, stop.from));
        at = stop.until;
    }
    left.extend(Span::new(at, span.until));
    left
}

/// The pauses in order, overlapping and touching ones joined; one without an end lasts to the end of time.
fn merged(pauses: &[Pause]) -> Vec<Span> {
    let mut stops: Vec<Span> = pauses.iter().filter_map(|pause| Span::new(pause.from, pause.until.unwrap_or(Micros::MAX))).collect();
    stops.sort_unstable_by_key(|stop| stop.from);
    stops.dedup_by(|next, last| {
        let joins = next.from <= last.until;
        if joins {
            last.until = last.until.max(next.until);
        }
        joins
    });
    stops
}
