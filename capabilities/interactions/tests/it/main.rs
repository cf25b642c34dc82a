//! Interactions through their public verbs, on both engines.

mod conversations;
mod topics;
mod verify;
