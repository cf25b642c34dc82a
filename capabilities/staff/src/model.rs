//! The city's own people: what they may do, how they come in, the units they belong to, and who of them answers.

mod absences;
mod accounts;
pub mod answers;
mod entrance;
mod permissions;
mod profile;
mod roles;
mod standing;
pub mod tree;
mod units;
mod words;

pub use absences::{ABSENCE_DAYS, Absence, AbsenceKind};
pub use accounts::{Login, NewAccount, Person, Viewer};
pub use entrance::{INVITATION_SECONDS, LOCK_SECONDS, Password, SESSION_IDLE_SECONDS, SESSION_SECONDS, SESSIONS_OF_ONE, WRONG_PASSWORDS};
pub use permissions::{Permission, Permissions};
pub use profile::{LANGUAGES, LEVELS, Levels, Profile, USUAL_LEVEL, end_of_day, is_tag, last_day, read_phone, shown_phone};
pub use roles::{BuiltIn, PackRole, ROLES, ROLES_OF_A_CITY, Role, RoleText, Skill, is_key, key_of, role};
pub use units::{PackUnit, Unit, UnitDetails};
pub use words::Query;

pub(crate) use accounts::Credentials;
pub(crate) use entrance::{Attempts, Session};
pub(crate) use standing::{Held, Standing};
