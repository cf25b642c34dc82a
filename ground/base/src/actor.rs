//! Who does a thing: every change of the city has one actor.

use serde::{Deserialize, Serialize};

use crate::Id;

/// The sort of actor; kept in the journal beside the actor's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// Somebody who turned to the city, known or not.
    Resident,
    /// A signed-in account of the city's staff.
    Staff,
    /// A job or a start-up step of the program itself.
    System,
    /// A historic row taken over from another system; causes no follow-up work.
    Import,
    /// Another program with an API key.
    Key,
}

impl ActorKind {
    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Staff => "staff",
            Self::System => "system",
            Self::Import => "import",
            Self::Key => "key",
        }
    }

    /// Reads the word kept in the database; an unknown word is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Resident, Self::Staff, Self::System, Self::Import, Self::Key].into_iter().find(|kind| kind.word() == word)
    }
}

/// Who acts, with the id of the account, resident or key when there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Actor {
    /// The sort of actor.
    pub kind: ActorKind,
    /// Account, resident or key; `None` for the program and for strangers.
    pub id: Option<Id>,
}

impl Actor {
    /// A resident of whom we know nothing yet.
    pub const STRANGER: Actor = Actor { kind: ActorKind::Resident, id: None };
    /// The program itself.
    pub const SYSTEM: Actor = Actor { kind: ActorKind::System, id: None };
    /// A historic row taken over from elsewhere.
    pub const IMPORT: Actor = Actor { kind: ActorKind::Import, id: None };

    /// The signed-in account `id`.
    pub fn staff(id: Id) -> Self {
        Self { kind: ActorKind::Staff, id: Some(id) }
    }
}
