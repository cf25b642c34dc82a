//! The rows of the city's own people, one statement per function.

mod absences;
mod accounts;
mod keys;
mod looks;
mod people;
mod roles;
mod sessions;
mod units;
mod verify;

pub(crate) use absences::{absence, absences_from, absences_of, cancel_absence, insert_absence};
pub use accounts::name_of;
pub(crate) use accounts::{
    account_id_of, clear_attempts, credentials, credentials_of, has_accounts, insert_account, put_attempts, put_password, put_state,
    state_of,
};
pub use keys::{ApiKey, api_keys};
pub(crate) use keys::{find_key, has_key, insert_key, revoke_key};
pub(crate) use looks::{delete_looks_before, insert_look, looks};
pub(crate) use people::{
    held, is_in_use, languages, people, person, put_languages, put_own_permissions, put_profile, put_skills, skills_of_all,
};
pub(crate) use roles::{
    administrators, give_role, holders, holdings, insert_role, permissions_of, put_skill, role, roles, skills, take_roles, update_role,
};
pub(crate) use sessions::{
    account_of_session, delete_invitations, delete_session, delete_sessions, delete_stale_sessions, find_session, insert_invitation,
    insert_session, oldest_sessions, open_invitation, touch_session, use_invitation,
};
pub(crate) use units::{insert_unit, leaders, put_leaders, update_unit};
pub use units::{unit, unit_by_key, units};
pub use verify::verify;
