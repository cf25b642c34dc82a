//! The words for sections, fields and values.

use base::Language;
use packs::{Entry, Origin};
use serde_json::Value as Json;
use web::T;

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

/// A value in one line, for lists of differences.
pub(super) fn value(value: Option<&Json>) -> String {
    match value {
        None | Some(Json::Null) => "–".to_owned(),
        Some(Json::String(text)) => text.clone(),
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
