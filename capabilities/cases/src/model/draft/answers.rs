//! The questions of the chosen service in a form: which are asked, what was answered, and whether that stops the report.
//!
//! Fields: `answer-KEY` for each question; `shown` with the service and the questions that were on the page, so that a
//! question that was passed over can be told from one that nobody has seen yet: `lamp what since`.

use std::borrow::Cow;

use base::{FieldFault, Wording};
use services::{Answer, AnswerKind, Flaw, Question, Service, Stop};
use web::{Form, T};

use super::{Danger, Draft};

/// The field that says which questions were on the page.
pub const SHOWN: &str = "shown";

/// The field of the answer to a question.
pub fn field_of(question: &Question) -> String {
    format!("answer-{}", question.key)
}

/// Something to be mended in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// The field.
    pub field: Cow<'static, str>,
    /// The key of the sentence that says how.
    pub message: &'static str,
    /// The question of which the sentence speaks.
    pub question: Option<Wording>,
}

impl Mend {
    /// The sentence that says how to mend it.
    pub fn sentence(&self, t: &T) -> String {
        match &self.question {
            Some(ask) => t.with(self.message, &[("question", ask.of(t.language()).into())]),
            None => t.get(self.message).to_owned(),
        }
    }
}

impl From<FieldFault> for Mend {
    fn from(fault: FieldFault) -> Self {
        Self { field: fault.field.into(), message: fault.message, question: None }
    }
}

/// What the form holds of the questions of `service`, to be sent along unseen.
pub fn carried<'a>(form: &'a Form, service: Option<&Service>) -> Vec<(Cow<'static, str>, &'a str)> {
    let Some(service) = service.filter(|service| !service.details.questions.is_empty()) else { return Vec::new() };
    let fields = service.details.questions.iter().map(field_of);
    let filled = fields.map(Cow::from).chain([SHOWN.into()]).filter(|field| form.filled(field).is_some());
    filled.map(|field| (field.clone(), form.value(&field))).collect()
}

impl<'a> Draft<'a> {
    /// The questions that are to be asked, each with what was given.
    pub fn asked(&self) -> Vec<(&'a Question, &'a str)> {
        let Some(service) = self.service else { return Vec::new() };
        let form = self.form;
        let about_another = form.filled(SHOWN).is_some_and(|shown| shown.split(' ').next() != Some(&service.key));
        services::asked(&service.details.questions, |question| if about_another { "" } else { form.get(&field_of(question)) })
    }

    /// What stops the report, and the field of the answer that does.
    pub fn stop(&self) -> Option<(String, &'a Stop)> {
        self.asked().into_iter().find_map(|(question, given)| Some((field_of(question), question.stop(given)?)))
    }

    /// Whether nothing may be taken: somebody is in danger, or an answer stops the report.
    pub fn is_stopped(&self) -> bool {
        self.danger() == Danger::Yes || self.stop().is_some()
    }

    /// The first question that nobody has seen yet, nor answered.
    pub fn fresh(&self) -> Option<&'a Question> {
        let unseen = |(question, given): &(&'a Question, &str)| given.is_empty() && !self.was_shown(question);
        self.asked().into_iter().find(unseen).map(|(question, _)| question)
    }

    fn was_shown(&self, question: &Question) -> bool {
        let mut shown = self.form.get(SHOWN).split(' ');
        shown.next() == self.service.map(|service| service.key.as_str()) && shown.any(|key| key == question.key)
    }

    /// The answers, or what has to be mended in them. A question that was never shown may stay unanswered: programs that
    /// send a report in one post tell what they know.
    pub fn answers(&self) -> Result<Vec<Answer>, Vec<Mend>> {
        let (mut answers, mut mends) = (Vec::new(), Vec::new());
        for (question, given) in self.asked() {
            match question.read(given) {
                Ok(answer) => answers.extend(answer),
                Err(Flaw::Missing) if !self.was_shown(question) => {}
                Err(flaw) => mends.push(Mend {
                    field: field_of(question).into(),
                    message: message(question.kind, flaw),
                    question: Some(question.ask.clone()),
                }),
            }
        }
        if mends.is_empty() { Ok(answers) } else { Err(mends) }
    }
}

fn message(kind: AnswerKind, flaw: Flaw) -> &'static str {
    match (kind, flaw) {
        (_, Flaw::Long) => "draft-answer-long",
        (AnswerKind::Choice | AnswerKind::YesNo, _) => "draft-answer-choose",
        (AnswerKind::Text, _) => "draft-answer-write",
        (AnswerKind::Number, _) => "draft-answer-number",
        (AnswerKind::Date, _) => "draft-answer-date",
    }
}
