//! Every fault of a pack is told with its place and reason, before anything changes.

use packs::Keys;
use services::pack;
use testkit::pack_rows;

use crate::{LAMP, keys, read};

/// The pack with `from` replaced by `to` has exactly these faults.
#[track_caller]
fn check(from: &str, to: &str, wanted: &[&str]) {
    assert!(LAMP.contains(from), "the premise: {from}");
    let found = read(&LAMP.replacen(from, to, 1), &keys()).err().unwrap_or_default();
    let told: Vec<_> = found.iter().map(|fault| fault.split_once("services: lamp: ").expect("section and service").1).collect();
    assert_eq!(told, wanted);
}

#[test]
fn a_good_pack_has_no_faults_and_is_told_which_rows_meet() {
    let (groups, services) = read(LAMP, &keys()).unwrap();
    assert_eq!((groups.len(), services.len()), (1, 1));
    assert!(services[0].sensitive());
    assert_eq!(services[0].details.questions.len(), 3);
    let wanted = "services.toml: service lamp: route 1 and route 2: some cases fit both, and route 1 decides";
    assert_eq!(pack::warnings(&services), [wanted]);
    let unchecked = Keys { retention: None, ..keys() };
    assert!(read(LAMP, &unchecked).is_ok());
}

#[test]
fn what_is_not_there_cannot_be_named() {
    check("unit = \"roads\"", "unit = \"nobody\"", &["unit: there is no nobody"]);
    check("group = \"street\"\nkind", "group = \"none\"\nkind", &["group: there is no none"]);
    check("\"short\"", "\"long\"", &["retention: there is no rule of retention long"]);
    check("unit = \"greens\"", "unit = \"nobody\"", &["route[0].unit: there is no unit nobody"]);
    check("areas = [\"park\"]", "areas = [\"moon\"]", &["route[0].areas: there is no area moon"]);
    check(
        "question = \"what\", is = [\"leaning\"] }\noptions",
        "question = \"why\", is = [\"leaning\"] }\noptions",
        &["question[1].when.question: there is no question why"],
    );
    check(
        "owner = \"asset\"\nwhen = { question = \"what\", is = [\"leaning\"] }",
        "owner = \"asset\"\nwhen = { question = \"what\", is = [\"x\"] }",
        &["route[1].when.is: x is no option of the question what"],
    );
}

#[test]
fn terms_have_limits() {
    check(
        "deadline = { working_days = 5 }",
        "deadline = { working_days = 0 }",
        &["deadline.working_days: it has 1 to 500 working days, not 0"],
    );
    check(
        "first_answer = { working_days = 1 }",
        "first_answer = { working_days = 501 }",
        &["first_answer.working_days: it has 1 to 500 working days, not 501"],
    );
    check("\"BE5\"", "\" \"", &["archive: an archive category is a short text such as BE5, up to 20 characters"]);
}

#[test]
fn a_question_asks_for_what_can_be_answered() {
    check(
        "key = \"leaning\"",
        "key = \"dark\"",
        &[
            "question[0].options: an option stands twice",
            "question[1].when.is: leaning is no option of the question what",
            "route[1].when.is: leaning is no option of the question what",
        ],
    );
    check("key = \"since\"", "key = \"what\"", &["question[2].key: this key stands twice"]);
    check("key = \"since\"", "key = \"Od kiedy\"", &["question[2].key: a key has small letters a to z, digits and . _ - only"]);
    check("kind = \"date\"", "kind = \"choice\"", &["question[2].options: a choice has at least two options"]);
    check("key = \"yes\"", "key = \"tak\"", &["question[1].options: the options of a question of yes or no are yes and no"]);
    check(
        "ask.pl = \"Od kiedy?\"",
        "ask.pl = \"Od kiedy?\"\noptions = [{ key = \"a\", name.pl = \"A\" }]",
        &["question[2].options: a question of the kind date has no options"],
    );
    let many: String =
        (0..12).map(|n| format!("\n[[service.question]]\nkey = \"q{n}\"\nkind = \"text\"\nrequired = false\nask.pl = \"?\"\n")).collect();
    check("\n[[service.route]]\nunit", &format!("{many}\n[[service.route]]\nunit"), &["15 questions, more than 12"]);
    let many: String = (0..31).map(|n| format!("{{ key = \"o{n}\", name.pl = \"O\" }},")).collect();
    let wanted = &["question[0].options: 34 options, more than 30"];
    check("{ key = \"dark\"", &format!("{many}{{ key = \"dark\""), wanted);
}

