//! A small cast: calendars and moments that the tests share.

use hours::{Calendar, DayHours, Holidays, Micros, Opening, Pause, Week};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

pub const MINUTE: Micros = 60_000_000;

pub fn warsaw() -> TimeZone {
    TimeZone::get("Europe/Warsaw").expect("jiff brings its zones with it")
}

/// `2026-03-02T07:30` on Warsaw's clock; the earlier one where the clock shows it twice.
pub fn at(local: &str) -> Micros {
    let local: DateTime = local.parse().expect("a civil date and time");
    warsaw().to_ambiguous_timestamp(local).earlier().expect("in range").as_microsecond()
}

/// `2026-03-02T06:30:00Z` as a moment.
pub fn utc(text: &str) -> Micros {
    text.parse::<jiff::Timestamp>().expect("a timestamp").as_microsecond()
}

pub fn on(date: &str) -> Date {
    date.parse().expect("a civil date")
}

pub fn hours(texts: &[&str]) -> DayHours {
    DayHours::parse(texts).expect("hours")
}

pub fn calendar(opening: Opening) -> Calendar {
    Calendar::new(warsaw(), Holidays::polish(), opening)
}

/// Monday to Friday 07:30–15:30, closed on Polish holidays.
pub fn office() -> Calendar {
    calendar(Opening::of(Week::monday_to_friday(hours(&["07:30-15:30"]))))
}

/// Every night 22:00–06:00.
pub fn night_watch() -> Calendar {
    calendar(Opening::of(Week::every_day(hours(&["22:00-24:00", "00:00-06:00"]))))
}

pub fn never() -> Calendar {
    calendar(Opening::default())
}

pub fn pause(from: &str, until: &str) -> Pause {
    Pause { from: at(from), until: Some(at(until)) }
}

pub fn pause_since(from: &str) -> Pause {
    Pause { from: at(from), until: None }
}
