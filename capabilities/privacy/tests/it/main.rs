//! The rights of people over their data, on both engines.

mod cast;
mod erasing;
mod requests;
mod retaining;
