//! What is shown of residents, in words.

use base::Id;
use interactions::Channel;
use residents::{
    Candidate, Needs,
    model::{INTERPRETER_WORKING_DAYS, Need, language_name},
};
use staff::audit::Purpose;
use web::{Choice, T};

/// A candidate in words, without a name unless somebody asked by name.
pub(crate) struct Candidly {
    pub(crate) id: Id,
    pub(crate) title: String,
    pub(crate) needs: Vec<String>,
    pub(crate) language: String,
    pub(crate) shared: bool,
}

/// The `n`-th candidate.
pub(crate) fn candidate(t: &T, n: usize, one: &Candidate, name: Option<String>) -> Candidly {
    Candidly {
        id: one.resident_id,
        title: name.unwrap_or_else(|| t.count("residents-candidate", i64::try_from(n).unwrap_or(0))),
        needs: needs(t, &one.needs),
        language: language_name(one.language.tag()).unwrap_or_default().to_owned(),
        shared: one.shared,
    }
}

/// The key of a need's sentence.
pub(crate) fn need_key(need: Need) -> &'static str {
    match need {
        Need::TextOnly => "residents-need-text-only",
        Need::SignLanguage => "residents-need-sign-language",
        Need::SlowSpeech => "residents-need-slow-speech",
        Need::LargePrint => "residents-need-large-print",
        Need::EasyRead => "residents-need-easy-read",
        Need::CallsOnly => "residents-need-calls-only",
        Need::NoEmail => "residents-need-no-email",
        Need::Other => "residents-need-other",
    }
}

/// Each need as a sentence.
pub(crate) fn needs(t: &T, needs: &Needs) -> Vec<String> {
    let sentence = |need: Need| match need {
        Need::Other => needs.words().unwrap_or_default().to_owned(),
        Need::SignLanguage => t.with(need_key(need), &[("days", i64::from(INTERPRETER_WORKING_DAYS).into())]),
        _ => t.get(need_key(need)).to_owned(),
    };
    needs.iter().map(sentence).collect()
}

/// Purposes to choose from.
pub(crate) fn purposes(t: &T) -> Vec<Choice> {
    let key = |purpose: &Purpose| match purpose {
        Purpose::Conversation => "residents-purpose-conversation",
        Purpose::Matter => "residents-purpose-matter",
        Purpose::PrivacyRequest => "residents-purpose-privacy",
        Purpose::Complaint => "residents-purpose-complaint",
        Purpose::Audit => "residents-purpose-audit",
        Purpose::Upkeep => "residents-purpose-upkeep",
    };
    Purpose::ALL.iter().map(|purpose| Choice::new(purpose.word(), t.get(key(purpose)))).collect()
}

/// The key of a channel's word.
pub(crate) fn channel_word(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "talk-channel-phone",
        Channel::Sms => "talk-channel-sms",
        Channel::Email => "talk-channel-email",
        Channel::Chat => "talk-channel-chat",
        Channel::Web => "talk-channel-web",
        Channel::App => "talk-channel-app",
        Channel::Open311 => "talk-channel-open311",
        Channel::Counter => "talk-channel-counter",
        Channel::Post => "talk-channel-post",
        Channel::Other => "talk-channel-other",
    }
}

/// The key of the word for a kind of way.
pub(crate) fn way_key(kind: &str) -> &'static str {
    match kind {
        "email" => "residents-way-email",
        "phone" => "residents-way-phone",
        _ => "residents-way-post",
    }
}
