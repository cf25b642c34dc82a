//! The hours of one day: a few intervals in minutes since midnight, read from texts such as `07:30-15:30`.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Minutes in a day on the clock; an interval may end here, written `24:00`.
const DAY_MINUTES: u16 = 24 * 60;

/// An open stretch of one day on the wall clock, from a minute up to but without another.
///
/// It never crosses midnight: a night is written as two, `22:00-24:00` and `00:00-06:00` on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    from_minute: u16,
    to_minute: u16,
}

impl Interval {
    /// From and to in minutes since midnight; `None` unless `from < to <= 1440`.
    pub fn new(from_minute: u16, to_minute: u16) -> Option<Self> {
        (from_minute < to_minute && to_minute <= DAY_MINUTES).then_some(Self { from_minute, to_minute })
    }

    /// Opens at this minute since midnight, 0 to 1439.
    pub fn from_minute(self) -> u16 {
        self.from_minute
    }

    /// Closes at this minute since midnight, 1 to 1440.
    pub fn to_minute(self) -> u16 {
        self.to_minute
    }
}

impl FromStr for Interval {
    type Err = BadHours;

    fn from_str(text: &str) -> Result<Self, BadHours> {
        let ends = text.split_once('-').and_then(|(from, to)| Some((minute_of_day(from)?, minute_of_day(to)?)));
        let (from, to) = ends.ok_or_else(|| BadHours::NotInterval(text.into()))?;
        Self::new(from, to).ok_or_else(|| BadHours::Backwards(text.into()))
    }
}

/// `07:30` as 450; `None` unless HH:MM between 00:00 and 24:00.
fn minute_of_day(text: &str) -> Option<u16> {
    let [h1, h2, b':', m1, m2] = text.as_bytes() else { return None };
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| u16::from(byte - b'0'));
    let (hour, minute) = (digit(h1)? * 10 + digit(h2)?, digit(m1)? * 10 + digit(m2)?);
    let total = hour * 60 + minute;
    (minute < 60 && total <= DAY_MINUTES).then_some(total)
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, to) = (self.from_minute, self.to_minute);
        write!(f, "{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, to / 60, to % 60)
    }
}

/// The intervals of one day in order, none overlapping, none touching (touching ones are joined); none at all is closed.
///
/// In a pack: a list of texts, `["08:00-12:00", "13:00-16:00"]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct DayHours(Vec<Interval>);

impl DayHours {
    /// A day without hours.
    pub const CLOSED: DayHours = DayHours(Vec::new());

    /// The whole day, `00:00-24:00`.
    pub fn around_the_clock() -> Self {
        Self(vec![Interval { from_minute: 0, to_minute: DAY_MINUTES }])
    }

    /// Puts the intervals in order and joins those that touch; refuses those that overlap.
    pub fn new(mut intervals: Vec<Interval>) -> Result<Self, BadHours> {
        intervals.sort_unstable();
        let mut joined: Vec<Interval> = Vec::with_capacity(intervals.len());
        for next in intervals {
            match joined.last_mut() {
                Some(last) if next.from_minute < last.to_minute => return Err(BadHours::Overlap(*last, next)),
                Some(last) if next.from_minute == last.to_minute => last.to_minute = next.to_minute,
                _ => joined.push(next),
            }
        }
        Ok(Self(joined))
    }

    /// Reads a list of texts such as `07:30-15:30`.
    pub fn parse<T: AsRef<str>>(texts: &[T]) -> Result<Self, BadHours> {
        let intervals: Result<Vec<Interval>, BadHours> = texts.iter().map(|text| text.as_ref().parse()).collect();
        Self::new(intervals?)
    }

    /// The intervals in order.
    pub fn intervals(&self) -> &[Interval] {
        &self.0
    }

    /// Has the day no hours at all?
    pub fn is_closed(&self) -> bool {
        self.0.is_empty()
    }

    /// Is it open at this minute since midnight? The end of an interval is already closed.
    pub fn open_at_minute(&self, minute: u16) -> bool {
        self.0.iter().any(|interval| (interval.from_minute..interval.to_minute).contains(&minute))
    }
}

impl TryFrom<Vec<String>> for DayHours {
    type Error = BadHours;

    fn try_from(texts: Vec<String>) -> Result<Self, BadHours> {
        Self::parse(&texts)
    }
}

impl From<DayHours> for Vec<String> {
    fn from(hours: DayHours) -> Self {
        hours.0.iter().map(Interval::to_string).collect()
    }
}

/// Why hours were refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadHours {
    /// The text is not `HH:MM-HH:MM` with times from 00:00 to 24:00.
    NotInterval(String),
    /// The interval does not end after it begins.
    Backwards(String),
    /// Two intervals of one day share time.
    Overlap(Interval, Interval),
    /// The same date has two exceptions.
    Twice,
}

impl fmt::Display for BadHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInterval(text) => write!(f, "{text:?} is not HH:MM-HH:MM"),
            Self::Backwards(text) => write!(f, "{text:?} does not end after it begins; a night is two intervals, on two days"),
            Self::Overlap(one, other) => write!(f, "{:?} and {:?} overlap", one.to_string(), other.to_string()),
            Self::Twice => write!(f, "listed twice"),
        }
    }
}

impl std::error::Error for BadHours {}

/// Why hours were refused, and on which day: `mon: "7:30-" is not HH:MM-HH:MM`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadDay {
    /// As the pack names it: `mon`, `2026-12-31`, `on_holidays`.
    pub day: String,
    /// What is wrong.
    pub error: BadHours,
}

impl fmt::Display for BadDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.day, self.error)
    }
}

impl std::error::Error for BadDay {}
