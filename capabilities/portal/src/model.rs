//! What the portal decides, without a database: which place a word of a form means, whether a form is a report, how a
//! case's stage is shown, and what can be searched for.

pub(crate) mod documents;
pub(crate) mod draft;
pub(crate) mod promises;
pub(crate) mod spots;
pub mod statements;
