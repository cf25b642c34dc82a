//! Staff through its front door, on both engines.

mod accounts;
mod browser;
mod cast;
mod device;
mod keys;
mod lock;
mod pages;
mod passkeys;
mod second_factor;
mod security;
mod sessions;
mod sign_in;
mod single_sign_on;
mod units;
