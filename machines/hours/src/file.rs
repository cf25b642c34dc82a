//! `hours.toml` of a city pack as a whole: the office's hours, and further calendars by their keys.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Exceptions, Holidays, OnHolidays, Opening, Week};

/// `hours.toml`: the office's hours, and those of lines, halls and units.
///
/// The fields of the file itself are the office's; a table `[calendar.KEY]` has the same fields:
///
/// ```toml
/// [week]
/// mon = ["07:30-15:30"]
///
/// [calendar.line]
/// on_holidays = "as_usual"
/// week = { mon = ["00:00-24:00"] }
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The office's ordinary week.
    pub week: Week,
    /// What happens in the office on a holiday of the country.
    #[serde(default)]
    pub on_holidays: OnHolidays,
    /// Days on which the office is closed each year by its own decision.
    #[serde(default)]
    pub closures: Holidays,
    /// Single dates of the office.
    #[serde(default)]
    pub exceptions: Exceptions,
    /// Further calendars by their keys.
    #[serde(default, rename = "calendar", skip_serializing_if = "BTreeMap::is_empty")]
    pub calendars: BTreeMap<String, Opening>,
}

impl Hours {
    /// The key by which the office's own calendar is named.
    pub const OFFICE: &str = "office";

    /// The office's hours.
    pub fn office(&self) -> Opening {
        let Self { week, on_holidays, closures, exceptions, calendars: _ } = self.clone();
        Opening { week, on_holidays, closures, exceptions }
    }

    /// All calendars by key, the office's among them.
    pub fn openings(&self) -> BTreeMap<String, Opening> {
        let mut all = self.calendars.clone();
        all.insert(Self::OFFICE.to_owned(), self.office());
        all
    }
}
