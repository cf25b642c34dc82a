//! Residents through their public verbs, on both engines.

mod cast;
mod details;
mod identity;
mod merging;
mod outgoing;
mod personal;
mod recognition;
mod verify;
