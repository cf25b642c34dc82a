//! What follows from a change of an account: one that has an end is ended when its last day is over.

use base::{Actor, Moment, Result};
use jobs::{Claimed, Handler, Job, handler};
use serde_json::json;
use store::{Db, Event};

use crate::actions;

/// Ends an account whose last day is over. Payload: `account`.
pub const END: &str = "staff.end_account";

/// The handlers of this capability's jobs.
pub fn handlers() -> [(&'static str, Handler); 1] {
    [(END, handler(end))]
}

async fn end(db: Db, job: Claimed) -> Result<()> {
    let account_id = job.id_of("account")?;
    db.write(Actor::SYSTEM, move |tx| actions::end_account(tx, account_id)).await
}

/// The job that follows when the end of an account was set, for the city's wiring.
pub fn after_change(event: &Event) -> Vec<Job> {
    let changed = event.facts["changed"].as_array().is_some_and(|words| words.iter().any(|word| word == "end"));
    let Some(ends_at) = event.facts["ends_at"].as_i64().filter(|_| changed) else { return Vec::new() };
    let delay_seconds = Moment(ends_at).seconds_since(event.at).max(0) + 1;
    vec![Job { delay_seconds, ..Job::now(END, json!({ "account": event.subject_id })) }]
}
