//! The words for sections, fields and values.

use base::Language;
use packs::{Entry, Fault, Kind, Origin, Reason, Section};
use serde_json::Value as Json;
use web::{T, Texts};

use crate::model::{Field, Shape};

/// What the section is called.
pub(super) fn section(t: &T, name: &str) -> String {
    t.find(&format!("settings-section-{name}")).unwrap_or(name).to_owned()
}

/// What a field of a section is called: by its own words there, or by those it has everywhere, or by its name in the file.
pub(super) fn field(t: &T, section: &str, name: &str) -> String {
    let dashed = name.replace('_', "-");
    let own = t.find(&format!("settings-{section}-{dashed}"));
    own.or_else(|| t.find(&format!("settings-field-{dashed}"))).unwrap_or(name).to_owned()
}

/// An explanation of the field; empty when it needs none.
pub(super) fn hint(t: &T, section: &str, name: &str) -> String {
    let dashed = name.replace('_', "-");
    let own = t.find(&format!("settings-{section}-{dashed}-hint"));
    own.or_else(|| t.find(&format!("settings-field-{dashed}-hint"))).unwrap_or_default().to_owned()
}

/// A path such as `question[1].ask.pl` in words: "Pytania 2, Treść (pl)".
pub(super) fn path(t: &T, section: &str, path: &str) -> String {
    let parts = path.split('.').map(|part| match part.split_once('[') {
        Some((name, row)) => {
            let row: usize = row.trim_end_matches(']').parse().unwrap_or_default();
            format!("{} {}", field(t, section, name), row + 1)
        }
        None if ["pl", "uk", "en"].contains(&part) => language(part).to_owned(),
        None => field(t, section, part),
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// How a language names itself.
pub(super) fn language(tag: &str) -> &'static str {
    Language::from_tag(tag).map_or("", Language::own_name)
}

/// A word of a list of words, as people read it.
pub(super) fn word(t: &T, word: &str) -> String {
    t.find(&format!("settings-word-{}", word.replace('_', "-"))).unwrap_or(word).to_owned()
}

/// What an entry is called: its name, title or words, else its key.
pub(super) fn entry(entry: &Entry, language: Language) -> String {
    let value = entry.latest().unwrap_or_default();
    let named = ["name", "title", "short"].into_iter().find_map(|field| text(value.get(field)?, language));
    named.unwrap_or_else(|| entry.key.clone())
}

fn text(value: &Json, language: Language) -> Option<String> {
    let in_language = value.get(language.tag()).or_else(|| value.get("pl"));
    in_language.unwrap_or(value).as_str().map(str::to_owned)
}

/// Why a value cannot be taken, in the reader's words; what has no words of its own is told in English.
pub(super) fn reason(t: &T, reason: &Reason) -> String {
    let words = match reason.kind {
        Kind::Only => reason.word.split(", ").map(|one| word(t, one)).collect::<Vec<_>>().join(", "),
        _ => reason.word.clone(),
    };
    let detail = reason.to_string();
    t.with(&format!("settings-fault-{}", reason.kind.word()), &[("word", words.as_str().into()), ("detail", detail.as_str().into())])
}

/// A fault of another entry than the one on the page: `Usługi „dziura”, Jednostka: nie ma takiego wpisu: zd.`
pub(super) fn fault(t: &T, fault: &Fault) -> String {
    format!("{}: {}", place(t, fault), reason(t, &fault.reason))
}

/// Which value of which entry a fault is about: `Usługi „dziura”, Jednostka`.
pub(super) fn place(t: &T, fault: &Fault) -> String {
    let named = match fault.section.as_str() {
        crate::lists::SECTION => t.get("settings-lists").to_owned(),
        name => section(t, name),
    };
    let value = if fault.path.is_empty() { String::new() } else { format!(", {}", path(t, &fault.section, &fault.path)) };
    format!("{named} „{}”{value}", fault.key)
}

/// A value in one line, for lists of differences.
pub(super) fn value(value: Option<&Json>) -> String {
    match value {
        None | Some(Json::Null) => "–".to_owned(),
        Some(Json::String(text)) => text.clone(),
        Some(Json::Array(items)) if items.iter().all(Json::is_string) => {
            items.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(", ")
        }
        Some(other) => other.to_string(),
    }
}

/// Where an entry's value comes from: the key of the words, and the classes of the tag.
pub(super) fn origin(entry: &Entry) -> (&'static str, &'static str) {
    match entry.origin() {
        Origin::Pack => ("settings-from-pack", "tag"),
        Origin::Edited => ("settings-edited", "tag tag-half"),
        Origin::Page => ("settings-own", "tag tag-plan"),
        Origin::Removed => ("settings-removed", "tag tag-closed"),
    }
}

/// What a section's pages would show by its name in the file, since there are no words for it: keys of texts.
pub fn unworded(texts: &Texts, section: &Section) -> Vec<String> {
    let mut missing = Vec::new();
    let has = |key: &str| texts.find(Language::Pl, key).is_some();
    let name = format!("settings-section-{}", section.name);
    missing.extend([name.clone(), format!("{name}-text")].into_iter().filter(|key| !has(key)));
    note(&has, section.name, &Shape::of(&section.schema()), &mut missing);
    missing
}

fn note(has: &dyn Fn(&str) -> bool, section: &str, shape: &Shape, missing: &mut Vec<String>) {
    match shape {
        Shape::Choice(words) => {
            let keys = words.iter().map(|word| format!("settings-word-{}", word.replace('_', "-")));
            missing.extend(keys.filter(|key| !has(key)));
        }
        Shape::Lines(line) => note(has, section, line, missing),
        Shape::Table(fields) | Shape::Rows(fields) | Shape::Keyed(fields) => {
            fields.iter().for_each(|field| note_field(has, section, field, missing));
        }
        _ => {}
    }
}

fn note_field(has: &dyn Fn(&str) -> bool, section: &str, field: &Field, missing: &mut Vec<String>) {
    let dashed = field.name.replace('_', "-");
    let everywhere = format!("settings-field-{dashed}");
    if !has(&format!("settings-{section}-{dashed}")) && !has(&everywhere) {
        missing.push(everywhere);
    }
    note(has, section, &field.shape, missing);
}
