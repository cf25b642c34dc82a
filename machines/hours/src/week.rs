//! The ordinary week: hours for each weekday, read from a pack's `[week]` table.

use jiff::civil::Weekday;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{BadDay, DayHours};

/// Hours of the seven weekdays.
///
/// In a pack a table with the days that have hours; a day left out is closed:
///
/// ```toml
/// [week]
/// mon = ["07:30-15:30"]
/// tue = ["08:00-12:00", "13:00-18:00"]
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WeekForm", into = "WeekForm")]
pub struct Week {
    /// Monday first.
    days: [DayHours; 7],
}

impl Week {
    /// Hours for Monday to Sunday, in this order.
    pub fn new(days: [DayHours; 7]) -> Self {
        Self { days }
    }

    /// The same hours from Monday to Friday, closed at the weekend.
    pub fn monday_to_friday(hours: DayHours) -> Self {
        let mut days = [const { DayHours::CLOSED }; 7];
        days[..5].fill(hours);
        Self { days }
    }

    /// The same hours on all seven days.
    pub fn every_day(hours: DayHours) -> Self {
        Self { days: std::array::from_fn(|_| hours.clone()) }
    }

    /// The hours of one weekday.
    pub fn on(&self, weekday: Weekday) -> &DayHours {
        let [mon, tue, wed, thu, fri, sat, sun] = &self.days;
        match weekday {
            Weekday::Monday => mon,
            Weekday::Tuesday => tue,
            Weekday::Wednesday => wed,
            Weekday::Thursday => thu,
            Weekday::Friday => fri,
            Weekday::Saturday => sat,
            Weekday::Sunday => sun,
        }
    }
}

/// Hours of each weekday, such as `["08:00-12:00", "13:00-16:00"]`; a day left out is closed.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WeekForm {
    /// Monday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mon: Vec<String>,
    /// Tuesday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tue: Vec<String>,
    /// Wednesday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wed: Vec<String>,
    /// Thursday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    thu: Vec<String>,
    /// Friday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    fri: Vec<String>,
    /// Saturday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sat: Vec<String>,
    /// Sunday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sun: Vec<String>,
}

impl TryFrom<WeekForm> for Week {
    type Error = BadDay;

    fn try_from(form: WeekForm) -> Result<Self, BadDay> {
        let read = |day: &str, texts: Vec<String>| DayHours::parse(&texts).map_err(|error| BadDay { day: day.into(), error });
        Ok(Self {
            days: [
                read("mon", form.mon)?,
                read("tue", form.tue)?,
                read("wed", form.wed)?,
                read("thu", form.thu)?,
                read("fri", form.fri)?,
                read("sat", form.sat)?,
                read("sun", form.sun)?,
            ],
        })
    }
}

impl From<Week> for WeekForm {
    fn from(week: Week) -> Self {
        let [mon, tue, wed, thu, fri, sat, sun] = week.days.map(Vec::from);
        Self { mon, tue, wed, thu, fri, sat, sun }
    }
}
