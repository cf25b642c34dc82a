//! The rows of the city's own people, one statement per function.

mod accounts;
mod keys;
mod looks;
mod sessions;
mod units;
mod verify;

pub use accounts::name_of;
pub(crate) use accounts::{
    account_id_of, clear_attempts, credentials, credentials_of, has_accounts, insert_account, people, put_attempts, put_password,
    put_state, state_of,
};
pub(crate) use keys::{find_key, has_key, insert_key, revoke_key};
pub(crate) use looks::{delete_looks_before, insert_look, looks};
pub(crate) use sessions::{
    account_of_session, delete_invitations, delete_session, delete_sessions, delete_stale_sessions, find_session, insert_invitation,
    insert_session, oldest_sessions, open_invitation, touch_session, use_invitation,
};
pub(crate) use units::{insert_unit, update_unit};
pub use units::{unit, unit_by_key, units};
pub use verify::verify;
