//! What is done with accounts, units, sessions and keys.

mod accounts;
mod demo;
mod hashing;
mod identities;
mod keys;
mod passkeys;
mod provider_line;
mod seal;
mod second_factor;
mod sessions;
mod sign_in;
mod single_sign_on;
mod units;
mod unlock;

pub use accounts::{PEOPLE, create_account, deactivate, invite, invited, people_for, reactivate, use_invitation};
pub use demo::{begin_demo, put_demo_accounts, refuse_demo};
pub use hashing::{HASHES_AT_ONCE, HASHES_WAITING};
pub use identities::{admit, link_identity};
pub use keys::{Key, KeyHolder, create_key, key_holder, revoke_key};
pub use passkeys::{Ceremony, Passkeys, remove_passkey};
pub use seal::Seal;
pub use second_factor::{
    HalfSignedIn, begin_rules, confirm_first_secret, confirm_secret, give_code, half_signed_in, new_recovery_codes, new_secret, put_rule,
    remove_codes, reset_second_factor, second_factor_required,
};
pub use sessions::{
    OpenSession, Presence, end_other_sessions, end_session, end_sessions, open_sessions, presence, recognise, sign_ins_of, sign_out,
    viewer_of,
};
pub use sign_in::{Passwords, Step, begin_sign_in, sign_in};
pub use single_sign_on::{AWAY_SECONDS, Answer, Departure, SingleSignOn};
pub use units::{put_unit, take_over_units};
pub use unlock::{lock, unlock};
