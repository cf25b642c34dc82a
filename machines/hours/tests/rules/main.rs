//! The rules of the crate through its public door, as tables and as properties.

mod cast;
mod clock_changes;
mod holidays;
mod legal;
mod opening;
mod pack;
mod properties;
mod working;
