//! The rights of people over their data, on both engines.

mod cast;
mod erasing;
mod exporting;
mod requests;
mod retaining;
