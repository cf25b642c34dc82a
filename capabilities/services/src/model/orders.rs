//! An order: what a unit has asked the centre to do for it.

use base::{Id, Language, Wording};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a unit of the city has asked the centre to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The pack's word.
    pub key: String,
    /// The key of the unit that gave the order.
    #[schemars(extend("x-section" = "units"))]
    pub unit: String,
    /// What it is called.
    pub title: Wording,
    /// What the centre does for the unit, in a sentence or two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Wording>,
    /// The first day; left out while nobody knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub from: Option<Date>,
    /// The last day; open when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub to: Option<Date>,
    /// Keys of the lines on which it is worked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-section" = "lines"))]
    pub lines: Vec<String>,
    /// Languages in which the centre answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Whom agents ask in the unit, each in words; never shown to residents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<String>,
    /// How much work is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_volume: Option<Expected>,
    /// What agents may do in the unit's name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allows: Vec<Allow>,
    /// What the unit is told of the work, and how often, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporting: Option<String>,
}

/// How many conversations are expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Their number.
    pub conversations: u32,
    /// In which time; a year when left out.
    #[serde(default)]
    pub per: Per,
}

/// A stretch of time in which something is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    #[default]
    Year,
}

/// What agents may do in a unit's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Allow {
    /// Tell what is so.
    Inform,
    /// Take reports.
    TakeReports,
    /// Sign people up.
    RegisterPeople,
    /// Sign tickets out.
    RegisterTickets,
    /// Book visits.
    BookVisits,
    /// Call people out to a place.
    CallOut,
}

impl Order {
    /// The id of the unit that gave it.
    pub fn unit_id(&self) -> Id {
        Id::named("unit", &self.unit)
    }

    /// Whether it is worked on this day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}
