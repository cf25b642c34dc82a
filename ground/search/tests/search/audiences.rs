//! What the asker may not see does not exist.

use base::{Id, Language};
use search::{Audience, Audiences, Document, Index, Query};

use crate::{document, found, index_of, question};

fn keys(index: &Index, text: &str, audiences: &Audiences) -> Vec<String> {
    let mut keys: Vec<String> = index.search(&question(text, audiences)).unwrap().into_iter().map(|hit| hit.subject.key).collect();
    keys.sort();
    keys
}

fn cabinet(unit: Id, other: Id) -> Index {
    let of = |key: &str, audience| Document { audience, ..document(key, "Przemoc w rodzinie Święcickich") };
    index_of(&[
        of("public", Audience::Public),
        of("staff", Audience::Staff),
        of("unit", Audience::Unit(unit)),
        of("other", Audience::Unit(other)),
    ])
}

#[test]
fn each_asker_finds_what_is_theirs() {
    let (unit, other) = (Id::new(), Id::new());
    let index = cabinet(unit, other);
    for text in ["Przemoc w rodzinie Święcickich", "przemocy", "swiecickich", "swiecikich"] {
        assert_eq!(keys(&index, text, &Audiences::public()), ["public"], "{text}");
        assert_eq!(keys(&index, text, &Audiences::staff([])), ["public", "staff"], "{text}");
        assert_eq!(keys(&index, text, &Audiences::staff([unit])), ["public", "staff", "unit"], "{text}");
        assert_eq!(keys(&index, text, &Audiences::staff([unit, other])), ["other", "public", "staff", "unit"], "{text}");
    }
}

#[test]
fn a_document_of_one_unit_is_invisible_to_strangers_even_by_its_exact_words() {
    let unit = Id::new();
    let secret = Document {
        audience: Audience::Unit(unit),
        keywords: "XK4711".to_owned(),
        body: unit.to_string(),
        ..document("secret", "Tajemnica")
    };
    let index = index_of(&[secret]);
    let shown = Audiences::staff([unit]);
    for text in ["Tajemnica", "XK4711", "taj", "tajemnice", &unit.to_string(), "secret", "unit", "service"] {
        assert!(found(&index, text).is_empty(), "{text}");
        assert!(index.suggest(&question(text, &Audiences::public())).unwrap().is_empty(), "{text}");
        assert!(keys(&index, text, &Audiences::staff([Id::new()])).is_empty(), "{text}");
    }
    assert_eq!(keys(&index, "XK4711", &shown), ["secret"], "the premise: its unit does find it");
}

#[test]
fn hidden_documents_do_not_take_places_in_the_answer() {
    let hidden = (0..50).map(|n| Document { audience: Audience::Staff, ..document(&format!("hidden{n}"), "Latarnia") });
    let documents: Vec<Document> =
        hidden.chain([Document { body: "latarnia".to_owned(), ..document("public", "Oświetlenie placu przy szkole") }]).collect();
    let index = index_of(&documents);
    let hits = index.search(&Query { limit: 1, ..question("latarnia", &Audiences::public()) }).unwrap();
    assert_eq!(hits[0].subject.key, "public");
}

#[test]
fn a_stranger_gets_the_same_answer_in_the_same_order_whether_hidden_documents_exist_or_not() {
    let public = || {
        vec![
            document("a", "Pomoc rodzinie Kowalskich"),
            document("b", "Pomoc sąsiedzka"),
            Document { body: "pomoc Kowalskiej".to_owned(), ..document("c", "Sąd") },
        ]
    };
    let hidden =
        (0..30).map(|n| Document { audience: Audience::Unit(Id::new()), ..document(&format!("hidden{n}"), "Pomoc Kowalkiej, sąd") });
    let (without, with) = (index_of(&public()), index_of(&public().into_iter().chain(hidden).collect::<Vec<_>>()));
    let audiences = Audiences::public();
    for text in ["pomoc Kowalkiej", "sasiad kowalski", "sąd", "kowalk"] {
        let asked = question(text, &audiences);
        assert!(!without.search(&asked).unwrap().is_empty(), "{text}");
        assert_eq!(with.search(&asked).unwrap(), without.search(&asked).unwrap(), "{text}");
        assert_eq!(with.suggest(&asked).unwrap(), without.suggest(&asked).unwrap(), "{text}");
    }
}

#[test]
fn a_document_that_changes_its_audience_is_gone_for_the_others() {
    let index = index_of(&[document("report", "Dziura w drodze")]);
    assert_eq!(found(&index, "dziura"), ["report"]);
    index.change(&[Document { audience: Audience::Staff, ..document("report", "Dziura w drodze") }], &[], 2).unwrap();
    assert!(found(&index, "dziura").is_empty());
    assert_eq!(keys(&index, "dziura", &Audiences::staff([])), ["report"]);
}

#[test]
fn kinds_narrow_the_answer() {
    let mut street = document("street", "Parkowa");
    street.subject.kind = "street".to_owned();
    let index = index_of(&[street, document("service", "Opłata parkowa")]);
    let audiences = Audiences::public();
    let of = |kinds: &[&str]| index.search(&Query { kinds, language: Language::En, ..question("parkowa", &audiences) }).unwrap().len();
    assert_eq!((of(&[]), of(&["street"]), of(&["street", "service"]), of(&["address"])), (2, 1, 2, 0));
}
