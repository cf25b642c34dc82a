//! The questions of a service on the page of step 2, and what was answered on the page of step 3.

use std::borrow::Cow;

use cases::public::answer_in_words;
use services::{Answer, AnswerKind, Question};
use web::{Choice, Ctx, Form};

use crate::model::draft::{Draft, Mend, SHOWN, carried, field_of};

/// More options than this stand in a list that opens.
const MAX_RADIOS: usize = 7;

/// A question with its control.
pub(super) struct AskedQuestion {
    pub(super) field: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) optional: bool,
    /// Whether it is in Polish, because the pack does not have it in the page's language.
    pub(super) foreign: bool,
    pub(super) control: Control,
}

/// How a question is answered on the page.
pub(super) enum Control {
    Radios(Vec<Choice>),
    List(Vec<Choice>),
    Words,
    Number,
    Day,
}

/// The questions of the chosen service.
pub(super) struct Asking<'a> {
    pub(super) questions: Vec<AskedQuestion>,
    /// What the field `shown` is to hold.
    pub(super) shown: String,
    /// Answers to questions that are not asked just now; they are asked again when somebody changes their mind.
    pub(super) kept: Vec<(Cow<'static, str>, &'a str)>,
}

/// The questions to be asked now; `None` when the service asks nothing.
pub(super) fn asking<'a>(ctx: &Ctx, draft: &Draft<'a>) -> Option<Asking<'a>> {
    let service = draft.service.filter(|service| !service.details.questions.is_empty())?;
    let questions: Vec<_> = draft.asked().into_iter().map(|(question, _)| asked_question(ctx, question)).collect();
    let keys = draft.asked().into_iter().map(|(question, _)| question.key.as_str());
    let shown = std::iter::once(service.key.as_str()).chain(keys).collect::<Vec<_>>().join(" ");
    let on_page = |name: &str| name == SHOWN || questions.iter().any(|question| question.field == name);
    let kept = carried(draft.form, Some(service)).into_iter().filter(|(name, _)| !on_page(name)).collect();
    Some(Asking { questions, shown, kept })
}

fn asked_question(ctx: &Ctx, question: &Question) -> AskedQuestion {
    let (ask, language) = (question.ask.of(ctx.language()), ctx.language());
    let control = match question.kind {
        AnswerKind::Choice if question.options.len() > MAX_RADIOS => Control::List(choices(ctx, question)),
        AnswerKind::Choice | AnswerKind::YesNo => Control::Radios(choices(ctx, question)),
        AnswerKind::Text => Control::Words,
        AnswerKind::Number => Control::Number,
        AnswerKind::Date => Control::Day,
    };
    let own_hint = question.hint.as_ref().map(|hint| hint.of(language).to_owned());
    let of_day = || (question.kind == AnswerKind::Date).then(|| ctx.t.get("portal-answer-date-hint").to_owned());
    // Choices have no place for the remark that they are not needed, so it stands in the question.
    let chosen = question.kind.is_chosen() && !question.required;
    AskedQuestion {
        field: field_of(question),
        label: if chosen { format!("{ask} {}", ctx.t.get("form-optional")) } else { ask.to_owned() },
        hint: own_hint.or_else(of_day).unwrap_or_default(),
        optional: !question.required,
        foreign: !question.ask.has(language),
        control,
    }
}

fn choices(ctx: &Ctx, question: &Question) -> Vec<Choice> {
    question.values().map(|key| Choice::new(key, name_of(ctx, question, key))).collect()
}

fn name_of<'a>(ctx: &'a Ctx, question: &'a Question, key: &str) -> &'a str {
    match question.option(key) {
        Some(option) => option.name.of(ctx.language()),
        None => ctx.t.get(if key == "yes" { "portal-yes" } else { "portal-no" }),
    }
}

/// An answer as the last look shows it: the question and what was said.
pub(super) fn told(ctx: &Ctx, answer: &Answer) -> (String, String) {
    (answer.asked.ask.of(ctx.language()).to_owned(), answer_in_words(ctx, answer))
}

/// The form with a sentence at each field that has to be mended.
pub(super) fn refused(mut form: Form, ctx: &Ctx, mends: &[Mend]) -> Form {
    for mend in mends {
        form.refuse(mend.field.clone(), mend.sentence(&ctx.t));
    }
    form
}
