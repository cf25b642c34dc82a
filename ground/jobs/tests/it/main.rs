//! Jobs through their front door, on both engines.

mod common;
mod endings;
mod enqueueing;
mod working;
