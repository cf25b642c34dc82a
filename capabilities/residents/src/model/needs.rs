//! Communication needs: how somebody has to be spoken or written to. They govern every contact that goes out.

use std::collections::BTreeSet;

use base::{Error, Result};

use super::Outlet;

/// The longest need in words, in characters.
pub const LONGEST_NEED: usize = 300;
/// How many working days ahead a sign-language interpreter is asked for (act on sign language, art. 12).
pub const INTERPRETER_WORKING_DAYS: u32 = 3;

/// One need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// Reads and writes, and is never called.
    TextOnly,
    /// Polish Sign Language: an interpreter for conversations, never a call.
    SignLanguage,
    /// Speak slowly and clearly.
    SlowSpeech,
    /// Large print.
    LargePrint,
    /// Easy to read: short sentences.
    EasyRead,
    /// Is called, and neither written to nor texted.
    CallsOnly,
    /// No e-mail.
    NoEmail,
    /// What the words say.
    Other,
}

impl Need {
    /// All of them, in the order of the form.
    pub const ALL: [Need; 8] = [
        Self::TextOnly,
        Self::SignLanguage,
        Self::SlowSpeech,
        Self::LargePrint,
        Self::EasyRead,
        Self::CallsOnly,
        Self::NoEmail,
        Self::Other,
    ];

    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::TextOnly => "text_only",
            Self::SignLanguage => "sign_language",
            Self::SlowSpeech => "slow_speech",
            Self::LargePrint => "large_print",
            Self::EasyRead => "easy_read",
            Self::CallsOnly => "calls_only",
            Self::NoEmail => "no_email",
            Self::Other => "other",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.word() == word)
    }
}

/// How what goes out has to look and sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Letters in large print.
    pub large_print: bool,
    /// Short sentences.
    pub easy_read: bool,
    /// Speak slowly.
    pub slow_speech: bool,
}

/// All needs of one resident, which do not contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needs {
    kinds: BTreeSet<Need>,
    words: Option<String>,
}

impl Needs {
    /// These needs; `words` say what the other need is and make one.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `needs` when one forbids what another wants, or on `words` when they are too long.
    pub fn new(kinds: impl IntoIterator<Item = Need>, words: &str) -> Result<Self> {
        let mut kinds: BTreeSet<Need> = kinds.into_iter().collect();
        let words = Some(words.trim()).filter(|words| !words.is_empty()).map(str::to_owned);
        match &words {
            Some(long) if long.chars().count() > LONGEST_NEED => return Err(Error::invalid("words", "resident-need-long")),
            Some(_) => kinds.insert(Need::Other),
            None => kinds.remove(&Need::Other),
        };
        let silent = kinds.contains(&Need::TextOnly) || kinds.contains(&Need::SignLanguage);
        if silent && kinds.contains(&Need::CallsOnly) {
            return Err(Error::invalid("needs", "resident-needs-contradict"));
        }
        Ok(Self { kinds, words })
    }

    /// As kept.
    pub(crate) fn kept(rows: Vec<(String, Option<String>)>) -> Self {
        let words = rows.iter().find_map(|(_, words)| words.clone());
        Self { kinds: rows.iter().filter_map(|(kind, _)| Need::from_word(kind)).collect(), words }
    }

    /// The needs of two rows that are one resident: whatever either needs.
    #[must_use]
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.kinds.extend(other.kinds);
        self.words = match (self.words, other.words) {
            (Some(own), Some(more)) if own != more => Some(format!("{own}; {more}")),
            (own, more) => own.or(more),
        };
        self
    }

    /// Each of them, always in the same order.
    pub fn iter(&self) -> impl Iterator<Item = Need> + '_ {
        self.kinds.iter().copied()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Whether this is one of them.
    pub fn hold(&self, need: Need) -> bool {
        self.kinds.contains(&need)
    }

    /// What the other need is.
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }

    /// How what goes out has to look and sound.
    pub fn style(&self) -> Style {
        Style { large_print: self.hold(Need::LargePrint), easy_read: self.hold(Need::EasyRead), slow_speech: self.hold(Need::SlowSpeech) }
    }

    /// Whether somebody with these needs may be reached like this.
    pub fn allow(&self, outlet: &Outlet) -> bool {
        match outlet {
            Outlet::Email(_) => !self.hold(Need::CallsOnly) && !self.hold(Need::NoEmail),
            Outlet::Sms(_) | Outlet::Letter(_) => !self.hold(Need::CallsOnly),
            Outlet::Call(_) => !self.hold(Need::TextOnly) && !self.hold(Need::SignLanguage),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(kinds: &[Need]) -> Needs {
        Needs::new(kinds.iter().copied(), "").unwrap()
    }

    /// Whether e-mail, text message, letter and call are allowed.
    fn check(kinds: &[Need], wanted: [bool; 4]) {
        let number: base::PhoneNumber = "601 234 567".parse().unwrap();
        let outlets = [
            Outlet::Email("anna@poczta.example".parse().unwrap()),
            Outlet::Sms(number.clone()),
            Outlet::Letter("ul. Olszowa 14".parse().unwrap()),
            Outlet::Call(number),
        ];
        assert_eq!(outlets.map(|outlet| needs(kinds).allow(&outlet)), wanted, "{kinds:?}");
    }

    #[test]
    fn each_need_forbids_exactly_this() {
        check(&[], [true; 4]);
        check(&[Need::TextOnly], [true, true, true, false]);
        check(&[Need::SignLanguage], [true, true, true, false]);
        check(&[Need::CallsOnly], [false, false, false, true]);
        check(&[Need::NoEmail], [false, true, true, true]);
        check(&[Need::TextOnly, Need::NoEmail], [false, true, true, false]);
        check(&[Need::LargePrint, Need::EasyRead, Need::SlowSpeech], [true; 4]);
    }

    #[test]
    fn needs_that_contradict_each_other_are_refused() {
        for silent in [Need::TextOnly, Need::SignLanguage] {
            assert!(Needs::new([silent, Need::CallsOnly], "").is_err(), "{silent:?}");
        }
    }

    #[test]
    fn another_need_is_one_only_with_words() {
        assert!(needs(&[Need::Other]).is_empty());
        let spoken = Needs::new([], " pies przewodnik ").unwrap();
        assert_eq!((spoken.hold(Need::Other), spoken.words()), (true, Some("pies przewodnik")));
        assert!(Needs::new([], &"a".repeat(LONGEST_NEED + 1)).is_err());
    }

    #[test]
    fn words_come_back() {
        assert!(Need::ALL.iter().all(|need| Need::from_word(need.word()) == Some(*need)));
    }
}
