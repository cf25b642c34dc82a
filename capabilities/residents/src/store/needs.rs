//! Communication needs, and who may be behind a number.

use base::{Id, Result};
use store::{Read, Tx, params};

use crate::model::{Caller, Candidate, Need, Needs, Recognition, Way};

pub(crate) fn put_needs(tx: &Tx<'_>, resident_id: Id, needs: &Needs) -> Result<()> {
    tx.execute("delete from needs where resident_id = $1", params![resident_id])?;
    for need in needs.iter() {
        let words = needs.words().filter(|_| need == Need::Other);
        tx.execute(
            "insert into needs (resident_id, kind, words, noted_at) values ($1, $2, $3, $4)",
            params![resident_id, need.word(), words, tx.now()],
        )?;
    }
    Ok(())
}

/// The needs noted in this very row.
pub(crate) fn own_needs(read: &Read<'_>, resident_id: Id) -> Result<Needs> {
    let rows = read.query("select kind, words from needs where resident_id = $1 order by kind", params![resident_id], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(Needs::kept(rows))
}

/// How the resident, and those merged into them, have to be spoken and written to.
///
/// # Errors
/// As [`super::members`].
pub fn needs(read: &Read<'_>, resident_id: Id) -> Result<Needs> {
    let mut all = Needs::default();
    for member in super::members(read, resident_id)? {
        all = all.and(own_needs(read, member)?);
    }
    Ok(all)
}

/// All who use the number, none of them confirmed: needs and language, and nothing that tells who it is.
///
/// # Errors
/// As [`Read::query`].
pub fn recognise(read: &Read<'_>, caller: &Caller) -> Result<Recognition> {
    let Caller::Number(number) = caller else { return Ok(Recognition::Withheld) };
    let found = candidates(read, &Way::Phone(number.clone()))?;
    Ok(if found.is_empty() { Recognition::Nobody } else { Recognition::Candidates(found) })
}

/// All who use this way, each once, however they were merged.
pub(crate) fn candidates(read: &Read<'_>, way: &Way) -> Result<Vec<Candidate>> {
    let mut found: Vec<Candidate> = Vec::new();
    for (user, merged_into, shared) in super::users_of(read, way)? {
        let resident_id = if merged_into.is_some() { super::head(read, user)? } else { user };
        if found.iter().all(|known| known.resident_id != resident_id) {
            found.push(candidate(read, resident_id, shared)?);
        }
    }
    let several = found.len() > 1;
    found.iter_mut().for_each(|one| one.shared |= several);
    Ok(found)
}

pub(crate) fn candidate(read: &Read<'_>, resident_id: Id, shared: bool) -> Result<Candidate> {
    let language = super::find(read, resident_id)?.language;
    Ok(Candidate { resident_id, needs: needs(read, resident_id)?, language, shared })
}
