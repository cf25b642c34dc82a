//! Wording at hand: one language's texts, dates, times and durations, for templates, notices and prompts.

use std::sync::Arc;

use base::{Language, Moment};
use jiff::{
    Timestamp, Zoned,
    civil::{Date, Time},
    tz::TimeZone,
};

use crate::{Texts, Value};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

const WEEKDAYS: [&str; 7] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];
const MONTHS: [&str; 12] =
    ["month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10", "month-11", "month-12"];

/// The texts in one language, and the city's time zone. Cheap to clone.
#[derive(Clone)]
pub struct T {
    texts: Arc<Texts>,
    zone: TimeZone,
    language: Language,
}

impl T {
    /// The texts in `language`; moments are told in `zone`.
    pub fn new(texts: &Arc<Texts>, language: Language, zone: &TimeZone) -> Self {
        Self { texts: Arc::clone(texts), zone: zone.clone(), language }
    }

    /// The same texts in another language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        Self { language, ..self.clone() }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message without arguments; see [`Texts::get`].
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(self.language, key)
    }

    /// The message without arguments, if there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.texts.find(self.language, key)
    }

    /// The message with its arguments; see [`Texts::with`].
    pub fn with(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        self.texts.with(self.language, key, arguments)
    }

    /// The message with a number `$n`: "5 spraw".
    pub fn count<'a>(&self, key: &str, n: impl Into<Value<'a>>) -> String {
        self.with(key, &[("n", n.into())])
    }

    /// The day of a moment: "czwartek 19 listopada", with the year when it is not the present one.
    pub fn day(&self, moment: Moment, now: Moment) -> String {
        self.date(self.zoned(moment).date(), now)
    }

    /// A civil day in words; see [`T::day`].
    pub fn date(&self, date: Date, now: Moment) -> String {
        if date.year() != self.zoned(now).year() {
            return self.full_date(date);
        }
        format!("{} {} {}", self.weekday(date), date.day(), self.month(date))
    }

    /// A civil day in words, always with its year: for legal texts, which are read years later.
    pub fn full_date(&self, date: Date) -> String {
        format!("{} {} {} {}", self.weekday(date), date.day(), self.month(date), date.year())
    }

    fn weekday(&self, date: Date) -> &str {
        self.get(WEEKDAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())])
    }

    fn month(&self, date: Date) -> &str {
        self.get(MONTHS[usize::from(date.month().unsigned_abs()) - 1])
    }

    /// The day of a moment, always with its year; see [`T::full_date`].
    pub fn full_day(&self, moment: Moment) -> String {
        self.full_date(self.zoned(moment).date())
    }

    /// The time of a moment in 24 hours: "7:05".
    pub fn time(&self, moment: Moment) -> String {
        self.clock(self.zoned(moment).time())
    }

    /// A time of day in 24 hours: "7:05".
    pub fn clock(&self, time: Time) -> String {
        format!("{}:{:02}", time.hour(), time.minute())
    }

    /// Day and time: "dziś o 14:20", "wczoraj o 7:05", "czwartek 19 listopada, 7:05".
    pub fn moment(&self, moment: Moment, now: Moment) -> String {
        let then = self.zoned(moment);
        let days = then.date().since(self.zoned(now).date()).map(|span| span.get_days()).unwrap_or(i32::MAX);
        let time = self.clock(then.time());
        let near = match days {
            0 => "moment-today",
            -1 => "moment-yesterday",
            1 => "moment-tomorrow",
            _ => return format!("{}, {time}", self.date(then.date(), now)),
        };
        self.with(near, &[("time", time.into())])
    }

    /// The moment as HTML's `datetime` attribute has it (RFC 3339, UTC).
    pub fn machine(&self, moment: Moment) -> String {
        timestamp(moment).to_string()
    }

    /// A length of time, its largest part only, as a resident would say it: "mniej niż minuta", "12 minut", "3 godziny", "2 dni".
    pub fn duration(&self, seconds: i64) -> String {
        if seconds < MINUTE {
            return self.get("duration-moment").to_owned();
        }
        let (key, unit) = match seconds {
            ..HOUR => ("duration-minutes", MINUTE),
            HOUR..DAY => ("duration-hours", HOUR),
            DAY.. => ("duration-days", DAY),
        };
        self.count(key, seconds / unit)
    }

    /// The day of the city at this moment.
    pub fn civil_day(&self, moment: Moment) -> Date {
        self.zoned(moment).date()
    }

    fn zoned(&self, moment: Moment) -> Zoned {
        timestamp(moment).to_zoned(self.zone.clone())
    }
}

/// Moments beyond jiff's years (-9999 to 9999) cannot come from our clock; they are told as 1970.
fn timestamp(moment: Moment) -> Timestamp {
    Timestamp::from_microsecond(moment.0).unwrap_or_default()
}
