//! The rows of interactions.

mod conversations;
mod verify;

use base::{Id, Result};
use store::{Read, Shelf, Tx, params};

use crate::model::{Disposition, NewInteraction, Topic, USUAL_TOPICS};

const TOPICS: Shelf = Shelf { table: "topics", subject: "topic", taken_over: "topic.taken_over", withdrawn: "topic.withdrawn" };

pub(crate) fn put_topics(tx: &Tx<'_>, topics: &[Topic]) -> Result<()> {
    TOPICS.take_over(tx, topics, |topic| &topic.key)
}

/// The topics of the present pack, in its order.
///
/// # Errors
/// As [`Read::query`].
pub fn topics(read: &Read<'_>) -> Result<Vec<Topic>> {
    TOPICS.load(read)
}

/// The topics to choose among: the pack's, or the usual ones where it names none.
///
/// # Errors
/// As [`Read::query`].
pub fn offered_topics(read: &Read<'_>) -> Result<Vec<Topic>> {
    let own = topics(read)?;
    Ok(if own.is_empty() { USUAL_TOPICS.clone() } else { own })
}

/// Topics whose row and journal disagree.
fn verify_topics(read: &Read<'_>) -> Result<Vec<String>> {
    TOPICS.verify(read)
}

pub(crate) use conversations::{
    all_of, forget_one, insert_begun, insert_note, load, numbered_before, set_ended, set_hidden, set_resident, silence, telling,
};
pub use conversations::{calls_from, count_numbered_before, find_for, notes, of_resident};
pub use verify::verify;

pub(crate) fn insert(tx: &Tx<'_>, id: Id, new: &NewInteraction, ended: Option<Disposition>) -> Result<()> {
    let (source, source_key) = new.source.clone().unzip();
    tx.execute(
        "insert into interactions (id, channel, resident_id, language, begun_at, ended_at, disposition, source, source_key, controller)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10, 'city'))",
        params![
            id,
            new.channel.word(),
            new.resident_id,
            new.language.tag(),
            tx.now(),
            ended.map(|_| tx.now()),
            ended.map(Disposition::word),
            source,
            source_key,
            new.controller
        ],
    )?;
    Ok(())
}

/// The interaction taken over from `source` under `key`, if it was.
///
/// # Errors
/// As [`Read::query`].
pub fn find_source(read: &Read<'_>, source: &str, key: &str) -> Result<Option<Id>> {
    read.find("select id from interactions where source = $1 and source_key = $2", params![source, key], |row| row.get(0))
}

/// How many interactions each channel had, by the channel's word.
///
/// # Errors
/// As [`Read::query`].
pub fn by_channel(read: &Read<'_>) -> Result<Vec<(String, i64)>> {
    read.query("select channel, count(*) from interactions group by channel order by channel", &[], |row| Ok((row.get(0)?, row.get(1)?)))
}
