//! What can be wrong with a service's questions, routes and terms: every fault with its place, and warnings.

use std::collections::BTreeSet;

use packs::{Kind, Reason};

use super::{AnswerKind, Condition, Details, MAX_OPTIONS, MAX_QUESTIONS, Note, Question, Route, notes};

/// Keys that a service may name.
pub(crate) struct Refs<'a> {
    pub(crate) units: &'a BTreeSet<String>,
    pub(crate) areas: Option<&'a BTreeSet<String>>,
    pub(crate) retention: Option<&'a BTreeSet<String>>,
    pub(crate) calendars: Option<&'a BTreeSet<String>>,
}

/// The longest archive category, in characters.
const LONGEST_ARCHIVE: usize = 20;

/// A fault: the path of the value within the service, and why it cannot be.
type Told = (String, Reason);

/// What was found, each below the same path.
struct Found<'a> {
    above: String,
    all: &'a mut Vec<Told>,
}

impl Found<'_> {
    fn add(&mut self, path: &str, reason: impl Into<Reason>) {
        let dot = if self.above.is_empty() || path.is_empty() { "" } else { "." };
        self.all.push((format!("{}{dot}{path}", self.above), reason.into()));
    }
}

/// Every fault of what a pack says of a service, each as place and reason.
pub(crate) fn faults(details: &Details, refs: &Refs<'_>) -> Vec<Told> {
    let mut all = Vec::new();
    let mut found = Found { above: String::new(), all: &mut all };
    of_terms(details, refs, &mut found);
    if details.questions.len() > MAX_QUESTIONS {
        found.add("", format!("{} questions, more than {MAX_QUESTIONS}", details.questions.len()));
    }
    for (index, question) in details.questions.iter().enumerate() {
        let before = &details.questions[..index];
        let mut found = Found { above: format!("question[{index}]"), all: &mut all };
        if before.iter().any(|earlier| earlier.key == question.key) {
            found.add("key", Reason::new(Kind::Twice, &question.key, "this key stands twice"));
        }
        of_question(question, &mut found);
        if let Some(when) = &question.when {
            of_order(question, when, &details.questions, index, &mut found);
        }
        if !is_reachable(question, before) {
            found.add("", "it is never asked: every answer that leads to it stops the report");
        }
    }
    for (index, route) in details.routes.iter().enumerate() {
        of_route(route, &details.questions, refs, &mut Found { above: format!("route[{index}]"), all: &mut all });
    }
    all
}

/// What is not wrong, but hardly meant, in English.
pub(crate) fn warnings(details: &Details) -> Vec<String> {
    let said = |note| match note {
        Note::Shadowed { row, by } => format!("route {}: it never decides, because route {} fits whenever it does", row + 1, by + 1),
        Note::Rivals { first, second } => {
            format!("route {} and route {}: some cases fit both, and route {0} decides", first + 1, second + 1)
        }
    };
    notes(&details.routes).into_iter().map(said).collect()
}

fn of_terms(details: &Details, refs: &Refs<'_>, found: &mut Found<'_>) {
    let mut seen = BTreeSet::new();
    for verification in &details.verify {
        if !packs::key_fits(&verification.key) || !seen.insert(&verification.key) {
            found.add("verify", format!("{:?}: this key is no key or stands twice", verification.key));
        }
    }
    if details.archive.as_ref().is_some_and(|archive| archive.trim().is_empty() || archive.chars().count() > LONGEST_ARCHIVE) {
        found.add("archive", format!("an archive category is a short text such as BE5, up to {LONGEST_ARCHIVE} characters"));
    }
    if let (Some(rule), Some(rules)) = (&details.retention, refs.retention)
        && !rules.contains(rule)
    {
        found.add("retention", Reason::unknown("rule of retention ", rule));
    }
}

