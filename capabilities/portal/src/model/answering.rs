//! Whether a line is answered now, and in which hours today.

use base::Moment;
use hours::{Calendar, Day};

/// Whether a line is answered now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answering {
    /// Yes; `None` when it never closes.
    Until(Option<Moment>),
    /// No; `None` when nobody knows of a next time.
    From(Option<Moment>),
}

impl Answering {
    /// By a calendar, at a moment.
    pub(crate) fn at(calendar: &Calendar, now: Moment) -> Self {
        if calendar.open_at(now.0) {
            Self::Until(calendar.next_closing(now.0).map(Moment))
        } else {
            Self::From(calendar.next_opening(now.0).map(Moment))
        }
    }
}

/// The hours of the day on which `now` lies, and why they are such.
pub(crate) fn today(calendar: &Calendar, now: Moment) -> Option<Day<'_>> {
    hours::day_of(now.0, calendar.zone()).map(|date| calendar.day_on(date))
}

/// `7:30–12:00, 13:00–20:00`; empty for a day off.
pub(crate) fn in_words(day: &Day<'_>) -> String {
    let clock = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    let stretch = |interval: &hours::Interval| format!("{}–{}", clock(interval.from_minute()), clock(interval.to_minute()));
    day.hours.intervals().iter().map(stretch).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use hours::{DayHours, Holidays, Opening, Week};
    use jiff::{civil::DateTime, tz::TimeZone};

    use super::*;

    #[test]
    fn a_line_says_until_when_it_is_answered_and_from_when_again() {
        let zone = TimeZone::get("Europe/Warsaw").unwrap();
        let at = |local: &str| {
            let local: DateTime = local.parse().unwrap();
            Moment(local.to_zoned(zone.clone()).unwrap().timestamp().as_microsecond())
        };
        let week = |hours: DayHours| Calendar::new(zone.clone(), Holidays::polish(), Opening::of(Week::monday_to_friday(hours)));
        let split = week(DayHours::parse(&["07:30-12:00", "13:00-20:00"]).unwrap());
        let check = |now: &str, wanted: Answering, today_in_words: &str| {
            assert_eq!(Answering::at(&split, at(now)), wanted, "{now}");
            assert_eq!(in_words(&today(&split, at(now)).unwrap()), today_in_words, "{now}");
        };
        // Friday 20 November 2026; Wednesday 11 November is a holiday.
        check("2026-11-20T08:00", Answering::Until(Some(at("2026-11-20T12:00"))), "7:30–12:00, 13:00–20:00");
        check("2026-11-20T12:30", Answering::From(Some(at("2026-11-20T13:00"))), "7:30–12:00, 13:00–20:00");
        check("2026-11-20T20:00", Answering::From(Some(at("2026-11-23T07:30"))), "7:30–12:00, 13:00–20:00");
        check("2026-11-11T09:00", Answering::From(Some(at("2026-11-12T07:30"))), "");
        let always = Calendar::new(
            zone.clone(),
            Holidays::polish(),
            Opening { on_holidays: hours::OnHolidays::AsUsual, ..Opening::of(Week::every_day(DayHours::around_the_clock())) },
        );
        assert_eq!(Answering::at(&always, at("2026-11-11T03:00")), Answering::Until(None));
        let never = week(DayHours::CLOSED);
        assert_eq!(Answering::at(&never, at("2026-11-20T12:00")), Answering::From(None));
    }
}
