//! The rows of API keys. A key is known by its SHA-256 only.

use base::{Id, Result};
use store::{Read, Tx, params};

pub(crate) fn insert_key(tx: &Tx<'_>, id: Id, name: &str, hash: &[u8; 32]) -> Result<()> {
    tx.execute(
        "insert into api_keys (id, name, key_hash, created_at, revoked_at) values ($1, $2, $3, $4, null)",
        params![id, name, hash, tx.now()],
    )?;
    Ok(())
}

/// Id and name of the key that is not revoked.
pub(crate) fn find_key(read: &Read<'_>, hash: &[u8; 32]) -> Result<Option<(Id, String)>> {
    read.find("select id, name from api_keys where key_hash = $1 and revoked_at is null", params![hash], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Whether there is or was such a key.
pub(crate) fn has_key(read: &Read<'_>, id: Id) -> Result<bool> {
    read.value("select exists (select 1 from api_keys where id = $1)", params![id])
}

/// Whether the key was still in use.
pub(crate) fn revoke_key(tx: &Tx<'_>, id: Id) -> Result<bool> {
    let revoked = tx.execute("update api_keys set revoked_at = $2 where id = $1 and revoked_at is null", params![id, tx.now()])?;
    Ok(revoked == 1)
}
