//! The rows of looks at personal data.

use base::{Id, Moment, Result};
use store::{Read, ToValue, Tx, Value, params, placeholders};

use crate::audit::{Asked, Look, NotedLook};

pub(crate) fn insert_look(tx: &Tx<'_>, account_id: Id, look: &Look) -> Result<()> {
    tx.execute(
        "insert into looks (id, at, account_id, act, subject_kind, subject_id, purpose, words) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![Id::new(), tx.now(), account_id, look.act.word(), look.subject_kind, look.subject_id, look.purpose.word(), look.words],
    )?;
    Ok(())
}

/// How many looks are read at once.
const CHUNK: i64 = 1_000;

/// The next looks after `older`, newest first; words are left to the caller.
pub(crate) fn looks(read: &Read<'_>, asked: &Asked, older: Option<(Moment, Id)>) -> Result<Vec<NotedLook>> {
    let (since, until) = (asked.since.unwrap_or(Moment(i64::MIN)), asked.until.unwrap_or(Moment(i64::MAX)));
    let mut given: Vec<Value> = params![since, until, CHUNK].to_vec();
    let mut narrow = if asked.words.is_some() { " and l.words is not null".to_owned() } else { String::new() };
    let purpose = asked.purpose.map(|purpose| purpose.word().to_value());
    for (column, value) in [("l.account_id", asked.account_id.map(|id| id.to_value())), ("l.purpose", purpose)] {
        if let Some(value) = value {
            given.push(value);
            narrow.push_str(&format!(" and {column} = ${}", given.len()));
        }
    }
    if !asked.subjects.is_empty() {
        narrow.push_str(&format!(" and l.subject_id in {}", placeholders(given.len() + 1, asked.subjects.len())));
        given.extend(asked.subjects.iter().map(ToValue::to_value));
    }
    if let Some((at, id)) = older {
        given.extend([at.to_value(), id.to_value()]);
        let (at, id) = (given.len() - 1, given.len());
        narrow.push_str(&format!(" and (l.at < ${at} or (l.at = ${at} and l.id < ${id}))"));
    }
    let sql = format!(
        "select l.id, l.at, l.account_id, a.name, l.act, l.subject_kind, l.subject_id, l.purpose, l.words
         from looks l join accounts a on a.id = l.account_id where l.at >= $1 and l.at <= $2{narrow} order by l.at desc, l.id desc limit $3"
    );
    read.query(&sql, &given, |row| {
        Ok(NotedLook {
            id: row.get(0)?,
            at: row.get(1)?,
            account_id: row.get(2)?,
            name: row.get(3)?,
            act: row.get(4)?,
            subject_kind: row.get(5)?,
            subject_id: row.get(6)?,
            purpose: row.get(7)?,
            words: row.get(8)?,
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
