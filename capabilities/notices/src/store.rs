//! The rows of notices.

mod errands;

use base::{Email, Error, Id, Language, Moment, Result};
use residents::Outgoing;
use store::{Read, Row, Tx, journal, params};

use crate::model::{Content, NewNotice, Notice, State};

pub use errands::{ERRANDS, find_errand, open_errands};
pub(crate) use errands::{blank_errand, errands_of, insert_errand, set_errand_done};

/// Whether the notice was new; a resident is told once of a cause.
pub(crate) fn insert(tx: &Tx<'_>, id: Id, new: &NewNotice, way: &Outgoing, content: &Content) -> Result<bool> {
    let inserted = tx.execute(
        "insert into notices (id, resident_id, subject_id, template, channel, language, address, title, body, thread_id, state, queued_at, cause_id, large_print)
         values ($1, $2, $3, $4, 'email', $5, $6, $7, $8, $9, 'queued', $10, $11, $12)
         on conflict (cause_id, resident_id) do nothing",
        params![
            id,
            new.resident_id,
            new.subject_id,
            new.template,
            new.language.tag(),
            way.email().map_or("", Email::as_str),
            content.title,
            content.body,
            new.thread,
            tx.now(),
            new.cause_id,
            way.style().large_print
        ],
    )?;
    Ok(inserted == 1)
}

const COLUMNS: &str = "id, subject_id, template, language, address, title, body, thread_id, state, queued_at, ended_at, large_print";

fn notice(row: &Row<'_>) -> Result<Notice> {
    let (language, state): (String, String) = (row.get(3)?, row.get(8)?);
    Ok(Notice {
        id: row.get(0)?,
        subject_id: row.get(1)?,
        template: row.get(2)?,
        language: Language::from_tag(&language).unwrap_or_default(),
        address: row.get(4)?,
        title: row.get(5)?,
        body: row.get(6)?,
        thread_id: row.get(7)?,
        state: State::from_word(&state).ok_or_else(|| Error::internal(format!("unknown state of a notice: {state}")))?,
        queued_at: row.get(9)?,
        ended_at: row.get(10)?,
        large_print: row.get(11)?,
    })
}

/// A notice by id.
///
/// # Errors
/// [`Error::NotFound`] without one.
pub fn find(read: &Read<'_>, id: Id) -> Result<Notice> {
    read.one(&format!("select {COLUMNS} from notices where id = $1"), params![id], notice)
}

/// What was told about a case or report, oldest first, at most 200.
///
/// # Errors
/// As [`Read::query`].
pub fn of_subject(read: &Read<'_>, subject_id: Id) -> Result<Vec<Notice>> {
    read.query(
        &format!("select {COLUMNS} from notices where subject_id = $1 order by queued_at, id limit 200"),
        params![subject_id],
        notice,
    )
}

pub(crate) fn of_resident(read: &Read<'_>, resident_id: Id) -> Result<Vec<Notice>> {
    read.query(&format!("select {COLUMNS} from notices where resident_id = $1 order by queued_at, id"), params![resident_id], notice)
}

/// Whether it was not sent before.
pub(crate) fn set_sent(tx: &Tx<'_>, id: Id, at: Moment) -> Result<bool> {
    Ok(tx.execute("update notices set state = 'sent', ended_at = $2 where id = $1 and state <> 'sent'", params![id, at])? == 1)
}

/// Whether it was queued until now.
pub(crate) fn set_failed(tx: &Tx<'_>, id: Id, at: Moment) -> Result<bool> {
    Ok(tx.execute("update notices set state = 'failed', ended_at = $2 where id = $1 and state = 'queued'", params![id, at])? == 1)
}

pub(crate) fn blank(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update notices set address = '', title = '', body = '' where id = $1", params![id]).map(drop)
}

/// Blanks where it went; what it said stays.
pub(crate) fn blank_address(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update notices set address = '' where id = $1", params![id]).map(drop)
}

/// Who the notice is to, and of which cause it tells them.
pub(crate) fn recipient(read: &Read<'_>, id: Id) -> Result<(Id, Id)> {
    read.one("select resident_id, cause_id from notices where id = $1", params![id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The notice goes this way now.
pub(crate) fn put_way(tx: &Tx<'_>, id: Id, way: &Outgoing) -> Result<()> {
    let sql = "update notices set address = $2, large_print = $3 where id = $1";
    tx.execute(sql, params![id, way.email().map_or("", Email::as_str), way.style().large_print]).map(drop)
}

/// Notices whose row and journal disagree in number, state or moment.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let mut faults = read.query(
        "select n.id from notices n
         where (select count(*) from events e where e.subject_id = n.id and e.kind = 'notice.queued'
                   and e.at = n.queued_at and e.facts->>'template' = n.template) <> 1
            or n.ended_at is distinct from (select max(e.at) from events e where e.subject_id = n.id and e.kind <> 'notice.queued')
            or n.state <> case
                   when exists (select 1 from events e where e.subject_id = n.id and e.kind = 'notice.sent') then 'sent'
                   when exists (select 1 from events e where e.subject_id = n.id and e.kind = 'notice.failed') then 'failed'
                   else 'queued' end
         limit 100",
        &[],
        |row| Ok(format!("notice {}: the row does not follow from the journal", row.get::<Id>(0)?)),
    )?;
    faults.extend(errands::astray(read)?);
    faults.extend(journal::lost(read, "notice", "notices")?);
    faults.extend(journal::lost(read, "errand", "errands")?);
    Ok(faults)
}
