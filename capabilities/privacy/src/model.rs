//! Values and rules of personal data: requests and their term, what may go and what must stay, how long things are kept.

mod archive;
mod parts;
mod requests;
mod retention;
mod traces;

pub use archive::{Category, KeptUntil};
pub use parts::{Part, Plan, Standing, Why};
pub use requests::{Identity, Kind, NewRequest, Refusal, State, Step, Term};
pub use retention::{After, Basis, Rule, Then, What};
pub use traces::Traces;

/// The longest reason, scope or answer, in characters.
pub const LONGEST_TEXT: usize = 4_000;
