//! Working time: due moments, worked minutes, pauses and working days.

use hours::{Exception, Exceptions, Opening, Pause, Week, WorkingError, due, due_in_working_days, nth_working_day};
use hours::{worked_minutes, worked_seconds};

use crate::cast::{MINUTE, at, calendar, hours, never, office, on, pause, pause_since};

#[track_caller]
fn check_due(from: &str, minutes: u32, pauses: &[Pause], expected: &str) {
    let office = office();
    assert_eq!(due(at(from), minutes, &office, pauses), Ok(at(expected)));
    assert_eq!(worked_minutes(at(from), at(expected), &office, pauses), Ok(minutes));
}

#[test]
fn a_promise_made_at_night_begins_in_the_morning() {
    check_due("2026-03-02T03:00", 60, &[], "2026-03-02T08:30");
}

#[test]
fn what_does_not_fit_today_goes_on_tomorrow() {
    check_due("2026-03-02T15:00", 60, &[], "2026-03-03T08:00");
}

#[test]
fn a_promise_that_ends_with_the_day_is_due_at_closing_not_next_morning() {
    check_due("2026-03-02T07:30", 480, &[], "2026-03-02T15:30");
    check_due("2026-03-02T07:30", 481, &[], "2026-03-03T07:31");
}

#[test]
fn weekends_and_holidays_do_not_count() {
    check_due("2026-12-23T15:00", 60, &[], "2026-12-28T08:00");
}

#[test]
fn zero_minutes_are_due_at_once_even_at_night() {
    check_due("2026-03-02T03:00", 0, &[], "2026-03-02T03:00");
}

#[test]
fn seconds_of_the_beginning_are_kept() {
    check_due("2026-03-02T15:29:30", 1, &[], "2026-03-03T07:30:30");
}

#[test]
fn a_pause_in_working_hours_shifts_the_due_moment_by_its_length() {
    check_due("2026-03-02T08:00", 120, &[pause("2026-03-02T09:00", "2026-03-02T09:45")], "2026-03-02T10:45");
}

#[test]
fn a_pause_at_night_shifts_nothing() {
    check_due("2026-03-02T08:00", 600, &[pause("2026-03-02T16:00", "2026-03-03T07:00")], "2026-03-03T10:00");
}

#[test]
fn overlapping_unordered_and_backward_pauses_count_once() {
    let pauses = [
        pause("2026-03-02T09:30", "2026-03-02T10:00"),
        pause("2026-03-02T09:00", "2026-03-02T09:40"),
        pause("2026-03-02T09:10", "2026-03-02T09:20"),
        pause("2026-03-02T12:00", "2026-03-02T08:00"),
    ];
    check_due("2026-03-02T08:00", 120, &pauses, "2026-03-02T11:00");
}

#[test]
fn the_clock_stands_in_a_pause_that_has_not_ended() {
    let open = [pause_since("2026-03-02T09:00")];
    assert_eq!(due(at("2026-03-02T08:00"), 61, &office(), &open), Err(WorkingError::Paused));
    assert_eq!(due(at("2026-03-02T10:00"), 1, &office(), &open), Err(WorkingError::Paused));
    assert_eq!(worked_minutes(at("2026-03-02T08:00"), at("2026-03-09T08:00"), &office(), &open), Ok(60));
}

#[test]
fn a_promise_due_before_the_open_pause_stays_due() {
    check_due("2026-03-02T08:00", 60, &[pause_since("2026-03-02T09:00")], "2026-03-02T09:00");
}

#[test]
fn parts_of_a_minute_are_dropped_and_seconds_are_not() {
    let (from, to) = (at("2026-03-02T15:28:01"), at("2026-03-03T07:30:30"));
    assert_eq!(worked_seconds(from, to, &office(), &[]), Ok(149));
    assert_eq!(worked_minutes(from, to, &office(), &[]), Ok(2));
}

