//! What is done with accounts, units, sessions and keys.

mod accounts;
mod demo;
mod hashing;
mod keys;
mod sessions;
mod sign_in;
mod units;

pub use accounts::{PEOPLE, create_account, deactivate, invite, invited, people_for, reactivate, use_invitation};
pub use demo::{begin_demo, put_demo_accounts, refuse_demo};
pub use hashing::{HASHES_AT_ONCE, HASHES_WAITING};
pub use keys::{Key, KeyHolder, create_key, key_holder, revoke_key};
pub use sessions::{recognise, sign_out, viewer_of};
pub use sign_in::sign_in;
pub use units::{put_unit, take_over_units};
