//! Taking the cards over from the city pack.

use base::Result;
use store::Tx;

use crate::model::Card;

/// Takes the pack's cards over. What the pack no longer names is withdrawn, never removed.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_cards(tx: &Tx<'_>, cards: &[Card]) -> Result<()> {
    crate::store::put_cards(tx, cards)
}
