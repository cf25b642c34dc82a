//! Merge patches (RFC 7386): what a page changed of an entry, value by value.

use serde_json::{Map, Value as Json};

/// A value that the pack and a page say differently.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Where it stands, with dots: `name.uk`.
    pub path: String,
    /// What the pack says; `None` when it says nothing.
    pub pack: Option<Json>,
    /// What the page says; `None` when the page took it away.
    pub own: Option<Json>,
}

/// The target after the patch (RFC 7386, section 2).
pub(crate) fn patched(target: &Json, patch: &Json) -> Json {
    let Json::Object(changes) = patch else { return patch.clone() };
    let mut result = target.as_object().cloned().unwrap_or_default();
    for (name, change) in changes {
        if change.is_null() {
            result.remove(name);
        } else {
            let before = result.get(name).cloned().unwrap_or(Json::Null);
            result.insert(name.clone(), patched(&before, change));
        }
    }
    Json::Object(result)
}

/// The smallest patch that makes `from` into `to`; `None` when they are the same. Lists are one value each.
pub(crate) fn difference(from: &Json, to: &Json) -> Option<Json> {
    let (Json::Object(before), Json::Object(after)) = (from, to) else {
        return (from != to).then(|| to.clone());
    };
    let gone = before.keys().filter(|name| !after.contains_key(*name)).map(|name| (name.clone(), Json::Null));
    let changed =
        after.iter().filter_map(|(name, value)| Some((name.clone(), difference(before.get(name).unwrap_or(&Json::Null), value)?)));
    let patch: Map<String, Json> = gone.chain(changed).collect();
    (!patch.is_empty()).then_some(Json::Object(patch))
}

/// The patch without the value at `path`; `None` when nothing is left of it.
pub(crate) fn without(patch: &Json, path: &str) -> Option<Json> {
    let Json::Object(changes) = patch else { return Some(patch.clone()) };
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let mut left = changes.clone();
    let kept = left.remove(first).zip(rest).and_then(|(inner, rest)| without(&inner, rest));
    if let Some(inner) = kept {
        left.insert(first.to_owned(), inner);
    }
    (!left.is_empty()).then_some(Json::Object(left))
}

/// Both patches as one; where they meet, the second holds.
pub(crate) fn joined(first: &Json, second: &Json) -> Json {
    let (Json::Object(one), Json::Object(other)) = (first, second) else { return second.clone() };
    let mut all = one.clone();
    for (name, change) in other {
        let both = all.get(name).map_or_else(|| change.clone(), |before| joined(before, change));
        all.insert(name.clone(), both);
    }
    Json::Object(all)
}

/// As much of the patch as `value` still says; `None` when it says nothing of it.
pub(crate) fn still_said(patch: &Json, value: Option<&Json>) -> Option<Json> {
    match (patch, value) {
        (Json::Object(changes), Some(Json::Object(fields))) => {
            let said = changes.iter().filter_map(|(name, change)| Some((name.clone(), still_said(change, fields.get(name))?)));
            let said: Map<String, Json> = said.collect();
            (!said.is_empty()).then_some(Json::Object(said))
        }
        (Json::Null, None) => Some(Json::Null),
        (said, Some(value)) if said == value => Some(said.clone()),
        _ => None,
    }
}

/// Every value in which `after` differs from `before` (told as the pack's and the page's).
pub fn changes(before: &Json, after: &Json) -> Vec<Difference> {
    difference(before, after).map_or_else(Vec::new, |patch| differences(before, &patch))
}

/// Every value that the patch changes of what the pack says. What both say the same is none.
pub(crate) fn differences(pack: &Json, patch: &Json) -> Vec<Difference> {
    let mut found = Vec::new();
    collect(String::new(), Some(pack), patch, &mut found);
    found.retain(|one| one.pack != one.own);
    found
}

fn collect(path: String, pack: Option<&Json>, patch: &Json, found: &mut Vec<Difference>) {
    // A table that comes with nothing in it is a change too.
    let goes_on = |changes: &Map<String, Json>| pack.map_or(!changes.is_empty(), Json::is_object);
    match patch {
        Json::Object(changes) if goes_on(changes) => {
            for (name, change) in changes {
                let below = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(below, pack.and_then(|pack| pack.get(name)), change, found);
            }
        }
        own => found.push(Difference { path, pack: pack.cloned(), own: (!own.is_null()).then(|| own.clone()) }),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_difference_put_on_again_gives_the_other_value() {
        for (from, to) in [
            (json!({ "a": 1, "b": { "c": 2, "d": [1, 2] } }), json!({ "a": 1, "b": { "c": 3, "d": [1, 2] } })),
            (json!({ "a": 1, "b": 2 }), json!({ "b": 2 })),
            (json!({}), json!({ "name": { "pl": "Zieleń" } })),
            (json!({ "d": [1, 2] }), json!({ "d": [2] })),
            (json!({ "hours": "office" }), json!({ "hours": { "mon": ["07:30-15:30"] } })),
        ] {
            let patch = difference(&from, &to).unwrap();
            assert_eq!(patched(&from, &patch), to, "{from} with {patch}");
            assert_eq!(difference(&to, &to), None);
        }
    }

    #[test]
    fn a_value_is_given_back_to_the_pack_alone() {
        let patch = json!({ "name": { "pl": "A", "uk": "Б" }, "phone": "1" });
        assert_eq!(without(&patch, "name.pl"), Some(json!({ "name": { "uk": "Б" }, "phone": "1" })));
        assert_eq!(without(&patch, "phone"), Some(json!({ "name": { "pl": "A", "uk": "Б" } })));
        assert_eq!(without(&json!({ "name": { "pl": "A" } }), "name.pl"), None);
    }

    #[test]
    fn what_a_patch_says_outlives_its_being_what_the_pack_says_too() {
        let (own, value) = (json!({ "a": 1, "b": { "c": 2 }, "gone": null }), json!({ "a": 1, "b": { "c": 3 } }));
        assert_eq!(still_said(&own, Some(&value)), Some(json!({ "a": 1, "gone": null })));
        assert_eq!(
            joined(&json!({ "a": 1, "b": { "c": 2 } }), &json!({ "b": { "d": null } })),
            json!({ "a": 1, "b": { "c": 2, "d": null } })
        );
        assert_eq!(differences(&json!({ "a": 1 }), &json!({ "a": 1, "b": null })), []);
    }

    #[test]
    fn differences_name_each_value_once() {
        let pack = json!({ "name": { "pl": "Zieleń" }, "phone": "1", "areas": ["a"] });
        let found = differences(&pack, &json!({ "name": { "uk": "Зелень" }, "phone": null, "areas": ["b"] }));
        let told: Vec<_> = found.iter().map(|one| (one.path.as_str(), one.pack.is_some(), one.own.is_some())).collect();
        assert_eq!(told, [("areas", true, true), ("name.uk", false, true), ("phone", true, false)]);
    }
}
