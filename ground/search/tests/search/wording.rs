//! Inflection, diacritics, typos and scripts: a question need not be spelled like the answer.

use base::Language;
use search::{Audiences, Document, Index};

use crate::{check, document, found, index_of, question};

fn city() -> Index {
    let in_language = |key: &str, language, title: &str| Document { language, ..document(key, title) };
    index_of(&[
        document("lamp", "Latarnia nie świeci"),
        document("lamps", "Świecące lampy w dzień"),
        document("rubbish", "Śmieci na chodniku"),
        document("glogowska", "Głogowska"),
        document("dluga", "Długa"),
        document("dlugie", "Długie"),
        document("permit", "Pozwolenie na budowę"),
        in_language("tax", Language::Uk, "Податок на нерухомість"),
        in_language("road", Language::Uk, "Пошкоджена вулиця"),
        in_language("child", Language::Uk, "Реєстрація дитини в садку"),
        in_language("porch", Language::Uk, "Ґанок і під’їзд"),
        in_language("parking", Language::En, "Parking permits for residents"),
    ])
}

#[test]
fn an_inflected_polish_word_finds_its_other_forms() {
    let city = city();
    for (text, key) in [
        ("latarnie", "lamp"),
        ("zgasłych latarni", "lamp"),
        ("na Głogowskiej", "glogowska"),
        ("ulicą Głogowską", "glogowska"),
        ("pozwolenia na budowy", "permit"),
        ("śmieciami", "rubbish"),
    ] {
        check(&city, text, key);
    }
}

#[test]
fn a_word_without_its_diacritics_finds_the_word_with_them() {
    let city = city();
    for (text, key) in [
        ("swiecace lampy", "lamps"),
        ("smieci", "rubbish"),
        ("SMIECI", "rubbish"),
        ("glogowska", "glogowska"),
        ("na glogowskiej", "glogowska"),
        ("nie swieci", "lamp"),
    ] {
        check(&city, text, key);
    }
}

#[test]
fn a_word_given_its_diacritics_back_counts_as_much_in_a_title_as_one_typed_with_them() {
    let title = Document {
        body: "Harmonogram na cały rok dla wszystkich osiedli i kalendarz".to_owned(),
        ..document("title", "Wywóz odpadów zmieszanych")
    };
    let body = Document { body: "Odpadów, odpadów".to_owned(), ..document("body", "Sprawa") };
    let others: Vec<Document> = (0..200).map(|n| document(&format!("other{n}"), "Dowód")).collect();
    let index = index_of(&[others, vec![body, title]].concat());
    check(&index, "odpadów", "title");
    check(&index, "odpadow", "title");
}

#[test]
fn a_folded_genitive_finds_a_word_that_the_index_has_in_other_forms_only() {
    let index = index_of(&[document("waste", "Odpady zmieszane"), document("dogs", "Opłata za psa")]);
    check(&index, "wywoz odpadow", "waste");
}

#[test]
fn a_word_that_the_index_does_not_know_is_surely_a_typo() {
    let streets: Vec<Document> = (0..200).map(|n| document(&format!("other{n}"), &format!("Ulica{n} Inna"))).collect();
    let index = index_of(&[streets, vec![document("short", "Pod Janem"), document("meant", "Jana Kochanowskiego")]].concat());
    check(&index, "jana kochanowksiego", "meant");
}

#[test]
fn a_text_without_diacritics_is_found_by_a_word_with_them() {
    let index = index_of(&[document("plain", "smieci przy ulicy swietego Lukasza")]);
    check(&index, "śmieci", "plain");
    check(&index, "Łukasz", "plain");
}

#[test]
fn one_typo_is_forgiven_in_a_word_and_two_in_a_long_one() {
    let city = city();
    for (text, key) in [
        ("latrania", "lamp"),
        ("lataria", "lamp"),
        ("glogwska", "glogowska"),
        ("pzwolenie", "permit"),
        ("pozvoleniie", "permit"),
        ("податк", "tax"),
    ] {
        check(&city, text, key);
    }
    assert!(found(&city, "dlx").is_empty(), "a short word is taken as typed");
}

#[test]
fn the_exact_form_comes_before_another_with_the_same_stem() {
    let city = city();
    check(&city, "Długa", "dluga");
    check(&city, "długie", "dlugie");
    check(&city, "dluga", "dluga");
}

#[test]
fn ukrainian_is_found_inflected_and_however_its_apostrophe_is_typed() {
    let city = city();
    for (text, key) in [
        ("вулицю", "road"),
        ("на вулиці", "road"),
        ("нерухомості", "tax"),
        ("дитину", "child"),
        ("реєстрацію", "child"),
        ("ганок", "porch"),
        ("під'їзд", "porch"),
        ("підʼїзді", "porch"),
    ] {
        check(&city, text, key);
    }
}

#[test]
fn english_is_found_inflected() {
    check(&city(), "resident permit parked", "parking");
}

#[test]
fn a_house_number_is_no_typo_of_its_neighbour() {
    let index = index_of(&[document("12", "Parkowa 1012"), document("13", "Parkowa 1013")]);
    check(&index, "Parkowa 1013", "13");
    assert_eq!(found(&index, "1012"), ["12"]);
}

#[test]
fn a_match_in_the_title_comes_before_keywords_and_those_before_the_body() {
    let body = Document { body: "Dowód osobisty".to_owned(), ..document("body", "Sprawa") };
    let keywords = Document { keywords: "dowód".to_owned(), ..document("keywords", "Sprawa") };
    let index = index_of(&[body, keywords, document("title", "Dowód")]);
    assert_eq!(found(&index, "dowodu"), ["title", "keywords", "body"]);
}

#[test]
fn a_subject_is_one_hit_in_the_language_of_the_asker() {
    let versions = [(Language::Pl, "PIT roczny"), (Language::Uk, "PIT річний"), (Language::En, "PIT yearly return")];
    let index = index_of(&versions.map(|(language, title)| Document { language, ..document("pit", title) }));
    for (language, _) in versions {
        let hits = index.search(&search::Query { language, ..question("PIT", &Audiences::public()) }).unwrap();
        assert_eq!(hits.iter().map(|hit| hit.language).collect::<Vec<_>>(), [language]);
    }
}

#[test]
fn a_question_of_common_words_finds_nothing_rather_than_everything() {
    let city = city();
    for text in ["", "   ", "na", "jak to jest, że nie", "де і коли", "what is the"] {
        assert!(found(&city, text).is_empty(), "{text:?}");
    }
}
