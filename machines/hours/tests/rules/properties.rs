//! Properties that hold for any calendar, promise and pause; a failing case prints itself.

use hours::{Calendar, DayHours, Exception, Exceptions, Holidays, Interval, Micros, OnHolidays, Opening, Pause, Term, Week, WorkingError};
use hours::{deadline, due, due_in_working_days, free_by_law, nth_working_day, worked_minutes, worked_seconds};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use crate::cast::{MINUTE, at, calendar, on, utc};

const HOUR: Micros = 60 * MINUTE;
const DAY: Micros = 24 * HOUR;

/// Up to three intervals from sorted, distinct minutes; often none.
fn day_hours() -> impl Strategy<Value = DayHours> {
    proptest::collection::btree_set(0u16..=1440, 0..=6).prop_map(|minutes| {
        let minutes: Vec<u16> = minutes.into_iter().collect();
        let intervals = minutes.chunks_exact(2).filter_map(|pair| Interval::new(pair[0], pair[1]));
        DayHours::new(intervals.collect()).expect("sorted and distinct")
    })
}

fn on_holidays() -> impl Strategy<Value = OnHolidays> {
    prop_oneof![Just(OnHolidays::Closed), Just(OnHolidays::AsUsual), day_hours().prop_map(OnHolidays::Open)]
}

fn exceptions() -> impl Strategy<Value = Exceptions> {
    let dates = (0i64..500).prop_map(|days| on("2026-01-01").saturating_add(days.days()));
    let exception = day_hours().prop_map(|hours| Exception { hours, reason: "Próba".into() });
    proptest::collection::btree_map(dates, exception, 0..8).prop_map(Exceptions)
}

/// Any opening, which may be closed for ever.
fn any_opening() -> impl Strategy<Value = Opening> {
    (proptest::array::uniform7(day_hours()), on_holidays(), exceptions()).prop_map(|(days, on_holidays, exceptions)| Opening {
        week: Week::new(days),
        on_holidays,
        closures: Holidays::default(),
        exceptions,
    })
}

/// A calendar in Warsaw that is open at least on Wednesdays.
fn warsaw_calendar() -> impl Strategy<Value = Calendar> {
    (any_opening(), 0u16..1380, 1u16..=60).prop_map(|(mut opening, from, length)| {
        if opening.week.on(Weekday::Wednesday).is_closed() {
            let hours = DayHours::new(Interval::new(from, from + length).into_iter().collect()).expect("one interval");
            opening.week = Week::every_day(hours);
        }
        calendar(opening)
    })
}

/// A moment of 2026 or 2027, every second one within two days of a change of clocks.
fn moment() -> impl Strategy<Value = Micros> {
    let (spring, autumn) = (utc("2026-03-29T01:00:00Z"), utc("2026-10-25T01:00:00Z"));
    let near = (prop_oneof![Just(spring), Just(autumn)], -2 * DAY..2 * DAY).prop_map(|(change, off)| change + off);
    prop_oneof![at("2026-01-01T00:00")..at("2028-01-01T00:00"), near]
}

/// Ended pauses within some weeks after a moment.
fn pauses(after: Micros) -> impl Strategy<Value = Vec<Pause>> {
    let pause =
        (-5 * DAY..30 * DAY, 0..4 * DAY).prop_map(move |(from, length)| Pause { from: after + from, until: Some(after + from + length) });
    proptest::collection::vec(pause, 0..5)
}

fn moment_and_pauses() -> impl Strategy<Value = (Micros, Vec<Pause>)> {
    moment().prop_flat_map(|from| (Just(from), pauses(from)))
}

