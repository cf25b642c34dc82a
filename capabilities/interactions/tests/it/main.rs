//! Interactions through their public verbs, on both engines.

mod topics;
mod verify;
