//! When the reports of one case may become those of another, and when one of them may become a case of its own.

use super::Case;

/// Why cases stay apart. The words are message keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// It is one and the same case.
    Same,
    /// One of them is closed.
    Closed,
    /// One of them is sensitive: nobody may learn of it from the other.
    Sensitive,
    /// They have different data controllers.
    Controller,
    /// One of them is a matter of its own in law, with a term of its own.
    Formal,
    /// Everybody sees the one and not the other, into which it would vanish.
    Hidden,
}

impl Apart {
    /// The key of the sentence for people.
    pub fn message(self) -> &'static str {
        match self {
            Self::Same => "case-merge-same",
            Self::Closed => "case-merge-closed",
            Self::Sensitive => "case-merge-sensitive",
            Self::Controller => "case-merge-controller",
            Self::Formal => "case-merge-formal",
            Self::Hidden => "case-merge-hidden",
        }
    }
}

impl From<Apart> for base::Error {
    fn from(apart: Apart) -> Self {
        base::Error::Conflict(apart.message())
    }
}

impl Case {
    /// Whether its reports may become those of `into`.
    ///
    /// # Errors
    /// Why they stay apart.
    pub fn merges_into(&self, into: &Case) -> Result<(), Apart> {
        let first = [
            (self.id == into.id, Apart::Same),
            (self.stage.outcome().is_some() || into.stage.outcome().is_some(), Apart::Closed),
            (self.sensitive || into.sensitive, Apart::Sensitive),
            (self.controller != into.controller, Apart::Controller),
            (self.legal_form.is_some() || into.legal_form.is_some(), Apart::Formal),
            (self.public && !into.public, Apart::Hidden),
        ];
        first.into_iter().find(|(wrong, _)| *wrong).map_or(Ok(()), |(_, apart)| Err(apart))
    }
}

#[cfg(test)]
mod tests {
    use base::Moment;

    use super::*;
    use crate::model::{Outcome, Stage};

    #[test]
    fn open_cases_of_one_controller_merge_unless_one_is_secret() {
        let check = |one: Case, other: Case, wanted| assert_eq!(one.merges_into(&other), wanted, "{one:?} {other:?}");
        let ended = |key| Case { stage: Stage::Closed { unit_id: None, outcome: Outcome::Fixed, at: Moment(1) }, ..Case::example(key) };
        let secret = |key| Case { sensitive: true, public: false, ..Case::example(key) };
        let hidden = |key| Case { public: false, ..Case::example(key) };
        check(Case::example("a"), Case::example("b"), Ok(()));
        check(Case::example("a"), Case::example("a"), Err(Apart::Same));
        let formal = |key| Case { legal_form: Some(services::LegalForm::Skarga), ..Case::example(key) };
        check(formal("a"), Case::example("b"), Err(Apart::Formal));
        check(Case::example("a"), formal("b"), Err(Apart::Formal));
        check(ended("a"), Case::example("b"), Err(Apart::Closed));
        check(Case::example("a"), ended("b"), Err(Apart::Closed));
        check(secret("a"), Case::example("b"), Err(Apart::Sensitive));
        check(Case::example("a"), secret("b"), Err(Apart::Sensitive));
        check(secret("a"), secret("b"), Err(Apart::Sensitive));
        check(Case { controller: "mpo".into(), ..Case::example("a") }, Case::example("b"), Err(Apart::Controller));
        check(Case::example("a"), hidden("b"), Err(Apart::Hidden));
        check(hidden("a"), Case::example("b"), Ok(()));
        check(hidden("a"), hidden("b"), Ok(()));
    }
}
