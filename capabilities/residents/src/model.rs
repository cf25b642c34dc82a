//! What we keep of residents, and the rules about reaching, recognising and joining them.

mod callers;
mod consents;
mod identity;
mod needs;
mod outgoing;
mod people;
mod ways;

pub use callers::{Caller, Candidate, Recognition};
pub use consents::{Basis, Consent, ConsentChannel, Given, PURPOSES, Purpose, standing};
pub use identity::{MIN_TICKED, QUESTIONS, Question, VERIFIED_SECONDS, Verified, enough};
pub use needs::{INTERPRETER_WORKING_DAYS, LONGEST_NEED, Need, Needs, Style};
pub(crate) use outgoing::{Known, choose};
pub use outgoing::{Outgoing, Outlet, Reach, Undeliverable};
pub use people::{Details, FirmPerson, KNOWN_LANGUAGES, Kind, LONGEST_NAME, Resident, language_name};
pub use ways::{KeptWay, LONGEST_POST, PostalAddress, Reachable, Way};
