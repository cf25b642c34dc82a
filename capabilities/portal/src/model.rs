//! What the portal decides, without a database: which place a word of a form means, whether a form is a report, how a
//! case's stage is shown, when a line is answered, what can be searched for, and what the map shows.

pub(crate) mod answering;
pub(crate) mod base_map;
pub(crate) mod chart;
pub(crate) mod documents;
pub(crate) mod map_view;
pub(crate) mod promises;
pub(crate) mod reports_map;
pub mod statements;

pub(crate) use cases::model::{draft, spots};
