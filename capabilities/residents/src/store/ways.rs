//! Ways to be reached; several residents may use the same one.

use base::{Id, Result};
use store::{Read, Row, Tx, params};

use crate::model::{KeptWay, Way};

/// How many users of one way are looked at.
const USERS: i64 = 50;

pub(crate) fn insert_way(tx: &Tx<'_>, resident_id: Id, way: &Way) -> Result<bool> {
    let inserted = tx.execute(
        "insert into ways (id, resident_id, kind, address, shared, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (resident_id, kind, address) do nothing",
        params![Id::new(), resident_id, way.kind(), way.address(), false, tx.now()],
    )?;
    Ok(inserted == 1)
}

pub(crate) fn delete_way(tx: &Tx<'_>, resident_id: Id, id: Id) -> Result<bool> {
    Ok(tx.execute("delete from ways where id = $1 and resident_id = $2", params![id, resident_id])? == 1)
}

pub(crate) fn set_shared(tx: &Tx<'_>, resident_id: Id, id: Id, shared: bool) -> Result<bool> {
    let sql = "update ways set shared = $3 where id = $1 and resident_id = $2 and shared <> $3";
    Ok(tx.execute(sql, params![id, resident_id, shared])? == 1)
}

pub(crate) fn count_ways(read: &Read<'_>, resident_id: Id) -> Result<i64> {
    read.value("select count(*) from ways where resident_id = $1", params![resident_id])
}

/// Whose row has this way, the oldest first: the resident, whom they were merged into, and whether it is shared.
pub(crate) fn users_of(read: &Read<'_>, way: &Way) -> Result<Vec<(Id, Option<Id>, bool)>> {
    read.query(
        "select w.resident_id, r.merged_into, w.shared from ways w join residents r on r.id = w.resident_id
         where w.kind = $1 and w.address = $2 order by w.created_at, w.id limit $3",
        params![way.kind(), way.address(), USERS],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// Who uses this way, if it is exactly one resident and the way is not known to be shared.
pub(crate) fn only_user(read: &Read<'_>, way: &Way) -> Result<Option<Id>> {
    let users = users_of(read, way)?;
    if users.iter().any(|(_, _, shared)| *shared) {
        return Ok(None);
    }
    let mut heads = Vec::new();
    for (user, merged_into, _) in users {
        heads.push(if merged_into.is_some() { super::head(read, user)? } else { user });
    }
    heads.dedup();
    Ok(if heads.len() == 1 { heads.pop() } else { None })
}

fn kept(row: &Row<'_>) -> Result<KeptWay> {
    let (kind, address): (String, String) = (row.get(2)?, row.get(3)?);
    Ok(KeptWay {
        id: row.get(0)?,
        resident_id: row.get(1)?,
        way: Way::kept(&kind, &address)?,
        shared: row.get(4)?,
        created_at: row.get(5)?,
    })
}

/// The ways of this very row, the newest first.
pub(crate) fn own_ways(read: &Read<'_>, resident_id: Id) -> Result<Vec<KeptWay>> {
    read.query(
        "select id, resident_id, kind, address, shared, created_at from ways where resident_id = $1 order by created_at desc, id desc limit 100",
        params![resident_id],
        kept,
    )
}

/// All ways of the resident and of those merged into them, the newest of each row first.
///
/// # Errors
/// As [`Read::query`].
pub fn ways(read: &Read<'_>, resident_id: Id) -> Result<Vec<KeptWay>> {
    let mut all = Vec::new();
    for member in super::members(read, resident_id)? {
        all.extend(own_ways(read, member)?);
    }
    Ok(all)
}
