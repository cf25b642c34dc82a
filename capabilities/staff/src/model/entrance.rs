//! How one comes in: passwords, attempts, sessions and invitations, and how long each of them holds.

use base::{Error, Id, Moment, Result};
use unicode_normalization::UnicodeNormalization as _;

use super::Way;

/// Wrong passwords in a row after which an account is locked.
pub const WRONG_PASSWORDS: i64 = 10;
/// How long a locked account stays locked, in seconds.
pub const LOCK_SECONDS: i64 = 15 * 60;
/// How long a session lives without being used, in seconds.
pub const SESSION_IDLE_SECONDS: i64 = 30 * 60;
/// How long a session stays open without a sign of its owner, in seconds; then it is locked, and asks who is there.
pub const SESSION_LOCKED_SECONDS: i64 = 15 * 60;
/// How long a proof of who somebody is suffices for changing how they come in, in seconds.
const PROOF_SECONDS: i64 = 15 * 60;
/// How long a session lives at most, in seconds.
pub const SESSION_SECONDS: i64 = 12 * 3_600;
/// A session's last use is written at most this often, in seconds.
const USE_NOTED_SECONDS: i64 = 60;
/// Sessions that one account may have at once; a further one ends the oldest.
pub const SESSIONS_OF_ONE: i64 = 10;
/// How long an invitation holds, in seconds.
pub const INVITATION_SECONDS: i64 = 24 * 3_600;
/// The shortest password, in letters.
const PASSWORD_LETTERS: usize = 12;
/// The longest password, in bytes; enough for a long sentence.
const PASSWORD_BYTES: usize = 1_024;

/// A password chosen by a person, long enough to be taken.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// Takes a password of 12 letters or more. Length is the only rule: rules about kinds of letters make worse
    /// passwords (NIST SP 800-63B-4, section 3.1.1.2).
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `password` with message `staff-password-short` or `staff-password-long`.
    pub fn new(text: &str) -> Result<Self> {
        if text.chars().count() < PASSWORD_LETTERS {
            return Err(Error::invalid("password", "staff-password-short"));
        }
        Self::given(text)
    }

    /// A password that may be short: that of a demo account, or one typed to sign in. The same letters typed on two
    /// keyboards are made one spelling (NIST SP 800-63B-4, section 3.1.1.2).
    ///
    /// # Errors
    /// [`Error::Invalid`] on field `password` with message `staff-password-long`.
    pub fn given(text: &str) -> Result<Self> {
        if text.len() > PASSWORD_BYTES { Err(Error::invalid("password", "staff-password-long")) } else { Ok(Self(text.nfkc().collect())) }
    }

    /// What is hashed.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Attempts to sign in to one account that were not followed by the right password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attempts {
    /// How many in a row.
    pub failures: i64,
    /// Until when no password is taken; the beginning of time when none is locked out.
    pub locked_until: Moment,
}

impl Attempts {
    /// The count with one more attempt, or `None` while the account is locked. An attempt counts as failed before its
    /// password is looked at, so that a hundred attempts at once are not a hundred guesses; the right password clears all.
    #[must_use]
    pub fn one_more(self, now: Moment) -> Option<Self> {
        if now < self.locked_until {
            return None;
        }
        let was_locked = self.locked_until > Moment::default();
        let failures = if was_locked { 1 } else { self.failures + 1 };
        let locked_until = if failures >= WRONG_PASSWORDS { now.plus_seconds(LOCK_SECONDS) } else { Moment::default() };
        Some(Self { failures, locked_until })
    }

    /// Whether this attempt was the last one for a while.
    pub fn lock(self, now: Moment) -> bool {
        now < self.locked_until
    }
}

/// Somebody's being signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Its id, by which it is ended from elsewhere.
    pub id: Id,
    /// The account.
    pub account_id: Id,
    /// When it began.
    pub begun_at: Moment,
    /// The last use that was written down.
    pub used_at: Moment,
    /// When it ends however much it is used.
    pub ends_at: Moment,
    /// How its owner came in.
    pub way: Way,
    /// Whether that was more than a password, or has become so since.
    pub second_factor: bool,
    /// When its owner last proved who they are.
    pub proved_at: Moment,
    /// Since when its owner has locked it.
    pub locked_at: Option<Moment>,
}

