//! Whoever turned to the city and left a way to be reached: people and firms, how they need to be spoken to, and what
//! they agreed to. A matching address or number finds candidates, but proves no identity: nothing of one's history is
//! shown because of it.
//!
//! [`way_to`] is the only maker of an [`Outgoing`] contact, so that nothing goes out against somebody's needs.
//! [`recognise`] tells who may be behind a number, and [`verified`] whether they have shown who they are.

pub mod actions;
pub mod model;
pub mod personal;
mod store;

pub use model::{Caller, Candidate, Needs, Outgoing, Reach, Reachable, Recognition, Resident, Way};
pub use store::{
    Mailbox, SEARCH_LIMIT, Twin, are_twins, by_email, by_name, consents, find, firm_people, head, is_restricted, mailbox, mailbox_of,
    may_contact, members, merged, needs, recognise, twins, verified, verify, way_into, way_to, ways,
};
