//! The languages in which the city speaks, and wording that a city pack gives in them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language of the pages, prompts and notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Polish, the language of the office.
    #[default]
    Pl,
    /// Ukrainian.
    Uk,
    /// English.
    En,
}

impl Language {
    /// All of them, in the order of the switch on the pages.
    pub const ALL: [Language; 3] = [Language::Pl, Language::Uk, Language::En];

    /// The BCP 47 tag: `pl`, `uk`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::Uk => "uk",
            Self::En => "en",
        }
    }

    /// How the language names itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Pl => "Polski",
            Self::Uk => "Українська",
            Self::En => "English",
        }
    }

    /// Reads a tag such as `pl`, `pl-PL` or `UK`; a language we do not speak is `None`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// A text of the city pack: Polish always, the others where the city has them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Polish.
    pub pl: String,
    /// Ukrainian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uk: Option<String>,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Wording {
    /// The text in `language`, or in Polish where it is missing.
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Pl => None,
            Language::Uk => self.uk.as_deref(),
            Language::En => self.en.as_deref(),
        }
        .unwrap_or(&self.pl)
    }

    /// Whether the text exists in `language` itself.
    pub fn has(&self, language: Language) -> bool {
        match language {
            Language::Pl => true,
            Language::Uk => self.uk.is_some(),
            Language::En => self.en.is_some(),
        }
    }
}
