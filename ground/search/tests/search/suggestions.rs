//! Search as you type: the last word may be only a beginning.

use search::{Audiences, Document, Index};

use crate::{document, index_of, question};

fn suggested(index: &Index, text: &str) -> Vec<String> {
    let hits = index.suggest(&question(text, &Audiences::public())).unwrap();
    hits.into_iter().map(|hit| hit.subject.key).collect()
}

fn streets() -> Index {
    index_of(&[
        document("glogowska", "Głogowska"),
        document("glowna", "Główna"),
        document("dluga", "Długa"),
        document("dlugosza", "Jana Długosza"),
        document("id", "Dowód osobisty"),
        Document { body: "Zaświadczenie z ulicy Głogowskiej".to_owned(), ..document("body", "Zaświadczenie") },
    ])
}

#[test]
fn the_beginning_of_a_word_is_enough() {
    let streets = streets();
    for (text, keys) in [
        ("Gło", &["glogowska", "glowna", "body"][..]),
        ("glog", &["glogowska", "body"]),
        ("jana dług", &["dlugosza", "dluga"]),
        ("do", &["id"]),
        ("Głogowskiej", &["glogowska", "body"]),
        ("długa", &["dluga", "dlugosza"]),
    ] {
        let all = suggested(&streets, text);
        assert_eq!(all[..keys.len().min(all.len())], *keys, "{text:?}: {all:?}");
    }
}

#[test]
fn a_right_beginning_comes_before_a_whole_word_with_a_typo() {
    let index = index_of(&[document("bartel", "Wojciecha Bartla"), document("bartlomiej", "Bartłomieja Groickiego")]);
    assert_eq!(suggested(&index, "Bartło"), ["bartlomiej", "bartel"]);
}

#[test]
fn a_typo_in_the_beginning_is_forgiven() {
    assert_eq!(suggested(&streets(), "glgow")[0], "glogowska");
}

#[test]
fn after_a_space_the_word_is_finished() {
    let streets = streets();
    assert!(!suggested(&streets, "dług").is_empty());
    assert!(suggested(&streets, "gło ").is_empty());
}

#[test]
fn a_synonym_works_while_typing() {
    let streets = streets();
    streets.set_synonyms(&[vec!["legitymacja".to_owned(), "dowód".to_owned()]]).unwrap();
    assert_eq!(suggested(&streets, "legitymacja"), ["id"]);
}
