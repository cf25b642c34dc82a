//! What somebody sees who has shown that a mailbox is theirs: their own reports.

use ::store::Read;
use base::{Error, Id, Moment, Result};

use super::{PublicReport, Turn, find_own};
use crate::store;

/// The purpose for which the half hour is signed in which somebody sees their reports.
pub const MINE: &str = "mine";
/// The most reports that are listed, the newest.
pub const MOST_MINE: usize = 100;

/// One of somebody's own reports.
#[derive(Debug, Clone)]
pub struct Mine {
    /// When we received it.
    pub received_at: Moment,
    /// What its author may know of it.
    pub report: PublicReport,
    /// Whether it is their turn.
    pub turn: Turn,
}

/// The reports of the resident whose mailbox this is, in all rows that are one person, the newest first. Sensitive matters are
/// not listed: only the link of its own letter opens one.
///
/// # Errors
/// [`Error::NotFound`] when the mailbox is not that of one person alone, or not any more.
pub fn mine(read: &Read<'_>, way_id: Id, now: Moment) -> Result<Vec<Mine>> {
    let mailbox = residents::mailbox_of(read, way_id)?.ok_or(Error::NotFound)?;
    let mut reports = Vec::new();
    for member in residents::members(read, mailbox.resident_id)? {
        reports.extend(store::reports_by_resident(read, member)?);
    }
    reports.sort_by_key(|report| std::cmp::Reverse((report.received_at, report.id)));
    let mut mine = Vec::new();
    for report in reports.into_iter().take(MOST_MINE) {
        let own = find_own(read, report.number, now)?;
        if !own.report.sensitive {
            mine.push(Mine { received_at: report.received_at, report: own.report, turn: own.turn });
        }
    }
    Ok(mine)
}
