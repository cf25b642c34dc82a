//! The rows of conversations that last, and their notes.

use base::{Error, Id, Language, Moment, PhoneNumber, Result, secret::Signer};
use residents::Caller;
use staff::{Permission, Viewer};
use store::{Read, Row, Tx, params};

use crate::{
    actions::caller_hash,
    model::{Channel, Conversation, Disposition, Ending, Interaction, Note},
};

pub(crate) fn insert_begun(tx: &Tx<'_>, id: Id, new: &Conversation, account_id: Option<Id>) -> Result<()> {
    let number = match &new.caller {
        Caller::Number(number) => Some(number.as_str()),
        Caller::Withheld => None,
    };
    tx.execute(
        "insert into interactions (id, channel, language, begun_at, direction, line, account_id, caller_number)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![id, new.channel.word(), new.language.tag(), tx.now(), new.direction.word(), new.line, account_id, number],
    )?;
    Ok(())
}

const COLUMNS: &str = "id, channel, resident_id, language, begun_at, ended_at, disposition, topic, account_id, caller_number,
    controller";

fn interaction(row: &Row<'_>) -> Result<Interaction> {
    let (channel, language): (String, String) = (row.get(1)?, row.get(3)?);
    Ok(Interaction {
        id: row.get(0)?,
        channel: Channel::from_word(&channel).unwrap_or(Channel::Other),
        resident_id: row.get(2)?,
        language: Language::from_tag(&language).unwrap_or_default(),
        begun_at: row.get(4)?,
        ended_at: row.get(5)?,
        disposition: row.get::<Option<String>>(6)?.as_deref().and_then(Disposition::from_word),
        topic: row.get(7)?,
        account_id: row.get(8)?,
        caller_number: row.get(9)?,
        controller: row.get(10)?,
    })
}

pub(crate) fn load(read: &Read<'_>, id: Id) -> Result<Interaction> {
    read.one(&format!("select {COLUMNS} from interactions where id = $1"), params![id], interaction)
}

/// A conversation for whoever holds it, or watches over the work.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or it is somebody else's.
pub fn find_for(read: &Read<'_>, viewer: &Viewer, id: Id) -> Result<Interaction> {
    let found = load(read, id)?;
    let own = found.account_id == Some(viewer.account_id);
    if own || viewer.may(Permission::Supervise) { Ok(found) } else { Err(Error::NotFound) }
}

/// Every conversation of this very row, the oldest first.
pub(crate) fn all_of(read: &Read<'_>, resident_id: Id) -> Result<Vec<Interaction>> {
    let sql = format!("select {COLUMNS} from interactions where resident_id = $1 order by begun_at, id");
    read.query(&sql, params![resident_id], interaction)
}

/// The conversations of these residents (the rows that are one resident), the newest first, at most 100.
///
/// # Errors
/// As [`Read::query`].
pub fn of_resident(read: &Read<'_>, members: &[Id]) -> Result<Vec<Interaction>> {
    let mut all = Vec::new();
    for member in members {
        let sql = format!("select {COLUMNS} from interactions where resident_id = $1 order by begun_at desc, id desc limit 100");
        all.extend(read.query(&sql, params![member], interaction)?);
    }
    all.sort_by_key(|one| std::cmp::Reverse((one.begun_at, one.id)));
    all.truncate(100);
    Ok(all)
}

pub(crate) fn insert_note(tx: &Tx<'_>, id: Id, body: &str) -> Result<()> {
    tx.execute(
        "insert into interaction_notes (id, interaction_id, body, at) values ($1, $2, $3, $4)",
        params![Id::new(), id, body, tx.now()],
    )?;
    Ok(())
}

/// What was written down during a conversation, the oldest first.
///
/// # Errors
/// As [`Read::query`].
pub fn notes(read: &Read<'_>, id: Id) -> Result<Vec<Note>> {
    read.query("select at, body from interaction_notes where interaction_id = $1 order by at, id limit 200", params![id], |row| {
        Ok(Note { at: row.get(0)?, body: row.get(1)? })
    })
}

pub(crate) fn set_resident(tx: &Tx<'_>, id: Id, resident_id: Id) -> Result<()> {
    tx.execute("update interactions set resident_id = $2 where id = $1", params![id, resident_id])?;
    Ok(())
}

pub(crate) fn set_ended(tx: &Tx<'_>, id: Id, ending: &Ending) -> Result<()> {
    tx.execute(
        "update interactions set ended_at = $2, disposition = $3, topic = $4, topics = $5 where id = $1",
        params![id, tx.now(), ending.disposition.word(), ending.topics.first(), serde_json::json!(ending.topics)],
    )?;
    Ok(())
}

pub(crate) fn set_hidden(tx: &Tx<'_>, id: Id, hash: &str) -> Result<()> {
    tx.execute("update interactions set caller_number = null, caller_hash = $2 where id = $1", params![id, hash])?;
    Ok(())
}

/// Conversations begun before this moment whose number is still there, the oldest first.
pub(crate) fn numbered_before(read: &Read<'_>, before: Moment, limit: i64) -> Result<Vec<Id>> {
    read.query(
        "select id from interactions where caller_number is not null and begun_at <= $1 order by begun_at limit $2",
        params![before, limit],
        |row| row.get(0),
    )
}

/// How many conversations came from this number since `since`, whether or not it has been hidden meanwhile.
///
/// # Errors
/// As [`Read::query`].
pub fn calls_from(read: &Read<'_>, signer: &Signer, number: &PhoneNumber, since: Moment) -> Result<i64> {
    read.value(
        "select count(*) from interactions where (caller_number = $1 or caller_hash = $2) and begun_at >= $3",
        params![number.as_str(), caller_hash(signer, number.as_str()), since],
    )
}

/// The conversations of one resident that have notes or a number.
pub(crate) fn telling(read: &Read<'_>, resident_id: Id) -> Result<Vec<Id>> {
    read.query(
        "select i.id from interactions i where i.resident_id = $1 and (i.caller_number is not null or i.caller_hash is not null
             or exists (select 1 from interaction_notes n where n.interaction_id = i.id)) order by i.id",
        params![resident_id],
        |row| row.get(0),
    )
}

/// Takes notes and number of one conversation away; that it took place, and with whom, stands.
pub(crate) fn silence(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("delete from interaction_notes where interaction_id = $1", params![id])?;
    tx.execute("update interactions set caller_number = null, caller_hash = null where id = $1", params![id]).map(drop)
}

/// Takes notes and number of one conversation away, and who it was with; that it took place stands.
pub(crate) fn forget_one(tx: &Tx<'_>, id: Id) -> Result<()> {
    silence(tx, id)?;
    tx.execute("update interactions set resident_id = null where id = $1", params![id]).map(drop)
}

/// How many conversations begun before this moment still have their number.
///
/// # Errors
/// As [`Read::query`].
pub fn count_numbered_before(read: &Read<'_>, before: Moment) -> Result<i64> {
    read.value("select count(*) from interactions where caller_number is not null and begun_at < $1", params![before])
}
