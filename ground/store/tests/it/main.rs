//! The store through its front door, on both engines.

mod transactions;
