//! Cards of a pack: their faults, and what the database gives back.

use std::collections::BTreeSet;

use base::Id;
use knowledge::{Audience, Card, actions, pack};
use packs::Keys;
use services::Allow;
use testkit::{Kit, on_both, pack_rows};

const CARDS: &str = "
[[card]]
key = 'handyman'
group = 'seniorzy'
title.pl = 'Złota Rączka'
unit = 'health'
order = 'seniors'
audience = 'seniors'
year_from = 2020
allows = ['inform', 'call_out']

[[card]]
key = 'survey'
title.pl = 'Samoocena kontroli zarządczej'
audience = 'internal'
";

fn read(text: &str) -> Result<Vec<Card>, Vec<String>> {
    let set = |word: &str| BTreeSet::from([word.to_owned()]);
    let keys = Keys { units: set("health"), orders: Some(set("seniors")), ..Keys::default() };
    pack_rows(pack::CARDS, text, |cards: &[Card]| pack::check(cards, &keys))
}

#[test]
fn a_card_names_what_is_there() {
    let check = |from: &str, to: &str, wanted: &str| {
        assert!(CARDS.contains(from), "the premise: {from}");
        let faults = read(&CARDS.replacen(from, to, 1)).unwrap_err();
        assert!(faults.len() == 1 && faults[0].contains(wanted), "{faults:?}");
    };
    check("'health'", "'nobody'", "cards: handyman: unit: there is no nobody");
    check("'seniors'\naud", "'none'\naud", "handyman: order: there is no none");
    check("key = 'survey'", "key = 'handyman'", "handyman: this key stands twice");
    check("year_from = 2020", "year_from = 2020\nyear_to = 2019", "handyman: year_to: it ends before it begins");
    check("year_from = 2020", "year_from = 20", "a year lies between 1900 and 2200");
    check("audience = 'internal'", "audience = 'nobody'", "unknown variant `nobody`");
    assert_eq!(read(""), Ok(Vec::new()));
}

#[tokio::test]
async fn cards_come_back_as_the_pack_names_them() {
    on_both(async |kit: &Kit| {
        let cards = read(CARDS).unwrap();
        let brought = cards.clone();
        kit.write(move |tx| actions::take_over_cards(tx, &brought)).await.unwrap();
        let kept = kit.read(knowledge::cards).await.unwrap();
        assert_eq!(kept, cards);
        assert_eq!(
            (kept[0].allows.as_slice(), kept[0].unit_id()),
            ([Allow::Inform, Allow::CallOut].as_slice(), Some(Id::named("unit", "health")))
        );
        assert!(kept[0].is_public() && kept[1].audience == Audience::Internal && !kept[1].is_public());
        kit.write(|tx| actions::take_over_cards(tx, &[])).await.unwrap();
        assert_eq!(kit.read(knowledge::cards).await.unwrap(), []);
        assert_eq!(kit.told(Id::named("card", "survey")).await, ["card.taken_over", "card.withdrawn"]);
        assert_eq!(kit.read(knowledge::verify).await.unwrap(), Vec::<String>::new());
    })
    .await;
}
