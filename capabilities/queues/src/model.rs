//! A line that residents call, and when it is answered.

use std::collections::BTreeMap;

use base::{Id, Language, Wording};
use hours::{Calendar, Opening, Week};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A line that residents call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The pack's word.
    pub key: String,
    /// The number to dial, E.164: `+48616463344`; left out while it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The number as written for people: `61 646 33 44`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_shown: Option<String>,
    /// What the line is called.
    pub name: Wording,
    /// Languages in which it is answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// The key of the unit in whose name it is answered.
    #[schemars(extend("x-section" = "units"))]
    pub unit: String,
    /// When it is answered: the key of a calendar of `hours.toml` (`office` for the office's own), or a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<LineHours>,
    /// The queue in which callers wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<String>,
    /// Keys of the topics that it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-section" = "topics"))]
    pub topics: Vec<String>,
    /// Whether it is for people in danger, so that its callers go before all others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub emergency: bool,
    /// What a caller hears first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub greeting: Option<Wording>,
}

/// When a line is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "hours are the key of a calendar, or a table of days such as { mon = [\"07:30-20:00\"] }")]
pub enum LineHours {
    /// As this calendar of the pack says.
    Calendar(String),
    /// In this week; closed on holidays.
    Week(Week),
}

impl Line {
    /// The id of the unit in whose name it is answered.
    pub fn unit_id(&self) -> Id {
        Id::named("unit", &self.unit)
    }

    /// Its calendar, among those of the pack; zone and holidays of a week of its own are the office's. `None` when nobody
    /// has said when it is answered.
    pub fn calendar(&self, calendars: &BTreeMap<String, Calendar>, office: &Calendar) -> Option<Calendar> {
        match self.hours.as_ref()? {
            LineHours::Calendar(key) => calendars.get(key).cloned(),
            LineHours::Week(week) => Some(Calendar::new(office.zone().clone(), office.holidays().clone(), Opening::of(week.clone()))),
        }
    }
}
