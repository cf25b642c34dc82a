//! The end of a case: a claim with evidence.

use super::{KeptPhoto, Outcome};

/// The end of a case as its unit tells it: a claim with evidence.
#[derive(Debug, Clone)]
pub struct Closing {
    /// How it ends.
    pub outcome: Outcome,
    /// A sentence to the resident.
    pub words: String,
    /// Pictures of how it was.
    pub before: Vec<KeptPhoto>,
    /// Pictures of what was done.
    pub after: Vec<KeptPhoto>,
    /// Why there is no picture of what was done.
    pub no_photo: String,
}

impl Closing {
    /// An end in words.
    pub fn new(outcome: Outcome, words: impl Into<String>) -> Self {
        Self { outcome, words: words.into(), before: Vec::new(), after: Vec::new(), no_photo: String::new() }
    }

    /// The same, with the reason why there is no picture of what was done.
    #[must_use]
    pub fn without_photo(self, why: impl Into<String>) -> Self {
        Self { no_photo: why.into(), ..self }
    }

    /// Whether it says that work was done and neither shows it nor tells why not.
    pub fn lacks_evidence(&self) -> bool {
        self.outcome.claims_work() && self.after.is_empty() && self.no_photo.trim().is_empty()
    }

    /// The reason that is told: none beside a picture.
    pub fn reason(&self) -> Option<&str> {
        Some(self.no_photo.trim()).filter(|why| !why.is_empty() && self.after.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use base::{Id, Moment};

    use super::*;

    #[test]
    fn who_says_that_work_was_done_shows_it_or_tells_why_not() {
        let photo = KeptPhoto { file: Id::named("file", "one"), width: 1, height: 1, at: Moment(0) };
        for outcome in Outcome::ALL {
            let said = Closing::new(outcome, "x");
            assert_eq!(said.lacks_evidence(), ["fixed", "implemented"].contains(&outcome.word()), "{outcome:?}");
            assert!(Closing { before: vec![photo], ..said.clone() }.lacks_evidence() == said.lacks_evidence(), "before is no evidence");
            assert!(!Closing { after: vec![photo], ..said.clone() }.lacks_evidence());
            assert!(!said.without_photo("Ciemno").lacks_evidence());
        }
        assert!(Closing::new(Outcome::Fixed, "x").without_photo("  ").lacks_evidence());
    }
}
