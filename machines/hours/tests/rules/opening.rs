//! Opening hours: when it is open, why not, and when next.

use hours::{Calendar, DayHours, Exception, Exceptions, HolidayRule, Holidays, OnHolidays, Opening, Reason, SEARCH_DAYS, Week, YearDay};
use jiff::civil::datetime;
use jiff::tz::TimeZone;

use crate::cast::{at, calendar, hours, never, night_watch, office, on, utc};

fn closed_for_stocktaking() -> Exceptions {
    let exception = Exception { hours: hours(&["10:00-11:00"]), reason: "Inwentaryzacja".into() };
    Exceptions([(on("2026-06-24"), exception)].into())
}

/// An office with every sort of day: own closure on 24 June and 25 June, but an exception on 24 June.
fn eventful_office() -> Calendar {
    let closure = |key, day| HolidayRule::new(key, YearDay::Fixed { month: 6, day });
    calendar(Opening {
        closures: Holidays(vec![closure("patron_saint", 24), closure("day_after", 25)]),
        exceptions: closed_for_stocktaking(),
        ..Opening::of(Week::monday_to_friday(hours(&["07:30-15:30"])))
    })
}

#[test]
fn an_interval_includes_its_first_minute_and_not_its_last() {
    let office = office();
    for (local, open) in [
        ("2026-03-02T07:29:59", false),
        ("2026-03-02T07:30:00", true),
        ("2026-03-02T15:29:59", true),
        ("2026-03-02T15:30:00", false),
        ("2026-03-07T10:00:00", false),
    ] {
        assert_eq!(office.open_at(at(local)), open, "{local}");
        assert_eq!(office.open_on_clock(local.parse().expect("local")), open, "{local}");
    }
}

#[test]
fn an_exception_beats_a_closure_which_beats_a_holiday_which_beats_the_weekday() {
    let office = eventful_office();
    assert_eq!(office.day_on(on("2026-06-24")).reason, Reason::Exception("Inwentaryzacja"));
    assert_eq!(office.hours_on(on("2026-06-24")), &hours(&["10:00-11:00"]));
    assert!(matches!(office.day_on(on("2026-06-25")).reason, Reason::Closure(rule) if rule.key == "day_after"));
    assert!(matches!(office.day_on(on("2026-06-04")).reason, Reason::Holiday(rule) if rule.key == "corpus_christi"));
    assert_eq!(office.day_on(on("2026-06-05")).reason, Reason::Usual);
    assert_eq!(office.day_on(on("2026-06-06")).reason, Reason::Usual);
    assert!(office.hours_on(on("2026-06-06")).is_closed());
}

#[test]
fn a_line_may_keep_its_hours_or_have_others_on_holidays() {
    let week = Week::every_day(hours(&["08:00-20:00"]));
    let corpus_christi = on("2026-06-04");
    let as_usual = calendar(Opening { on_holidays: OnHolidays::AsUsual, ..Opening::of(week.clone()) });
    assert_eq!(as_usual.hours_on(corpus_christi), &hours(&["08:00-20:00"]));
    let shorter = calendar(Opening { on_holidays: OnHolidays::Open(hours(&["10:00-14:00"])), ..Opening::of(week) });
    assert_eq!(shorter.hours_on(corpus_christi), &hours(&["10:00-14:00"]));
}

#[test]
fn the_next_opening_skips_the_weekend_and_holidays() {
    let office = office();
    assert_eq!(office.next_opening(at("2026-03-06T15:30")), Some(at("2026-03-09T07:30")));
    assert_eq!(office.next_opening(at("2026-12-23T16:00")), Some(at("2026-12-28T07:30")));
    assert_eq!(office.next_opening(at("2026-03-02T05:00")), Some(at("2026-03-02T07:30")));
}

#[test]
fn what_is_open_opens_now_and_what_is_closed_closes_now() {
    let office = office();
    let (open, closed) = (at("2026-03-02T08:00:01"), at("2026-03-02T18:00:01"));
    assert_eq!(office.next_opening(open), Some(open));
    assert_eq!(office.next_closing(open), Some(at("2026-03-02T15:30")));
    assert_eq!(office.next_closing(closed), Some(closed));
}

#[test]
fn a_night_shift_is_one_stretch_through_midnight() {
    assert_eq!(night_watch().next_closing(at("2026-03-02T23:00")), Some(at("2026-03-03T06:00")));
}

#[test]
fn a_line_that_never_closes_has_no_next_closing_and_one_that_never_opens_no_opening() {
    let week = Week::every_day(DayHours::around_the_clock());
    let always = calendar(Opening { on_holidays: OnHolidays::AsUsual, ..Opening::of(week) });
    assert_eq!(always.next_closing(at("2026-03-02T12:00")), None);
    assert_eq!(never().next_opening(at("2026-03-02T12:00")), None);
}

#[test]
fn the_search_ends_after_ten_years() {
    let exception = Exception { hours: hours(&["10:00-11:00"]), reason: "Jubileusz".into() };
    let once = calendar(Opening { exceptions: Exceptions([(on("2036-03-01"), exception)].into()), ..Opening::default() });
    assert_eq!(SEARCH_DAYS, 3653);
    assert_eq!(once.next_opening(at("2026-03-02T12:00")), Some(at("2036-03-01T10:00")));
    assert_eq!(once.next_opening(at("2026-02-28T09:59")), None);
}

#[test]
fn the_closing_of_a_date_is_the_end_of_its_last_hours() {
    let split = calendar(Opening::of(Week::monday_to_friday(hours(&["08:00-12:00", "13:00-24:00"]))));
    assert_eq!(split.closing_on(on("2026-03-02")), Some(at("2026-03-03T00:00")));
    assert_eq!(split.closing_on(on("2026-03-01")), None);
}

#[test]
fn midnight_is_the_zones_own() {
    let hours = Opening::of(Week::every_day(hours(&["00:00-01:00"])));
    let kathmandu = Calendar::new(TimeZone::get("Asia/Kathmandu").expect("bundled"), Holidays::default(), hours);
    assert_eq!(kathmandu.next_opening(utc("2026-03-02T12:00:00Z")), Some(utc("2026-03-02T18:15:00Z")));
    assert!(kathmandu.open_on_clock(datetime(2026, 3, 3, 0, 59, 59, 0)));
}
