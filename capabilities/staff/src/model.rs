//! The city's own people: what they may do, how they come in, and the units they belong to.

mod accounts;
mod devices;
mod entrance;
mod passkeys;
mod permissions;
mod second_factor;
mod single_sign_on;
mod standing;
mod totp;
mod units;

pub use accounts::{Login, NewAccount, Person, Viewer};
pub use devices::Device;
pub use entrance::{
    INVITATION_SECONDS, LOCK_SECONDS, Password, SESSION_IDLE_SECONDS, SESSION_LOCKED_SECONDS, SESSION_SECONDS, SESSIONS_OF_ONE, Session,
    WRONG_PASSWORDS,
};
pub use passkeys::{PASSKEY_NAME_LENGTH, PASSKEY_SECONDS, PASSKEYS, PasskeyTold};
pub use permissions::{Permission, Permissions, ROLES, Role, role};
pub use second_factor::{Factors, GUARDED, HALF_SECONDS, Outcome, RECOVERY_CODES, RecoveryCode, SignInTold, Way, asks_second_factor};
pub use single_sign_on::{Arrival, GroupRights, Refusal, Rights, SingleSignOnSettings};
pub use totp::{SECRET_BYTES, TotpSecret};
pub use units::{PackUnit, Unit};

pub(crate) use accounts::Credentials;
pub(crate) use entrance::Attempts;
pub(crate) use standing::Standing;