fn paused_at(moment: Micros, pauses: &[Pause]) -> bool {
    pauses.iter().any(|pause| pause.from <= moment && pause.until.is_none_or(|until| moment < until))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn as_much_is_worked_by_the_due_moment_as_was_promised(
        calendar in warsaw_calendar(), (from, pauses) in moment_and_pauses(), minutes in 0u32..4000,
    ) {
        let due_at = due(from, minutes, &calendar, &pauses).expect("it opens every week");
        prop_assert_eq!(worked_seconds(from, due_at, &calendar, &pauses), Ok(minutes * 60));
    }

    #[test]
    fn the_due_moment_is_the_first_one_and_ends_working_time(
        calendar in warsaw_calendar(), (from, pauses) in moment_and_pauses(), minutes in 1u32..4000,
    ) {
        let due_at = due(from, minutes, &calendar, &pauses).expect("it opens every week");
        prop_assert!(worked_minutes(from, due_at - 1, &calendar, &pauses).expect("near") < minutes);
        prop_assert!(calendar.open_at(due_at - 1));
        prop_assert!(!paused_at(due_at - 1, &pauses));
    }

    #[test]
    fn a_longer_promise_or_a_later_beginning_is_never_due_earlier(
        calendar in warsaw_calendar(), (from, pauses) in moment_and_pauses(),
        minutes in 0u32..2000, more in 0u32..500, later in 0..3 * DAY,
    ) {
        let due_at = due(from, minutes, &calendar, &pauses).expect("it opens every week");
        prop_assert!(due_at <= due(from, minutes + more, &calendar, &pauses).expect("it opens every week"));
        prop_assert!(due_at <= due(from + later, minutes, &calendar, &pauses).expect("it opens every week"));
    }

    #[test]
    fn pauses_shift_the_due_moment_by_the_working_time_they_hold(
        calendar in warsaw_calendar(), (from, pauses) in moment_and_pauses(), minutes in 0u32..2000,
    ) {
        let unpaused = due(from, minutes, &calendar, &[]).expect("it opens every week");
        let paused = due(from, minutes, &calendar, &pauses).expect("it opens every week");
        prop_assert!(unpaused <= paused);
        // What is worked between beyond the promise is what the pauses took: count it by pausing everything else.
        let all = worked_seconds(from, paused, &calendar, &[]).expect("near");
        let taken = all - minutes * 60;
        let everything_else = gaps(from, paused, &pauses);
        prop_assert_eq!(worked_seconds(from, paused, &calendar, &everything_else), Ok(taken));
    }

    #[test]
    fn working_time_adds_up(
        calendar in warsaw_calendar(), (from, pauses) in moment_and_pauses(), first in 0..10 * DAY, second in 0..10 * DAY,
    ) {
        let worked = |from, to| i64::from(worked_seconds(from, to, &calendar, &pauses).expect("near"));
        let parts = worked(from, from + first) + worked(from + first, from + first + second);
        prop_assert!((0..=1).contains(&(worked(from, from + first + second) - parts)));
    }

    #[test]
    fn working_time_agrees_with_a_look_at_the_clock_each_minute(
        opening in any_opening(), (from, pauses) in moment_and_pauses(), minutes in 0i64..3000,
        zone in prop_oneof![Just("Europe/Warsaw"), Just("Atlantic/Azores"), Just("Australia/Lord_Howe")],
    ) {
        let calendar = Calendar::new(TimeZone::get(zone).expect("bundled"), Holidays::polish(), opening);
        let whole = |moment: Micros| moment.div_euclid(MINUTE) * MINUTE;
        let from = whole(from);
        let pauses: Vec<Pause> =
            pauses.iter().map(|pause| Pause { from: whole(pause.from), until: pause.until.map(whole) }).collect();
        let by_clock = (0..minutes).map(|n| from + n * MINUTE).filter(|&at| calendar.open_at(at) && !paused_at(at, &pauses)).count();
        prop_assert_eq!(worked_minutes(from, from + minutes * MINUTE, &calendar, &pauses), Ok(by_clock as u32));
    }

    #[test]
    fn the_next_opening_is_open_and_nothing_before_it_is(calendar in warsaw_calendar(), from in moment()) {
        let opening = calendar.next_opening(from).expect("it opens every week");
        prop_assert!(opening >= from && calendar.open_at(opening));
        prop_assert_eq!(worked_seconds(from, opening, &calendar, &[]), Ok(0));
        if let Some(closing) = calendar.next_closing(opening) {
            prop_assert!(closing > opening && !calendar.open_at(closing) && calendar.open_at(closing - 1));
        }
    }

    #[test]
    fn more_working_days_are_later_and_end_at_a_closing(calendar in warsaw_calendar(), from in moment(), days in 0u32..30) {
        let due_at = due_in_working_days(from, days, &calendar).expect("it opens every week");
        prop_assert!(due_at > from && calendar.open_at(due_at - 1));
        let next = due_in_working_days(from, days + 1, &calendar).expect("it opens every week");
        prop_assert!(due_at <= next && (days == 0 || due_at < next));
    }

    #[test]
    fn a_legal_deadline_is_a_working_day_that_is_not_moved_further_than_needed(days in 0u32..800, off in 0i64..5000) {
        let (holidays, event_on) = (Holidays::polish(), on("2020-01-01").saturating_add(off.days()));
        let end = event_on.saturating_add(i64::from(days).days());
        let deadline = deadline(event_on, Term::Days(days), &holidays).expect("in range");
        let free = |day: Date| day.weekday() == Weekday::Saturday || free_by_law(day, &holidays);
        prop_assert!(!free(deadline));
        prop_assert!(end.series(1.day()).take_while(|&day| day < deadline).all(free));
    }
}

