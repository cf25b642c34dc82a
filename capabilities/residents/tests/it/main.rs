//! Residents through their public verbs, on both engines.

mod verify;
