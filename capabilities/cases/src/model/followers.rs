//! Somebody else whom a case concerns: counted, and told of it when they wish and have said so from their own mailbox.

use base::{Id, Language, Moment};

/// A follower of a case who left an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Follower {
    /// The follower's id.
    pub id: Id,
    /// The case with which they began.
    pub case_id: Id,
    /// Who they are.
    pub resident_id: Id,
    /// The language in which they are told.
    pub language: Language,
    /// When they asked.
    pub began_at: Moment,
    /// How far it has come.
    pub standing: Standing,
}

/// How far a following has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The owner of the address has not said yes.
    Asked,
    /// They have, and are told.
    Confirmed,
    /// They heard enough, or never said yes.
    Ended,
}

impl Standing {
    /// From the moments that a row has.
    pub fn of(confirmed_at: Option<Moment>, ended_at: Option<Moment>) -> Self {
        match (confirmed_at, ended_at) {
            (_, Some(_)) => Self::Ended,
            (Some(_), None) => Self::Confirmed,
            (None, None) => Self::Asked,
        }
    }
}

/// For so long an address that nobody has confirmed is kept, seconds: 14 days.
pub const UNCONFIRMED_SECONDS: i64 = 14 * 24 * 3_600;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_told_who_has_not_said_yes_or_has_heard_enough() {
        let at = Some(Moment(1));
        assert_eq!(Standing::of(None, None), Standing::Asked);
        assert_eq!(Standing::of(at, None), Standing::Confirmed);
        assert_eq!(Standing::of(at, at), Standing::Ended);
        assert_eq!(Standing::of(None, at), Standing::Ended);
    }
}
