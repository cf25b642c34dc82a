//! A notice: one message about one's own matter, and what may stand in it.

mod errands;
mod smtp;

use base::{Error, Id, Language, Moment, Result};
use residents::Reach;

pub(crate) use errands::About;
pub use errands::{Errand, wish_of};
pub use smtp::{Login, Smtp, Tls};

/// The most letters of a title; what is longer is cut.
pub const MAX_TITLE: usize = 200;
/// The most letters of a text; a longer one is a fault of ours.
pub const MAX_BODY: usize = 20_000;

/// A notice about to be queued, its text finished.
#[derive(Debug, Clone)]
pub struct NewNotice {
    /// Who is told.
    pub resident_id: Id,
    /// How they may be reached: what [`residents::way_to`] answered, so that nothing goes out against their needs.
    pub reach: Reach,
    /// The case or report that it is about.
    pub subject_id: Id,
    /// Names the wording, such as `case-opened`.
    pub template: &'static str,
    /// The language of title and text.
    pub language: Language,
    /// One line.
    pub title: String,
    /// Plain text with `\n` between lines.
    pub body: String,
    /// The subject whose notices mail programs show as one conversation.
    pub thread: Option<Id>,
    /// The event it tells of: each resident is told of it once.
    pub cause_id: Id,
}

/// What of a new notice goes into the mail, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Content {
    pub title: String,
    pub body: String,
}

impl Content {
    /// Title and text in a form that cannot break out of a mail's header.
    ///
    /// # Errors
    /// [`Error::Internal`] without a title or with an endless text.
    pub(crate) fn of(title: &str, body: &str) -> Result<Self> {
        let title = one_line(title);
        if title.is_empty() || body.chars().count() > MAX_BODY {
            return Err(Error::internal(format!("a notice without a title, or longer than {MAX_BODY} letters")));
        }
        Ok(Self { title, body: plain(body) })
    }
}

/// The text on one line of at most [`MAX_TITLE`] letters: breaks and other control characters become spaces.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() && c != '\u{a0}' || c.is_control());
    let line = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MAX_TITLE {
        return line;
    }
    line.chars().take(MAX_TITLE - 1).chain(['…']).collect()
}

/// The text with `\n` as its only break, none at its end, and without other control characters.
fn plain(text: &str) -> String {
    let breaks = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = breaks.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    kept.trim_end().to_owned()
}

/// How far a notice has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It waits for its turn or for a mail server.
    Queued,
    /// A mail server took it, or it lies in the mailbox of the demo.
    Sent,
    /// It was given up; the job stands on the supervisor's list.
    Failed,
}

impl State {
    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Queued, Self::Sent, Self::Failed].into_iter().find(|state| state.word() == word)
    }
}

/// Why a notice was given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It cannot be delivered at all: the address does not exist, the mail server refuses it for good.
    Refused,
    /// No attempt came through.
    OutOfAttempts,
    /// The resident was erased before it was sent.
    Erased,
    /// Their data may only be kept since (GDPR art. 18).
    Restricted,
    /// No e-mail may reach them any more: people tell it instead.
    ByPeople,
}

impl Reason {
    /// The word kept in the journal.
    pub fn word(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::OutOfAttempts => "out_of_attempts",
            Self::Erased => "erased",
            Self::Restricted => "restricted",
            Self::ByPeople => "by_people",
        }
    }
}

/// A notice as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The notice's id.
    pub id: Id,
    /// The case or report that it is about.
    pub subject_id: Id,
    /// Names the wording.
    pub template: String,
    /// The language of title and text.
    pub language: Language,
    /// Where it goes; empty after erasure.
    pub address: String,
    /// Whether it is to be read in large print.
    pub large_print: bool,
    /// One line; empty after erasure.
    pub title: String,
    /// Plain text; empty after erasure.
    pub body: String,
    /// The subject whose notices mail programs show as one conversation.
    pub thread_id: Option<Id>,
    /// How far it has come.
    pub state: State,
    /// When it was queued.
    pub queued_at: Moment,
    /// When it was sent or given up.
    pub ended_at: Option<Moment>,
}

impl Notice {
    /// Whether it is still to be sent: not sent yet, and not erased. A failed one may be tried again.
    pub fn is_to_be_sent(&self) -> bool {
        self.state != State::Sent && !self.address.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_whatever_is_put_in() {
        for (given, kept) in [
            ("Sprawa 4821-907-5", "Sprawa 4821-907-5"),
            ("  Sprawa\r\nBcc: zla@poczta.example ", "Sprawa Bcc: zla@poczta.example"),
            ("Sprawa\u{2028}dwa\u{85}trzy\0cztery\tpięć", "Sprawa dwa trzy cztery pięć"),
            ("Sprawa z\u{a0}wczoraj", "Sprawa z\u{a0}wczoraj"),
        ] {
            assert_eq!(Content::of(given, "").unwrap().title, kept, "{given:?}");
        }
        let long = Content::of(&"ż".repeat(500), "").unwrap().title;
        assert_eq!((long.chars().count(), long.chars().last()), (MAX_TITLE, Some('…')));
    }

    #[test]
    fn a_text_keeps_its_lines_and_nothing_else_that_controls() {
        let content = Content::of("t", "Dzień dobry,\r\n\r\nsprawa\rprzyjęta.\0\u{1b}[2J\n\n").unwrap();
        assert_eq!(content.body, "Dzień dobry,\n\nsprawa\nprzyjęta.[2J");
    }

    #[test]
    fn what_cannot_be_a_notice_is_refused() {
        assert!(matches!(Content::of(" \r\n ", ""), Err(Error::Internal(_))));
        assert!(matches!(Content::of("t", &"ż".repeat(MAX_BODY + 1)), Err(Error::Internal(_))));
    }
}
