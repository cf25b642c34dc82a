//! Whatever is typed or handed in, the answer is an answer.

use proptest::prelude::*;
use search::{Audiences, Document, Index, MAX_HITS, Query};

use crate::{check, document, found, index_of, question};

fn ask(index: &Index, text: &str) {
    let audiences = Audiences::public();
    index.search(&question(text, &audiences)).unwrap();
    index.suggest(&question(text, &audiences)).unwrap();
}

#[test]
fn hostile_questions_get_an_ordinary_answer() {
    let index = index_of(&[document("lamp", "Latarnia nie świeci")]);
    let long = [
        "a".repeat(10_240),
        "świecące ".repeat(1_200),
        "\"".repeat(10_240),
        "🎉".repeat(3_000),
        "e\u{301}".repeat(5_000),
        "(+".repeat(5_000),
    ];
    let short = [
        "\"",
        "\"latarnia",
        "+latarnia -nie",
        "title:latarnia",
        "audience:staff",
        "latarnia~2^9",
        "latarn*",
        "[a TO z]",
        "(((",
        "\\",
        "/.*/",
        "AND OR NOT",
        "\0",
        "lat\0arnia",
        "latarnia\0",
        "🎉",
        "👩‍👩‍👧",
        "\u{202e}ainratal",
        "İ",
        "ﬁ",
        "ß",
        "ʼʼʼ",
        "́",
        "٣",
        "漢字 かな",
        "\u{feff}",
        "' or 1=1; --",
        "<script>",
        "%00",
        "\r\n",
    ];
    for text in long.iter().map(String::as_str).chain(short) {
        ask(&index, text);
    }
    check(&index, "+latarnia* \"-świeci\"", "lamp");
    check(&index, &format!("latarnia {}", "x".repeat(10_000)), "lamp");
}

#[test]
fn hostile_documents_are_taken_and_their_words_found() {
    let index = Index::in_memory().unwrap();
    let mixed = Document {
        title: "\0 🎉 \"Latarnia\" \u{202e}".to_owned(),
        keywords: "w".repeat(100_000),
        body: "słowo ".repeat(50_000),
        ..document("mixed", "")
    };
    index.change(&[mixed, document("empty", ""), document("🎉 / \"x\"", "Emoji w kluczu")], &[], 1).unwrap();
    check(&index, "latarnia", "mixed");
    check(&index, "słowami", "mixed");
    check(&index, "emoji", "🎉 / \"x\"");
}

#[test]
fn no_question_gets_more_than_the_most_hits() {
    let index = index_of(&(0..MAX_HITS + 20).map(|n| document(&format!("lamp{n}"), "Latarnia")).collect::<Vec<_>>());
    let audiences = Audiences::public();
    let hits = |limit| index.search(&Query { limit, ..question("latarnia", &audiences) }).unwrap().len();
    assert_eq!((hits(0), hits(7), hits(MAX_HITS), hits(usize::MAX)), (0, 7, MAX_HITS, MAX_HITS));
    assert_eq!(found(&index, "latarnia").len(), 10);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_may_be_asked_and_indexed(text in "\\PC{0,60}", letters in "[a-zA-Ząćęłńóśźżа-яіїєґ'’ ]{0,60}") {
        let index = index_of(&[document("any", &text), document("letters", &letters)]);
        ask(&index, &text);
        ask(&index, &letters);
        for word in letters.split_whitespace() {
            ask(&index, word);
        }
    }
}
