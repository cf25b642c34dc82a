//! Interactions through their public verbs, on both engines.

mod verify;
