//! Staff through its front door, on both engines.

mod accounts;
mod audit;
mod browser;
mod cast;
mod keys;
mod pages;
mod sessions;
mod sign_in;
mod units;
