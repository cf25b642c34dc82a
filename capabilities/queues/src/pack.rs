//! `lines.toml` of a city pack.

use base::PhoneNumber;
use packs::{Fault, Faults, Keys, Reason, Section};

use crate::model::{Line, LineHours};

/// `lines.toml`; a pack may do without.
pub const LINES: Section = Section::list::<Line>("lines", "lines.toml", "line").optional();

/// What the lines say that cannot be; `keys` are what they may name.
pub fn check(lines: &[Line], keys: &Keys) -> Vec<Fault> {
    let mut faults = Faults::of("lines");
    for line in lines {
        faults.known(&line.key, "unit", [&line.unit], Some(&keys.units));
        faults.known(&line.key, "topics", &line.topics, keys.topics.as_ref());
        if let Some(LineHours::Calendar(key)) = &line.hours {
            faults.known(&line.key, "hours", [key], keys.calendars.as_ref());
        }
        if let Some(number) = line.number.as_ref().filter(|number| !PhoneNumber::is_e164(number)) {
            faults.add(&line.key, "number", Reason::phone(number));
        }
    }
    faults.end()
}
