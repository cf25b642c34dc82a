//! Holidays as data: rules with the years in which they hold, Easter, and the statutory list of Poland.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The first year of the Gregorian calendar, before which [`easter`] has no answer.
const FIRST_EASTER_YEAR: i16 = 1583;
/// How far from Easter a movable day may lie, in days.
const EASTER_REACH: i16 = 366;

/// A day that comes every year.
///
/// In a pack a text: `01-06` (month and day), `easter`, `easter+60`, `easter-2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub enum YearDay {
    /// The same month (1–12) and day (1–31) each year; a day that the year does not have does not come.
    Fixed { month: i8, day: i8 },
    /// So many days after Easter Sunday, or before it when negative.
    Easter(i16),
}

impl YearDay {
    fn falls_on(self, date: Date) -> bool {
        match self {
            Self::Fixed { month, day } => date.month() == month && date.day() == day,
            Self::Easter(offset) => date.checked_sub(i64::from(offset).days()).is_ok_and(|sunday| easter(sunday.year()) == Some(sunday)),
        }
    }
}

impl TryFrom<String> for YearDay {
    type Error = BadRule;

    fn try_from(text: String) -> Result<Self, BadRule> {
        let read = match text.strip_prefix("easter") {
            Some(offset) => easter_offset(offset).map(Self::Easter),
            None => fixed_day(&text),
        };
        read.ok_or(BadRule(text))
    }
}

/// `+60`, `-2` or nothing as a number of days.
fn easter_offset(text: &str) -> Option<i16> {
    if text.is_empty() {
        return Some(0);
    }
    let signed = text.starts_with(['+', '-']);
    text.parse().ok().filter(|offset| signed && (-EASTER_REACH..=EASTER_REACH).contains(offset))
}

/// `01-06` as the sixth of January; 29 February is a day, 30 February is not.
fn fixed_day(text: &str) -> Option<YearDay> {
    let (month, day) = text.split_once('-')?;
    let two_digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !two_digits(month) || !two_digits(day) {
        return None;
    }
    let in_leap_year = Date::new(2024, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(YearDay::Fixed { month: in_leap_year.month(), day: in_leap_year.day() })
}

impl From<YearDay> for String {
    fn from(day: YearDay) -> Self {
        match day {
            YearDay::Fixed { month, day } => format!("{month:02}-{day:02}"),
            YearDay::Easter(0) => "easter".into(),
            YearDay::Easter(offset) => format!("easter{offset:+}"),
        }
    }
}

/// The text of a [`YearDay`] that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRule(pub String);

impl fmt::Display for BadRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not MM-DD, easter, easter+N or easter-N", self.0)
    }
}

impl std::error::Error for BadRule {}

/// One holiday: which day, and in which years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HolidayRule {
    /// A short word for texts and logs, such as `corpus_christi`.
    pub key: String,
    /// The day it comes.
    pub on: YearDay,
    /// The first year it holds; always, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<i16>,
    /// The last year it holds; still, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<i16>,
}

impl HolidayRule {
    /// A rule for all years.
    pub fn new(key: &str, on: YearDay) -> Self {
        Self { key: key.into(), on, since: None, until: None }
    }

    /// The same rule from a year on.
    pub fn since(self, year: i16) -> Self {
        Self { since: Some(year), ..self }
    }

    /// Does this holiday come on that date?
    pub fn falls_on(&self, date: Date) -> bool {
        let year = date.year();
        self.since.is_none_or(|since| since <= year) && self.until.is_none_or(|until| year <= until) && self.on.falls_on(date)
    }
}

/// A list of holidays; in a pack a list of rules.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Holidays(pub Vec<HolidayRule>);

impl Holidays {
    /// The statutory holidays of Poland: act of 18 January 1951 on days free from work, art. 1 point 1.
    ///
    /// 6 January is free since 2011, 24 December since 2025. Good Friday, 2 May and 31 December are working days.
    /// Sundays are holidays by the same act (art. 1 point 2) and stand in [`crate::free_by_law`], not here.
    /// Right for years since 1990; earlier the list was another one and is not told.
    pub fn polish() -> Self {
        let fixed = |key, month, day| HolidayRule::new(key, YearDay::Fixed { month, day });
        let movable = |key, days_after_easter| HolidayRule::new(key, YearDay::Easter(days_after_easter));
        Self(vec![
            fixed("new_year", 1, 1),
            fixed("epiphany", 1, 6).since(2011),
            movable("easter_sunday", 0),
            movable("easter_monday", 1),
            fixed("labour_day", 5, 1),
            fixed("constitution_day", 5, 3),
            movable("pentecost", 49),
            movable("corpus_christi", 60),
            fixed("assumption", 8, 15),
            fixed("all_saints", 11, 1),
            fixed("independence_day", 11, 11),
            fixed("christmas_eve", 12, 24).since(2025),
            fixed("christmas_day", 12, 25),
            fixed("second_christmas_day", 12, 26),
        ])
    }

    /// The holiday on a date, if it is one; the first in the list when two meet.
    pub fn on(&self, date: Date) -> Option<&HolidayRule> {
        self.0.iter().find(|rule| rule.falls_on(date))
    }

    /// All holidays of a year in order, one for each date; none outside the years −9999 to 9999.
    pub fn in_year(&self, year: i16) -> Vec<(Date, &HolidayRule)> {
        let Ok(first) = Date::new(year, 1, 1) else { return Vec::new() };
        let days = first.series(1.day()).take_while(|day| day.year() == year);
        days.filter_map(|day| Some((day, self.on(day)?))).collect()
    }
}

/// Easter Sunday of a year in the Gregorian calendar (the computus of Meeus, Jones and Butcher); `None` before 1583.
pub fn easter(year: i16) -> Option<Date> {
    if !(FIRST_EASTER_YEAR..=9999).contains(&year) {
        return None;
    }
    let year_of = i32::from(year);
    let (golden, century, year_in_century) = (year_of % 19, year_of / 100, year_of % 100);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let full_moon = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (year_in_century / 4) - full_moon - year_in_century % 4) % 7;
    let late = (golden + 11 * full_moon + 22 * to_sunday) / 451;
    let days_after_22_march = full_moon + to_sunday - 7 * late;
    date(year, 3, 22).checked_add(i64::from(days_after_22_march).days()).ok()
}
