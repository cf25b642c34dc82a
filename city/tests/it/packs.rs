//! The packs that come with the program: without faults, complete, and drawn the same on every run.

use std::{collections::BTreeSet, fs, path::PathBuf};

use toml::Table;

use crate::{
    home::root,
    program::{hejnal, said},
};

// The generator, as a module of this test.
#[allow(dead_code)]
#[path = "../../examples/make_demo_city/main.rs"]
mod make_demo_city;

fn pack(city: &str) -> PathBuf {
    root().join("cities").join(city)
}

fn table(city: &str, file: &str) -> Table {
    let path = pack(city).join(file);
    fs::read_to_string(&path).unwrap().parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn rows(city: &str, file: &str, name: &str) -> Vec<Table> {
    let listed = table(city, file).remove(name).unwrap_or_else(|| panic!("{city}/{file} has no {name}"));
    listed.as_array().unwrap().iter().map(|row| row.as_table().unwrap().clone()).collect()
}

fn keys(rows: &[Table], key: &str) -> BTreeSet<String> {
    let found: BTreeSet<String> = rows.iter().map(|row| row[key].as_str().unwrap().to_owned()).collect();
    assert_eq!(found.len(), rows.len(), "no {key} stands twice");
    found
}

/// Every value of `key` in the rows, alone or in a list, is one of `known`.
fn all_known(city: &str, what: &str, rows: &[Table], key: &str, known: &BTreeSet<String>) {
    for value in rows.iter().filter_map(|row| row.get(key)) {
        let values = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
        for word in values.iter().map(|value| value.as_str().unwrap()) {
            assert!(known.contains(word), "{city}: {what} names {key} {word}, which does not exist");
        }
    }
}

#[test]
fn both_packs_have_no_faults() {
    let demo = said(hejnal(&["pack", "check"]).arg(pack("demo"))).well();
    assert!(demo.contains("no faults. 18 units, 60 services, 29 areas, 200 streets, 8"), "{demo}");
    let poznan = said(hejnal(&["pack", "check"]).arg(pack("poznan"))).well();
    assert!(poznan.contains("no faults. 18 units, 22 services, 0 areas, 0 streets, 0 addresses"), "{poznan}");
}

#[test]
fn what_a_pack_names_exists_in_it() {
    for city in ["demo", "poznan"] {
        let units = keys(&rows(city, "units.toml", "unit"), "key");
        let topics = rows(city, "topics.toml", "topic");
        let topic_keys = keys(&topics, "key");
        all_known(city, "a topic", &topics, "parent", &topic_keys);
        let lines = rows(city, "lines.toml", "line");
        all_known(city, "a line", &lines, "unit", &units);
        all_known(city, "a line", &lines, "topics", &topic_keys);
        let calendars: BTreeSet<String> = table(city, "hours.toml")["calendar"].as_table().unwrap().keys().cloned().collect();
        all_known(city, "a line", &lines, "hours", &calendars);
        let orders = rows(city, "orders.toml", "order");
        all_known(city, "an order", &orders, "unit", &units);
        all_known(city, "an order", &orders, "lines", &keys(&lines, "key"));
        let cards = rows(city, "cards.toml", "card");
        keys(&cards, "key");
        all_known(city, "a card", &cards, "unit", &units);
        all_known(city, "a card", &cards, "order", &keys(&orders, "key"));
    }
}

#[test]
fn every_slip_of_a_pack_is_told_with_its_line() {
    let place = tempfile::tempdir().unwrap();
    let new = |name: &str| {
        let pack = place.path().join(name);
        said(hejnal(&["pack", "new"]).arg(&pack)).well();
        pack
    };
    let check = |name: &str, file: &str, from: &str, to: &str, wanted: &[&str]| {
        let pack = new(name);
        let text = fs::read_to_string(pack.join(file)).unwrap_or_default();
        assert!(text.contains(from), "{file} has {from}");
        fs::write(pack.join(file), text.replacen(from, to, 1)).unwrap();
        said(hejnal(&["pack", "check"]).arg(&pack)).refused(1, wanted);
    };
    check("bounds", "city.toml", "south = 49.0", "south = 59.0", &["city.toml, line 47: city: bounds.south: the southern edge"]);
    check("degrees", "city.toml", "north = 54.9", "north = 549", &["bounds.north: 549 are no degrees"]);
    check("file", "topic.toml", "", "[[topic]]\n", &["topic.toml: a pack has no file of this name"]);
    check("empty", "units.toml", "\"Urząd Miasta\"", "\"\"", &["units.toml, line 7: urzad: name.pl: the Polish text is empty"]);
    check("mail", "city.toml", "kontakt@miasto.example", "nie mail", &["city: contact.email: \"nie mail\" is no e-mail address"]);
    check("phone", "city.toml", "+48100000000", "22 555", &["city: contact.phone: \"22 555\" is not E.164"]);
    check("unit", "units.toml", "urzad@miasto.example", "urzad", &["units.toml, line 8: urzad: email: \"urzad\" is no e-mail address"]);
    check("polish", "city.toml", "languages = [\"pl\", ", "languages = [", &["city: languages: pl is missing"]);
    check("hours", "hours.toml", "fri = [\"07:30-15:30\"]", "fri = [\"8-14\"]", &["hours.toml, line 11: hours: week.fri: \"8-14\" is not"]);
    let route = "working_days = 10 }\n[[service.route]]\nareas = [\"x\"]\nunit = \"nikt\"\n";
    check("route", "services.toml", "working_days = 10 }", route, &["services.toml, line 22: inne: route[0].unit: there is no unit nikt"]);
    check("controller", "units.toml", "short =", "controller = \"x\"\nshort =", &["urzad: controller: there is no controller x"]);
    // A slip of shape hides none of the others.
    let both = "kind = \"pytanie\"\nboss = true\nretention = \"x\"";
    check("both", "services.toml", "kind = \"question\"", both, &["unknown variant `pytanie`", "boss: unknown field `boss`"]);
    let pack = new("two");
    fs::write(pack.join("privacy.toml"), "[[notice]]\nkey = \"a\"\n").unwrap();
    fs::write(pack.join("lines.toml"), "[[line]]\nkey = \"glowna\"\nname.pl = \"Główna\"\nunit = \"nikt\"\n").unwrap();
    said(hejnal(&["pack", "check"]).arg(&pack))
        .refused(1, &["a: title: missing field", "a: purpose: missing field", "glowna: unit: there is no nikt"]);
}

#[test]
fn questions_routes_and_rules_of_the_demo_fit_together() {
    let services = rows("demo", "services.toml", "service");
    let units = keys(&rows("demo", "units.toml", "unit"), "key");
    all_known("demo", "a service", &services, "retention", &keys(&rows("demo", "retention.toml", "rule"), "key"));
    let listed = |row: &Table, name: &str| -> Vec<Table> {
        row.get(name).map(|rows| rows.as_array().unwrap().iter().map(|row| row.as_table().unwrap().clone()).collect()).unwrap_or_default()
    };
    for service in &services {
        let key = service["key"].as_str().unwrap();
        let questions = listed(service, "question");
        keys(&questions, "key");
        all_known("demo", key, &listed(service, "route"), "unit", &units);
        for asked in questions.iter().chain(&listed(service, "route")).filter_map(|row| row.get("when")) {
            let named = questions.iter().find(|question| question["key"] == asked["question"]);
            let options = named.map(|question| keys(&listed(question, "options"), "key")).unwrap_or_default();
            let answers = asked["is"].as_array().unwrap();
            assert!(
                answers.iter().all(|answer| options.contains(answer.as_str().unwrap())),
                "{key} asks for an answer there is not: {asked}"
            );
        }
        let choices = questions.iter().filter(|question| question["kind"].as_str() == Some("choice"));
        assert!(choices.into_iter().all(|question| listed(question, "options").len() >= 2), "{key} lets one choose");
    }
}

#[test]
fn the_people_of_the_demo_have_units_deputies_and_roles() {
    let people = rows("demo", "staff.toml", "account");
    let logins = keys(&people, "login");
    assert_eq!(people.len(), 30);
    all_known("demo", "an account", &people, "unit", &keys(&rows("demo", "units.toml", "unit"), "key"));
    all_known("demo", "an account", &people, "deputy", &logins);
    let groups = keys(&rows("demo", "services.toml", "group"), "key");
    for skills in people.iter().filter_map(|person| person.get("skills")) {
        assert!(skills.as_table().unwrap().keys().all(|skill| groups.contains(skill)), "{skills}");
    }
    let orders = rows("demo", "orders.toml", "order");
    all_known("demo", "an order", &orders, "contacts", &logins);
}

#[test]
fn the_generator_draws_the_demo_to_the_byte() {
    for (name, text) in make_demo_city::draw() {
        let kept = fs::read_to_string(pack("demo").join(name)).unwrap();
        assert!(kept == text, "{name} is not what `cargo run -p hejnal --example make_demo_city` writes");
    }
}
