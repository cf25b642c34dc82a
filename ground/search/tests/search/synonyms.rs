//! The editor's list of words that mean the same.

use search::{Index, MAX_SYNONYM_GROUPS};

use crate::{check, document, found, index_of};

fn with(groups: &[&[&str]]) -> Index {
    let index = index_of(&[
        document("car", "Rejestracja samochodu"),
        document("depot", "Punkt selektywnego zbierania odpadów"),
        document("bulky", "Odpady wielkogabarytowe"),
        document("waste", "Harmonogram wywozu odpadów"),
        document("point", "Punkt potwierdzający profil zaufany"),
    ]);
    let groups: Vec<Vec<String>> = groups.iter().map(|group| group.iter().map(|word| (*word).to_owned()).collect()).collect();
    index.set_synonyms(&groups).unwrap();
    index
}

const GROUPS: &[&[&str]] =
    &[&["auto", "samochód", "pojazd"], &["PSZOK", "punkt selektywnego zbierania odpadów"], &["gabaryty", "odpady wielkogabarytowe"]];

#[test]
fn without_the_list_no_stemmer_brings_them_together() {
    assert!(found(&with(&[]), "auto").is_empty());
    assert!(found(&with(&[]), "pszok").is_empty());
}

#[test]
fn a_synonym_finds_what_the_word_finds_in_any_form() {
    let index = with(GROUPS);
    for (text, key) in [
        ("auto", "car"),
        ("autem", "car"),
        ("zarejestrować pojazdy", "car"),
        ("pszok", "depot"),
        ("gabarytów", "bulky"),
        ("gabaryty", "bulky"),
    ] {
        check(&index, text, key);
    }
}

#[test]
fn a_word_on_the_list_is_not_taken_for_a_typo() {
    let index = index_of(&[document("typo", "Szok"), document("depot", "Punkt selektywnego zbierania odpadów")]);
    check(&index, "pszok", "typo");
    index.set_synonyms(&[vec!["PSZOK".to_owned(), "punkt selektywnego zbierania odpadów".to_owned()]]).unwrap();
    check(&index, "pszok", "depot");
}

#[test]
fn a_phrase_is_found_by_all_its_words_and_not_by_one() {
    assert_eq!(found(&with(GROUPS), "PSZOK"), ["depot"]);
}

#[test]
fn a_phrase_in_the_question_is_known_as_one_thing() {
    let index = index_of(&[document("depot", "PSZOK przy Leśnej")]);
    index.set_synonyms(&[vec!["PSZOK".to_owned(), "punkt selektywnego zbierania odpadów".to_owned()]]).unwrap();
    check(&index, "gdzie jest punkt selektywnej zbiórki, punkt selektywnego zbierania odpadow?", "depot");
}

#[test]
fn the_list_has_a_limit_and_a_refused_one_changes_nothing() {
    let index = with(GROUPS);
    assert!(index.set_synonyms(&vec![Vec::new(); MAX_SYNONYM_GROUPS + 1]).is_err());
    check(&index, "auto", "car");
    index.set_synonyms(&[vec![], vec!["na".to_owned()], vec!["🎉".to_owned(), "\0".to_owned()]]).unwrap();
    assert!(found(&index, "auto").is_empty());
}
