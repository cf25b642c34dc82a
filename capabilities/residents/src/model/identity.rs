//! When somebody has shown well enough who they are: questions, how many, for how long.

use std::sync::LazyLock;

use base::{Id, Moment, Wording};
use serde::Deserialize;

/// How many questions have to be answered rightly when the matter does not name its own.
pub const MIN_TICKED: usize = 2;
/// How long history stays visible at most, in seconds.
pub const VERIFIED_SECONDS: i64 = 30 * 60;

/// A question by which somebody shows that a matter is theirs. The list is data: `data/questions.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The word kept in the database.
    pub key: String,
    /// What of the records answers it: name, post, email, nip, report_number, report_date, report_place.
    pub about: String,
    /// What the agent asks.
    pub ask: Wording,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    question: Vec<Question>,
}

/// The usual questions.
pub static QUESTIONS: LazyLock<Vec<Question>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/questions.toml")).expect("our own list is valid, a test reads it");
    file.question
});

/// Whether these answers are enough: those that the matter requires, or else any [`MIN_TICKED`] different known ones.
pub fn enough(ticked: &[String], required: &[String]) -> bool {
    if !required.is_empty() {
        return required.iter().all(|key| ticked.contains(key));
    }
    QUESTIONS.iter().filter(|question| ticked.contains(&question.key)).count() >= MIN_TICKED
}

/// A check of identity that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Its id.
    pub id: Id,
    /// Until when.
    pub until: Moment,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ticked: &[&str], required: &[&str], wanted: bool) {
        let own = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
        assert_eq!(enough(&own(ticked), &own(required)), wanted, "{ticked:?} of {required:?}");
    }

    #[test]
    fn two_different_answers_or_those_of_the_matter_are_enough() {
        check(&[], &[], false);
        check(&["full_name"], &[], false);
        check(&["full_name", "full_name"], &[], false);
        check(&["full_name", "made_up"], &[], false);
        check(&["full_name", "report_number"], &[], true);
        check(&["full_name", "report_number"], &["report_number", "nip"], false);
        check(&["nip"], &["nip"], true);
    }

    #[test]
    fn every_question_is_asked_in_three_languages() {
        assert!(QUESTIONS.len() >= 4 && QUESTIONS.iter().all(|one| base::Language::ALL.iter().all(|language| one.ask.has(*language))));
    }
}
