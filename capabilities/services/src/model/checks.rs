//! What can be wrong with a service's questions, routes and terms: every fault with its place, and warnings.

use std::collections::BTreeSet;

use super::{AnswerKind, Condition, Details, MAX_OPTIONS, MAX_QUESTIONS, Question, Route};

/// Keys that a service may name.
pub(crate) struct Refs<'a> {
    pub(crate) units: &'a BTreeSet<String>,
    pub(crate) areas: Option<&'a BTreeSet<String>>,
    pub(crate) retention: Option<&'a BTreeSet<String>>,
}

/// The longest archive category, in characters.
const LONGEST_ARCHIVE: usize = 20;

/// Every fault of what a pack says of a service, each as place and reason.
pub(crate) fn faults(details: &Details, refs: &Refs<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    of_terms(details, refs, &mut faults);
    if details.questions.len() > MAX_QUESTIONS {
        faults.push(format!("{} questions, more than {MAX_QUESTIONS}", details.questions.len()));
    }
    for (index, question) in details.questions.iter().enumerate() {
        let before = &details.questions[..index];
        let mut told = Vec::new();
        if before.iter().any(|earlier| earlier.key == question.key) {
            told.push("this key stands twice".to_owned());
        }
        of_question(question, &mut told);
        if let Some(when) = &question.when {
            of_order(question, when, &details.questions, index, &mut told);
        }
        if !is_reachable(question, before) {
            told.push("it is never asked: every answer that leads to it stops the report".to_owned());
        }
        faults.extend(told.into_iter().map(|reason| format!("question {}: {reason}", question.key)));
    }
    for (number, route) in (1..).zip(&details.routes) {
        let mut told = Vec::new();
        of_route(route, &details.questions, refs, &mut told);
        faults.extend(told.into_iter().map(|reason| format!("route {number}: {reason}")));
    }
    faults
}

/// What is not wrong, but hardly meant: rows of the routing table that never decide.
pub(crate) fn warnings(details: &Details) -> Vec<String> {
    let rows = || (1..).zip(&details.routes);
    let shadow = |(number, row): (usize, &Route)| {
        let (first, _) = rows().take(number - 1).find(|(_, earlier)| earlier.shadows(row))?;
        Some(format!("route {number}: it never decides, because route {first} fits whenever it does"))
    };
    rows().filter_map(shadow).collect()
}

fn of_terms(details: &Details, refs: &Refs<'_>, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for verification in &details.verify {
        if !packs::key_fits(&verification.key) || !seen.insert(&verification.key) {
            faults.push(format!("verify {:?}: this key is no key or stands twice", verification.key));
        }
    }
    if details.archive.as_ref().is_some_and(|archive| archive.trim().is_empty() || archive.chars().count() > LONGEST_ARCHIVE) {
        faults.push(format!("an archive category is a short text such as BE5, up to {LONGEST_ARCHIVE} characters"));
    }
    if let (Some(rule), Some(rules)) = (&details.retention, refs.retention)
        && !rules.contains(rule)
    {
        faults.push(format!("there is no rule of retention {rule}"));
    }
}

fn of_question(question: &Question, faults: &mut Vec<String>) {
    let keys: BTreeSet<&str> = question.options.iter().map(|option| option.key.as_str()).collect();
    if !packs::key_fits(&question.key) {
        faults.push("a key has small letters a to z, digits and . _ - only".to_owned());
    }
    if keys.len() != question.options.len() {
        faults.push("an option stands twice".to_owned());
    }
    if keys.len() > MAX_OPTIONS {
        faults.push(format!("{} options, more than {MAX_OPTIONS}", keys.len()));
    }
    if let Some(key) = keys.iter().find(|key| !packs::key_fits(key)) {
        faults.push(format!("option {key:?}: a key has small letters a to z, digits and . _ - only"));
    }
    match question.kind {
        AnswerKind::Choice if keys.len() < 2 => faults.push("a choice has at least two options".to_owned()),
        AnswerKind::YesNo if keys.iter().any(|key| !matches!(*key, "yes" | "no")) => {
            faults.push("the options of a question of yes or no are yes and no".to_owned());
        }
        AnswerKind::Text | AnswerKind::Number | AnswerKind::Date if !keys.is_empty() => {
            faults.push(format!("a question of the kind {} has no options", question.kind.word()));
        }
        _ => {}
    }
    if question.required && question.when.is_none() && going_on(question).is_some_and(|going_on| going_on.is_empty()) {
        faults.push("every answer stops, so that nobody can report".to_owned());
    }
}

/// A question may depend on an earlier one only.
fn of_order(question: &Question, when: &Condition, all: &[Question], index: usize, faults: &mut Vec<String>) {
    match all.iter().position(|other| other.key == when.question) {
        _ if when.question == question.key => faults.push("when: it depends on itself".to_owned()),
        Some(place) if place > index => faults.push(format!("when: the question {} is asked later", when.question)),
        _ => of_condition(when, all, faults),
    }
}

fn of_condition(when: &Condition, all: &[Question], faults: &mut Vec<String>) {
    let Some(other) = all.iter().find(|other| other.key == when.question) else {
        return faults.push(format!("when: there is no question {}", when.question));
    };
    if !other.kind.is_chosen() {
        return faults.push(format!("when: the question {} has no options to depend on", when.question));
    }
    if when.is.is_empty() {
        faults.push("when: it names no answer".to_owned());
    }
    for key in when.is.iter().filter(|key| !other.values().any(|value| value == key.as_str())) {
        faults.push(format!("when: {key} is no option of the question {}", when.question));
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

fn of_route(route: &Route, questions: &[Question], refs: &Refs<'_>, faults: &mut Vec<String>) {
    match (&route.unit, route.owner) {
        (None, None) => faults.push("it names neither a unit nor an owner".to_owned()),
        (Some(_), Some(_)) => faults.push("it names a unit and an owner; one of them decides".to_owned()),
        (Some(unit), None) if !refs.units.contains(unit) => faults.push(format!("there is no unit {unit}")),
        _ => {}
    }
    let unknown = |area: &&String| refs.areas.is_some_and(|areas| !areas.contains(*area));
    faults.extend(route.areas.iter().filter(unknown).map(|area| format!("there is no area {area}")));
    if let Some(when) = &route.when {
        of_condition(when, questions, faults);
    }
}
