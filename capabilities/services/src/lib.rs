//! What the city offers to do or tell: the catalogue of services with their questions and routes, as the city pack names
//! them, and the orders by which units have the centre work for them.

pub mod actions;
pub mod model;
pub mod pack;
mod store;

pub use model::{
    Allow, Answer, AnswerKind, Asked, Because, Catalogue, Circumstances, Condition, Danger, Details, Duplicates, Flaw, Group, Kind,
    LegalForm, Note, Order, Question, Routed, Service, Stop, Thing, Verification, asked, notes, route, table_version,
};
pub use store::{archive_of, find, is_sensitive, load, orders, unit_and_details, verify};
