//! What the page of looks needs beside them: accounts by login, cases by number, what somebody changed.

use base::{Id, Moment, ReportNumber, Result};
use staff::audit::PAGE;
use store::{Event, Read, journal, params};

pub(crate) fn account_with_login(read: &Read<'_>, login: &str) -> Result<Option<Id>> {
    read.find("select id from accounts where login = $1", params![login.trim().to_lowercase()], |row| row.get(0))
}

pub(crate) fn case_with_number(read: &Read<'_>, number: ReportNumber) -> Result<Option<Id>> {
    read.find("select case_id from reports where number = $1", params![number.value()], |row| row.get(0))
}

/// The newest events whose actor was this account.
pub(crate) fn events_by(read: &Read<'_>, account_id: Id, until: Option<Moment>) -> Result<Vec<Event>> {
    let sql = "select subject_id, id from events where actor_id = $1 and at <= $2 order by at desc, id desc limit $3";
    let found =
        read.query(sql, params![account_id, until.unwrap_or(Moment(i64::MAX)), PAGE], |row| Ok((row.get::<Id>(0)?, row.get::<Id>(1)?)))?;
    let mut events = Vec::new();
    for (subject_id, event_id) in found {
        events.extend(journal::of_subject(read, subject_id)?.into_iter().find(|event| event.id == event_id));
    }
    Ok(events)
}

/// What the account is called that acted, or the sort of actor.
pub(crate) fn actor_name(read: &Read<'_>, event: &Event) -> Result<String> {
    let named = match event.actor.id {
        Some(id) => read.find("select name from accounts where id = $1", params![id], |row| row.get(0))?,
        None => None,
    };
    Ok(named.unwrap_or_else(|| event.actor.kind.word().to_owned()))
}
