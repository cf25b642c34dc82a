//! What happens by itself in time: the numbers of conversations are forgotten when their term is over.

use ::store::Db;
use base::{Actor, Moment, Result, secret::Signer};

use crate::{actions, model::NUMBER_DAYS, store};

/// How many numbers one transaction hides, so that nobody waits long for it.
const BATCH: i64 = 100;

/// Puts a keyed hash in the place of every number that was kept long enough; says how many. The key of `signer` lies in
/// the data folder and nowhere else. Harmless twice.
///
/// # Errors
/// As [`Db::write`].
pub async fn hide_numbers(db: &Db, signer: &Signer) -> Result<usize> {
    let now = db.clock().now();
    hide_numbers_before(db, signer, Moment(now.0 - NUMBER_DAYS * 86_400 * Moment::SECOND)).await
}

/// The same for conversations begun up to this moment: where the city has a term of its own.
///
/// # Errors
/// As [`Db::write`].
pub async fn hide_numbers_before(db: &Db, signer: &Signer, kept_since: Moment) -> Result<usize> {
    let mut hidden = 0;
    loop {
        let key = signer.clone();
        let batch = db.write(Actor::SYSTEM, move |tx| {
            let over = store::numbered_before(tx, kept_since, BATCH)?;
            over.iter().try_for_each(|id| actions::hide_number(tx, *id, &key))?;
            Ok(over.len())
        });
        let count = batch.await?;
        hidden += count;
        if count == 0 {
            return Ok(hidden);
        }
    }
}
