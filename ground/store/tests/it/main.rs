//! The store through its front door, on both engines.

mod archives;
mod backup;
mod common;
mod journal;
mod opening;
mod queue;
mod reconnecting;
mod restore;
mod transactions;
