//! Opening hours, holidays, working time and legal deadlines: pure rules, no clock, no particular city.
//!
//! A [`Calendar`] is a time zone, the holidays of a country and an [`Opening`] from a city pack. It says when a line or
//! an office is open. On it [`due`] and [`worked_minutes`] count working time, and [`due_in_working_days`] working days.
//! Statutory terms are another matter, with dates and their own rules: [`deadline`].
//!
//! Moments are [`Micros`]; civil dates and times are `jiff`'s. The present moment always comes in as an argument.
//!
//! Absent on purpose: bookable slots and their capacities, names of holidays in any language (a rule has a key).

mod calendar;
mod file;
mod holidays;
mod interval;
mod legal;
mod moment;
mod opening;
mod spans;
mod week;
mod working;

pub use calendar::{Calendar, Day, Reason};
pub use file::Hours;
pub use holidays::{BadRule, HolidayRule, Holidays, YearDay, easter};
pub use interval::{BadDay, BadHours, DayHours, Interval};
pub use legal::{LegalError, Term, deadline, free_by_law, workday_from};
pub use moment::{Micros, day_end, day_of, day_start};
pub use opening::{Exception, Exceptions, OnHolidays, Opening};
pub use spans::SEARCH_DAYS;
pub use week::Week;
pub use working::{Pause, WorkingError, due, due_in_working_days, nth_working_day, worked_minutes, worked_seconds};
