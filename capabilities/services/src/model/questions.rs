//! The questions of a service: which are asked after what was answered, whether an answer is one, and which answer stops
//! the report.

use base::Wording;
use jiff::civil::Date;
use places::model::AssetKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The most questions of a service.
pub const MAX_QUESTIONS: usize = 12;
/// The most options of a question.
pub const MAX_OPTIONS: usize = 30;
/// The longest answer in words, in characters.
pub const LONGEST_ANSWER: usize = 1_000;

/// The yes of a question of yes or no.
const YES: &str = "yes";
/// The no of a question of yes or no.
const NO: &str = "no";

/// What is asked before a report about a service is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The pack's word, once in a service.
    pub key: String,
    /// The question, as residents read it.
    pub ask: Wording,
    /// A sentence that helps to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Wording>,
    /// How it is answered.
    pub kind: AnswerKind,
    /// Whether it has to be answered.
    #[serde(default)]
    pub required: bool,
    /// What can be chosen; of a question of yes or no only the answers that are worded anew or that stop.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<AnswerOption>,
    /// The answer in own words is the number of such a thing, by which the case finds its place and owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetKind>,
    /// Asked only after this; always when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// One of the options.
    Choice,
    /// Yes or no.
    YesNo,
    /// Own words.
    Text,
    /// A number, with up to three decimals.
    Number,
    /// A day.
    Date,
}

/// An answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    /// The pack's word, once in a question; `yes` or `no` in a question of yes or no.
    pub key: String,
    /// What residents read.
    pub name: Wording,
    /// Whoever chooses it is told this, and no report is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<Stop>,
}

/// Why no report is taken after an answer, and what helps instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// What residents read: what to do now.
    pub say: Wording,
    /// The number to call, digits as dialled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
}

/// One of these answers to an earlier question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The key of a question asked before.
    pub question: String,
    /// Keys of its options, or `yes` or `no`; any of them fits.
    pub is: Vec<String>,
}

/// What a resident answered, with the wording of that day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The key of the question.
    pub question: String,
    /// How it was answered.
    pub kind: AnswerKind,
    /// The key of an option, `yes` or `no`, a number with a point, a day as `2026-11-20`, or own words.
    pub value: String,
    /// What was read on the page.
    pub asked: Asked,
}

/// The wording of a question and of the option chosen, as the resident read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Asked {
    /// The question.
    pub ask: Wording,
    /// The option chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Wording>,
}

/// Why something is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing was answered, and an answer is needed.
    Missing,
    /// This is none of the options.
    NoOption,
    /// More than [`LONGEST_ANSWER`] characters.
    Long,
    /// This is no number.
    NoNumber,
    /// This is no day of the calendar between 1900 and 2100.
    NoDate,
}

/// The questions that are to be asked, each with what was given for it: a question that depends on another one is asked
/// only after the answers that it names.
pub fn asked<'q, 'g>(questions: &'q [Question], given: impl Fn(&'q Question) -> &'g str) -> Vec<(&'q Question, &'g str)> {
    let mut asked: Vec<(&Question, &str)> = Vec::new();
    for question in questions {
        let fits = |when: &Condition| asked.iter().any(|(before, value)| when.fits(&before.key, value));
        if question.when.as_ref().is_none_or(fits) {
            asked.push((question, given(question)));
        }
    }
    asked
}

impl Question {
    /// The answer that `given` is; `None` when nothing was given and nothing is needed.
    ///
    /// # Errors
    /// Why it is no answer.
    pub fn read(&self, given: &str) -> Result<Option<Answer>, Flaw> {
        let given = given.trim();
        if given.is_empty() {
            return if self.required { Err(Flaw::Missing) } else { Ok(None) };
        }
        let value = match self.kind {
            AnswerKind::Choice | AnswerKind::YesNo => self.values().find(|key| *key == given).map(str::to_owned).ok_or(Flaw::NoOption),
            AnswerKind::Text if given.chars().count() > LONGEST_ANSWER => Err(Flaw::Long),
            AnswerKind::Text => Ok(given.to_owned()),
            AnswerKind::Number => number(given).ok_or(Flaw::NoNumber),
            AnswerKind::Date => date(given).map(|day| day.to_string()).ok_or(Flaw::NoDate),
        }?;
        let name = self.option(&value).map(|option| option.name.clone());
        Ok(Some(Answer { question: self.key.clone(), kind: self.kind, value, asked: Asked { ask: self.ask.clone(), name } }))
    }

    /// The option of this key.
    pub fn option(&self, key: &str) -> Option<&AnswerOption> {
        self.options.iter().find(|option| option.key == key)
    }

    /// What stops a report after this answer.
    pub fn stop(&self, given: &str) -> Option<&Stop> {
        self.option(given.trim())?.stop.as_ref()
    }

