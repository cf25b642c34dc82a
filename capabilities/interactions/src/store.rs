//! The rows of interactions.

use base::{Id, Result};
use store::{Read, Shelf, Tx, journal, params};

use crate::model::{Disposition, NewInteraction, Topic};

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

pub(crate) fn insert(tx: &Tx<'_>, id: Id, new: &NewInteraction, ended: Option<Disposition>) -> Result<()> {
    let (source, source_key) = new.source.clone().unzip();
    tx.execute(
        "insert into interactions (id, channel, resident_id, language, begun_at, ended_at, disposition, source, source_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            id,
            new.channel.word(),
            new.resident_id,
            new.language.tag(),
            tx.now(),
            ended.map(|_| tx.now()),
            ended.map(Disposition::word),
            source,
            source_key
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

pub(crate) fn of_resident(read: &Read<'_>, resident_id: Id) -> Result<Vec<(String, i64)>> {
    read.query("select channel, begun_at from interactions where resident_id = $1 order by begun_at", params![resident_id], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Interactions whose row and journal disagree in channel, moment or end, or of which one of both is silent.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let mut faults = astray(read)?;
    faults.extend(journal::lost(read, "interaction", "interactions")?);
    faults.extend(TOPICS.verify(read)?);
    Ok(faults)
}

fn astray(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select i.id from interactions i left join events e on e.subject_id = i.id and e.version = 1
         where e.id is null or e.kind <> 'interaction.held' or e.at <> i.begun_at
            or e.at is distinct from i.ended_at or e.facts->>'channel' is distinct from i.channel
            or e.facts->>'disposition' is distinct from i.disposition
         limit 100",
        &[],
        |row| Ok(format!("interaction {}: the row does not follow from the journal", row.get::<Id>(0)?)),
    )
}
