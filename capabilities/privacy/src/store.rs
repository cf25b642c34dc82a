//! The rows of personal data's rights.

mod aged;
mod erasures;
mod holds;
mod looking;
mod parts;
mod requests;
mod retention;
mod verify;

pub(crate) use aged::{Asked, old_enough};
pub(crate) use erasures::{erasures, has_erasure, insert_erasure};
pub(crate) use holds::{Hold, blank_holds_of, holds_of, insert_hold, is_restricted, release_hold, set_restricted};
pub(crate) use looking::{Change, account_with_login, case_with_number, changes, records_of};
pub use parts::family;
pub(crate) use parts::{day, held, notices_of, reports_of_cases, resident_exists, residents_with, standings, talks_of_cases};
pub(crate) use requests::{
    Request, blank_requests_of, founded_request, insert_request, is_erased, last_number, link_resident, open_requests, request,
    requests_ended, requests_of, save_request,
};
pub(crate) use retention::{Run, counts_of, insert_run, insert_tombstone, put_rules, put_switch, rules, runs, save_run, switched_on};
pub(crate) use verify::restriction_of;
pub use verify::verify;

use base::{Error, Result};
use jiff::civil::Date;

/// A civil date as kept: `2026-11-20`.
pub(crate) fn date(text: &str) -> Result<Date> {
    text.parse().map_err(|_| Error::internal(format!("{text} is no date")))
}
