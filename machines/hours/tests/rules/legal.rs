//! Legal deadlines: the vectors of art. 57 KPA.

use hours::{HolidayRule, Holidays, LegalError, Term, YearDay, day_end, deadline, free_by_law};
use jiff::civil::{Date, Weekday};

use crate::cast::{at, on, warsaw};

#[track_caller]
fn check(event_on: &str, term: Term, expected: &str) {
    assert_eq!(deadline(on(event_on), term, &Holidays::polish()), Ok(on(expected)), "{term:?} from {event_on}");
}

#[test]
fn seven_days_before_christmas_end_on_the_monday_after() {
    check("2026-12-17", Term::Days(7), "2026-12-28");
    assert_eq!(on("2026-12-28").weekday(), Weekday::Monday);
}

#[test]
fn a_month_from_the_last_of_january_ends_on_the_last_of_february_or_the_monday_after() {
    check("2027-01-31", Term::Months(1), "2027-03-01");
    check("2028-01-31", Term::Months(1), "2028-02-29");
    check("2025-01-31", Term::Months(1), "2025-02-28");
}

#[test]
fn the_day_of_the_event_does_not_count() {
    check("2026-03-02", Term::Days(1), "2026-03-03");
    check("2026-03-02", Term::Days(14), "2026-03-16");
    check("2026-03-02", Term::Days(0), "2026-03-02");
}

#[test]
fn an_end_on_a_saturday_or_a_sunday_moves_to_monday() {
    check("2026-03-02", Term::Days(5), "2026-03-09");
    check("2026-03-02", Term::Days(6), "2026-03-09");
    check("2026-03-02", Term::Days(4), "2026-03-06");
}

#[test]
fn weeks_end_on_the_same_weekday() {
    check("2026-03-04", Term::Weeks(2), "2026-03-18");
    check("2026-10-20", Term::Weeks(1), "2026-10-27");
    check("2026-05-28", Term::Weeks(1), "2026-06-05");
}

#[test]
fn months_end_on_the_same_day_of_the_month() {
    check("2026-03-16", Term::Months(1), "2026-04-16");
    check("2026-01-30", Term::Months(2), "2026-03-30");
    check("2026-10-06", Term::Months(3), "2027-01-07");
}

#[test]
fn an_end_on_easter_sunday_waits_till_tuesday() {
    check("2026-03-29", Term::Days(7), "2026-04-07");
}

#[test]
fn a_holiday_in_the_middle_of_a_term_counts_as_a_day() {
    check("2026-04-28", Term::Days(7), "2026-05-05");
}

#[test]
fn christmas_eve_moves_a_deadline_only_since_2025() {
    check("2024-12-17", Term::Days(7), "2024-12-24");
    check("2025-12-17", Term::Days(7), "2025-12-29");
}

#[test]
fn a_sunday_is_free_by_law_and_a_saturday_is_not() {
    assert!(free_by_law(on("2026-03-08"), &Holidays::polish()));
    assert!(!free_by_law(on("2026-03-07"), &Holidays::polish()));
    assert!(free_by_law(on("2026-08-15"), &Holidays::polish()));
}

#[test]
fn the_deadline_is_missed_when_its_day_is_over_in_the_city() {
    assert_eq!(day_end(on("2026-12-28"), &warsaw()), Some(at("2026-12-29T00:00")));
}

#[test]
fn terms_out_of_range_are_refused() {
    let polish = Holidays::polish();
    for term in [Term::Days(u32::MAX), Term::Weeks(u32::MAX), Term::Months(u32::MAX)] {
        assert_eq!(deadline(on("2026-01-01"), term, &polish), Err(LegalError::OutOfRange));
    }
    assert_eq!(deadline(Date::MAX, Term::Days(1), &polish), Err(LegalError::OutOfRange));
}

#[test]
fn holidays_that_leave_no_working_day_are_noticed() {
    let every_day = (1..=12).flat_map(|month| (1..=31).map(move |day| YearDay::Fixed { month, day }));
    let always_free = Holidays(every_day.map(|day| HolidayRule::new("free", day)).collect());
    assert_eq!(deadline(on("2026-03-02"), Term::Days(1), &always_free), Err(LegalError::NoWorkday));
}
