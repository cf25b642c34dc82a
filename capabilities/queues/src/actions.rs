//! Taking the lines over from the city pack.

use base::Result;
use store::Tx;

use crate::model::Line;

/// Takes the pack's lines over. What the pack no longer names is withdrawn, never removed.
///
/// # Errors
/// As [`Tx::execute`].
pub fn take_over_lines(tx: &Tx<'_>, lines: &[Line]) -> Result<()> {
    crate::store::put_lines(tx, lines)
}
