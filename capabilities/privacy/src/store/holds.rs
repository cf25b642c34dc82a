//! The rows of legal holds, and who is restricted.

use base::{Id, Moment, Result};
use store::{Read, Tx, params};

/// A legal hold.
#[derive(Debug, Clone)]
pub(crate) struct Hold {
    pub id: Id,
    pub reason: String,
    pub by: String,
    pub from_at: Moment,
}

/// The holds in force on the person or the case, oldest first.
pub(crate) fn holds_of(read: &Read<'_>, subject_id: Id) -> Result<Vec<Hold>> {
    read.query(
        "select h.id, h.reason, a.name, h.from_at from legal_holds h join accounts a on a.id = h.account_id
         where h.subject_id = $1 and h.released_at is null order by h.from_at, h.id limit 100",
        params![subject_id],
        |row| Ok(Hold { id: row.get(0)?, reason: row.get(1)?, by: row.get(2)?, from_at: row.get(3)? }),
    )
}

pub(crate) fn insert_hold(tx: &Tx<'_>, id: Id, subject: (&'static str, Id), reason: &str, account_id: Id) -> Result<()> {
    tx.execute(
        "insert into legal_holds (id, subject_kind, subject_id, reason, account_id, from_at) values ($1, $2, $3, $4, $5, $6)",
        params![id, subject.0, subject.1, reason, account_id, tx.now()],
    )
    .map(drop)
}

/// Whether it was in force until now.
pub(crate) fn release_hold(tx: &Tx<'_>, id: Id) -> Result<bool> {
    Ok(tx.execute("update legal_holds set released_at = $2 where id = $1 and released_at is null", params![id, tx.now()])? == 1)
}

pub(crate) fn is_restricted(read: &Read<'_>, resident_id: Id) -> Result<bool> {
    let found = read.find("select restricted_at from residents where id = $1", params![resident_id], |row| row.get::<Option<Moment>>(0))?;
    Ok(found.flatten().is_some())
}

/// Sets or lifts the restriction. The column is of residents; this capability alone writes it.
pub(crate) fn set_restricted(tx: &Tx<'_>, resident_id: Id, at: Option<Moment>) -> Result<()> {
    tx.execute("update residents set restricted_at = $2 where id = $1", params![resident_id, at]).map(drop)
}

/// Blanks the reasons of holds on the person that are in force no more.
pub(crate) fn blank_holds_of(tx: &Tx<'_>, resident_id: Id) -> Result<()> {
    tx.execute("update legal_holds set reason = '' where subject_id = $1 and released_at is not null", params![resident_id]).map(drop)
}
