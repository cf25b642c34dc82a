//! The rows of codes mailed to those who want to see their own reports.

use base::{Id, Moment, Result};
use store::{Read, Tx, params};

use crate::model::MailboxCode;

pub(crate) fn insert_code(tx: &Tx<'_>, id: Id, way_id: Option<Id>) -> Result<()> {
    let sql = "insert into mailbox_codes (id, way_id, asked_at, tries) values ($1, $2, $3, 0)";
    tx.execute(sql, params![id, way_id, tx.now()]).map(drop)
}

pub(crate) fn find_code(read: &Read<'_>, id: Id) -> Result<Option<MailboxCode>> {
    read.find("select id, way_id, digest, asked_at, tries, used_at from mailbox_codes where id = $1", params![id], |row| {
        Ok(MailboxCode {
            id: row.get(0)?,
            way_id: row.get(1)?,
            digest: row.get(2)?,
            asked_at: row.get(3)?,
            tries: row.get(4)?,
            used_at: row.get(5)?,
        })
    })
}

pub(crate) fn count_codes(read: &Read<'_>, way_id: Id, since: Moment) -> Result<i64> {
    read.value("select count(*) from mailbox_codes where way_id = $1 and asked_at > $2", params![way_id, since])
}

pub(crate) fn put_digest(tx: &Tx<'_>, id: Id, digest: &str) -> Result<()> {
    tx.execute("update mailbox_codes set digest = $2 where id = $1", params![id, digest]).map(drop)
}

pub(crate) fn count_try(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update mailbox_codes set tries = tries + 1 where id = $1", params![id]).map(drop)
}

pub(crate) fn set_code_used(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update mailbox_codes set used_at = $2 where id = $1", params![id, tx.now()]).map(drop)
}

/// Takes away those asked for before.
pub(crate) fn delete_codes(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.execute("delete from mailbox_codes where asked_at < $1", params![before]).map(drop)
}

/// Codes whose row does not follow from the journal, one sentence each.
pub(crate) fn verify_codes(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select m.id from mailbox_codes m where m.tries <> (select count(*) from events e where e.subject_id = m.id and e.kind = 'mailbox_code.tried')
            or m.used_at is distinct from (select max(e.at) from events e where e.subject_id = m.id and e.kind = 'mailbox_code.used')
            or m.asked_at is distinct from (select max(e.at) from events e where e.subject_id = m.id and e.kind = 'mailbox_code.asked')
         order by m.id limit 100",
        &[],
        |row| Ok(format!("mailbox code {}: it does not follow from the journal", row.get::<Id>(0)?)),
    )
}
