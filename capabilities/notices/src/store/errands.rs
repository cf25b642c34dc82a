//! The rows of errands.

use base::{Id, Language, Moment, Result};
use store::{Read, Row, Tx, params};

use crate::model::{About, Content, Errand};

/// How many open errands one list shows.
pub const ERRANDS: usize = 50;

/// Whether the errand was new; a resident is told once of a cause.
pub(crate) fn insert_errand(tx: &Tx<'_>, id: Id, new: &About<'_>, (wish, reason): (&str, &str), content: &Content) -> Result<bool> {
    let inserted = tx.execute(
        "insert into errands (id, resident_id, subject_id, template, language, wish, reason, title, body, cause_id, begun_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (cause_id, resident_id) do nothing",
        params![
            id,
            new.resident_id,
            new.subject_id,
            new.template,
            new.language.tag(),
            wish,
            reason,
            content.title,
            content.body,
            new.cause_id,
            tx.now()
        ],
    )?;
    Ok(inserted == 1)
}

const COLUMNS: &str = "id, resident_id, subject_id, language, wish, reason, title, body, begun_at, done_at";

fn errand(row: &Row<'_>) -> Result<Errand> {
    let language: String = row.get(3)?;
    Ok(Errand {
        id: row.get(0)?,
        resident_id: row.get(1)?,
        subject_id: row.get(2)?,
        language: Language::from_tag(&language).unwrap_or_default(),
        wish: row.get(4)?,
        reason: row.get(5)?,
        title: row.get(6)?,
        body: row.get(7)?,
        begun_at: row.get(8)?,
        done_at: row.get(9)?,
    })
}

/// An errand by id.
///
/// # Errors
/// [`base::Error::NotFound`] without one.
pub fn find_errand(read: &Read<'_>, id: Id) -> Result<Errand> {
    read.one(&format!("select {COLUMNS} from errands where id = $1"), params![id], errand)
}

/// What waits for somebody to tell it and fits, the oldest first, but to nobody whose data may only be kept, at most
/// [`ERRANDS`].
///
/// # Errors
/// As [`Read::query`], or those of `fits`.
pub fn open_errands(read: &Read<'_>, fits: impl Fn(&Errand) -> Result<bool>) -> Result<Vec<Errand>> {
    let mut found = Vec::new();
    let mut last = None;
    loop {
        let some = waiting_after(read, last)?;
        let Some(end) = some.last() else { return Ok(found) };
        last = Some((end.begun_at, end.id));
        for errand in some {
            if !residents::is_restricted(read, errand.resident_id)? && fits(&errand)? {
                found.push(errand);
            }
            if found.len() >= ERRANDS {
                return Ok(found);
            }
        }
    }
}

/// The next of those that wait, a list's length of them.
fn waiting_after(read: &Read<'_>, last: Option<(Moment, Id)>) -> Result<Vec<Errand>> {
    let (at, id) = last.unwrap_or((Moment(i64::MIN), Id::named("errand", "before all")));
    let sql = format!(
        "select {COLUMNS} from errands where done_at is null and (begun_at > $1 or (begun_at = $1 and id > $2))
         order by begun_at, id limit $3"
    );
    read.query(&sql, params![at, id, i64::try_from(ERRANDS).unwrap_or(i64::MAX)], errand)
}

pub(crate) fn errands_of(read: &Read<'_>, resident_id: Id) -> Result<Vec<Errand>> {
    read.query(&format!("select {COLUMNS} from errands where resident_id = $1 order by begun_at, id"), params![resident_id], errand)
}

/// Whether it was open until now.
pub(crate) fn set_errand_done(tx: &Tx<'_>, id: Id, at: Moment) -> Result<bool> {
    Ok(tx.execute("update errands set done_at = $2 where id = $1 and done_at is null", params![id, at])? == 1)
}

pub(crate) fn blank_errand(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update errands set title = '', body = '' where id = $1", params![id]).map(drop)
}

/// Errands whose row and journal disagree in number or moment.
pub(crate) fn astray(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select r.id from errands r left join events e on e.subject_id = r.id and e.version = 1
         where e.id is null or e.kind <> 'errand.begun' or e.at <> r.begun_at or e.facts->>'wish' <> r.wish
            or r.done_at is distinct from (select max(d.at) from events d where d.subject_id = r.id and d.kind = 'errand.done')
         limit 100",
        &[],
        |row| Ok(format!("errand {}: the row does not follow from the journal", row.get::<Id>(0)?)),
    )
}
