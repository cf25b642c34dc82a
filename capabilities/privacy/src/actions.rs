//! What is done for people's rights over their data.

mod erasing;
mod holding;
mod requesting;
mod retaining;

pub use erasing::{erase, founded, plan, reconcile};
pub use holding::{hold, release, restrict, unrestrict};
pub use requesting::{answer, begin, extend, identify, link, refuse, register};
pub use retaining::{Found, Preview, begin_day, forget_looks, numbers_kept_since, preview, run_chunk, start, switch, take_over_rules};

use base::{Error, Result};

use crate::model::LONGEST_TEXT;

/// A reason ready to be kept, without spaces around it.
///
/// # Errors
/// [`Error::Invalid`] on `field` without one, or with too long a one.
pub(crate) fn reason<'a>(text: &'a str, field: &'static str) -> Result<&'a str> {
    match text.trim() {
        "" => Err(Error::invalid(field, "privacy-reason-missing")),
        long if long.chars().count() > LONGEST_TEXT => Err(Error::invalid(field, "privacy-text-long")),
        text => Ok(text),
    }
}