/// The parts of a stretch that no pause covers, as pauses of their own.
fn gaps(from: Micros, to: Micros, pauses: &[Pause]) -> Vec<Pause> {
    let mut edges: Vec<Micros> = pauses.iter().flat_map(|pause| [Some(pause.from), pause.until]).flatten().chain([from, to]).collect();
    edges.retain(|edge| (from..=to).contains(edge));
    edges.sort_unstable();
    let stretches = edges.windows(2).map(|pair| (pair[0], pair[1]));
    stretches.filter(|&(start, _)| !paused_at(start, pauses)).map(|(start, end)| Pause { from: start, until: Some(end) }).collect()
}

fn any_moment() -> impl Strategy<Value = Micros> {
    let ends = prop_oneof![Just(jiff::Timestamp::MIN.as_microsecond()), Just(jiff::Timestamp::MAX.as_microsecond())];
    let near_ends = (ends, -400 * DAY..400 * DAY).prop_map(|(end, off)| end + off);
    prop_oneof![any::<Micros>(), near_ends, moment(), Just(Micros::MIN), Just(Micros::MAX)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_input_makes_it_panic(
        opening in any_opening(), from in any_moment(), to in any_moment(), minutes in any::<u32>(), days in any::<u32>(),
        spans in proptest::collection::vec((any_moment(), proptest::option::of(any_moment())), 0..4),
        zone in prop_oneof![Just("Europe/Warsaw"), Just("Pacific/Apia"), Just("America/St_Johns")],
    ) {
        let calendar = Calendar::new(TimeZone::get(zone).expect("bundled"), Holidays::polish(), opening);
        let pauses: Vec<Pause> = spans.into_iter().map(|(from, until)| Pause { from, until }).collect();
        if let Ok(due_at) = due(from, minutes % 20_000, &calendar, &pauses) {
            prop_assert!(due_at >= from);
        }
        let _: Result<u32, WorkingError> = worked_minutes(from, to, &calendar, &pauses);
        let _ = due_in_working_days(from, days % 40, &calendar);
        let _ = (calendar.next_opening(from), calendar.next_closing(from), calendar.open_at(from));
    }

    #[test]
    fn no_date_makes_it_panic(opening in any_opening(), days in any::<u32>(), year in -9999i16..=9999, day in 1i16..=365) {
        let calendar = calendar(opening);
        let date = Date::new(year, 1, 1).expect("a year").with().day_of_year(day).build().expect("a day");
        for date in [date, Date::MIN, Date::MAX] {
            let _ = (calendar.closing_on(date), calendar.works_on(date), nth_working_day(date, days % 40, &calendar));
            let _ = (deadline(date, Term::Days(days), calendar.holidays()), deadline(date, Term::Months(days), calendar.holidays()));
        }
        let _ = calendar.holidays().in_year(year);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,12}|[0-9:+-]{0,12}") {
        let _ = text.parse::<Interval>();
        let _ = hours::YearDay::try_from(text);
    }
}
