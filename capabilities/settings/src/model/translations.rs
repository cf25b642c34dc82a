//! Texts that are missing in a language, or older there than in Polish.

use packs::Version;
use serde_json::Value as Json;

/// A text that somebody has to translate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// Where it stands in its entry, without the language: `name`.
    pub path: String,
    /// The language that it is missing or old in.
    pub language: &'static str,
    /// The Polish text.
    pub polish: String,
    /// The translation that is older than the Polish text; `None` when there is none.
    pub old: Option<String>,
}

/// The texts of an entry to translate into these languages; `history` are its values, the newest first. A translation is
/// old when the Polish text was changed after it.
pub fn stale(value: &Json, history: &[Version], languages: &[&'static str]) -> Vec<Stale> {
    let mut found = Vec::new();
    for (path, polish) in wordings(value) {
        for language in languages {
            let translated = text(value, &path, language);
            let old = translated
                .as_ref()
                .is_some_and(|now| changed_at(history, &path, language, now) < changed_at(history, &path, "pl", &polish));
            if translated.is_none() || old {
                found.push(Stale { path: path.clone(), language, polish: polish.clone(), old: translated });
            }
        }
    }
    found
}

/// The version since which the text is what it is now.
fn changed_at(history: &[Version], path: &str, language: &str, now: &str) -> i64 {
    let same = |version: &&Version| version.value.as_ref().and_then(|value| text(value, path, language)).as_deref() == Some(now);
    history.iter().take_while(same).last().map_or(0, |version| version.version)
}

fn text(value: &Json, path: &str, language: &str) -> Option<String> {
    at(value, path)?.get(language)?.as_str().map(str::to_owned)
}

/// The value at a path such as `question[1].ask`.
fn at<'a>(value: &'a Json, path: &str) -> Option<&'a Json> {
    path.split(['.', '[', ']']).filter(|part| !part.is_empty()).try_fold(value, |value, part| match value {
        Json::Array(items) => items.get(part.parse::<usize>().ok()?),
        _ => value.get(part),
    })
}

/// Every text with a Polish form: path and Polish.
fn wordings(value: &Json) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(value, String::new(), &mut found);
    found
}

fn collect(value: &Json, path: String, found: &mut Vec<(String, String)>) {
    match value {
        Json::Object(fields) => {
            if let Some(Json::String(polish)) = fields.get("pl") {
                found.push((path, polish.clone()));
                return;
            }
            for (name, value) in fields {
                collect(value, if path.is_empty() { name.clone() } else { format!("{path}.{name}") }, found);
            }
        }
        Json::Array(items) => items.iter().enumerate().for_each(|(number, item)| collect(item, format!("{path}[{number}]"), found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use base::Moment;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_translation_is_old_when_the_polish_text_changed_after_it() {
        let version = |version, pl: &str, en: &str| Version {
            version,
            at: Moment(0),
            account_id: None,
            value: Some(json!({ "name": { "pl": pl, "en": en } })),
        };
        let history = [version(3, "Lampa", "Light"), version(2, "Latarnia", "Light"), version(1, "Latarnia", "Lamp")];
        let check = |from: usize| stale(history[from].value.as_ref().unwrap(), &history[from..], &["en"]);
        assert_eq!(check(0)[0].old.as_deref(), Some("Light"));
        assert_eq!(check(1), []);
        assert_eq!(check(2), []);
    }

    #[test]
    fn a_missing_translation_is_told_wherever_it_stands() {
        let value = json!({ "name": { "pl": "A", "uk": "А" }, "question": [{ "ask": { "pl": "B" } }] });
        let found = stale(&value, &[], &["uk", "en"]);
        let told: Vec<_> = found.iter().map(|one| (one.path.as_str(), one.language)).collect();
        assert_eq!(told, [("name", "en"), ("question[0].ask", "uk"), ("question[0].ask", "en")]);
    }
}
