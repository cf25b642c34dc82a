//! Consents by purpose and channel: given, withdrawn, and never needed for somebody's own matter.

use std::sync::LazyLock;

use base::{Error, Id, Moment, Result, Wording};
use serde::Deserialize;

/// A purpose for which we may turn to somebody of our own accord. The list is data: `data/purposes.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// The word kept in the database.
    pub key: String,
    /// How people read it.
    pub name: Wording,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    purpose: Vec<Purpose>,
}

/// The purposes that need consent.
pub static PURPOSES: LazyLock<Vec<Purpose>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/purposes.toml")).expect("our own list is valid, a test reads it");
    file.purpose
});

/// A channel on which consent is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentChannel {
    /// E-mail.
    Email,
    /// Text messages.
    Sms,
    /// Calls.
    Phone,
    /// Letters.
    Post,
}

impl ConsentChannel {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Email, Self::Sms, Self::Phone, Self::Post];

    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Phone => "phone",
            Self::Post => "post",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.word() == word)
    }
}

/// Why we may turn to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// Their own matter: a task of the city, no consent (GDPR art. 6 section 1 letters c and e).
    OwnMatter,
    /// Their consent for this purpose (GDPR art. 6 section 1 letter a).
    Consent(String),
}

/// Whether consent was given or withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// From now on we may.
    Given,
    /// From now on we may not.
    Withdrawn,
}

/// What was said about one purpose and channel at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The purpose's key.
    pub purpose: String,
    /// The channel it is about.
    pub channel: ConsentChannel,
    /// Which of both.
    pub given: Given,
    /// When; set by the store.
    pub at: Moment,
    /// The channel's word on which it was said: phone, counter, web …
    pub how: String,
    /// The account that noted it; set by the store.
    pub account_id: Option<Id>,
    /// The version of the text that was read or shown.
    pub text_version: String,
}

impl Consent {
    /// Consent about to be noted.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `purpose`, `channel`, `how` or `text_version`.
    pub fn new(purpose: &str, channel: &str, given: Given, how: &str, text_version: &str) -> Result<Self> {
        if !PURPOSES.iter().any(|known| known.key == purpose) {
            return Err(Error::invalid("purpose", "consent-purpose-unknown"));
        }
        let channel = ConsentChannel::from_word(channel).ok_or_else(|| Error::invalid("channel", "consent-channel-unknown"))?;
        if !["phone", "counter", "post", "email", "web", "chat"].contains(&how) {
            return Err(Error::invalid("how", "consent-how-unknown"));
        }
        let version = text_version.trim();
        if version.is_empty() || version.chars().count() > 60 {
            return Err(Error::invalid("text_version", "consent-version-missing"));
        }
        let (purpose, how, text_version) = (purpose.to_owned(), how.to_owned(), version.to_owned());
        Ok(Self { purpose, channel, given, at: Moment(0), how, account_id: None, text_version })
    }
}

/// Whether we may turn to somebody for this reason on this channel, by what was said last (the history oldest first).
pub fn standing(history: &[Consent], basis: &Basis, channel: ConsentChannel) -> bool {
    match basis {
        Basis::OwnMatter => true,
        Basis::Consent(purpose) => {
            let last = history.iter().rev().find(|said| said.purpose == *purpose && said.channel == channel);
            last.is_some_and(|said| said.given == Given::Given)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(purpose: &str, channel: &str, given: Given) -> Consent {
        Consent::new(purpose, channel, given, "phone", "2026-1").unwrap()
    }

    #[test]
    fn the_last_word_counts_for_its_purpose_and_channel_only() {
        let history =
            [said("survey", "email", Given::Given), said("survey", "sms", Given::Given), said("survey", "email", Given::Withdrawn)];
        let survey = Basis::Consent("survey".into());
        assert!(!standing(&history, &survey, ConsentChannel::Email));
        assert!(standing(&history, &survey, ConsentChannel::Sms));
        assert!(!standing(&history, &survey, ConsentChannel::Phone), "silence is no consent");
        assert!(!standing(&history, &Basis::Consent("campaign".into()), ConsentChannel::Sms));
        assert!(standing(&[], &Basis::OwnMatter, ConsentChannel::Post), "one's own matter needs none");
    }

    #[test]
    fn what_is_no_consent_is_refused() {
        for (purpose, channel, how, version) in [
            ("spying", "email", "phone", "1"),
            ("survey", "fax", "phone", "1"),
            ("survey", "email", "dream", "1"),
            ("survey", "email", "phone", " "),
        ] {
            assert!(Consent::new(purpose, channel, Given::Given, how, version).is_err(), "{purpose} {channel} {how} {version}");
        }
    }

    #[test]
    fn every_purpose_of_the_list_is_named_in_three_languages() {
        assert!(PURPOSES.len() >= 2 && PURPOSES.iter().all(|purpose| base::Language::ALL.iter().all(|one| purpose.name.has(*one))));
    }
}