#[test]
fn nothing_is_worked_backwards() {
    assert_eq!(worked_minutes(at("2026-03-03T12:00"), at("2026-03-02T12:00"), &office(), &[]), Ok(0));
}

#[test]
fn a_calendar_that_never_opens_is_refused() {
    let monday = at("2026-03-02T08:00");
    assert_eq!(due(monday, 1, &never(), &[]), Err(WorkingError::TooFar));
    assert_eq!(due_in_working_days(monday, 1, &never()), Err(WorkingError::TooFar));
    assert_eq!(due_in_working_days(monday, 0, &never()), Err(WorkingError::TooFar));
    assert_eq!(nth_working_day(on("2026-03-02"), 0, &never()), Err(WorkingError::TooFar));
    assert_eq!(worked_minutes(monday, monday + 60 * MINUTE, &never(), &[]), Ok(0));
}

#[test]
fn more_than_ten_years_are_too_far() {
    let monday = at("2026-03-02T08:00");
    assert!(due(monday, 1_100_000, &office(), &[]).is_ok(), "a year has some 120 000 office minutes");
    assert_eq!(due(monday, 1_300_000, &office(), &[]), Err(WorkingError::TooFar));
    assert_eq!(due(monday, u32::MAX, &office(), &[]), Err(WorkingError::TooFar));
    assert_eq!(due_in_working_days(monday, u32::MAX, &office()), Err(WorkingError::TooFar));
    assert_eq!(worked_minutes(monday, at("2037-01-01T00:00"), &office(), &[]), Err(WorkingError::TooFar));
}

#[test]
fn moments_no_calendar_knows_are_refused() {
    for moment in [i64::MIN, i64::MAX] {
        assert_eq!(due(moment, 0, &office(), &[]), Err(WorkingError::OutOfRange));
        assert_eq!(worked_minutes(moment, 0, &office(), &[]), Err(WorkingError::OutOfRange));
        assert_eq!(due_in_working_days(moment, 1, &office()), Err(WorkingError::OutOfRange));
    }
}

#[track_caller]
fn check_days(from: &str, days: u32, expected: &str) {
    assert_eq!(due_in_working_days(at(from), days, &office()), Ok(at(expected)), "{days} from {from}");
}

#[test]
fn working_days_end_at_closing_and_do_not_count_the_first_day() {
    check_days("2026-03-02T08:00", 1, "2026-03-03T15:30");
    check_days("2026-03-02T20:00", 1, "2026-03-03T15:30");
    check_days("2026-03-06T08:00", 3, "2026-03-11T15:30");
    check_days("2026-03-07T12:00", 1, "2026-03-09T15:30");
    check_days("2026-12-22T12:00", 2, "2026-12-28T15:30");
}

#[test]
fn zero_working_days_mean_this_closing_or_the_next() {
    check_days("2026-03-02T08:00", 0, "2026-03-02T15:30");
    check_days("2026-03-02T15:30", 0, "2026-03-03T15:30");
    check_days("2026-03-07T12:00", 0, "2026-03-09T15:30");
}

#[test]
fn the_nth_working_day_is_a_date() {
    assert_eq!(nth_working_day(on("2026-12-23"), 1, &office()), Ok(on("2026-12-28")));
    assert_eq!(nth_working_day(on("2026-12-23"), 0, &office()), Ok(on("2026-12-23")));
    assert_eq!(nth_working_day(on("2026-12-24"), 0, &office()), Ok(on("2026-12-28")));
}

#[test]
fn a_working_saturday_counts() {
    let saturday = Exception { hours: hours(&["09:00-13:00"]), reason: "Odpracowanie".into() };
    let opening = Opening {
        exceptions: Exceptions([(on("2026-03-07"), saturday)].into()),
        ..Opening::of(Week::monday_to_friday(hours(&["07:30-15:30"])))
    };
    assert_eq!(due_in_working_days(at("2026-03-06T12:00"), 1, &calendar(opening)), Ok(at("2026-03-07T13:00")));
}
