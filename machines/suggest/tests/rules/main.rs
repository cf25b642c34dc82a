//! What a model learns, keeps and refuses.

mod wroclaw;

use proptest::prelude::*;
use suggest::{Example, Model, TooFew, Unreadable, measure, train};

/// Sentences about four things, in words that differ from one to the next.
fn texts(count: usize) -> Vec<(String, &'static str)> {
    let (who, when) = (["znowu", "dziś", "od tygodnia", "wczoraj", "w nocy"], ["na Polnej", "przy szkole", "koło sklepu", "w parku"]);
    let what = [
        ("lamps", ["nie świeci latarnia", "zgasła lampa", "ciemno, latarnie nie świecą"]),
        ("roads", ["dziura w jezdni", "wyrwa na drodze", "zapadła się jezdnia"]),
        ("waste", ["śmietnik przepełniony", "nie odebrali śmieci", "worki ze śmieciami leżą"]),
        ("noise", ["głośna muzyka", "hałas po dwudziestej drugiej", "krzyki i głośna impreza"]),
    ];
    let one = |n: usize| {
        let (label, ways) = what[n % what.len()];
        (format!("{} {} {}", who[n % 5], ways[n / 4 % 3], when[n / 12 % 4]), label)
    };
    (0..count).map(one).collect()
}

fn examples<'a>(texts: &'a [(String, &'static str)]) -> Vec<Example<'a>> {
    texts.iter().map(|(text, label)| Example { text, label }).collect()
}

#[test]
fn what_a_text_is_about_is_found_in_other_forms_and_with_slips() {
    let texts = texts(240);
    let model = train(&examples(&texts), 1).unwrap();
    let check = |text: &str, wanted: &str| {
        let said = model.suggest(text, 3);
        assert_eq!(said[0].label, wanted, "{text}: {said:?}");
    };
    check("LATARNIE zgasły", "lamps");
    check("dziury w jezdniach", "roads");
    check("smieci nieodebrane", "waste");
    check("chałas i glosna muzyka", "noise");
    assert!(model.suggest("qwx", 3).is_empty(), "nothing is known of it");
    let all = model.suggest("dziura", 10);
    assert!((all.iter().map(|one| one.probability).sum::<f32>() - 1.0).abs() < 1e-4);
    assert!(all.is_sorted_by(|a, b| a.probability >= b.probability));
}

#[test]
fn the_same_examples_and_seed_give_the_same_model() {
    let texts = texts(60);
    assert_eq!(train(&examples(&texts), 3), train(&examples(&texts), 3));
}

#[test]
fn words_without_meaning_give_no_better_figures_than_the_commonest_label() {
    let labels = ["a", "b", "c"];
    let texts: Vec<(String, &'static str)> =
        (0..600_usize).map(|n| (format!("słowo{} inne{}", n * 7919 % 31, n * 104_729 % 37), labels[n * 15_485_863 % 1_009 % 3])).collect();
    let all = examples(&texts);
    let model = train(&all[..500], 5).unwrap();
    let figures = measure(&model, &all[500..]).unwrap();
    assert!(figures.top_one < figures.majority + 0.15, "{figures:?}");
    assert!(figures.calibration_error < 0.3, "and it does not pretend: {figures:?}");
}

#[test]
fn too_little_to_learn_from_is_told() {
    assert_eq!(train(&[], 1), Err(TooFew));
    assert_eq!(train(&[Example { text: "a", label: "x" }, Example { text: "a", label: "x" }], 1), Err(TooFew), "one label");
    assert_eq!(train(&[Example { text: "abc", label: "x" }, Example { text: "xyz", label: "y" }], 1), Err(TooFew), "no shared word");
    let texts = texts(24);
    assert!(measure(&train(&examples(&texts), 1).unwrap(), &[]).is_none());
}

#[test]
fn a_model_comes_back_from_its_bytes_and_nothing_else_does() {
    let texts = texts(40);
    let model = train(&examples(&texts), 2).unwrap();
    let bytes = model.to_bytes();
    assert_eq!(Model::from_bytes(&bytes), Ok(model));
    for cut in [0, 7, 8, 19, bytes.len() / 2, bytes.len() - 1] {
        assert_eq!(Model::from_bytes(&bytes[..cut]), Err(Unreadable), "cut at {cut}");
    }
    let longer = [bytes.as_slice(), &[0]].concat();
    assert_eq!(Model::from_bytes(&longer), Err(Unreadable));
}

proptest! {
    #[test]
    fn no_bytes_and_no_text_bring_it_down(bytes in prop::collection::vec(any::<u8>(), 0..200), text in ".{0,300}") {
        let mut marked = b"HEJNAL-1".to_vec();
        marked.extend(bytes);
        let _ = Model::from_bytes(&marked);
        let texts = texts(24);
        let model = train(&examples(&texts), 1).unwrap();
        prop_assert!(model.suggest(&text, 3).iter().all(|one| one.probability.is_finite()));
    }
}
