//! Answers to the questions of a service, and why its routing chose a unit, in words.

use std::collections::HashMap;

use base::{Id, Language, Wording};
use services::{Answer, AnswerKind, Details};
use web::Ctx;

use crate::{public::answer_in_words, store::Routed};

/// A question as the resident read it, and what they answered.
pub(super) struct AnswerPart {
    pub(super) ask: String,
    pub(super) said: String,
    /// The language of own words; `None` for ours.
    pub(super) language: Option<Language>,
}

/// An answer as the page shows it; own words were written in `written`.
pub(super) fn part(ctx: &Ctx, answer: &Answer, written: Language) -> AnswerPart {
    let own_words = answer.kind == AnswerKind::Text && !answer.value.is_empty();
    AnswerPart {
        ask: answer.asked.ask.of(ctx.language()).to_owned(),
        said: answer_in_words(ctx, answer),
        language: own_words.then_some(written),
    }
}

/// What a reason speaks of.
pub(super) struct Grounds<'a> {
    pub(super) details: &'a Details,
    pub(super) areas: &'a HashMap<Id, Wording>,
    pub(super) answers: &'a [Answer],
}

/// Why the unit got the case: "bo: Stare Miasto; Co się dzieje? – Leży".
pub(super) fn why(ctx: &Ctx, routed: &Routed, grounds: &Grounds<'_>) -> String {
    let Some(row) = routed.row else { return ctx.t.get("cases-because-own-unit").to_owned() };
    let owner = routed.owner.then(|| ctx.t.get("cases-because-owner").to_owned());
    let area = routed.area.and_then(|id| grounds.areas.get(&id)).map(|name| name.of(ctx.language()).to_owned());
    let answer = condition_of(grounds.details, routed, row).and_then(|question| {
        let answer = grounds.answers.iter().find(|answer| answer.question == question)?;
        Some(format!("{} – {}", answer.asked.ask.of(ctx.language()), answer_in_words(ctx, answer)))
    });
    let reasons: Vec<String> = owner.into_iter().chain(area).chain(answer).collect();
    match reasons.is_empty() {
        true => ctx.t.with("cases-because-row", &[("row", (row + 1).into())]),
        false => ctx.t.with("cases-because", &[("reasons", reasons.join("; ").into())]),
    }
}

/// The question on whose answer the row depended, while the table still is what it was.
fn condition_of<'a>(details: &'a Details, routed: &Routed, row: usize) -> Option<&'a str> {
    let same = services::table_version(&details.routes) == routed.table;
    details.routes.get(row).filter(|_| same)?.when.as_ref().map(|when| when.question.as_str())
}
