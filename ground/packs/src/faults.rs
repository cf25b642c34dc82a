//! A fault of a pack: which entry, which value of it, and why it cannot be taken.

use std::fmt;

/// Something that cannot be taken as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The section's name, or the file's when the file as a whole is at fault.
    pub section: String,
    /// The entry's key; empty when the section as a whole is at fault.
    pub key: String,
    /// The value within the entry, such as `question[2].when.is`; empty for the whole entry.
    pub path: String,
    /// Why, and what would be right.
    pub reason: Reason,
    /// File and line, when it came from a file.
    pub at: Option<(String, usize)>,
}

impl Fault {
    /// A fault of one value of an entry.
    pub fn new(section: &str, key: &str, path: &str, reason: impl Into<Reason>) -> Self {
        Self { section: section.to_owned(), key: key.to_owned(), path: path.to_owned(), reason: reason.into(), at: None }
    }

    /// A fault of a file that could not be read at all.
    pub(crate) fn of_file(file: &str, line: usize, reason: impl Into<Reason>) -> Self {
        Self { at: Some((file.to_owned(), line)), ..Self::new(file, "", "", reason) }
    }
}

impl fmt::Display for Fault {
    /// `units.toml, line 12: zarzad-drog: parent: there is no unit "x"`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            Some((file, 0)) => write!(f, "{file}")?,
            Some((file, line)) => write!(f, "{file}, line {line}")?,
            None => write!(f, "{}", self.section)?,
        }
        [&self.key, &self.path].into_iter().filter(|part| !part.is_empty()).try_for_each(|part| write!(f, ": {part}"))?;
        write!(f, ": {}", self.reason)
    }
}

/// Why something cannot be taken: an English sentence for the command line, and a kind by which pages find words of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What sort of fault it is.
    pub kind: Kind,
    /// What the words are about: a key, a number, what was typed; empty when they need nothing.
    pub word: String,
    sentence: String,
}

/// The sorts of faults that pages have words for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It names what is not there.
    Unknown,
    /// It has to be there.
    Missing,
    /// There is no such field.
    Field,
    /// The value is of another shape: a word where a number has to be.
    Shape,
    /// It is none of the words to choose from.
    Choice,
    /// With the other values only these words can be chosen.
    Only,
    /// Hours that cannot be read, or overlap.
    Hours,
    /// A number that cannot be dialled from everywhere.
    Phone,
    /// No address of e-mail.
    Email,
    /// It stands twice.
    Twice,
    /// A number out of its bounds.
    Range,
    /// It ends before it begins, or lies the wrong way round.
    Backwards,
    /// It is a part of itself.
    Circle,
    /// A key with other letters than a key may have.
    Key,
    /// The number of a thing with signs that none has.
    Code,
    /// No number of a house.
    HouseNumber,
    /// No degrees of latitude and longitude.
    Point,
    /// A point outside the city.
    Outside,
    /// The first line of a table does not name its columns.
    Header,
    /// A row with more or fewer values than columns.
    Values,
    /// So many rows of a long list that do not fit.
    Rows,
    /// Anything else, told in English.
    Other,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::Unknown,
        Self::Missing,
        Self::Field,
        Self::Shape,
        Self::Choice,
        Self::Only,
        Self::Hours,
        Self::Phone,
        Self::Email,
        Self::Twice,
        Self::Range,
        Self::Backwards,
        Self::Circle,
        Self::Key,
        Self::Code,
        Self::HouseNumber,
        Self::Point,
        Self::Outside,
        Self::Header,
        Self::Values,
        Self::Rows,
        Self::Other,
    ];

    /// One word for it, by which its text is named.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Missing => "missing",
            Self::Field => "field",
            Self::Shape => "shape",
            Self::Choice => "choice",
            Self::Only => "only",
            Self::Hours => "hours",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Twice => "twice",
            Self::Range => "range",
            Self::Backwards => "backwards",
            Self::Circle => "circle",
            Self::Key => "key",
            Self::Code => "code",
            Self::HouseNumber => "house-number",
            Self::Point => "point",
            Self::Outside => "outside",
            Self::Header => "header",
            Self::Values => "values",
            Self::Rows => "rows",
            Self::Other => "other",
        }
    }
}

impl Reason {
    /// A reason of this kind, about this word, in this English sentence.
    pub fn new(kind: Kind, word: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { kind, word: word.into(), sentence: sentence.into() }
    }

    /// `there is no {what}{word}`; `what` is empty or ends with a space.
    pub fn unknown(what: &str, word: &str) -> Self {
        Self::new(Kind::Unknown, word, format!("there is no {what}{word}"))
    }

    /// A number has to lie between these two.
    pub fn range(least: i64, most: i64, sentence: impl Into<String>) -> Self {
        Self::new(Kind::Range, format!("{least}–{most}"), sentence)
    }

    /// Not a number as `+48616463344`.
    pub fn phone(word: &str) -> Self {
        Self::new(Kind::Phone, word, format!("{word:?} is not E.164, such as +48616463344"))
    }

    /// Not an address as `kontakt@miasto.example`.
    pub fn email(word: &str) -> Self {
        Self::new(Kind::Email, word, format!("{word:?} is no e-mail address, such as kontakt@miasto.example"))
    }

    /// What serde said of a value that does not fit its shape.
    pub(crate) fn of_shape(said: &str) -> Self {
        let quoted = |start: &str| said.strip_prefix(start)?.split('`').next().map(str::to_owned);
        let hours =
            ["is not HH:MM-HH:MM", "overlap"].iter().any(|end| said.ends_with(end)) || said.contains("does not end after it begins");
        if let Some(word) = quoted("unknown field `") {
            Self::new(Kind::Field, word, said)
        } else if let Some(word) = quoted("unknown variant `") {
            Self::new(Kind::Choice, word, said)
        } else if said.starts_with("missing field ") {
            Self::new(Kind::Missing, "", said)
        } else if hours {
            Self::new(Kind::Hours, "", said)
        } else if said.starts_with("invalid type") || said.starts_with("invalid value") {
            Self::new(Kind::Shape, "", said)
        } else {
            Self::from(said)
        }
    }
}

impl From<String> for Reason {
    fn from(sentence: String) -> Self {
        Self::new(Kind::Other, "", sentence)
    }
}

impl From<&str> for Reason {
    fn from(sentence: &str) -> Self {
        Self::from(sentence.to_owned())
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}
