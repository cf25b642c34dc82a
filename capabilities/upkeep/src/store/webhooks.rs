//! Webhooks: rows.

use base::Result;
use store::Read;

/// How many webhooks are active and how many were stopped by failures.
pub(crate) fn webhook_counts(read: &Read<'_>) -> Result<(i64, i64)> {
    let sql = "select (select count(*) from webhooks where state = 'active'), (select count(*) from webhooks where state = 'stopped')";
    read.one(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}
