//! A calendar: the opening of one line or office on real dates, in a zone, with the country's holidays.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::moment::{day_end, day_start, local};
use crate::spans::{Spans, horizon};
use crate::{DayHours, HolidayRule, Holidays, Micros, OnHolidays, Opening};

/// What a day off lends out.
static CLOSED: DayHours = DayHours::CLOSED;

/// When one line or office is open.
///
/// Strongest first: an exception of the date, an own closure, a holiday, the weekday. A moment is open exactly when the
/// wall clock shows a time within the hours. So an hour that the spring change of clocks skips is not there, and an
/// hour that the autumn change repeats is there twice.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: TimeZone,
    holidays: Holidays,
    opening: Opening,
}

/// The hours of one date, and why they are such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day<'c> {
    /// The hours.
    pub hours: &'c DayHours,
    /// Why.
    pub reason: Reason<'c>,
}

/// Why a date has its hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason<'c> {
    /// The weekday's ordinary hours.
    Usual,
    /// A holiday of the country on which the hours differ.
    Holiday(&'c HolidayRule),
    /// A day off that this office takes each year.
    Closure(&'c HolidayRule),
    /// A single date; the words are the pack's.
    Exception(&'c str),
}

impl Calendar {
    /// A calendar in `zone` with the country's `holidays`.
    pub fn new(zone: TimeZone, holidays: Holidays, opening: Opening) -> Self {
        Self { zone, holidays, opening }
    }

    /// The zone of its wall clock.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The country's holidays, as [`crate::deadline`] needs them.
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// The hours of a date, with the reason.
    pub fn day_on(&self, date: Date) -> Day<'_> {
        let opening = &self.opening;
        if let Some(exception) = opening.exceptions.0.get(&date) {
            return Day { hours: &exception.hours, reason: Reason::Exception(&exception.reason) };
        }
        if let Some(rule) = opening.closures.on(date) {
            return Day { hours: &CLOSED, reason: Reason::Closure(rule) };
        }
        let usual = Day { hours: opening.week.on(date.weekday()), reason: Reason::Usual };
        let Some(rule) = self.holidays.on(date) else { return usual };
        match &opening.on_holidays {
            OnHolidays::Closed => Day { hours: &CLOSED, reason: Reason::Holiday(rule) },
            OnHolidays::AsUsual => usual,
            OnHolidays::Open(hours) => Day { hours, reason: Reason::Holiday(rule) },
        }
    }

    /// The hours of a date.
    pub fn hours_on(&self, date: Date) -> &DayHours {
        self.day_on(date).hours
    }

    /// Is it open when the wall clock shows this?
    pub fn open_on_clock(&self, local: DateTime) -> bool {
        // Hours are 0–23 and minutes 0–59, so the minute of the day is 0–1439.
        let minute = u16::from(local.hour().unsigned_abs()) * 60 + u16::from(local.minute().unsigned_abs());
        self.hours_on(local.date()).open_at_minute(minute)
    }

    /// Is it open at this moment?
    pub fn open_at(&self, moment: Micros) -> bool {
        local(moment, &self.zone).is_some_and(|local| self.open_on_clock(local))
    }

    /// The first open moment, which is `moment` itself when it is open then; `None` if it stays closed for
    /// [`crate::SEARCH_DAYS`].
    pub fn next_opening(&self, moment: Micros) -> Option<Micros> {
        self.spans(moment, horizon(moment)).next().map(|span| span.from)
    }

    /// The first closed moment, which is `moment` itself when it is closed then; `None` if it stays open for
    /// [`crate::SEARCH_DAYS`]. Intervals that meet at midnight are one stretch.
    pub fn next_closing(&self, moment: Micros) -> Option<Micros> {
        let until = horizon(moment);
        let mut open_until = moment;
        for span in self.spans(moment, until) {
            if span.from > open_until {
                break;
            }
            open_until = span.until;
        }
        (open_until < until).then_some(open_until)
    }

    /// The moment the last hours of a date end; `None` when it does not open on that date.
    pub fn closing_on(&self, date: Date) -> Option<Micros> {
        if self.hours_on(date).is_closed() {
            return None;
        }
        let (start, end) = (day_start(date, &self.zone)?, day_end(date, &self.zone)?);
        self.spans(start, end).last().map(|span| span.until)
    }

    /// Is this a working day here, that is, does it open at all?
    pub fn works_on(&self, date: Date) -> bool {
        self.closing_on(date).is_some()
    }

    /// The open stretches between two moments, in order.
    pub(crate) fn spans(&self, from: Micros, until: Micros) -> Spans<'_> {
        Spans::new(self, from, until)
    }
}
