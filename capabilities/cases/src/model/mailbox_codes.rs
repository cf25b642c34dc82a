//! Codes by which somebody shows that a mailbox is theirs, and what is theirs may be listed.

use base::{Id, Moment};

/// How long a code holds, seconds.
pub const CODE_SECONDS: i64 = 600;
/// How many wrong ones may be typed.
pub const MOST_TRIES: i64 = 5;
/// How many codes go to one mailbox in an hour.
pub const MOST_CODES: i64 = 5;
/// The time in which they are counted, seconds.
pub const CODES_SECONDS: i64 = 3_600;

/// A code that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailboxCode {
    /// What the form carries.
    pub id: Id,
    /// The way to be reached that it proves; `None` when nothing was sent.
    pub way_id: Option<Id>,
    /// The keyed digest of the code, once its letter was made.
    pub digest: Option<String>,
    /// When it was asked for.
    pub asked_at: Moment,
    /// How often something else was typed.
    pub tries: i64,
    /// When it was used.
    pub used_at: Option<Moment>,
}

impl MailboxCode {
    /// Whether it can still be typed.
    pub fn holds(&self, now: Moment) -> bool {
        self.used_at.is_none() && self.tries < MOST_TRIES && now.seconds_since(self.asked_at) < CODE_SECONDS
    }
}

/// What became of what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// It is the code: whoever typed it reads the mailbox that is this way to be reached.
    Right(Id),
    /// It is not.
    Wrong,
    /// The code was used, is too old, or was typed wrongly too often.
    Over,
}

/// Six digits from a random number.
pub fn six_digits(random: u64) -> String {
    format!("{:06}", random % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_holds_for_ten_minutes_five_tries_and_one_use() {
        let asked_at = Moment(0);
        let fresh = MailboxCode { id: Id::new(), way_id: None, digest: None, asked_at, tries: 0, used_at: None };
        assert!(fresh.holds(asked_at.plus_seconds(599)) && !fresh.holds(asked_at.plus_seconds(600)));
        assert!(MailboxCode { tries: 4, ..fresh.clone() }.holds(asked_at) && !MailboxCode { tries: 5, ..fresh.clone() }.holds(asked_at));
        assert!(!MailboxCode { used_at: Some(asked_at), ..fresh }.holds(asked_at));
    }

    #[test]
    fn a_code_has_six_digits() {
        assert_eq!([six_digits(7), six_digits(1_000_000), six_digits(u64::MAX)], ["000007", "000000", "551615"]);
    }
}
