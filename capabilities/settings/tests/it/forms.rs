//! A form made from a schema says again what it was filled with.

use packs::Section;
use serde_json::{Value as Json, json};
use settings::model::{Kind, Shape, fields, flat, read};

use crate::cast::SECTIONS;

fn units() -> &'static Section {
    &SECTIONS[1]
}

/// What the form of the value says when nothing is changed on it.
fn there_and_back(value: &Json) -> (Json, Vec<String>) {
    let shape = Shape::of(&units().schema());
    let filled: std::collections::HashMap<String, String> = flat(&shape, value).into_iter().collect();
    let rows = |path: &str| path.ends_with(']').then(|| "row".to_owned());
    let (read, slips) = read(&shape, &|path| filled.get(path).cloned().or_else(|| rows(path).filter(|_| !path.contains("[9"))));
    (read, slips.into_iter().map(|slip| format!("{}: {}", slip.path, slip.message)).collect())
}

#[test]
fn what_a_form_shows_is_what_it_says() {
    for value in [
        json!({ "key": "zd", "name": { "pl": "Zarząd Dróg" }, "kind": "crew" }),
        json!({ "key": "zd", "name": { "pl": "A", "uk": "Б", "en": "C" }, "kind": "office", "parent": "mpo", "people": 12, "share": 0.5,
                "numbers": ["1", "2"], "public": true, "question": [{ "ask": { "pl": "Ile?" }, "required": true }, { "ask": { "pl": "Co?" }, "required": false }] }),
    ] {
        assert_eq!(there_and_back(&value), (value.clone(), Vec::new()));
    }
}

#[test]
fn a_box_that_nobody_touched_says_what_it_said() {
    let shape = Shape::of(&units().schema());
    let before = json!({ "key": "zd", "name": { "pl": "A" }, "kind": "crew", "public": false, "question": [
        { "ask": { "pl": "Ile?" }, "required": true }, { "ask": { "pl": "Co?" }, "required": false, "shown": false },
        { "ask": { "pl": "Kto?" }, "required": false, "shown": true } ] });
    let (mut after, _) = there_and_back(&before);
    settings::model::as_before(&shape, &before, &mut after);
    assert_eq!(after, before);
    let mut other = before.clone();
    other["question"][0]["shown"] = json!(false);
    let (mut after, _) = there_and_back(&other);
    settings::model::as_before(&shape, &before, &mut after);
    assert_eq!(after, other);
}

#[test]
fn every_field_has_the_control_that_fits_it() {
    let controls = fields(&Shape::of(&units().schema()), &Json::Null, false);
    let of = |path: &str| controls.iter().find(|control| control.path == path).map(|control| control.kind.clone());
    assert_eq!(of("name.uk"), Some(Kind::Text { language: "uk", long: false }));
    assert_eq!(of("parent"), Some(Kind::Reference("units".into())));
    assert_eq!(of("people"), Some(Kind::Number));
    assert_eq!(of("numbers"), Some(Kind::Lines));
    assert_eq!(of("kind"), Some(Kind::Choice(vec!["crew".into(), "office".into()])));
    assert_eq!(of("public"), Some(Kind::Flag));
    assert_eq!(of("question[0].ask.pl"), Some(Kind::Text { language: "pl", long: true }));
    assert_eq!(controls.iter().filter(|control| control.path == "question[0]").count(), 2, "a row begins and ends");
    assert_eq!(of("question[1].required"), None, "one spare row");
}

#[test]
fn what_cannot_be_read_is_told_at_its_control() {
    let shape = Shape::of(&units().schema());
    let typed = |path: &str| match path {
        "name.en" => Some("Roads".to_owned()),
        "people" => Some("dużo".to_owned()),
        "share" => Some("0,5".to_owned()),
        _ => None,
    };
    let (value, slips) = read(&shape, &typed);
    let told: Vec<_> = slips.iter().map(|slip| (slip.path.as_str(), slip.message)).collect();
    assert!(told.contains(&("name.pl", "settings-polish-missing")), "{told:?}");
    assert!(told.contains(&("people", "settings-no-number")), "{told:?}");
    assert!(told.contains(&("key", "settings-missing")), "{told:?}");
    assert_eq!(value["share"], 0.5);
}