#[test]
fn a_question_depends_on_earlier_ones_that_lead_to_it() {
    check(
        "when = { question = \"what\", is = [\"leaning\"] }\noptions",
        "when = { question = \"wires\", is = [\"no\"] }\noptions",
        &["question[1].when.question: it depends on itself"],
    );
    check(
        "when = { question = \"what\", is = [\"leaning\"] }\noptions",
        "when = { question = \"since\", is = [\"no\"] }\noptions",
        &["question[1].when.question: the question since is asked later"],
    );
    check("is = [\"leaning\"] }\noptions", "is = [] }\noptions", &["question[1].when.is: it names no answer"]);
    check(
        "is = [\"leaning\"] }\noptions",
        "is = [\"fallen\"] }\noptions",
        &["question[1]: it is never asked: every answer that leads to it stops the report"],
    );
    check(
        "ask.pl = \"Od kiedy?\"",
        "ask.pl = \"Od kiedy?\"\nwhen = { question = \"wires\", is = [\"yes\"] }",
        &["question[2]: it is never asked: every answer that leads to it stops the report"],
    );
    check(
        "kind = \"yes_no\"\nrequired = true\nask.pl = \"Czy wiszą przewody?\"\nwhen = { question = \"what\", is = [\"leaning\"] }\noptions = [",
        "kind = \"yes_no\"\nrequired = true\nask.pl = \"Czy?\"\noptions = [{ key = \"no\", name.pl = \"Nie\", stop = { say.pl = \"Stój\" } }, ",
        &["question[1]: every answer stops, so that nobody can report"],
    );
    check(
        "ask.pl = \"Od kiedy?\"",
        "ask.pl = \"Od kiedy?\"\n[[service.question]]\nkey = \"more\"\nkind = \"text\"\nask.pl = \"?\"\nwhen = { question = \"since\", is = [\"1\"] }",
        &["question[3].when.question: the question since has no options to depend on"],
    );
}

#[test]
fn a_route_leads_somewhere() {
    check("owner = \"asset\"\n", "", &["route[1].unit: it names neither a unit nor an owner"]);
    check(
        "owner = \"asset\"\n",
        "owner = \"asset\"\nunit = \"roads\"\n",
        &["route[1].owner: it names a unit and an owner; one of them decides"],
    );
    let (_, services) = read(&LAMP.replace("areas = [\"park\"]", ""), &keys()).unwrap();
    let wanted = "services.toml: service lamp: route 2: it never decides, because route 1 fits whenever it does";
    assert_eq!(pack::warnings(&services), [wanted]);
}

#[test]
fn an_unknown_word_is_a_fault_with_its_line() {
    let found = read(&LAMP.replace("sensitive = true", "secret = true"), &keys()).unwrap_err();
    assert!(found[0].contains("line 12") && found[0].contains("unknown field `secret`"), "{found:?}");
}

#[test]
fn orders_name_units_and_last_from_day_to_day() {
    let order =
        "[[order]]\nkey = 'waste'\nunit = 'nobody'\ntitle.pl = 'Odpady'\nscope.pl = 'Pytania'\nfrom = '2026-01-01'\nto = '2025-01-01'\n";
    let read = |text: &str| pack_rows(pack::ORDERS, text, |orders| pack::check_orders(orders, &keys()));
    let found = read(order).unwrap_err();
    assert_eq!(found, ["orders: waste: unit: there is no nobody", "orders: waste: to: it ends before it begins"]);
    assert!(read(&format!("{order}{order}")).unwrap_err()[0].ends_with("waste: this key stands twice"));
    assert_eq!(read(""), Ok(Vec::new()));
}