impl Session {
    /// A session that begins now.
    pub fn begin(id: Id, account_id: Id, way: Way, now: Moment) -> Self {
        Self {
            id,
            account_id,
            begun_at: now,
            used_at: now,
            ends_at: now.plus_seconds(SESSION_SECONDS),
            way,
            second_factor: way.is_strong(),
            proved_at: now,
            locked_at: None,
        }
    }

    /// Whether it asks who is there before it goes on: its owner locked it, or gave no sign for a while.
    pub fn is_locked(&self, now: Moment) -> bool {
        self.locked_at.is_some() || now >= self.used_at.plus_seconds(SESSION_LOCKED_SECONDS)
    }

    /// Whether it still holds.
    pub fn holds(&self, now: Moment) -> bool {
        now < self.ends_at && now < self.used_at.plus_seconds(SESSION_IDLE_SECONDS)
    }

    /// Whether its owner has proved who they are a short while ago. What only the single sign-on knows cannot be asked here.
    pub fn is_proven(&self, now: Moment) -> bool {
        self.way == Way::SingleSignOn || now < self.proved_at.plus_seconds(PROOF_SECONDS)
    }

    /// Whether its use is to be written down again.
    pub fn is_use_due(&self, now: Moment) -> bool {
        now.seconds_since(self.used_at) >= USE_NOTED_SECONDS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(1_795_165_200_000_000);

    #[test]
    fn passwords_are_judged_by_letters_not_bytes() {
        for (text, message) in [
            ("krótkie żółć", None),
            ("żółćżółćżół", Some("staff-password-short")),
            ("", Some("staff-password-short")),
            ("cztery zwykłe słowa naraz", None),
        ] {
            let refused = Password::new(text).err().map(|error| format!("{error}"));
            assert_eq!(refused, message.map(|message| format!("invalid: password ({message})")), "{text}");
        }
        assert!(Password::new(&"a".repeat(PASSWORD_BYTES + 1)).is_err());
        assert!(Password::given("demo").is_ok());
        let (composed, decomposed) = (Password::given("ż"), Password::given("z\u{307}"));
        assert_eq!(composed.unwrap().as_bytes(), decomposed.unwrap().as_bytes());
    }

    #[test]
    fn the_last_allowed_attempt_locks_and_the_lock_ends() {
        let mut attempts = Attempts::default();
        for count in 1..=WRONG_PASSWORDS {
            attempts = attempts.one_more(NOW).unwrap();
            assert_eq!(attempts.lock(NOW), count == WRONG_PASSWORDS);
        }
        assert_eq!(attempts.one_more(NOW.plus_seconds(LOCK_SECONDS - 1)), None);
        let after = attempts.one_more(NOW.plus_seconds(LOCK_SECONDS)).unwrap();
        assert_eq!(after, Attempts { failures: 1, locked_until: Moment::default() });
    }

    #[test]
    fn a_session_ends_when_idle_and_after_half_a_day() {
        let session = Session::begin(Id::new(), Id::new(), Way::Password, NOW);
        for (used_after, now_after, holds) in [
            (0, SESSION_IDLE_SECONDS - 1, true),
            (0, SESSION_IDLE_SECONDS, false),
            (SESSION_SECONDS - 60, SESSION_SECONDS - 1, true),
            (SESSION_SECONDS - 60, SESSION_SECONDS, false),
        ] {
            let used = Session { used_at: NOW.plus_seconds(used_after), ..session };
            assert_eq!(used.holds(NOW.plus_seconds(now_after)), holds, "{used_after} {now_after}");
        }
        assert!(!session.is_locked(NOW.plus_seconds(SESSION_LOCKED_SECONDS - 1)));
        assert!(session.is_locked(NOW.plus_seconds(SESSION_LOCKED_SECONDS)));
        assert!(Session { locked_at: Some(NOW), ..session }.is_locked(NOW));
        assert!(session.is_proven(NOW.plus_seconds(PROOF_SECONDS - 1)) && !session.is_proven(NOW.plus_seconds(PROOF_SECONDS)));
        assert!(!session.is_use_due(NOW.plus_seconds(59)));
        assert!(session.is_use_due(NOW.plus_seconds(60)));
    }
}
