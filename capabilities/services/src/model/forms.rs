//! What a matter is in law, apart from its kind.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A legal form; most matters have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LegalForm {
    /// A complaint about how a public body works (skarga, KPA part VIII).
    Skarga,
    /// A proposal to a public body (wniosek, KPA part VIII).
    Wniosek,
    /// A petition.
    Petition,
    /// A request for public information.
    PublicInformation,
    /// A demand that something be made accessible.
    AccessibilityDemand,
    /// A request about one's own personal data.
    GdprRequest,
    /// A councillor's question to the mayor.
    Interpellation,
}

impl LegalForm {
    /// All forms, in the order in which they are offered.
    pub const ALL: [LegalForm; 7] = [
        Self::Skarga,
        Self::Wniosek,
        Self::Petition,
        Self::PublicInformation,
        Self::AccessibilityDemand,
        Self::GdprRequest,
        Self::Interpellation,
    ];

    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Skarga => "skarga",
            Self::Wniosek => "wniosek",
            Self::Petition => "petition",
            Self::PublicInformation => "public_information",
            Self::AccessibilityDemand => "accessibility_demand",
            Self::GdprRequest => "gdpr_request",
            Self::Interpellation => "interpellation",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }
}
