//! The city's own people: what they may do, how they come in, and the units they belong to.

mod accounts;
mod entrance;
mod permissions;
mod standing;
mod units;

pub use accounts::{Login, NewAccount, Person, Viewer};
pub use entrance::{INVITATION_SECONDS, LOCK_SECONDS, Password, SESSION_IDLE_SECONDS, SESSION_SECONDS, SESSIONS_OF_ONE, WRONG_PASSWORDS};
pub use permissions::{Permission, Permissions, ROLES, Role, role};
pub use units::{PackUnit, Unit};

pub(crate) use accounts::Credentials;
pub(crate) use entrance::{Attempts, Session};
pub(crate) use standing::Standing;
