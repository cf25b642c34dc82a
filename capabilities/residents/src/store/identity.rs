//! Checks of identity: who showed whom, until when.

use base::{Id, Moment, Result};
use serde_json::{Value as Json, json};
use store::{Read, Tx, params};

use crate::model::Verified;

pub(crate) fn insert_check(
    tx: &Tx<'_>,
    check: &Verified,
    resident_id: Id,
    account_id: Id,
    interaction_id: Option<Id>,
    ticked: &[String],
) -> Result<()> {
    tx.execute(
        "insert into verifications (id, resident_id, account_id, interaction_id, questions, at, until) values ($1, $2, $3, $4, $5, $6, $7)",
        params![check.id, resident_id, account_id, interaction_id, json!(ticked), tx.now(), check.until],
    )?;
    Ok(())
}

/// The check that holds now, made by this account. Of somebody who consists of several rows only questions count, answered
/// since the last of them was joined: whoever joins a row of their own to a stranger's has shown nothing of the stranger.
///
/// # Errors
/// As [`super::members`].
pub fn verified(read: &Read<'_>, resident_id: Id, account_id: Id, now: Moment) -> Result<Option<Verified>> {
    let members = super::members(read, resident_id)?;
    let since = joined_at(read, &members[1..])?;
    let alone = members.len() == 1;
    read.find(
        "select id, until from verifications
         where resident_id = $1 and account_id = $2 and until > $3 and at > $4 and (questions <> $5 or $6) order by until desc limit 1",
        params![members[0], account_id, now, since, json!([]), alone],
        |row| Ok(Verified { id: row.get(0)?, until: row.get(1)? }),
    )
}

/// When the last of these rows was joined to another; before all time without any.
fn joined_at(read: &Read<'_>, rows: &[Id]) -> Result<Moment> {
    let mut last = Moment(i64::MIN);
    for row in rows {
        let sql = "select max(at) from events where subject_id = $1 and kind = 'resident.merged'";
        last = last.max(read.value::<Option<Moment>>(sql, params![row])?.unwrap_or(last));
    }
    Ok(last)
}

/// The checks of a conversation that still hold: each with its resident.
pub(crate) fn checks_of(read: &Read<'_>, interaction_id: Id, now: Moment) -> Result<Vec<(Id, Id)>> {
    read.query(
        "select id, resident_id from verifications where interaction_id = $1 and until > $2 order by id limit 100",
        params![interaction_id, now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub(crate) fn end_checks_of(tx: &Tx<'_>, interaction_id: Id, now: Moment) -> Result<()> {
    tx.execute("update verifications set until = $2 where interaction_id = $1 and until > $2", params![interaction_id, now])?;
    Ok(())
}

/// The checks noted in this very row: when, until when, which questions.
pub(crate) fn own_checks(read: &Read<'_>, resident_id: Id) -> Result<Vec<(Moment, Moment, Json)>> {
    read.query(
        "select at, until, questions from verifications where resident_id = $1 order by at, id limit 500",
        params![resident_id],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}
