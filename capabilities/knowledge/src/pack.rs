//! `cards.toml` of a city pack.

use std::path::Path;

use serde::{Deserialize, Serialize};
use store::pack::{Faults, Keys};

use crate::model::Card;

/// `cards.toml`: what the centre can tell.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardsFile {
    /// The cards.
    #[serde(default, rename = "card")]
    pub cards: Vec<Card>,
}

/// Reads `cards.toml` in `folder`; a pack without it has none.
///
/// # Errors
/// Every fault found, each as file, place and reason.
pub fn read_cards(folder: &Path, keys: &Keys) -> Result<Vec<Card>, Vec<String>> {
    const NAME: &str = "cards.toml";
    let cards = store::pack::file::<CardsFile>(folder, NAME)?.unwrap_or_default().cards;
    let mut faults = Faults::of(folder, NAME);
    faults.keys("card", cards.iter().map(|card| card.key.as_str()));
    for card in &cards {
        let place = format!("card {}", card.key);
        faults.known(&place, "unit", &card.unit, Some(&keys.units));
        faults.known(&place, "order", &card.order, keys.orders.as_ref());
        if card.year_from.zip(card.year_to).is_some_and(|(first, last)| last < first) {
            faults.add(&place, "it ends before it begins");
        }
        if [card.year_from, card.year_to].into_iter().flatten().any(|year| !(1900..=2200).contains(&year)) {
            faults.add(&place, "a year lies between 1900 and 2200");
        }
    }
    faults.end(cards)
}
