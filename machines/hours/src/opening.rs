//! What a city pack says about one line's or office's hours: the week, holidays, own closures, single dates.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{BadDay, BadHours, DayHours, Holidays, Week};

/// The hours of one line, hall or unit, as a pack writes them.
///
/// ```toml
/// on_holidays = "closed"              # or "as_usual", or hours: ["10:00-14:00"]
///
/// [week]
/// mon = ["07:30-15:30"]
///
/// [[closures]]                        # own days off that come every year
/// key = "patron_saint"
/// on = "06-24"
///
/// [[exceptions]]                      # single dates (in quotes), stronger than all above
/// on = "2026-12-31"
/// hours = ["07:30-12:00"]             # left out: closed
/// reason = "Sylwester"
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The ordinary week.
    pub week: Week,
    /// What happens on a holiday of the country.
    #[serde(default)]
    pub on_holidays: OnHolidays,
    /// Days on which this office is closed each year by its own decision; they never move a legal deadline.
    #[serde(default)]
    pub closures: Holidays,
    /// Single dates.
    #[serde(default)]
    pub exceptions: Exceptions,
}

impl Opening {
    /// A week that is closed on holidays, without closures or exceptions.
    pub fn of(week: Week) -> Self {
        Self { week, ..Self::default() }
    }
}

/// What happens on a holiday of the country.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "OnHolidaysForm", into = "OnHolidaysForm")]
pub enum OnHolidays {
    /// Closed, as offices are.
    #[default]
    Closed,
    /// The weekday's hours hold, as on an emergency line.
    AsUsual,
    /// These hours, whatever the weekday.
    Open(DayHours),
}

/// `closed`, `as_usual`, or hours such as `["10:00-14:00"]`.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "on_holidays is neither a word nor a list of hours")]
enum OnHolidaysForm {
    Word(String),
    Hours(Vec<String>),
}

impl TryFrom<OnHolidaysForm> for OnHolidays {
    type Error = String;

    fn try_from(form: OnHolidaysForm) -> Result<Self, String> {
        match form {
            OnHolidaysForm::Word(word) if word == "closed" => Ok(Self::Closed),
            OnHolidaysForm::Word(word) if word == "as_usual" => Ok(Self::AsUsual),
            OnHolidaysForm::Word(word) => Err(format!("on_holidays: {word:?} is not \"closed\", \"as_usual\" or a list of hours")),
            OnHolidaysForm::Hours(texts) => match DayHours::parse(&texts) {
                Ok(hours) => Ok(Self::Open(hours)),
                Err(error) => Err(BadDay { day: "on_holidays".into(), error }.to_string()),
            },
        }
    }
}

impl From<OnHolidays> for OnHolidaysForm {
    fn from(on_holidays: OnHolidays) -> Self {
        match on_holidays {
            OnHolidays::Closed => Self::Word("closed".into()),
            OnHolidays::AsUsual => Self::Word("as_usual".into()),
            OnHolidays::Open(hours) => Self::Hours(hours.into()),
        }
    }
}

/// One date that differs from its week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The hours of that date; [`DayHours::CLOSED`] for a day off.
    pub hours: DayHours,
    /// Why, in words for residents.
    pub reason: String,
}

/// Exceptions by date, one for each date; in a pack a list with `on`, `hours` and `reason`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Vec<ExceptionForm>", into = "Vec<ExceptionForm>")]
pub struct Exceptions(pub BTreeMap<Date, Exception>);

/// One date that differs from its week.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ExceptionForm {
    /// The date, such as `2026-12-31`.
    #[schemars(with = "String", extend("format" = "date"))]
    on: Date,
    /// The hours of that date; left out: closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hours: Vec<String>,
    /// Why, in words for residents.
    reason: String,
}

impl TryFrom<Vec<ExceptionForm>> for Exceptions {
    type Error = BadDay;

    fn try_from(forms: Vec<ExceptionForm>) -> Result<Self, BadDay> {
        let mut exceptions = BTreeMap::new();
        for ExceptionForm { on, hours, reason } in forms {
            let refuse = |error| BadDay { day: on.to_string(), error };
            let hours = DayHours::parse(&hours).map_err(refuse)?;
            if exceptions.insert(on, Exception { hours, reason }).is_some() {
                return Err(refuse(BadHours::Twice));
            }
        }
        Ok(Self(exceptions))
    }
}

impl From<Exceptions> for Vec<ExceptionForm> {
    fn from(exceptions: Exceptions) -> Self {
        let form = |(on, Exception { hours, reason })| ExceptionForm { on, hours: hours.into(), reason };
        exceptions.0.into_iter().map(form).collect()
    }
}
