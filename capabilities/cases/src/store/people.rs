//! Who in a unit deals with a case, and the marks under which offices keep their papers.

use std::collections::BTreeSet;

use base::{Id, Moment, Result, fold};
use serde_json::Value as Json;
use staff::Viewer;
use store::{Read, Tx, params};

use super::{Scope, eyes};

/// The most marks of a case, and the most cases that one search by a mark finds.
pub(crate) const MARKS: i64 = 20;
const FOUND: i64 = 500;
/// Cases compared at once.
const CHECKED: i64 = 500;
/// The most people of whom the load is told.
const PEOPLE: i64 = 500;

/// Who deals with the case, by id and name.
pub(crate) fn person_of(read: &Read<'_>, case_id: Id) -> Result<Option<(Id, String)>> {
    let sql = "select a.id, a.name from case_people p join accounts a on a.id = p.account_id where p.case_id = $1";
    read.find(sql, params![case_id], |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) fn put_person(tx: &Tx<'_>, case_id: Id, account_id: Id) -> Result<()> {
    tx.execute(
        "insert into case_people (case_id, account_id, since) values ($1, $2, $3)
         on conflict (case_id) do update set account_id = excluded.account_id, since = excluded.since",
        params![case_id, account_id, tx.now()],
    )
    .map(drop)
}

pub(crate) fn delete_person(tx: &Tx<'_>, case_id: Id) -> Result<()> {
    tx.execute("delete from case_people where case_id = $1", params![case_id]).map(drop)
}

/// What somebody of the unit has in hand.
#[derive(Debug, Clone)]
pub(crate) struct Load {
    /// Nobody by name when there is none.
    pub account_id: Option<Id>,
    pub name: Option<String>,
    /// Whether they can still sign in.
    pub active: bool,
    pub open: i64,
    pub late: i64,
    /// The first promise that ends.
    pub due_at: Option<Moment>,
}

/// Who has how many open cases in the viewer's inbox, the busiest first.
pub(crate) fn load_by_person(read: &Read<'_>, viewer: &Viewer, now: Moment) -> Result<Vec<Load>> {
    let mut given = params![now, PEOPLE].to_vec();
    let whose = Scope::of(viewer).condition(&eyes(read, viewer)?, &mut given);
    let sql = format!(
        "select a.id, a.name, a.active, count(*), count(case when c.due_at < $1 then 1 end), min(c.due_at)
         from cases c left join case_people p on p.case_id = c.id left join accounts a on a.id = p.account_id
         where {whose} and c.state <> 'closed' group by a.id, a.name, a.active order by count(*) desc, a.name limit $2"
    );
    read.query(&sql, &given, |row| {
        Ok(Load {
            account_id: row.get(0)?,
            name: row.get(1)?,
            active: row.get::<Option<bool>>(2)?.unwrap_or_default(),
            open: row.get(3)?,
            late: row.get(4)?,
            due_at: row.get(5)?,
        })
    })
}

/// The marks of a case, the oldest spelling of each.
pub(crate) fn marks_of(read: &Read<'_>, case_id: Id) -> Result<Vec<String>> {
    read.query("select mark from case_marks where case_id = $1 order by mark", params![case_id], |row| row.get(0))
}

pub(crate) fn insert_mark(tx: &Tx<'_>, case_id: Id, mark: &str) -> Result<()> {
    tx.execute("insert into case_marks (case_id, mark, folded) values ($1, $2, $3)", params![case_id, mark, fold(mark)]).map(drop)
}

pub(crate) fn delete_mark(tx: &Tx<'_>, case_id: Id, mark: &str) -> Result<usize> {
    tx.execute("delete from case_marks where case_id = $1 and folded = $2", params![case_id, fold(mark)])
}

/// The cases whose mark begins with these words.
pub(crate) fn marks_like(read: &Read<'_>, words: &str) -> Result<BTreeSet<Id>> {
    let (from, to) = (fold(words), format!("{}\u{10ffff}", fold(words)));
    let sql = "select case_id from case_marks where folded >= $1 and folded < $2 order by folded limit $3";
    Ok(read.query(sql, params![from, to, FOUND], |row| row.get(0))?.into_iter().collect())
}

/// Cases whose hands do not follow from the journal: the last of assignment, dispatch and return says who has them.
pub(crate) fn people_astray(read: &Read<'_>) -> Result<Vec<String>> {
    let sql = "select c.id, p.account_id, (select e.facts from events e where e.subject_id = c.id
             and e.kind in ('case.assigned', 'case.dispatched', 'case.returned') order by e.version desc limit 1)
         from cases c left join case_people p on p.case_id = c.id where c.id > $1 order by c.id limit $2";
    let (mut faults, mut last) = (Vec::new(), Id(uuid::Uuid::nil()));
    loop {
        let rows = read.query(sql, params![last, CHECKED], |row| {
            let facts = row.get::<Option<Json>>(2)?.unwrap_or_default();
            Ok((row.get::<Id>(0)?, row.get::<Option<Id>>(1)?, facts["account"].as_str().and_then(|id| id.parse::<Id>().ok())))
        })?;
        let Some((end, ..)) = rows.last() else { return Ok(faults) };
        last = *end;
        let astray = rows.iter().filter(|(_, kept, told)| kept != told);
        faults.extend(astray.map(|(id, ..)| format!("case {id}: who deals with it does not follow from the journal")));
    }
}
