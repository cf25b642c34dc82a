//! The rows of API keys. A key is known by its SHA-256 only.

use base::{Id, Moment, Result};
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

/// A key as those who administer see it; the key itself is kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// By which it is revoked.
    pub id: Id,
    /// What the administrator called it.
    pub name: String,
    /// When it was made, and who made it, if it was somebody with an account.
    pub created_at: Moment,
    /// Their name.
    pub created_by: Option<String>,
    /// When it was revoked, and by whom.
    pub revoked_at: Option<Moment>,
    /// Their name.
    pub revoked_by: Option<String>,
}

/// All keys, those in use first, the newest first; at most 500.
///
/// # Errors
/// As [`Read::query`].
pub fn api_keys(read: &Read<'_>) -> Result<Vec<ApiKey>> {
    let sql = "select k.id, k.name, k.created_at, k.revoked_at,
                   (select a.name from events e join accounts a on a.id = e.actor_id where e.subject_id = k.id and e.kind = 'api_key.created'),
                   (select a.name from events e join accounts a on a.id = e.actor_id where e.subject_id = k.id and e.kind = 'api_key.revoked')
               from api_keys k order by k.revoked_at is not null, k.created_at desc, k.id limit 500";
    read.query(sql, &[], |row| {
        Ok(ApiKey {
            id: row.get(0)?,
            name: row.get(1)?,
            created_at: row.get(2)?,
            revoked_at: row.get(3)?,
            created_by: row.get(4)?,
            revoked_by: row.get(5)?,
        })
    })
}
