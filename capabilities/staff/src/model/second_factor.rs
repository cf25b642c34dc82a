//! What is asked beside a password: who must have a second factor, by which ways people come in, and recovery codes.

use base::{Moment, secret};

use super::totp::base32;

/// How long somebody who gave the right password may take to give the second factor, in seconds.
pub const HALF_SECONDS: i64 = 10 * 60;
/// Recovery codes of one set.
pub const RECOVERY_CODES: usize = 10;
/// Random bytes of a recovery code: 80 bits cannot be guessed, so a plain digest of them is kept.
const RECOVERY_BYTES: usize = 10;

/// How somebody proved who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A password alone.
    Password,
    /// A password and a code of the app.
    Code,
    /// A password and a recovery code.
    RecoveryCode,
    /// A passkey.
    Passkey,
    /// The city's single sign-on.
    SingleSignOn,
}

impl Way {
    /// All of them.
    pub const ALL: [Way; 5] = [Way::Password, Way::Code, Way::RecoveryCode, Way::Passkey, Way::SingleSignOn];

    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Code => "code",
            Self::RecoveryCode => "recovery_code",
            Self::Passkey => "passkey",
            Self::SingleSignOn => "single_sign_on",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }

    /// Whether it is more than a password. Of the city's single sign-on we believe it: its rules are the city's.
    pub fn is_strong(self) -> bool {
        self != Self::Password
    }
}

/// How an attempt to come in ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Refused.
    Failed,
    /// The password was right, the second factor was still owed.
    Half,
    /// Somebody came in.
    SignedIn,
}

impl Outcome {
    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Half => "half",
            Self::SignedIn => "signed_in",
        }
    }

    /// Reads the word; an unknown one counts as a failure.
    pub fn from_word(word: &str) -> Self {
        [Self::Half, Self::SignedIn].into_iter().find(|outcome| outcome.word() == word).unwrap_or(Self::Failed)
    }
}

/// One attempt to sign in, as the account's owner sees it.
#[derive(Debug, Clone)]
pub struct SignInTold {
    /// When.
    pub at: Moment,
    /// How; `None` for a way of another version.
    pub way: Option<Way>,
    /// How it ended.
    pub outcome: Outcome,
    /// The browser; may be empty.
    pub browser: String,
}

/// A code for the day when the phone is lost; holds once.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    /// A code of these random bytes: sixteen letters and digits in groups of four.
    pub fn new(bytes: [u8; RECOVERY_BYTES]) -> Self {
        let letters = base32(&bytes).to_ascii_lowercase();
        let groups: Vec<_> = letters.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group)).collect();
        Self(groups.join("-"))
    }

    /// A code as somebody typed it, in whatever case and with or without its dashes.
    pub fn typed(text: &str) -> Self {
        Self(text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase())
    }

    /// As shown to its owner, once.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    pub fn hash(&self) -> [u8; 32] {
        secret::sha256(Self::typed(&self.0).0.as_bytes())
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

/// How an account stands with second factors.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Factors {
    /// Whether an app shows codes for it.
    pub codes: bool,
    /// Its passkeys.
    pub passkeys: i64,
    /// Recovery codes not used yet.
    pub recovery_codes: i64,
}

impl Factors {
    /// Whether it has a second factor. Recovery codes alone are none.
    pub fn any(&self) -> bool {
        self.codes || self.passkeys > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recovery_code_is_known_however_it_is_typed() {
        let code = RecoveryCode::new([0xa5; RECOVERY_BYTES]);
        assert_eq!(code.text().len(), 19);
        for typed in [code.text().to_owned(), code.text().to_uppercase(), code.text().replace('-', " "), code.text().replace('-', "")] {
            assert_eq!(RecoveryCode::typed(&typed).hash(), code.hash(), "{typed}");
        }
        assert_ne!(RecoveryCode::typed("").hash(), code.hash());
    }

    #[test]
    fn words_come_back() {
        for way in Way::ALL {
            assert_eq!(Way::from_word(way.word()), Some(way));
        }
        for outcome in [Outcome::Failed, Outcome::Half, Outcome::SignedIn] {
            assert_eq!(Outcome::from_word(outcome.word()), outcome);
        }
    }
}
