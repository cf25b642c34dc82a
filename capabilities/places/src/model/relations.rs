//! How a text relates several names: the corner of two streets, or the stretch of one between two others.
//!
//! Only the shape is read here; whether the parts name streets that meet is for the gazetteer to see.

use std::ops::Range;

use super::{titles::is_preposition, words::Word};

/// Folded words that tell of a corner.
const CORNER_WORDS: [&str; 10] =
    ["rog", "rogu", "rogiem", "naroznik", "narozniku", "skrzyzowanie", "skrzyzowaniu", "skrzyzowania", "zbieg", "zbiegu"];
/// Folded words between the two streets of a corner.
const CORNER_JOINTS: [&str; 9] = ["i", "z", "ze", "a", "oraz", "/", "&", "x", "+"];
/// Signs that tell of a corner by themselves.
const CORNER_SIGNS: [&str; 4] = ["/", "&", "x", "+"];
/// Folded words that tell of a stretch, and what stands between its two ends.
const BETWEEN_WORDS: [(&str, &[&str]); 3] = [("miedzy", &["a", "i", "oraz"]), ("pomiedzy", &["a", "i", "oraz"]), ("od", &["do"])];
/// The most ways in which one text is parted.
const MAX_SHAPES: usize = 4;

/// Parts of a text, as ranges of its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// Two streets that meet.
    Corner(Range<usize>, Range<usize>),
    /// Two streets with only a joint between, which may as well be two matters.
    PerhapsCorner(Range<usize>, Range<usize>),
    /// A street, and the two between which a stretch of it lies.
    Between { street: Range<usize>, ends: [Range<usize>; 2] },
}

/// The shapes that the words may have, the surest first; none for a plain name.
pub(super) fn shapes(words: &[Word]) -> Vec<Shape> {
    let mut found = between(words);
    if found.is_empty() {
        found = corners(words);
    }
    if found.is_empty() {
        let joints = (1..words.len().saturating_sub(1)).filter(|at| ["i", "z", "ze", "przy"].contains(&words[*at].text.as_str()));
        found = joints.map(|at| Shape::PerhapsCorner(0..at, at + 1..words.len())).collect();
    }
    found.truncate(MAX_SHAPES);
    found
}

fn between(words: &[Word]) -> Vec<Shape> {
    let joints_of = |word: &Word| BETWEEN_WORDS.iter().find(|(told, _)| *told == word.text).map(|(_, joints)| *joints);
    let Some((told, joints)) = words.iter().enumerate().find_map(|(at, word)| Some((at, joints_of(word)?))) else { return Vec::new() };
    let mut found = Vec::new();
    for at in told + 2..words.len() {
        let second = if joints.contains(&words[at].text.as_str()) { at + 1 } else { at };
        if second == at && !words[at].after_break {
            continue;
        }
        let first = told + 1..at;
        // "na Długiej między Polną a Młyńską", "między Polną a Młyńską na Długiej".
        found.push(Shape::Between { street: 0..told, ends: [first.clone(), second..words.len()] });
        let turn = (second + 1..words.len().saturating_sub(1)).find(|at| is_preposition(&words[*at].text));
        found.extend(turn.map(|turn| Shape::Between { street: turn..words.len(), ends: [first, second..turn] }));
    }
    found.retain(|shape| !matches!(shape, Shape::Between { ends, .. } if ends[1].is_empty()));
    // "między Polną a Młyńską" names no street between them: where they meet is as near as it gets.
    let corner = |shape: Shape| match shape {
        Shape::Between { street, ends: [first, second] } if street.is_empty() => Shape::PerhapsCorner(first, second),
        whole => whole,
    };
    found.into_iter().map(corner).collect()
}

fn corners(words: &[Word]) -> Vec<Shape> {
    let last = words.len();
    let told = words.iter().position(|word| CORNER_WORDS.contains(&word.text.as_str()));
    let Some(told) = told else {
        let slashes = (1..last.saturating_sub(1)).filter(|at| CORNER_SIGNS.contains(&words[*at].text.as_str()));
        return slashes.map(|at| Shape::Corner(0..at, at + 1..last)).collect();
    };
    let joints =
        (told + 2..last.saturating_sub(1)).filter(|at| CORNER_JOINTS.contains(&words[*at].text.as_str()) || words[*at].after_break);
    let parted = joints.map(|at| Shape::Corner(told + 1..at, if words[at].after_break { at } else { at + 1 }..last));
    // "Długa róg Polnej".
    let around = (told > 0 && told + 1 < last).then_some(Shape::Corner(0..told, told + 1..last));
    parted.chain(around).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::words;

    fn told(text: &str) -> Vec<Vec<String>> {
        let words = words(text);
        let part = |range: &Range<usize>| words[range.clone()].iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        let parts = |shape: &Shape| match shape {
            Shape::Corner(a, b) | Shape::PerhapsCorner(a, b) => vec![part(a), part(b)],
            Shape::Between { street, ends: [a, b] } => vec![part(street), part(a), part(b)],
        };
        shapes(&words).iter().map(parts).collect()
    }

    #[test]
    fn a_corner_names_two_streets() {
        for (text, parts) in [
            ("róg Polnej i Młyńskiej", ["polnej", "mlynskiej"]),
            ("na rogu ul. Polnej z ul. Młyńską", ["ul polnej", "ul mlynska"]),
            ("skrzyżowanie Polna/Młyńska", ["polna", "mlynska"]),
            ("ul. Polna / ul. Młyńska", ["ul polna", "ul mlynska"]),
            ("Długa róg Polnej", ["dluga", "polnej"]),
            ("Długa x Polna", ["dluga", "polna"]),
            ("Długa & Polna", ["dluga", "polna"]),
        ] {
            assert!(told(text).contains(&parts.map(str::to_owned).to_vec()), "{text}: {:?}", told(text));
        }
        for text in ["Polna 3", "róg Polnej", "róg", "róg i", ""] {
            assert!(told(text).is_empty(), "{text}: {:?}", told(text));
        }
    }

    #[test]
    fn between_two_streets_without_a_third_is_where_they_meet() {
        assert_eq!(told("między Polną a Młyńską"), [["polna", "mlynska"]]);
    }

    #[test]
    fn a_stretch_lies_between_two_streets() {
        for text in [
            "na Długiej między Polną a Młyńską",
            "między Polną a Młyńską na Długiej",
            "na Długiej (między: Polną, Młyńską)",
            "na Długiej od Polną do Młyńską",
        ] {
            let parts = told(text);
            assert!(
                parts.iter().any(|parts| parts[0].ends_with("dlugiej") && parts[1] == "polna" && parts[2] == "mlynska"),
                "{text}: {parts:?}"
            );
        }
    }
}
