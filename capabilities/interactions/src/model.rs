//! What an interaction is, and what it may be about.

mod conversations;
mod topics;

use base::{Id, Language};

pub use conversations::{Conversation, Direction, Ending, Interaction, LONGEST_NOTE, NUMBER_DAYS, Note, USUAL_TOPICS, checked_note};
pub use topics::{MAX_DEPTH, Topic, tree};

/// Where a conversation takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    /// A telephone call.
    Phone,
    /// A text message.
    Sms,
    /// An e-mail.
    Email,
    /// A chat.
    Chat,
    /// A page of the portal.
    Web,
    /// A program on a phone.
    App,
    /// Another program by Open311.
    Open311,
    /// A counter in an office.
    Counter,
    /// A letter.
    Post,
    /// A channel of another system that has no word here.
    Other,
}

impl Channel {
    const WORDS: [(Channel, &'static str); 10] = [
        (Self::Phone, "phone"),
        (Self::Sms, "sms"),
        (Self::Email, "email"),
        (Self::Chat, "chat"),
        (Self::Web, "web"),
        (Self::App, "app"),
        (Self::Open311, "open311"),
        (Self::Counter, "counter"),
        (Self::Post, "post"),
        (Self::Other, "other"),
    ];

    /// The word kept in the database and written in mappings.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(channel, _)| *channel == self).map_or("other", |(_, word)| word)
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, known)| *known == word).map(|(channel, _)| *channel)
    }
}

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disposition {
    /// The resident was told what they asked; nothing is left to do.
    Informed,
    /// A case was opened or joined.
    CaseOpened,
    /// Somebody else goes on with it.
    PassedOn,
    /// The clock ended it; nobody said how.
    Unclassified,
}

impl Disposition {
    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Informed => "informed",
            Self::CaseOpened => "case_opened",
            Self::PassedOn => "passed_on",
            Self::Unclassified => "unclassified",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Informed, Self::CaseOpened, Self::PassedOn, Self::Unclassified].into_iter().find(|one| one.word() == word)
    }
}

/// An interaction that begins, or one taken over that has ended already.
#[derive(Debug, Clone)]
pub struct NewInteraction {
    /// Where it takes place.
    pub channel: Channel,
    /// Who turned to us, when they left a way to be reached.
    pub resident_id: Option<Id>,
    /// The language spoken or written.
    pub language: Language,
    /// The system a historic row was taken from, and its key there.
    pub source: Option<(String, String)>,
    /// The key of the data controller that answers for it, when that is not the city.
    pub controller: Option<String>,
}
