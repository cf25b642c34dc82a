//! The rows of clocks: what was promised for a case, and when somebody has to look next.

use base::{Error, Id, Moment, Result};
use services::LegalForm;
use store::{Read, Row, Tx, params};

use crate::model::{Clock, ClockKind, Clocks};

const COLUMNS: &str = "k.clock, k.started_at, k.due_at, k.first_due_at, k.stands_since, k.met_at, k.warned_at, k.missed_at";

fn clock(row: &Row<'_>) -> Result<Clock> {
    let word: String = row.get(0)?;
    Ok(Clock {
        kind: ClockKind::from_word(&word).ok_or_else(|| Error::internal(format!("unknown clock {word}")))?,
        started_at: row.get(1)?,
        due_at: row.get(2)?,
        first_due_at: row.get(3)?,
        stands_since: row.get(4)?,
        met_at: row.get(5)?,
        warned_at: row.get(6)?,
        missed_at: row.get(7)?,
    })
}

/// The clocks of a case.
pub(crate) fn clocks_of(read: &Read<'_>, case_id: Id) -> Result<Clocks> {
    read.query(&format!("select {COLUMNS} from case_clocks k where k.case_id = $1"), params![case_id], clock).map(Clocks::of)
}

/// All clocks of the cases with ids after the one and up to the other.
pub(crate) fn clocks_between(read: &Read<'_>, after: Id, until: Id) -> Result<Vec<(Id, Clock)>> {
    let sql = format!("select {COLUMNS}, k.case_id from case_clocks k where k.case_id > $1 and k.case_id <= $2");
    read.query(&sql, params![after, until], |row| Ok((row.get(8)?, clock(row)?)))
}

/// Puts a clock as it is now, to be looked at next at `look_at`.
pub(crate) fn put_clock(tx: &Tx<'_>, case_id: Id, clock: &Clock, look_at: Option<Moment>) -> Result<()> {
    tx.execute(
        "insert into case_clocks (case_id, clock, started_at, due_at, first_due_at, stands_since, met_at, warned_at, missed_at, look_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (case_id, clock) do update set started_at = excluded.started_at, due_at = excluded.due_at,
             first_due_at = excluded.first_due_at, stands_since = excluded.stands_since, met_at = excluded.met_at,
             warned_at = excluded.warned_at, missed_at = excluded.missed_at, look_at = excluded.look_at",
        params![
            case_id,
            clock.kind.word(),
            clock.started_at,
            clock.due_at,
            clock.first_due_at,
            clock.stands_since,
            clock.met_at,
            clock.warned_at,
            clock.missed_at,
            look_at
        ],
    )
    .map(drop)
}

pub(crate) fn delete_clock(tx: &Tx<'_>, case_id: Id, kind: ClockKind) -> Result<()> {
    tx.execute("delete from case_clocks where case_id = $1 and clock = $2", params![case_id, kind.word()]).map(drop)
}

/// Says when to look at the clock next.
pub(crate) fn put_look(tx: &Tx<'_>, case_id: Id, kind: ClockKind, look_at: Option<Moment>) -> Result<()> {
    let sql = "update case_clocks set look_at = $3 where case_id = $1 and clock = $2";
    tx.execute(sql, params![case_id, kind.word(), look_at]).map(drop)
}

/// Lets a clock that sleeps be looked at.
pub(crate) fn wake(tx: &Tx<'_>, case_id: Id, kind: ClockKind, at: Moment) -> Result<()> {
    let sql = "update case_clocks set look_at = $3 where case_id = $1 and clock = $2 and look_at is null";
    tx.execute(sql, params![case_id, kind.word(), at]).map(drop)
}

/// When the clock is to be looked at.
pub(crate) fn look_at(read: &Read<'_>, case_id: Id, kind: ClockKind) -> Result<Option<Moment>> {
    read.value("select look_at from case_clocks where case_id = $1 and clock = $2", params![case_id, kind.word()])
}

/// Cases with a clock that somebody has to look at by `now`, those that wait longest first, at most `most`.
pub(crate) fn to_look(read: &Read<'_>, now: Moment, most: i64) -> Result<Vec<Id>> {
    let sql = "select case_id from case_clocks where look_at <= $1 group by case_id order by min(look_at), case_id limit $2";
    read.query(sql, params![now, most], |row| row.get(0))
}

/// Puts the promised moment of the case's end as its clock has it.
pub(crate) fn put_due(tx: &Tx<'_>, case_id: Id, due_at: Option<Moment>) -> Result<()> {
    tx.execute("update cases set due_at = $2, changed_at = $3 where id = $1", params![case_id, due_at, tx.now()]).map(drop)
}

/// Puts what the case is in law, and the unit complained of.
pub(crate) fn put_form(tx: &Tx<'_>, case_id: Id, form: Option<LegalForm>, about: Option<Id>) -> Result<()> {
    let sql = "update cases set legal_form = $2, about_unit_id = $3, changed_at = $4 where id = $1";
    tx.execute(sql, params![case_id, form.map(LegalForm::word), about, tx.now()]).map(drop)
}
