//! `cards.toml` of a city pack.

use packs::{Fault, Faults, Keys, Kind, Reason, Section};

use crate::model::Card;

/// `cards.toml`; a pack may do without.
pub const CARDS: Section = Section::list::<Card>("cards", "cards.toml", "card").optional();

/// What the cards say that cannot be; `keys` are what they may name.
pub fn check(cards: &[Card], keys: &Keys) -> Vec<Fault> {
    let mut faults = Faults::of("cards");
    for card in cards {
        faults.known(&card.key, "unit", &card.unit, Some(&keys.units));
        faults.known(&card.key, "order", &card.order, keys.orders.as_ref());
        if card.year_from.zip(card.year_to).is_some_and(|(first, last)| last < first) {
            faults.add(&card.key, "year_to", Reason::new(Kind::Backwards, "", "it ends before it begins"));
        }
        if [card.year_from, card.year_to].into_iter().flatten().any(|year| !(1900..=2200).contains(&year)) {
            faults.add(&card.key, "year_from", Reason::range(1900, 2200, "a year lies between 1900 and 2200"));
        }
    }
    faults.end()
}
