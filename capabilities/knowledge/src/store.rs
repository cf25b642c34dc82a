//! The rows of cards.

use base::Result;
use store::{Read, Shelf, Tx};

use crate::model::Card;

const CARDS: Shelf = Shelf { table: "cards", subject: "card", taken_over: "card.taken_over", withdrawn: "card.withdrawn" };

pub(crate) fn put_cards(tx: &Tx<'_>, cards: &[Card]) -> Result<()> {
    CARDS.take_over(tx, cards, |card| &card.key)
}

/// The cards of the present pack, in its order; those for agents only, too.
///
/// # Errors
/// As [`Read::query`].
pub fn cards(read: &Read<'_>) -> Result<Vec<Card>> {
    CARDS.load(read)
}

/// Cards whose row does not follow from the journal, one sentence each.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    CARDS.verify(read)
}
