//! Staff through its front door, on both engines.

mod absences;
mod accounts;
mod answers;
mod audit;
mod browser;
mod cast;
mod directory;
mod keys;
mod pages;
mod people;
mod roles;
mod sessions;
mod sign_in;
mod units;
