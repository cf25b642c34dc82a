//! Tells webhooks of what happens: reads the journal, and delivers with a signature.

mod line;

use std::{future::Future, time::Duration};

use ::jobs::{ATTEMPTS, Claimed, Handler};
use ::store::{Db, journal};
use base::{Actor, Error, Result};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

pub use line::is_public;

use crate::{
    Seal, Upkeep,
    actions::webhooks::{self as actions, CURSOR, DELIVER, WEBHOOKS},
    model::{Attempt, WebhookRules},
    store as rows,
};

/// What secrets are sealed for.
pub(crate) const PURPOSE: &str = "webhook";
/// The shortest pause between two looks at the journal, and the longest.
const PAUSE: Duration = Duration::from_millis(500);
const LOOK: Duration = Duration::from_secs(5);

/// The handlers of upkeep's jobs, by kind.
pub fn handlers(upkeep: &Upkeep) -> [(&'static str, Handler); 1] {
    let upkeep = upkeep.clone();
    [(DELIVER, ::jobs::handler(move |db, job| deliver(upkeep.clone(), db, job)))]
}

/// Follows the journal until `stop` is done.
pub async fn tell_webhooks(db: Db, stop: impl Future<Output = ()>) {
    let mut bell = db.bell();
    tokio::pin!(stop);
    loop {
        bell.mark_unchanged();
        if let Err(error) = spread(&db).await {
            tracing::warn!(%error, "telling webhooks");
        }
        let rung = async { drop(tokio::join!(bell.changed(), tokio::time::sleep(PAUSE))) };
        tokio::select! {
            () = &mut stop => return,
            () = rung => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Queues what has happened since the last time.
///
/// # Errors
/// As [`Db::claim`].
pub async fn spread(db: &Db) -> Result<()> {
    // Looked at first, so that a journal without news is no change.
    while db.read(|read| Ok(journal::last_position(read)? > journal::cursor(read, CURSOR)?)).await? {
        // Two processes may read the same events: each is queued for a webhook once, whoever is first.
        db.claim(|tx| actions::spread(tx).map(drop)).await?;
    }
    Ok(())
}

async fn deliver(upkeep: Upkeep, db: Db, job: Claimed) -> Result<()> {
    let id = job.id_of("delivery")?;
    let load = move |read: &::store::Read<'_>| {
        let Some(delivery) = rows::find_told(read, id)? else { return Ok(None) };
        let rules: Option<WebhookRules> = rows::setting(read, WEBHOOKS)?;
        Ok(Some((rows::find_webhook(read, delivery.webhook_id)?, delivery, rules.unwrap_or_default())))
    };
    let Some((webhook, delivery, rules)) = db.read(load).await? else { return Ok(()) };
    if delivery.state != "queued" {
        return Ok(());
    }
    let attempt = if webhook.state == "active" {
        let secret = Seal::of(&upkeep.folder)?.open(PURPOSE, &webhook.secret)?;
        let signature = signature(&secret, db.now().0 / 1_000_000, &delivery.body);
        line::send(&webhook.address, signature, &delivery.body, rules).await
    } else {
        Attempt { status: None, millis: 0, error: Some("the webhook is stopped".into()) }
    };
    let is_last = job.attempts >= ATTEMPTS || webhook.state != "active";
    let error = attempt.error.clone();
    db.write(Actor::SYSTEM, move |tx| actions::note(tx, &delivery, &attempt, is_last)).await?;
    match error {
        // What was given up stands failed in the webhook's own list.
        Some(error) if !is_last => Err(Error::Unavailable(error)),
        _ => Ok(()),
    }
}

/// `t=seconds,v1=hex` with the HMAC-SHA256 of `seconds.body` under the secret.
pub fn signature(secret: &str, seconds: i64, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(format!("{seconds}.{body}").as_bytes());
    let hex: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("t={seconds},v1={hex}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_signature_is_what_openssl_says() {
        // printf '1700000000.{"id":1}' | openssl dgst -sha256 -hmac whsec_test
        let expected = "t=1700000000,v1=2f441ba4b3b2d50d28a9ab9d9fd8880376ecd1eb5d0435401553f5d8d0a5dcf8";
        assert_eq!(super::signature("whsec_test", 1_700_000_000, "{\"id\":1}"), expected);
    }
}
