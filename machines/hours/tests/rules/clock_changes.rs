//! Changes of clocks: Warsaw's gap of 29 March 2026 and fold of 25 October 2026, and stranger ones elsewhere.

use hours::{Calendar, DayHours, Holidays, Opening, Week, due, worked_minutes};
use jiff::tz::TimeZone;

use crate::cast::{MINUTE, at, calendar, hours, night_watch, on, utc, warsaw};

fn daily(texts: &[&str]) -> Calendar {
    calendar(Opening::of(Week::every_day(hours(texts))))
}

#[test]
fn the_spring_night_shift_lasts_seven_hours() {
    let night = night_watch();
    assert_eq!(worked_minutes(at("2026-03-28T22:00"), at("2026-03-29T06:00"), &night, &[]), Ok(7 * 60));
    assert_eq!(due(at("2026-03-28T22:00"), 7 * 60, &night, &[]), Ok(at("2026-03-29T06:00")));
    assert_eq!(due(at("2026-03-29T01:30"), 60, &night, &[]), Ok(utc("2026-03-29T01:30:00Z")), "03:30 summer time");
}

#[test]
fn the_autumn_night_shift_lasts_nine_hours() {
    let night = night_watch();
    assert_eq!(worked_minutes(at("2026-10-24T22:00"), at("2026-10-25T06:00"), &night, &[]), Ok(9 * 60));
    assert_eq!(due(at("2026-10-24T22:00"), 9 * 60, &night, &[]), Ok(at("2026-10-25T06:00")));
    assert_eq!(due(at("2026-10-25T01:30"), 120, &night, &[]), Ok(utc("2026-10-25T01:30:00Z")), "02:30 the second time");
}

#[test]
fn hours_inside_the_skipped_hour_are_not_there_that_day() {
    let small_hours = daily(&["02:10-02:50"]);
    let saturday = at("2026-03-28T12:00");
    assert_eq!(small_hours.next_opening(saturday), Some(at("2026-03-30T02:10")));
    assert_eq!(small_hours.closing_on(on("2026-03-29")), None);
    assert!(!small_hours.works_on(on("2026-03-29")));
    assert_eq!(due(saturday, 40, &small_hours, &[]), Ok(at("2026-03-30T02:50")));
}

#[test]
fn hours_that_begin_in_the_skipped_hour_begin_when_it_is_over() {
    let early = daily(&["02:30-05:00"]);
    assert_eq!(early.next_opening(at("2026-03-29T00:00")), Some(utc("2026-03-29T01:00:00Z")), "03:00 summer time");
    assert_eq!(worked_minutes(at("2026-03-29T00:00"), at("2026-03-29T12:00"), &early, &[]), Ok(120));
}

#[test]
fn hours_inside_the_repeated_hour_come_twice() {
    let small_hours = daily(&["02:10-02:50"]);
    let midnight = at("2026-10-25T00:00");
    assert_eq!(worked_minutes(midnight, at("2026-10-25T12:00"), &small_hours, &[]), Ok(80));
    assert_eq!(small_hours.next_closing(utc("2026-10-25T00:10:00Z")), Some(utc("2026-10-25T00:50:00Z")));
    assert_eq!(small_hours.next_opening(utc("2026-10-25T00:50:00Z")), Some(utc("2026-10-25T01:10:00Z")));
}

#[test]
fn hours_through_the_repeated_hour_are_one_stretch() {
    assert_eq!(daily(&["01:00-04:00"]).next_closing(at("2026-10-25T01:00")), Some(at("2026-10-25T04:00")));
    assert_eq!(at("2026-10-25T04:00") - at("2026-10-25T01:00"), 4 * 60 * MINUTE);
}

#[test]
fn the_last_microsecond_before_a_change_is_still_before_it() {
    let (gap, fold) = (utc("2026-03-29T01:00:00Z"), utc("2026-10-25T01:00:00Z"));
    let small_hours = daily(&["02:30-05:00"]);
    assert_eq!(small_hours.next_opening(gap - 1), Some(gap));
    assert_eq!(small_hours.next_closing(fold - 1), Some(fold), "the clock goes back to 02:00");
    assert_eq!(small_hours.next_opening(fold), Some(utc("2026-10-25T01:30:00Z")));
}

#[test]
fn office_hours_do_not_feel_the_change() {
    let office = daily(&["07:30-15:30"]);
    for day in ["2026-03-28", "2026-03-29", "2026-10-25", "2026-10-26"] {
        let (from, to) = (at(&format!("{day}T00:00")), at(&format!("{day}T23:00")));
        assert_eq!(worked_minutes(from, to, &office, &[]), Ok(480), "{day}");
    }
}

#[test]
fn a_day_of_the_change_has_twenty_three_or_twenty_five_hours() {
    let length = |day| hours::day_end(on(day), &warsaw()).expect("in range") - hours::day_start(on(day), &warsaw()).expect("in range");
    assert_eq!(length("2026-03-29"), 23 * 60 * MINUTE);
    assert_eq!(length("2026-10-25"), 25 * 60 * MINUTE);
    assert_eq!(length("2026-10-26"), 24 * 60 * MINUTE);
}

/// In these nights the local date skips a whole day (Apia) or runs back over midnight (St John's).
#[test]
fn odd_changes_elsewhere_agree_with_the_wall_clock() {
    for (zone, from) in [
        ("Pacific/Apia", "2011-12-29T00:00:00Z"),
        ("America/St_Johns", "2009-10-31T12:00:00Z"),
        ("America/St_Johns", "2009-03-07T12:00:00Z"),
        ("Australia/Lord_Howe", "2026-04-03T12:00:00Z"),
    ] {
        let opening = Opening::of(Week::every_day(hours(&["00:00-00:20", "01:50-02:20", "23:30-24:00"])));
        let calendar = Calendar::new(TimeZone::get(zone).expect("bundled"), Holidays::default(), opening);
        let from = utc(from);
        let minutes = 3 * 24 * 60;
        let by_clock = (0..minutes).filter(|n| calendar.open_at(from + n * MINUTE)).count();
        assert_eq!(worked_minutes(from, from + minutes * MINUTE, &calendar, &[]), Ok(by_clock as u32), "{zone}");
    }
}

#[test]
fn around_the_clock_is_never_interrupted_by_a_change() {
    let always = Calendar::new(warsaw(), Holidays::default(), Opening::of(Week::every_day(DayHours::around_the_clock())));
    let (from, to) = (at("2026-01-01T00:00"), at("2027-01-01T00:00"));
    assert_eq!(worked_minutes(from, to, &always, &[]), Ok(365 * 24 * 60));
    assert_eq!(always.next_closing(from), None);
}
