//! The form of an entry: what its controls show, and what was typed into them.

use std::collections::HashMap;

use base::Language;
use packs::{Entries, Entry, Fault, Section};
use serde_json::Value as Json;
use web::{Choice, Ctx, Form};

use super::words;
use crate::model::{self, Control, Kind, Shape};

/// A control with its words.
pub(super) struct Shown {
    pub(super) control: Control,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) choices: Vec<Choice>,
    /// Of a row, what it is about: its key, name or question; empty for one that nobody has filled in.
    pub(super) about: String,
    /// Whether a row is shown at once, since something in it is to be mended.
    pub(super) open: bool,
}

impl Shown {
    /// Its own explanation, or this one.
    pub(super) fn hint_or<'a>(&'a self, general: &'a str) -> &'a str {
        if self.hint.is_empty() { general } else { &self.hint }
    }
}

/// What the form of a value shows.
pub(super) fn shown(ctx: &Ctx, section: &Section, entries: &Entries, value: &Json, form: &Form, fixed_key: bool) -> Vec<Shown> {
    let shape = Shape::of(&section.schema());
    let controls = model::fields(&shape, value, fixed_key);
    controls.into_iter().map(|control| with_words(ctx, section, entries, form, control)).collect()
}

fn with_words(ctx: &Ctx, section: &Section, entries: &Entries, form: &Form, control: Control) -> Shown {
    let name = words::field(&ctx.t, section.name, &control.field);
    let label = match &control.kind {
        Kind::Text { language, .. } => words::language(language).to_owned(),
        Kind::Open(Some(row)) => format!("{name} {row}"),
        _ => name,
    };
    let told =
        control.required || matches!(control.kind, Kind::Text { .. } | Kind::Open(_) | Kind::Close(_) | Kind::Flag) || in_week(&control);
    let label = if told { label } else { format!("{label} {}", ctx.t.get("form-optional")) };
    let explained = !matches!(control.kind, Kind::Text { .. } | Kind::Close(_));
    let hint = if explained { words::hint(&ctx.t, section.name, &control.field) } else { String::new() };
    let choices = choices(ctx, entries, &control.kind);
    let chosen_from = matches!(control.kind, Kind::Reference(_) | Kind::References(_));
    let hint = if chosen_from && choices.is_empty() { ctx.t.get("settings-nothing-to-choose").to_owned() } else { hint };
    let about = if matches!(control.kind, Kind::Open(Some(_))) { about(form, &control.path) } else { String::new() };
    let open = form.errors().iter().any(|error| error.field.starts_with(&control.path));
    Shown { control, label, hint, choices, about, open }
}

/// Whether it is a day of a week, of which none has to have hours.
fn in_week(control: &Control) -> bool {
    control.path.ends_with(&format!("week.{}", control.field))
}

/// The first words typed into a row that tell it from others.
fn about(form: &Form, row: &str) -> String {
    let words = ["name.pl", "title.pl", "ask.pl", "say.pl", "pl", "key", "on", "unit", "areas"];
    words.iter().find_map(|name| form.filled(&format!("{row}.{name}"))).unwrap_or_default().to_owned()
}

fn choices(ctx: &Ctx, entries: &Entries, kind: &Kind) -> Vec<Choice> {
    match kind {
        Kind::Choice(list) | Kind::Words(list) => list.iter().map(|word| Choice::new(word, words::word(&ctx.t, word))).collect(),
        Kind::Reference(path) | Kind::References(path) if path.contains('.') => below(entries, path),
        Kind::Reference(section) | Kind::References(section) => {
            let used = entries.of(section).iter().filter(|entry| !entry.removed);
            used.map(|entry| Choice::new(&entry.key, words::entry(entry, Language::Pl))).collect()
        }
        _ => Vec::new(),
    }
}

/// The keys of a table in a file that is one entry: `city.controllers`.
fn below(entries: &Entries, path: &str) -> Vec<Choice> {
    let (section, field) = path.split_once('.').unwrap_or((path, ""));
    let value = entries.find(section, section).and_then(Entry::value).unwrap_or_default();
    let choice = |(key, words): (&String, &Json)| Choice::new(key, words.as_str().unwrap_or(key));
    value[field].as_object().into_iter().flatten().map(choice).collect()
}

/// The form that shows a value.
pub(super) fn of_value(section: &Section, value: &Json) -> Form {
    Form::of(model::flat(&Shape::of(&section.schema()), value))
}

/// The value that the form says, and the form with what could not be read.
pub(super) fn value_of(ctx: &Ctx, section: &Section, entry: &Entry, mut form: Form) -> (Json, Form) {
    // Of a list, each box that is ticked stands as a line.
    let mut typed: HashMap<String, String> = HashMap::new();
    for (name, value) in form.fields() {
        let text = typed.entry(name.to_owned()).or_default();
        *text = if text.is_empty() { value.to_owned() } else { format!("{text}\n{value}") };
    }
    let shape = Shape::of(&section.schema());
    let (mut value, slips) = model::read(&shape, &|path| typed.get(path).cloned());
    let before = entry.latest().unwrap_or_default();
    model::as_before(&shape, &before, &mut value);
    // The key of an entry that is there stands on no form and never changes.
    let key = before.get("key");
    if let (Some(key), Json::Object(fields)) = (key, &mut value) {
        fields.insert("key".to_owned(), key.clone());
    }
    for slip in slips.into_iter().filter(|slip| key.is_none() || slip.path != "key") {
        form.refuse(slip.path, ctx.t.get(slip.message));
    }
    if let (true, Err((path, reason))) = (form.errors().is_empty(), section.fits(&value)) {
        form.refuse(path, words::reason(&ctx.t, &reason));
    }
    (value, form)
}

/// The form with the faults that the change would make: at their controls, or together with the entries that they are about.
pub(super) fn with_faults(ctx: &Ctx, section: &Section, key: &str, mut form: Form, faults: &[Fault]) -> Form {
    let (own, others): (Vec<&Fault>, Vec<&Fault>) = faults.iter().partition(|fault| fault.section == section.name && fault.key == key);
    let mut whole: Vec<String> = Vec::new();
    for fault in own {
        let told = words::reason(&ctx.t, &fault.reason);
        if fault.path.is_empty() {
            whole.push(told);
        } else {
            form.refuse(&fault.path, told);
        }
    }
    whole.extend(others.into_iter().map(|fault| words::fault(&ctx.t, fault)));
    if !whole.is_empty() {
        form.refuse("value", whole.join(" "));
    }
    form
}

/// The form of an entry that others need as it is, with those others.
pub(super) fn in_use(ctx: &Ctx, mut form: Form, faults: &[Fault]) -> Form {
    let told = faults.iter().map(|fault| match fault.reason.kind {
        // Who names the entry that is to go is all there is to say.
        packs::Kind::Unknown => format!("{}.", words::place(&ctx.t, fault)),
        _ => words::fault(&ctx.t, fault),
    });
    form.refuse("value", format!("{} {}", ctx.t.get("settings-in-use"), told.collect::<Vec<_>>().join(" ")));
    form
}
