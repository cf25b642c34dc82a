//! What capabilities hand in, and who may find it.

use base::{Error, Id, Language, Result};

/// Documents and removals taken in one commit.
pub const MAX_BATCH: usize = 10_000;
/// Bytes of a kind or of a key.
pub const MAX_NAME_BYTES: usize = 200;
/// Letters of a title, a body or keywords that are read; what follows is not searched.
pub const MAX_TEXT_LETTERS: usize = 200_000;

/// More audiences than anybody belongs to; further ones are left out, so that less is seen, not more.
const MAX_AUDIENCES: usize = 256;

/// The thing that a document is about, in all its languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// The sort of thing: `service`, `street`, `address`.
    pub kind: String,
    /// What the owner of the kind knows it by, such as an [`Id`].
    pub key: String,
}

impl Subject {
    /// The thing of this kind with this key.
    pub fn new(kind: &str, key: impl ToString) -> Self {
        Self { kind: kind.to_owned(), key: key.to_string() }
    }

    fn check(&self) -> Result<()> {
        let fits = |name: &str| (1..=MAX_NAME_BYTES).contains(&name.len()) && !name.contains('\0');
        if fits(&self.kind) && fits(&self.key) { Ok(()) } else { Err(Error::invalid("subject", "search-subject-invalid")) }
    }

    /// One word for the subject; kinds and keys hold no NUL, so two subjects never share it.
    pub(crate) fn word(&self) -> String {
        format!("{}\0{}", self.kind, self.key)
    }
}

/// Who may find a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Everybody, strangers too.
    Public,
    /// Every account of the staff.
    Staff,
    /// The accounts of one unit.
    Unit(Id),
}

impl Audience {
    pub(crate) fn word(self) -> String {
        match self {
            Self::Public => "public".to_owned(),
            Self::Staff => "staff".to_owned(),
            Self::Unit(id) => format!("unit {id}"),
        }
    }
}

/// All audiences to which an asker belongs. Made by one of two functions, so that nobody puts it together wrongly.
#[derive(Debug, Clone)]
pub struct Audiences(Vec<Audience>);

impl Audiences {
    /// A stranger's: what is public.
    pub fn public() -> Self {
        Self(vec![Audience::Public])
    }

    /// A signed-in account's: what is public, what is the staff's, and what is its units'.
    pub fn staff(units: impl IntoIterator<Item = Id>) -> Self {
        let shared = [Audience::Public, Audience::Staff];
        Self(shared.into_iter().chain(units.into_iter().map(Audience::Unit)).take(MAX_AUDIENCES).collect())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Audience> + '_ {
        self.0.iter().copied()
    }
}

/// A text that may be found, in one language.
#[derive(Debug, Clone)]
pub struct Document {
    /// What it is about; subject and language together are its identity.
    pub subject: Subject,
    /// The language of its texts, which chooses the stemmer.
    pub language: Language,
    /// Who may find it.
    pub audience: Audience,
    /// Its name; a match here counts most.
    pub title: String,
    /// Words by which people call it though they are not in its name.
    pub keywords: String,
    /// All other text worth finding.
    pub body: String,
}

/// Refuses a batch that does not fit, before anything of it is written.
pub(crate) fn check(puts: &[Document], removals: &[Subject]) -> Result<()> {
    if puts.len() + removals.len() > MAX_BATCH {
        return Err(Error::invalid("batch", "search-batch-too-large"));
    }
    puts.iter().map(|document| &document.subject).chain(removals).try_for_each(Subject::check)
}
