//! The city's own people: what they may do, how they come in, the units they belong to, and who of them answers.

mod absences;
mod accounts;
pub mod answers;
mod devices;
mod entrance;
mod passkeys;
mod permissions;
mod profile;
mod roles;
mod second_factor;
mod single_sign_on;
mod standing;
mod totp;
pub mod tree;
mod units;
mod words;

pub use absences::{ABSENCE_DAYS, Absence, AbsenceKind};
pub use accounts::{Login, NewAccount, Person, Viewer};
pub use permissions::{Permission, Permissions};
pub use profile::{LANGUAGES, LEVELS, Levels, Profile, USUAL_LEVEL, end_of_day, is_tag, last_day, read_phone, shown_phone};
pub use roles::{BuiltIn, ROLES, ROLES_OF_A_CITY, Role, Skill, is_key, role};
pub use units::{PackUnit, Unit, UnitDetails};
pub use words::Query;

pub use devices::Device;
pub use entrance::{
    INVITATION_SECONDS, LOCK_SECONDS, Password, SESSION_IDLE_SECONDS, SESSION_LOCKED_SECONDS, SESSION_SECONDS, SESSIONS_OF_ONE, Session,
    WRONG_PASSWORDS,
};
pub use passkeys::{PASSKEY_NAME_LENGTH, PASSKEY_SECONDS, PASSKEYS, PasskeyTold};
pub use second_factor::{Factors, HALF_SECONDS, Outcome, RECOVERY_CODES, RecoveryCode, SignInTold, Way};
pub use single_sign_on::{Arrival, GroupRights, Refusal, Rights, SingleSignOnSettings};
pub use totp::{SECRET_BYTES, TotpSecret};

pub(crate) use accounts::Credentials;
pub(crate) use entrance::Attempts;
pub(crate) use standing::{Held, Standing};
