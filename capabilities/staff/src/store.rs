//! The rows of the city's own people, one statement per function.

mod accounts;
mod keys;
mod looks;
mod sessions;
mod units;
mod verify;

pub(crate) use accounts::{
    account_id_of, clear_attempts, credentials, credentials_of, has_accounts, insert_account, people, put_attempts, put_password,
    put_state, state_of,
};
pub(crate) use keys::{find_key, has_key, insert_key, revoke_key};
pub(crate) use looks::{
    blank_words_with, count_looks_before, count_sessions_before, delete_looks_before, delete_some_looks, delete_some_sessions, insert_look,
    looks,
};
pub(crate) use sessions::{
    account_of_session, delete_invitations, delete_session, delete_sessions, delete_stale_sessions, find_session, insert_invitation,
    insert_session, oldest_sessions, open_invitation, touch_session, use_invitation,
};
pub(crate) use units::{insert_unit, update_unit};
pub use units::{unit, unit_by_key, units};
pub use verify::verify;
