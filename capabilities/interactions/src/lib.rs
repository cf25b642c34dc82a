//! Every conversation of a resident with the city, on every channel, as one record. A report sent from a
//! page is one, too; and so is a call of somebody who only asked and of whom no profile is made.

pub mod actions;
pub mod jobs;
pub mod model;
pub mod pack;
pub mod personal;
mod store;

pub use model::{Channel, Conversation, Direction, Disposition, Ending, Interaction, NewInteraction, Note, Topic};
pub use store::{by_channel, calls_from, count_numbered_before, find_for, find_source, notes, of_resident, offered_topics, topics, verify};
