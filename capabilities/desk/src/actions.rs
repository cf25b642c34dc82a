//! What a supervisor does from the desk.

use base::{Error, Id, Result};
use serde_json::json;
use store::{NewEvent, Tx};

/// Gives a failed job a fresh set of attempts, starting now. The journal remembers who did.
///
/// # Errors
/// `Conflict` when the job is not on the list any more; otherwise as [`Tx::execute`].
pub fn retry(tx: &Tx<'_>, job_id: Id) -> Result<()> {
    jobs::try_again(tx, job_id).map_err(|error| match error {
        Error::NotFound => Error::Conflict("desk-job-gone"),
        other => other,
    })?;
    tx.record(NewEvent { subject_kind: "job", subject_id: job_id, kind: "job.retried", facts: json!({}) })?;
    Ok(())
}
