//! What the page of looks needs beside them: accounts by login, records by what names them, what was changed.

use base::{Id, Moment, ReportNumber, Result};
use staff::audit::Asked;
use store::{Read, ToValue, Value, params, placeholders};

pub(crate) fn account_with_login(read: &Read<'_>, login: &str) -> Result<Option<Id>> {
    read.find("select id from accounts where login = $1", params![login.trim().to_lowercase()], |row| row.get(0))
}

pub(crate) fn case_with_number(read: &Read<'_>, number: ReportNumber) -> Result<Option<Id>> {
    read.find("select case_id from reports where number = $1", params![number.value()], |row| row.get(0))
}

/// All records in which this resident is: their rows, reports and cases, conversations, and messages to them.
pub(crate) fn records_of(read: &Read<'_>, resident_id: Id) -> Result<Vec<Id>> {
    let mut all = super::family(read, resident_id)?;
    for row in all.clone() {
        let sql = "select case_id from reports where resident_id = $1 union select id from reports where resident_id = $1
             union select id from interactions where resident_id = $1 union select id from notices where resident_id = $1";
        all.extend(read.query(sql, params![row], |row| row.get::<Id>(0))?);
    }
    Ok(all)
}

/// A change as the journal tells of it.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub id: Id,
    pub at: Moment,
    pub subject_kind: String,
    pub subject_id: Id,
    pub kind: String,
    /// What the account is called that acted, or the sort of actor.
    pub who: String,
}

/// What was changed of these records or by this account, the newest first; nothing when neither is asked for.
pub(crate) fn changes(read: &Read<'_>, asked: &Asked, limit: usize) -> Result<Vec<Change>> {
    if asked.subjects.is_empty() && asked.account_id.is_none() || asked.purpose.is_some() || asked.words.is_some() {
        return Ok(Vec::new());
    }
    let (since, until) = (asked.since.unwrap_or(Moment(i64::MIN)), asked.until.unwrap_or(Moment(i64::MAX)));
    let mut given: Vec<Value> = params![since, until, i64::try_from(limit).unwrap_or(i64::MAX)].to_vec();
    let mut narrow = String::new();
    if let Some(account_id) = asked.account_id {
        given.push(account_id.to_value());
        narrow.push_str(&format!(" and e.actor_id = ${}", given.len()));
    }
    if !asked.subjects.is_empty() {
        narrow.push_str(&format!(" and e.subject_id in {}", placeholders(given.len() + 1, asked.subjects.len())));
        given.extend(asked.subjects.iter().map(ToValue::to_value));
    }
    if let Some((at, id)) = asked.older {
        given.extend([at.to_value(), id.to_value()]);
        let (at, id) = (given.len() - 1, given.len());
        narrow.push_str(&format!(" and (e.at < ${at} or (e.at = ${at} and e.id < ${id}))"));
    }
    let sql = format!(
        "select e.id, e.at, e.subject_kind, e.subject_id, e.kind, coalesce(a.name, e.actor_kind)
         from events e left join accounts a on a.id = e.actor_id
         where e.at >= $1 and e.at <= $2{narrow} order by e.at desc, e.id desc limit $3"
    );
    read.query(&sql, &given, |row| {
        Ok(Change {
            id: row.get(0)?,
            at: row.get(1)?,
            subject_kind: row.get(2)?,
            subject_id: row.get(3)?,
            kind: row.get(4)?,
            who: row.get(5)?,
        })
    })
}
