//! The rows of residents and their ways.

use base::{Id, Language, Moment, Result};
use store::{Read, Tx, journal, params};

use crate::model::{Resident, Way};

pub(crate) fn insert(tx: &Tx<'_>, id: Id, language: Language) -> Result<()> {
    tx.execute("insert into residents (id, language, created_at) values ($1, $2, $3)", params![id, language.tag(), tx.now()])?;
    Ok(())
}

pub(crate) fn insert_way(tx: &Tx<'_>, resident_id: Id, way: &Way) -> Result<()> {
    tx.execute(
        "insert into resident_ways (id, resident_id, kind, address, created_at) values ($1, $2, $3, $4, $5)",
        params![Id::new(), resident_id, way.kind(), way.address(), tx.now()],
    )?;
    Ok(())
}

pub(crate) fn with_way(read: &Read<'_>, way: &Way) -> Result<Option<Id>> {
    read.find("select resident_id from resident_ways where kind = $1 and address = $2", params![way.kind(), way.address()], |row| {
        row.get(0)
    })
}

/// A resident by id.
///
/// # Errors
/// [`base::Error::NotFound`] without one.
pub fn find(read: &Read<'_>, id: Id) -> Result<Resident> {
    read.one("select id, name, language from residents where id = $1", params![id], |row| {
        let tag: String = row.get(2)?;
        Ok(Resident { id: row.get(0)?, name: row.get(1)?, language: Language::from_tag(&tag).unwrap_or_default() })
    })
}

/// The resident's newest e-mail address, if they gave one.
///
/// # Errors
/// As [`Read::query`].
pub fn email_of(read: &Read<'_>, id: Id) -> Result<Option<String>> {
    read.find(
        "select address from resident_ways where resident_id = $1 and kind = 'email' order by created_at desc limit 1",
        params![id],
        |row| row.get(0),
    )
}

pub(crate) fn ways_of(read: &Read<'_>, id: Id) -> Result<Vec<(String, String)>> {
    read.query("select kind, address from resident_ways where resident_id = $1 order by created_at, id", params![id], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

pub(crate) fn erase(tx: &Tx<'_>, id: Id, at: Moment) -> Result<()> {
    tx.execute("delete from resident_ways where resident_id = $1", params![id])?;
    tx.execute("update residents set name = null, erased_at = $2 where id = $1", params![id, at])?;
    Ok(())
}

/// Residents whose row and journal disagree about when they were met or erased, or of whom one of both is silent.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let mut faults = astray(read)?;
    faults.extend(journal::lost(read, "resident", "residents")?);
    Ok(faults)
}

fn astray(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select r.id from residents r left join events e on e.subject_id = r.id and e.version = 1
         where e.id is null or e.kind <> 'resident.met' or e.at <> r.created_at
            or r.erased_at is distinct from
                (select max(l.at) from events l where l.subject_id = r.id and l.kind = 'resident.erased')
         limit 100",
        &[],
        |row| Ok(format!("resident {}: the row does not follow from the journal", row.get::<Id>(0)?)),
    )
}
