//! Changes of webhooks, and what they are told.

use base::{Error, Id, Moment, Result};
use jobs::Job;
use serde_json::json;
use store::{Event, Tx, journal};

use super::told;
use crate::{
    model::{Attempt, FAILURES, MOST, Told, Webhook, WebhookRules, body},
    store as rows,
};

/// The setting of what holds for all webhooks.
pub const WEBHOOKS: &str = "webhooks";
/// The job that tells one event to one webhook; its payload is `{"delivery": id}`.
pub const DELIVER: &str = "upkeep.deliver";
/// How far webhooks have read the journal.
pub(crate) const CURSOR: &str = "upkeep.webhooks";
/// Days for which it is kept what a webhook was told.
const KEPT_DAYS: i64 = 30;

/// Makes a webhook; `secret` is sealed.
///
/// # Errors
/// [`Error::Conflict`] when there are too many.
pub fn create(tx: &Tx<'_>, address: &str, kinds: &[String], secret: &str) -> Result<Id> {
    if rows::webhooks(tx)?.len() >= MOST {
        return Err(Error::Conflict("upkeep-hook-too-many"));
    }
    let id = Id::new();
    let (address, kinds, secret) = (address.to_owned(), kinds.to_vec(), secret.to_owned());
    rows::insert_webhook(tx, &Webhook { id, state: "active".into(), address, kinds, secret, created_at: tx.now(), failures: 0 })?;
    told(tx, ("webhook", id), "webhook.made", "active")?;
    Ok(id)
}

/// From now on webhooks may lead into private networks.
///
/// # Errors
/// As [`Tx::execute`].
pub fn allow_private(tx: &Tx<'_>) -> Result<()> {
    super::set(tx, WEBHOOKS, &WebhookRules { private: true })
}

/// Starts, stops or removes a webhook; a removed one stays so.
///
/// # Errors
/// [`Error::NotFound`] without such a webhook.
pub fn change(tx: &Tx<'_>, id: Id, state: &'static str) -> Result<()> {
    let webhook = rows::find_webhook(tx, id)?;
    if webhook.state == "removed" {
        return Err(Error::NotFound);
    }
    if webhook.state == state {
        return Ok(());
    }
    rows::set_webhook(tx, id, state, 0)?;
    if state == "removed" {
        rows::blank_webhook(tx, id)?;
    }
    told(tx, ("webhook", id), "webhook.changed", state)
}

/// Queues what the next events of the journal mean for webhooks; says how many events there were.
pub(crate) fn spread(tx: &Tx<'_>) -> Result<usize> {
    let active: Vec<Webhook> = rows::webhooks(tx)?.into_iter().filter(|webhook| webhook.state == "active").collect();
    let taken = journal::advance(tx, CURSOR, |tx, event| {
        let told_of = |webhook: &&Webhook| webhook.created_at <= event.at && webhook.kinds.contains(&event.kind);
        let listening: Vec<&Webhook> = active.iter().filter(told_of).collect();
        // Of a sensitive matter no stranger hears, and whoever receives a webhook is one.
        if listening.is_empty() || cases::hides(tx, None, event.subject_id)? {
            return Ok(());
        }
        listening.into_iter().try_for_each(|webhook| queue(tx, webhook, event))
    })?;
    if taken > 0 && !active.is_empty() {
        rows::forget_told(tx, tx.now().plus_seconds(-KEPT_DAYS * 24 * 3_600))?;
    }
    Ok(taken)
}

fn queue(tx: &Tx<'_>, webhook: &Webhook, event: &Event) -> Result<()> {
    let number = if event.subject_kind == "report" { rows::number_of(tx, event.subject_id)? } else { None };
    let body = body(event, number.map(|number| number.to_string()), &in_utc(event.at)?);
    let new = Told {
        id: Id::new(),
        webhook_id: webhook.id,
        kind: event.kind.clone(),
        body,
        state: "queued".into(),
        queued_at: tx.now(),
        tried_at: None,
        attempts: 0,
        status: None,
        millis: None,
        error: None,
    };
    if rows::insert_told(tx, &new, event.id)? {
        jobs::enqueue(tx, &Job::now(DELIVER, json!({ "delivery": new.id })))?;
    }
    Ok(())
}

fn in_utc(moment: Moment) -> Result<String> {
    Ok(jiff::Timestamp::from_microsecond(moment.0).map_err(Error::internal)?.to_string())
}

/// Tells an event once more.
///
/// # Errors
/// [`Error::NotFound`] when it is forgotten.
pub fn again(tx: &Tx<'_>, id: Id) -> Result<Id> {
    let delivery = rows::find_told(tx, id)?.ok_or(Error::NotFound)?;
    if delivery.state != "queued" {
        rows::queue_again(tx, id)?;
        jobs::enqueue(tx, &Job::now(DELIVER, json!({ "delivery": id })))?;
    }
    Ok(delivery.webhook_id)
}

/// Notes how an attempt fared; after many failures in a row the webhook is stopped.
pub(crate) fn note(tx: &Tx<'_>, delivery: &Told, attempt: &Attempt, is_last: bool) -> Result<()> {
    let state = match (&attempt.error, is_last) {
        (None, _) => "sent",
        (Some(_), true) => "failed",
        (Some(_), false) => "queued",
    };
    rows::set_told(tx, delivery.id, state, attempt)?;
    let webhook = rows::find_webhook(tx, delivery.webhook_id)?;
    let failures = if attempt.error.is_none() { 0 } else { webhook.failures + 1 };
    if failures >= FAILURES && webhook.state == "active" {
        rows::set_webhook(tx, webhook.id, "stopped", failures)?;
        return told(tx, ("webhook", webhook.id), "webhook.stopped", "stopped");
    }
    rows::set_webhook(tx, webhook.id, &webhook.state, failures)
}
