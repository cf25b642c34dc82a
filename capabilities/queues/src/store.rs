//! The rows of lines.

use base::Result;
use store::{Read, Shelf, Tx};

use crate::model::Line;

const LINES: Shelf = Shelf { table: "lines", subject: "line", taken_over: "line.taken_over", withdrawn: "line.withdrawn" };

pub(crate) fn put_lines(tx: &Tx<'_>, lines: &[Line]) -> Result<()> {
    LINES.take_over(tx, lines, |line| &line.key)
}

/// The lines of the present pack, in its order.
///
/// # Errors
/// As [`Read::query`].
pub fn lines(read: &Read<'_>) -> Result<Vec<Line>> {
    LINES.load(read)
}

/// Lines whose row does not follow from the journal, one sentence each.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    LINES.verify(read)
}