fn of_question(question: &Question, found: &mut Found<'_>) {
    let keys: BTreeSet<&str> = question.options.iter().map(|option| option.key.as_str()).collect();
    if !packs::key_fits(&question.key) {
        found.add("key", "a key has small letters a to z, digits and . _ - only");
    }
    if keys.len() != question.options.len() {
        found.add("options", Reason::new(Kind::Twice, "", "an option stands twice"));
    }
    if keys.len() > MAX_OPTIONS {
        found.add("options", format!("{} options, more than {MAX_OPTIONS}", keys.len()));
    }
    if let Some(key) = keys.iter().find(|key| !packs::key_fits(key)) {
        found.add("options", format!("{key:?}: a key has small letters a to z, digits and . _ - only"));
    }
    match question.kind {
        AnswerKind::Choice if keys.len() < 2 => found.add("options", "a choice has at least two options"),
        AnswerKind::YesNo if keys.iter().any(|key| !matches!(*key, "yes" | "no")) => {
            found.add("options", "the options of a question of yes or no are yes and no");
        }
        AnswerKind::Text | AnswerKind::Number | AnswerKind::Date if !keys.is_empty() => {
            found.add("options", format!("a question of the kind {} has no options", question.kind.word()));
        }
        _ => {}
    }
    if question.asset.is_some() && question.kind != AnswerKind::Text {
        found.add("asset", "the number of a thing is answered in own words: kind = \"text\"");
    }
    if question.required && question.when.is_none() && going_on(question).is_some_and(|going_on| going_on.is_empty()) {
        found.add("", "every answer stops, so that nobody can report");
    }
}

/// A question may depend on an earlier one only.
fn of_order(question: &Question, when: &Condition, all: &[Question], index: usize, found: &mut Found<'_>) {
    match all.iter().position(|other| other.key == when.question) {
        _ if when.question == question.key => found.add("when.question", Reason::new(Kind::Circle, "", "it depends on itself")),
        Some(place) if place > index => found.add("when.question", format!("the question {} is asked later", when.question)),
        _ => of_condition(when, all, found),
    }
}

fn of_condition(when: &Condition, all: &[Question], found: &mut Found<'_>) {
    let Some(other) = all.iter().find(|other| other.key == when.question) else {
        return found.add("when.question", Reason::unknown("question ", &when.question));
    };
    if !other.kind.is_chosen() {
        return found.add("when.question", format!("the question {} has no options to depend on", when.question));
    }
    if when.is.is_empty() {
        found.add("when.is", Reason::new(Kind::Missing, "", "it names no answer"));
    }
    for key in when.is.iter().filter(|key| !other.values().any(|value| value == key.as_str())) {
        found.add("when.is", Reason::new(Kind::Unknown, key, format!("{key} is no option of the question {}", when.question)));
    }
}

/// The answers after which a report goes on; `None` when it always does.
fn going_on(question: &Question) -> Option<Vec<&str>> {
    question.kind.is_chosen().then(|| question.values().filter(|key| question.stop(key).is_none()).collect())
}

fn is_reachable(question: &Question, before: &[Question]) -> bool {
    let Some(when) = &question.when else { return true };
    // A condition that names nothing is another fault, told already.
    let Some(place) = before.iter().position(|other| other.key == when.question) else { return true };
    let leads_on = |key: &String| before[place].stop(key).is_none();
    (when.is.is_empty() || when.is.iter().any(leads_on)) && is_reachable(&before[place], &before[..place])
}

fn of_route(route: &Route, questions: &[Question], refs: &Refs<'_>, found: &mut Found<'_>) {
    match (&route.unit, route.owner) {
        (None, None) => found.add("unit", Reason::new(Kind::Missing, "", "it names neither a unit nor an owner")),
        (Some(_), Some(_)) => found.add("owner", "it names a unit and an owner; one of them decides"),
        (Some(unit), None) if !refs.units.contains(unit) => found.add("unit", Reason::unknown("unit ", unit)),
        _ => {}
    }
    let unknown = |area: &&String| refs.areas.is_some_and(|areas| !areas.contains(*area));
    route.areas.iter().filter(unknown).for_each(|area| found.add("areas", Reason::unknown("area ", area)));
    if let (Some(during), Some(calendars)) = (&route.during, refs.calendars)
        && !calendars.contains(during)
    {
        found.add("during", Reason::unknown("calendar ", during));
    }
    if let Some(when) = &route.when {
        of_condition(when, questions, found);
    }
}
