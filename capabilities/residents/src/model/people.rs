//! People and firms: names, numbers of firms, languages.

use base::{Error, FieldFault, Id, Language, Nip, Regon, Result};

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 200;

/// Languages that residents may speak, by BCP 47 tag, as each names itself.
pub const KNOWN_LANGUAGES: [(&str, &str); 12] = [
    ("pl", "Polski"),
    ("uk", "Українська"),
    ("en", "English"),
    ("be", "Беларуская"),
    ("ru", "Русский"),
    ("de", "Deutsch"),
    ("fr", "Français"),
    ("es", "Español"),
    ("it", "Italiano"),
    ("vi", "Tiếng Việt"),
    ("ka", "ქართული"),
    ("pso", "Polski Język Migowy"),
];

/// How the language with this tag names itself.
pub fn language_name(tag: &str) -> Option<&'static str> {
    KNOWN_LANGUAGES.iter().find(|(known, _)| *known == tag).map(|(_, name)| *name)
}

/// What a resident is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One person.
    Person,
    /// A firm or another body, for which people speak.
    Firm,
}

impl Kind {
    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Firm => "firm",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Person, Self::Firm].into_iter().find(|kind| kind.word() == word)
    }
}

/// A resident as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resident {
    /// The resident's id.
    pub id: Id,
    /// What they call themselves.
    pub name: Option<String>,
    /// The language they prefer.
    pub language: Language,
    /// Person or firm.
    pub kind: Kind,
    /// Other languages they speak, as BCP 47 tags.
    pub languages: Vec<String>,
    /// A firm's tax number.
    pub nip: Option<String>,
    /// A firm's number in the register.
    pub regon: Option<String>,
    /// The resident that this one turned out to be.
    pub merged_into: Option<Id>,
    /// Whether they were erased.
    pub erased: bool,
    /// The key of the data controller that answers for the record.
    pub controller: String,
}

/// Somebody who speaks for a firm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirmPerson {
    /// What they are called.
    pub name: String,
    /// What they do there; may be empty.
    pub role: String,
}

/// What is written down of somebody, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// Person or firm.
    pub kind: Kind,
    /// The name, trimmed and not empty.
    pub name: String,
    /// The language they prefer.
    pub language: Language,
    /// Other languages, known tags only.
    pub languages: Vec<String>,
    /// Of a firm.
    pub nip: Option<Nip>,
    /// Of a firm.
    pub regon: Option<Regon>,
    /// Of a firm.
    pub people: Vec<FirmPerson>,
}

impl Details {
    /// Somebody with this name.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `name`.
    pub fn of(kind: Kind, name: &str, language: Language) -> Result<Self> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let fault = |message| Error::Invalid(vec![FieldFault { field: "name", message }]);
        match name.chars().count() {
            0 => Err(fault("resident-name-missing")),
            1..=LONGEST_NAME => Ok(Self { kind, name, language, languages: Vec::new(), nip: None, regon: None, people: Vec::new() }),
            _ => Err(fault("resident-name-long")),
        }
    }

    /// The same with these other languages; unknown tags and the preferred one are left out.
    #[must_use]
    pub fn speaking<'a>(mut self, tags: impl IntoIterator<Item = &'a str>) -> Self {
        let preferred = self.language.tag();
        self.languages = tags.into_iter().filter(|tag| *tag != preferred && language_name(tag).is_some()).map(str::to_owned).collect();
        self.languages.sort();
        self.languages.dedup();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_in_one_line_and_never_empty() {
        assert_eq!(Details::of(Kind::Person, "  Anna \n Kowalska ", Language::Pl).unwrap().name, "Anna Kowalska");
        for wrong in ["", " \n ", &"a".repeat(LONGEST_NAME + 1)] {
            assert!(Details::of(Kind::Firm, wrong, Language::Pl).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn other_languages_are_known_ones_and_each_stands_once() {
        let details = Details::of(Kind::Person, "Anna", Language::Uk).unwrap().speaking(["ru", "uk", "pl", "ru", "xx"]);
        assert_eq!(details.languages, ["pl", "ru"]);
    }
}
