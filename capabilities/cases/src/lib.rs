//! What the city was asked to do: a report becomes a case, the case reaches a unit, is worked, and is closed
//! with an outcome of which the resident hears.
//!
//! [`actions`] holds the verbs: open, dispatch, accept, tell progress, close. [`public`] is the only source
//! of what strangers see.

pub mod actions;
pub mod jobs;
pub mod model;
pub mod personal;
pub mod public;
mod store;

pub use model::{Case, NewReport, Outcome, Place, Stage};
pub use store::{Counts, Filter, InboxRow, PAGE, Report, find_for, inbox, inbox_counts, undispatched, verify};

/// Event kinds of this capability, for the city's wiring.
pub mod events {
    /// A report came in.
    pub const REPORT_RECEIVED: &str = "report.received";
    /// A case was opened.
    pub const OPENED: &str = "case.opened";
    /// A case was handed to a unit.
    pub const DISPATCHED: &str = "case.dispatched";
    /// The unit took it on.
    pub const ACCEPTED: &str = "case.accepted";
    /// The unit told of progress.
    pub const PROGRESSED: &str = "case.progressed";
    /// The case ended.
    pub const CLOSED: &str = "case.closed";
}
