//! Staff through its front door, on both engines.

mod absences;
mod accounts;
mod answers;
mod audit;
mod browser;
mod cast;
mod device;
mod directory;
mod keys;
mod lock;
mod pages;
mod passkeys;
mod people;
mod roles;
mod second_factor;
mod security;
mod sessions;
mod sign_in;
mod single_sign_on;
mod units;
