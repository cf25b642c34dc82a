//! Counts over all cases, and how far cases taken over from another system have come.

use base::{Id, Moment, Result};
use store::{Read, params};

/// How many cases there are of each kind, by the kind's word.
///
/// # Errors
/// As [`Read::query`].
pub fn by_kind(read: &Read<'_>) -> Result<Vec<(String, i64)>> {
    read.query("select kind, count(*) from cases group by kind order by kind", &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// How many cases each unit has or had when they ended, by the unit's name in lists; `None` for those that no unit had.
///
/// # Errors
/// As [`Read::query`].
pub fn by_unit(read: &Read<'_>) -> Result<Vec<(Option<String>, i64)>> {
    read.query(
        "select u.short, count(*) from cases c left join units u on u.id = c.unit_id group by u.short
         order by u.short nulls last",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// How many cases ended at each moment; `None` for those that have not. Days are made of it in the city's zone.
///
/// # Errors
/// As [`Read::query`].
pub fn by_closing(read: &Read<'_>) -> Result<Vec<(Option<Moment>, i64)>> {
    read.query("select closed_at, count(*) from cases group by closed_at", &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// What residents wrote of closed cases and the key of the service that each was about in the end, the oldest first, at most
/// the newest `most`: what a city learns from. Sensitive matters and erased words are left out.
///
/// # Errors
/// As [`Read::query`].
pub fn examples(read: &Read<'_>, most: i64) -> Result<Vec<(String, String)>> {
    let mut found = read.query(
        "select r.body, s.key from cases c join services s on s.id = c.service_id
         join reports r on r.id = (select f.id from reports f where f.case_id = c.id order by f.received_at, f.id limit 1)
         where c.state = 'closed' and not c.sensitive and r.body <> '' order by c.closed_at desc, c.id limit $1",
        params![most],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    found.reverse();
    Ok(found)
}

/// A case taken over from another system, and how far it has come here.
#[derive(Debug, Clone)]
pub struct Historic {
    /// Its key in the other system.
    pub key: String,
    /// The case.
    pub case_id: Id,
    /// The unit that has it.
    pub unit_id: Option<Id>,
    /// When it ended.
    pub closed_at: Option<Moment>,
}

/// All cases taken over from `source`.
///
/// # Errors
/// As [`Read::query`].
pub fn of_source(read: &Read<'_>, source: &str) -> Result<Vec<Historic>> {
    read.query(
        "select i.source_key, c.id, c.unit_id, c.closed_at from interactions i
         join reports r on r.interaction_id = i.id join cases c on c.id = r.case_id where i.source = $1",
        params![source],
        |row| Ok(Historic { key: row.get(0)?, case_id: row.get(1)?, unit_id: row.get(2)?, closed_at: row.get(3)? }),
    )
}
