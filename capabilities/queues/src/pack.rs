//! `lines.toml` and `hours.toml` of a city pack.

use std::path::Path;

use base::PhoneNumber;
use hours::Hours;
use serde::{Deserialize, Serialize};
use store::pack::{Faults, Keys, is_key};

use crate::model::{Line, LineHours};

/// `lines.toml`: the numbers that residents call.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinesFile {
    /// The lines, the one for everything first.
    #[serde(default, rename = "line")]
    pub lines: Vec<Line>,
}

/// Reads the text of an `hours.toml`.
///
/// # Errors
/// Line and reason of the first fault.
pub fn parse_hours(text: &str) -> Result<Hours, String> {
    let hours: Hours = toml::from_str(text).map_err(|error| error.to_string())?;
    match hours.calendars.keys().find(|key| !is_key(key) || *key == Hours::OFFICE) {
        Some(key) => {
            Err(format!("calendar {key:?}: a key has small letters a to z, digits and . _ - only, and `office` is the file's own"))
        }
        None => Ok(hours),
    }
}

/// Reads `lines.toml` in `folder`; a pack without it has none.
///
/// # Errors
/// Every fault found, each as file, place and reason.
pub fn read_lines(folder: &Path, keys: &Keys) -> Result<Vec<Line>, Vec<String>> {
    const NAME: &str = "lines.toml";
    let lines = store::pack::file::<LinesFile>(folder, NAME)?.unwrap_or_default().lines;
    let mut faults = Faults::of(folder, NAME);
    faults.keys("line", lines.iter().map(|line| line.key.as_str()));
    for line in &lines {
        let place = format!("line {}", line.key);
        faults.known(&place, "unit", [&line.unit], Some(&keys.units));
        faults.known(&place, "topic", &line.topics, keys.topics.as_ref());
        if let Some(LineHours::Calendar(key)) = &line.hours {
            faults.known(&place, "calendar", [key], keys.calendars.as_ref());
        }
        if let Some(number) = line.number.as_ref().filter(|number| !is_e164(number)) {
            faults.add(&place, format!("the number {number} is not E.164, such as +48616463344"));
        }
    }
    faults.end(lines)
}

fn is_e164(number: &str) -> bool {
    number.parse::<PhoneNumber>().is_ok_and(|read| read.as_str() == number)
}
