//! The rows of the city's own people, one statement per function.

mod absences;
mod accounts;
mod identities;
mod keys;
mod looks;
mod passkeys;
mod people;
mod roles;
mod second_factor;
mod sessions;
mod units;
mod verify;

pub use absences::stood_in_for;
pub(crate) use absences::{absence, absences_from, absences_of, cancel_absence, insert_absence};
pub use accounts::name_of;
pub(crate) use accounts::{
    account_id_of, clear_attempts, credentials, credentials_of, has_accounts, insert_account, login_of, put_attempts, put_password,
    put_state, state_of,
};
pub(crate) use identities::{Identity, find_identity, forget_password, insert_identity, put_cut_off, put_unit_of};
pub use keys::{ApiKey, api_keys};
pub(crate) use keys::{find_key, has_key, insert_key, revoke_key};
pub(crate) use looks::{
    blank_words_of, count_looks_before, count_sessions_before, delete_looks_before, delete_some_looks, delete_some_sessions, insert_look,
    looks, words_after,
};
pub(crate) use passkeys::{
    credentials_of_passkeys, delete_ceremony, delete_passkey, delete_passkeys, find_ceremony, find_passkey, has_credential, has_identity,
    has_other_way, insert_ceremony, insert_passkey, passkeys_of, use_passkey,
};
pub use people::people_of;
pub(crate) use people::{
    held, is_in_use, languages, own_permissions, people, person, put_languages, put_own_permissions, put_profile, put_skills, skills_of_all,
};
pub(crate) use roles::{
    administrators, delete_skill, give_role, has_asking_role, holders, holdings, permissions_of, put_role, put_skill, retire_role, role,
    roles, skills, take_roles,
};
pub(crate) use second_factor::{
    SealedSecret, confirm_totp, delete_halves, delete_recovery_codes, delete_totp, factors, find_half, find_totp, insert_half,
    insert_recovery_code, insert_sign_in, insert_totp, put_last_step, put_outcome, sign_ins, use_recovery_code,
};
pub(crate) use sessions::{
    account_of_session, count_unlock, delete_invitations, delete_other_sessions, delete_session, delete_session_by_id, delete_sessions,
    delete_stale_sessions, find_session, insert_invitation, insert_session, lock_session, oldest_sessions, open_invitation, sessions_of,
    strengthen_session, touch_session, unlock_session, use_invitation,
};
pub(crate) use units::{insert_unit, leaders, put_leaders, update_unit};
pub use units::{unit, unit_by_key, units};
pub use verify::verify;
