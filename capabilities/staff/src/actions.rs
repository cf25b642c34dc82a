//! What is done with accounts, roles, units, absences, sessions and keys.

mod absences;
mod accounts;
mod demo;
mod directory;
mod hashing;
mod keys;
mod people;
mod roles;
mod sessions;
mod sign_in;
mod units;

pub use absences::{add_absence, cancel_absence, require_lead, set_deputy};
pub use accounts::{create_account, deactivate, invite, invited, reactivate, use_invitation};
pub use demo::{begin_demo, put_demo_accounts, refuse_demo};
pub use directory::Directory;
pub use hashing::{HASHES_AT_ONCE, HASHES_WAITING};
pub use keys::{Key, KeyHolder, create_key, key_holder, revoke_key};
pub use people::{Skills, Sought, change_person, end_account, hire, people_for, permissions_of, person_for, skills_of};
pub use roles::{add_role, change_role, put_skills, restore_role, roles, settle_roles, skills, take_over_roles};
pub use sessions::{recognise, sign_out, viewer_of};
pub use sign_in::sign_in;
pub use units::{put_unit, resume_unit, set_leaders, stop_unit, take_over_units};
