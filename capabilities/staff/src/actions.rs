//! What is done with accounts, roles, units, absences, sessions and keys.

mod absences;
mod accounts;
mod demo;
mod directory;
mod hashing;
mod identities;
mod keys;
mod listed;
mod passkeys;
mod password;
mod people;
mod provider_line;
mod roles;
mod second_factor;
mod sessions;
mod sign_in;
mod single_sign_on;
mod units;
mod unlock;

pub use absences::{add_absence, cancel_absence, require_lead, set_deputy};
pub use accounts::{create_account, deactivate, invite, invited, reactivate, use_invitation};
pub use demo::{begin_demo, put_demo_accounts, refuse_demo};
pub use directory::Directory;
pub use hashing::{HASHES_AT_ONCE, HASHES_WAITING};
pub use identities::{admit, link_identity, may_have_password};
pub use keys::{Key, KeyHolder, create_key, key_holder, revoke_key};
pub use listed::take_over_people;
pub use passkeys::{Ceremony, Passkeys, remove_passkey};
pub use password::change_password;
pub use people::{Skills, Sought, change_person, end_account, hire, people_for, permissions_of, person_for, skills_of};
pub use roles::{roles, settle_roles, skills, take_over_roles, take_over_skills};
pub use second_factor::{
    HalfSignedIn, confirm_first_secret, confirm_secret, give_code, half_signed_in, new_recovery_codes, new_secret, remove_codes,
    reset_second_factor, second_factor_required,
};
pub use sessions::{
    OpenSession, Presence, end_other_sessions, end_session, end_sessions, open_sessions, owner_of, presence, recognise, sign_ins_of,
    sign_out, viewer_of,
};
pub use sign_in::{Passwords, Step, begin_sign_in, sign_in};
pub use single_sign_on::{AWAY_SECONDS, Answer, Departure, SingleSignOn};
pub use units::{put_unit, set_leaders, take_over_units};
pub use unlock::{Unlocked, lock, unlock};
