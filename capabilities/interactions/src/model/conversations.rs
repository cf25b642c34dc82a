//! Conversations that last: how they begin, what is written down, how they end.

use std::sync::LazyLock;

use base::{Error, Id, Language, Moment, Result};
use residents::Caller;
use serde::Deserialize;

use super::Topic;
use super::{Channel, Disposition};

/// How many days the number that somebody called from is kept with the conversation before only a hash of it is left.
pub const NUMBER_DAYS: i64 = 30;
/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 4_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    topic: Vec<Topic>,
}

/// The topics of a city whose pack names none.
pub static USUAL_TOPICS: LazyLock<Vec<Topic>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/topics.toml")).expect("our own list is valid, a test reads it");
    file.topic
});

/// Who began a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The resident.
    In,
    /// The city.
    Out,
}

impl Direction {
    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }
}

/// A conversation that begins.
#[derive(Debug, Clone)]
pub struct Conversation {
    /// Where it takes place.
    pub channel: Channel,
    /// Who began it.
    pub direction: Direction,
    /// The key of the line that was called.
    pub line: Option<String>,
    /// The language spoken.
    pub language: Language,
    /// The number it came from. It stays with the conversation and makes no profile.
    pub caller: Caller,
}

/// How a conversation ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// How.
    pub disposition: Disposition,
    /// What it was about, the most important topic first.
    pub topics: Vec<String>,
}

impl Ending {
    /// An end of this kind; topics are among the `offered` ones, each once.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `topic` for an unknown one, or without any when people ended it.
    pub fn new<'a>(disposition: Disposition, topics: impl IntoIterator<Item = &'a str>, offered: &[Topic]) -> Result<Self> {
        let mut kept: Vec<String> = Vec::new();
        for key in topics.into_iter().filter(|key| !key.is_empty()) {
            if !offered.iter().any(|topic| topic.key == key) {
                return Err(Error::invalid("topic", "interaction-topic-unknown"));
            }
            if !kept.iter().any(|known| known == key) {
                kept.push(key.to_owned());
            }
        }
        if kept.is_empty() && disposition != Disposition::Unclassified {
            return Err(Error::invalid("topic", "interaction-topic-missing"));
        }
        Ok(Self { disposition, topics: kept })
    }
}

/// A note ready to be kept, without spaces around it.
///
/// # Errors
/// [`Error::Invalid`] on `note` without any words, or with too many.
pub fn checked_note(text: &str) -> Result<&str> {
    match text.trim() {
        "" => Err(Error::invalid("note", "interaction-note-missing")),
        long if long.chars().count() > LONGEST_NOTE => Err(Error::invalid("note", "interaction-note-long")),
        note => Ok(note),
    }
}

/// An interaction as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interaction {
    /// Its id.
    pub id: Id,
    /// Where it took place.
    pub channel: Channel,
    /// Whose it was, when somebody said so.
    pub resident_id: Option<Id>,
    /// The language spoken.
    pub language: Language,
    /// When it began.
    pub begun_at: Moment,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// How it ended.
    pub disposition: Option<Disposition>,
    /// The topic it was about first of all.
    pub topic: Option<String>,
    /// The account that holds it.
    pub account_id: Option<Id>,
    /// The number it came from, as long as it is kept.
    pub caller_number: Option<String>,
    /// The key of the data controller that answers for it.
    pub controller: String,
}

/// What was written down during a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// When.
    pub at: Moment,
    /// The words.
    pub body: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_names_known_topics_unless_the_clock_made_it() {
        let ending = Ending::new(Disposition::Informed, ["waste", "", "roads", "waste"], &USUAL_TOPICS).unwrap();
        assert_eq!(ending.topics, ["waste", "roads"]);
        assert!(Ending::new(Disposition::Informed, [], &USUAL_TOPICS).is_err());
        assert!(Ending::new(Disposition::Informed, ["dragons"], &USUAL_TOPICS).is_err());
        assert_eq!(Ending::new(Disposition::Unclassified, [], &USUAL_TOPICS).unwrap().topics, Vec::<String>::new());
    }

    #[test]
    fn every_topic_is_named_in_three_languages() {
        assert!(USUAL_TOPICS.len() > 5 && USUAL_TOPICS.iter().all(|topic| Language::ALL.iter().all(|language| topic.name.has(*language))));
    }
}
