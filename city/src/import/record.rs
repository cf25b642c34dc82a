//! What a row of the other system tells us.

use base::{Id, Language, Moment};
use cases::{NewReport, Outcome, Place};
use interactions::{Channel, NewInteraction};
use services::Kind;

/// A row that can be taken over.
#[derive(Debug, Clone)]
pub struct Record {
    /// The row's key in the other system: number, unit, and which one of that pair it is in its file.
    pub key: String,
    /// How it came in.
    pub channel: Channel,
    /// The language of the resident.
    pub language: Language,
    /// When it was opened.
    pub opened_at: Moment,
    /// What became of it.
    pub matter: Matter,
}

/// What became of a row.
#[derive(Debug, Clone)]
pub enum Matter {
    /// The resident was told something; there is no case.
    Conversation,
    /// A case was opened.
    Case(Past),
}

/// A case of the other system.
#[derive(Debug, Clone)]
pub struct Past {
    /// What sort of matter it is.
    pub kind: Kind,
    /// The service it is about.
    pub service_id: Id,
    /// Whether strangers may know of it.
    pub public: bool,
    /// Where it is.
    pub place: Place,
    /// The unit that got it.
    pub unit: Option<PastUnit>,
    /// When and how it was closed.
    pub closed: Option<(Moment, Outcome)>,
}

/// The unit that got a case.
#[derive(Debug, Clone)]
pub struct PastUnit {
    /// The unit's id here.
    pub id: Id,
    /// Its name in lists.
    pub short: String,
}

impl Record {
    /// The case that the row became, if it did.
    pub fn case(&self) -> Option<&Past> {
        match &self.matter {
            Matter::Conversation => None,
            Matter::Case(past) => Some(past),
        }
    }

    /// The conversation, kept under `source`.
    pub fn conversation(&self, source: &str) -> NewInteraction {
        NewInteraction {
            channel: self.channel,
            resident_id: None,
            language: self.language,
            source: Some((source.to_owned(), self.key.clone())),
            controller: None,
        }
    }

    /// The report that opens the case, kept under `source`. The other system's files hold no words of the resident.
    pub fn report(&self, past: &Past, source: &str, due_at: Option<Moment>) -> NewReport {
        NewReport {
            service_id: past.service_id,
            kind: past.kind,
            public: past.public,
            place: past.place.clone(),
            body: String::new(),
            answers: Vec::new(),
            language: self.language,
            channel: self.channel,
            reply_to: None,
            due_at,
            answer_by: None,
            token: None,
            photos: Vec::new(),
            source: Some((source.to_owned(), self.key.clone())),
        }
    }
}
