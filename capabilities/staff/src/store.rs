//! The rows of the city's own people, one statement per function.

mod accounts;
mod identities;
mod keys;
mod passkeys;
mod second_factor;
mod sessions;
mod units;
mod verify;

pub(crate) use accounts::{
    account_id_of, clear_attempts, credentials, credentials_of, has_accounts, insert_account, login_of, people, permissions_of,
    put_attempts, put_password, put_state, state_of,
};
pub(crate) use identities::{Identity, find_identity, insert_identity, put_cut_off, put_rights};
pub(crate) use keys::{find_key, has_key, insert_key, revoke_key};
pub(crate) use passkeys::{
    credentials_of_passkeys, delete_ceremony, delete_passkey, delete_passkeys, find_ceremony, find_passkey, has_credential, has_identity,
    has_other_way, insert_ceremony, insert_passkey, passkeys_of, use_passkey,
};
pub(crate) use second_factor::{
    asking_permissions, confirm_totp, delete_halves, delete_recovery_codes, delete_totp, factors, find_half, find_rule, find_totp,
    insert_half, insert_recovery_code, insert_rule, insert_sign_in, insert_totp, put_last_step, put_outcome, put_rule, sign_ins,
    use_recovery_code,
};
pub(crate) use sessions::{
    account_of_session, delete_invitations, delete_other_sessions, delete_session, delete_session_by_id, delete_sessions,
    delete_stale_sessions, find_session, insert_invitation, insert_session, lock_session, oldest_sessions, open_invitation, sessions_of,
    strengthen_session, touch_session, unlock_session, use_invitation,
};
pub(crate) use units::{insert_unit, update_unit};
pub use units::{unit, unit_by_key, units};
pub use verify::verify;
