//! The rows of webhooks and of what they were told.

use base::{Error, Id, Moment, Result};
use serde_json::json;
use store::{Read, Row, Tx, params};

use crate::model::{Attempt, Told, Webhook};

/// How many webhooks are active and how many were stopped by failures.
pub(crate) fn webhook_counts(read: &Read<'_>) -> Result<(i64, i64)> {
    let sql = "select (select count(*) from webhooks where state = 'active'), (select count(*) from webhooks where state = 'stopped')";
    read.one(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

const WEBHOOK: &str = "id, state, address, kinds, secret, created_at, failures";

fn webhook(row: &Row<'_>) -> Result<Webhook> {
    let kinds: serde_json::Value = row.get(3)?;
    Ok(Webhook {
        id: row.get(0)?,
        state: row.get(1)?,
        address: row.get(2)?,
        kinds: serde_json::from_value(kinds).map_err(Error::internal)?,
        secret: row.get(4)?,
        created_at: row.get(5)?,
        failures: row.get(6)?,
    })
}

/// Webhooks that are not removed, the oldest first.
pub(crate) fn webhooks(read: &Read<'_>) -> Result<Vec<Webhook>> {
    read.query(&format!("select {WEBHOOK} from webhooks where state <> 'removed' order by created_at, id"), &[], webhook)
}

pub(crate) fn find_webhook(read: &Read<'_>, id: Id) -> Result<Webhook> {
    read.one(&format!("select {WEBHOOK} from webhooks where id = $1"), params![id], webhook)
}

pub(crate) fn insert_webhook(tx: &Tx<'_>, new: &Webhook) -> Result<()> {
    tx.execute(
        "insert into webhooks (id, state, address, kinds, secret, created_at, failures) values ($1, $2, $3, $4, $5, $6, 0)",
        params![new.id, new.state, new.address, json!(new.kinds), new.secret, new.created_at],
    )?;
    Ok(())
}

pub(crate) fn set_webhook(tx: &Tx<'_>, id: Id, state: &str, failures: i64) -> Result<()> {
    tx.execute("update webhooks set state = $2, failures = $3 where id = $1", params![id, state, failures])?;
    Ok(())
}

/// Forgets where a removed webhook led, its secret, and what it was told.
pub(crate) fn blank_webhook(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update webhooks set address = '', secret = '' where id = $1", params![id])?;
    tx.execute("delete from deliveries where webhook_id = $1", params![id])?;
    Ok(())
}

const TOLD: &str = "id, webhook_id, kind, body, state, queued_at, tried_at, attempts, status, millis, error";

fn told(row: &Row<'_>) -> Result<Told> {
    Ok(Told {
        id: row.get(0)?,
        webhook_id: row.get(1)?,
        kind: row.get(2)?,
        body: row.get(3)?,
        state: row.get(4)?,
        queued_at: row.get(5)?,
        tried_at: row.get(6)?,
        attempts: row.get(7)?,
        status: row.get(8)?,
        millis: row.get(9)?,
        error: row.get(10)?,
    })
}

/// What a webhook was told last, the newest first; at most 50.
pub(crate) fn told_of(read: &Read<'_>, webhook_id: Id) -> Result<Vec<Told>> {
    let sql = format!("select {TOLD} from deliveries where webhook_id = $1 order by queued_at desc, id desc limit 50");
    read.query(&sql, params![webhook_id], told)
}

pub(crate) fn find_told(read: &Read<'_>, id: Id) -> Result<Option<Told>> {
    read.find(&format!("select {TOLD} from deliveries where id = $1"), params![id], told)
}

/// Whether the delivery is new; an event is told to a webhook once.
pub(crate) fn insert_told(tx: &Tx<'_>, new: &Told, event_id: Id) -> Result<bool> {
    let inserted = tx.execute(
        "insert into deliveries (id, webhook_id, event_id, kind, body, state, queued_at, attempts)
         values ($1, $2, $3, $4, $5, 'queued', $6, 0) on conflict (webhook_id, event_id) do nothing",
        params![new.id, new.webhook_id, event_id, new.kind, new.body, new.queued_at],
    )?;
    Ok(inserted == 1)
}

pub(crate) fn set_told(tx: &Tx<'_>, id: Id, state: &str, attempt: &Attempt) -> Result<()> {
    tx.execute(
        "update deliveries set state = $2, tried_at = $3, attempts = attempts + 1, status = $4, millis = $5, error = $6 where id = $1",
        params![id, state, tx.now(), attempt.status.map(i64::from), attempt.millis, attempt.error],
    )?;
    Ok(())
}

pub(crate) fn queue_again(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update deliveries set state = 'queued' where id = $1", params![id])?;
    Ok(())
}

/// Forgets what was told before `before`; at most 1000 at once.
pub(crate) fn forget_told(tx: &Tx<'_>, before: Moment) -> Result<usize> {
    tx.execute(
        "delete from deliveries where id in (select id from deliveries where state <> 'queued' and queued_at < $1 limit 1000)",
        params![before],
    )
}

/// The number of a report.
pub(crate) fn number_of(read: &Read<'_>, report_id: Id) -> Result<Option<i64>> {
    read.find("select number from reports where id = $1", params![report_id], |row| row.get(0))
}
