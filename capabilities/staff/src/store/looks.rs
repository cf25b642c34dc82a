//! The rows of looks at personal data.

use base::{Id, Moment, Result};
use store::{Read, ToValue as _, Tx, Value, params};

use crate::audit::{Asked, Look, NotedLook, PAGE};

pub(crate) fn insert_look(tx: &Tx<'_>, account_id: Id, look: &Look) -> Result<()> {
    tx.execute(
        "insert into looks (id, at, account_id, act, subject_kind, subject_id, purpose, words) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![Id::new(), tx.now(), account_id, look.act.word(), look.subject_kind, look.subject_id, look.purpose.word(), look.words],
    )?;
    Ok(())
}

pub(crate) fn looks(read: &Read<'_>, asked: &Asked) -> Result<Vec<NotedLook>> {
    let mut params: Vec<Value> = params![asked.until.unwrap_or(Moment(i64::MAX)), PAGE].to_vec();
    let mut narrowing = String::new();
    for (column, id) in [("l.subject_id", asked.subject_id), ("l.account_id", asked.account_id)] {
        if let Some(id) = id {
            params.push(id.to_value());
            narrowing.push_str(&format!(" and {column} = ${}", params.len()));
        }
    }
    let sql = format!(
        "select l.at, l.account_id, a.name, l.act, l.subject_kind, l.subject_id, l.purpose, l.words
         from looks l join accounts a on a.id = l.account_id where l.at <= $1{narrowing} order by l.at desc, l.id desc limit $2"
    );
    read.query(&sql, &params, |row| {
        Ok(NotedLook {
            at: row.get(0)?,
            account_id: row.get(1)?,
            name: row.get(2)?,
            act: row.get(3)?,
            subject_kind: row.get(4)?,
            subject_id: row.get(5)?,
            purpose: row.get(6)?,
            words: row.get(7)?,
        })
    })
}

pub(crate) fn delete_looks_before(tx: &Tx<'_>, at: Moment) -> Result<usize> {
    tx.execute("delete from looks where at < $1", params![at])
}

/// How many looks' words are read at once.
const WORDS: i64 = 5_000;

/// The words of the next looks that have any, in the order of their ids.
pub(crate) fn words_after(read: &Read<'_>, last: Option<Id>) -> Result<Vec<(Id, String)>> {
    let on = if last.is_some() { "and id > $2" } else { "" };
    let sql = format!("select id, words from looks where words is not null {on} order by id limit $1");
    let given: Vec<Value> = [WORDS.to_value()].into_iter().chain(last.map(|id| id.to_value())).collect();
    read.query(&sql, &given, |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) fn blank_words_of(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update looks set words = null where id = $1", params![id]).map(drop)
}

pub(crate) fn count_looks_before(read: &Read<'_>, before: Moment) -> Result<i64> {
    read.value("select count(*) from looks where at < $1", params![before])
}

pub(crate) fn delete_some_looks(tx: &Tx<'_>, before: Moment, limit: i64) -> Result<i64> {
    let sql = "delete from looks where id in (select id from looks where at < $1 order by at limit $2)";
    i64::try_from(tx.execute(sql, params![before, limit])?).map_err(base::Error::internal)
}

pub(crate) fn count_sessions_before(read: &Read<'_>, before: Moment) -> Result<i64> {
    read.value("select count(*) from sessions where ends_at < $1", params![before])
}

pub(crate) fn delete_some_sessions(tx: &Tx<'_>, before: Moment, limit: i64) -> Result<i64> {
    let sql = "delete from sessions where token_hash in (select token_hash from sessions where ends_at < $1 order by ends_at limit $2)";
    i64::try_from(tx.execute(sql, params![before, limit])?).map_err(base::Error::internal)
}
