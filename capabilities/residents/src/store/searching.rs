//! Searching for residents, and rows that may be the same person.

use base::{Email, Id, Result};
use store::{Read, params};

use crate::model::{Candidate, Way};

/// How many residents one search finds.
pub const SEARCH_LIMIT: usize = 20;
/// How many pairs are suggested.
const TWINS: i64 = 50;

/// All who use this address, none of them confirmed.
///
/// # Errors
/// As [`Read::query`].
pub fn by_email(read: &Read<'_>, email: &Email) -> Result<Vec<Candidate>> {
    super::needs::candidates(read, &Way::Email(email.clone()))
}

/// Residents whose name contains these words, without case and diacritics; at most [`SEARCH_LIMIT`] and one more.
///
/// # Errors
/// As [`Read::query`].
pub fn by_name(read: &Read<'_>, words: &str) -> Result<Vec<(Candidate, String)>> {
    let pattern = base::fold(words.trim()).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let rows: Vec<(Id, String)> = read.query(
        "select id, name from residents where folded like $1 escape '\\' and name is not null order by folded, id limit 60",
        params![format!("%{pattern}%")],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut found: Vec<(Candidate, String)> = Vec::new();
    for (id, name) in rows {
        let head = super::head(read, id)?;
        if found.len() <= SEARCH_LIMIT && found.iter().all(|(known, _)| known.resident_id != head) {
            found.push((super::needs::candidate(read, head, false)?, name));
        }
    }
    Ok(found)
}

/// Two rows that may be one resident: a person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// The older row.
    pub first: Id,
    /// The newer row.
    pub second: Id,
    /// What they have in common: `email`, or `phone` with the same name.
    pub by: String,
}

/// Whether the two may be one resident, as [`twins`] has it.
///
/// # Errors
/// As [`Read::query`].
pub fn are_twins(read: &Read<'_>, one: Id, other: Id) -> Result<bool> {
    let sql = format!("select exists (select 1 {PAIR} and a.resident_id = $1 and b.resident_id = $2)");
    Ok(read.value(&sql, params![one, other])? || read.value(&sql, params![other, one])?)
}

/// Two ways that are the same, of rows that are nobody else's.
const PAIR: &str = "from ways a join ways b on b.kind = a.kind and b.address = a.address
     join residents x on x.id = a.resident_id
     join residents y on y.id = b.resident_id
     where x.merged_into is null and y.merged_into is null and not a.shared and not b.shared
       and (a.kind = 'email' or (a.kind = 'phone' and x.folded = y.folded))";

/// Pairs with the same e-mail address, or the same number and name, none of it known to be shared.
///
/// # Errors
/// As [`Read::query`].
pub fn twins(read: &Read<'_>) -> Result<Vec<Twin>> {
    let sql = format!(
        "select a.resident_id, b.resident_id, min(a.kind) {PAIR} and b.resident_id > a.resident_id
         group by a.resident_id, b.resident_id order by a.resident_id, b.resident_id limit $1"
    );
    read.query(&sql, params![TWINS], |row| Ok(Twin { first: row.get(0)?, second: row.get(1)?, by: row.get(2)? }))
}