    /// What can be chosen, in the order of the page; nothing when it is not answered by choosing.
    pub fn values(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match self.kind {
            AnswerKind::Choice => Box::new(self.options.iter().map(|option| option.key.as_str())),
            AnswerKind::YesNo => Box::new([YES, NO].into_iter()),
            _ => Box::new(std::iter::empty()),
        }
    }
}

impl Condition {
    /// Whether this answer to this question is one of those named.
    pub fn fits(&self, question: &str, value: &str) -> bool {
        self.question == question && self.is.iter().any(|key| key == value.trim())
    }
}

impl AnswerKind {
    /// All kinds.
    pub const ALL: [AnswerKind; 5] = [Self::Choice, Self::YesNo, Self::Text, Self::Number, Self::Date];

    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::YesNo => "yes_no",
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether the answer is one of a few known beforehand, so that others may depend on it.
    pub fn is_chosen(self) -> bool {
        matches!(self, Self::Choice | Self::YesNo)
    }
}

/// `3`, `2,5` or `2.5`: up to nine digits, then up to three decimals. Told with a point.
fn number(text: &str) -> Option<String> {
    let text = text.replace(',', ".");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, "0"));
    let fits = |digits: &str, most: usize| (1..=most).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    (fits(whole, 9) && fits(decimals, 3)).then_some(text)
}

/// `27.3.2026`, `27-03-2026` or `2026-03-27`.
fn date(text: &str) -> Option<Date> {
    let parts: Vec<i16> = text.split(['.', '-', '/', ' ']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let &[first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first > 31 { (first, last) } else { (last, first) };
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok().filter(|date| (1900..=2100).contains(&date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(text: &str) -> Question {
        toml::from_str(text).unwrap()
    }

    fn check(kind: &str, required: bool, given: &str, wanted: Result<Option<&str>, Flaw>) {
        let options = "options = [{ key = 'a', name.pl = 'A' }, { key = 'b', name.pl = 'B' }]";
        let options = if kind == "choice" { options } else { "" };
        let question = question(&format!("key = 'q'\nask.pl = 'Co?'\nkind = '{kind}'\nrequired = {required}\n{options}"));
        let read = question.read(given).map(|answer| answer.map(|answer| answer.value));
        assert_eq!(read, wanted.map(|value| value.map(str::to_owned)), "{kind} {given:?}");
    }

    #[test]
    fn an_answer_is_read_by_its_kind() {
        check("choice", true, " b ", Ok(Some("b")));
        check("choice", true, "c", Err(Flaw::NoOption));
        check("choice", true, " ", Err(Flaw::Missing));
        check("choice", false, "", Ok(None));
        check("yes_no", true, "yes", Ok(Some("yes")));
        check("yes_no", true, "tak", Err(Flaw::NoOption));
        check("text", false, " przy bramie\n", Ok(Some("przy bramie")));
        check("text", false, &"ż".repeat(1_000), Ok(Some(&"ż".repeat(1_000))));
        check("text", false, &"ż".repeat(1_001), Err(Flaw::Long));
        check("number", true, "12", Ok(Some("12")));
        check("number", true, "2,5", Ok(Some("2.5")));
        for text in ["-1", "1e3", "2,5555", "2,", ",5", "1.2.3", "1234567890", "dwa"] {
            check("number", true, text, Err(Flaw::NoNumber));
        }
        for text in ["27.3.2026", "27-03-2026", "2026-03-27", "27 03 2026", "27/3/2026"] {
            check("date", true, text, Ok(Some("2026-03-27")));
        }
        for text in ["31.2.2026", "27.3.26", "wczoraj", "27.3", "1.1.1899"] {
            check("date", true, text, Err(Flaw::NoDate));
        }
    }

    #[test]
    fn what_is_asked_follows_from_what_was_answered() {
        let options = "options = [{ key = 'a', name.pl = 'A' }, { key = 'b', name.pl = 'B', stop = { say.pl = 'Dzwoń', call = '112' } }]";
        let questions = [
            question(&format!("key = 'one'\nask.pl = '?'\nkind = 'choice'\n{options}")),
            question("key = 'two'\nask.pl = '?'\nkind = 'yes_no'\nwhen = { question = 'one', is = ['a'] }"),
            question("key = 'three'\nask.pl = '?'\nkind = 'text'\nwhen = { question = 'two', is = ['yes'] }"),
        ];
        let check = |one: &str, two: &str, wanted: &[&str]| {
            let given = |question: &Question| if question.key == "one" { one } else { two };
            let keys: Vec<&str> = asked(&questions, given).iter().map(|(question, _)| question.key.as_str()).collect();
            assert_eq!(keys, wanted, "{one} {two}");
        };
        check("", "", &["one"]);
        check("a", "", &["one", "two"]);
        check("a", "yes", &["one", "two", "three"]);
        check("a", "no", &["one", "two"]);
        // An answer to a question that is no longer asked counts for nothing.
        check("b", "yes", &["one"]);
        assert_eq!(questions[0].stop("b").unwrap().call.as_deref(), Some("112"));
        assert_eq!(questions[0].stop("a"), None);
    }
}
