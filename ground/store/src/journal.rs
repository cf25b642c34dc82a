//! The journal: events are added and never edited, numbered once, and read in order by cursors.

use base::{Actor, ActorKind, Error, Id, Moment, Result};
use serde_json::Value as Json;

use crate::{
    params,
    read::{Read, Row},
    tx::Tx,
};

mod relay;

pub(crate) use relay::number;
pub use relay::relay;

/// How many events the relay numbers, or a projection takes, in one transaction.
pub const BATCH: i64 = 1_000;

/// An event about to be told. `facts` holds ids, states, moments and numbers: never names or free text.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// What the event is about: `case`, `report`, …
    pub subject_kind: &'static str,
    /// Which one.
    pub subject_id: Id,
    /// What happened, such as `case.opened`.
    pub kind: &'static str,
    /// What `verify` and the wiring need to know.
    pub facts: Json,
}

/// A fact in the journal.
#[derive(Debug, Clone)]
pub struct Event {
    /// The event's own id.
    pub id: Id,
    /// Place in the whole journal; `None` until numbered.
    pub position: Option<i64>,
    /// When it happened.
    pub at: Moment,
    /// Who acted.
    pub actor: Actor,
    /// What the event is about.
    pub subject_kind: String,
    /// Which one.
    pub subject_id: Id,
    /// 1 for the first event of the subject, then without gaps.
    pub version: i64,
    /// What happened.
    pub kind: String,
    /// Ids, states, moments and numbers.
    pub facts: Json,
}

impl Event {
    /// The id kept under `name` in the facts, if it is there.
    pub fn id_of(&self, name: &str) -> Option<Id> {
        self.facts.get(name)?.as_str()?.parse().ok()
    }
}

const COLUMNS: &str = "id, position, at, actor_kind, actor_id, subject_kind, subject_id, version, kind, facts";

fn event(row: &Row<'_>) -> Result<Event> {
    let kind: String = row.get(3)?;
    let kind = ActorKind::from_word(&kind).ok_or_else(|| Error::internal(format!("unknown actor kind {kind}")))?;
    Ok(Event {
        id: row.get(0)?,
        position: row.get(1)?,
        at: row.get(2)?,
        actor: Actor { kind, id: row.get(4)? },
        subject_kind: row.get(5)?,
        subject_id: row.get(6)?,
        version: row.get(7)?,
        kind: row.get(8)?,
        facts: row.get(9)?,
    })
}

pub(crate) fn next_version(tx: &Tx<'_>, subject_id: Id) -> Result<i64> {
    tx.value("select cast(coalesce(max(version), 0) + 1 as BIGINT) from events where subject_id = $1", params![subject_id])
}

pub(crate) fn add(tx: &Tx<'_>, new: NewEvent, version: i64) -> Result<Event> {
    let event = Event {
        id: Id::new(),
        position: next_position(tx)?,
        at: tx.now(),
        actor: tx.actor(),
        subject_kind: new.subject_kind.to_owned(),
        subject_id: new.subject_id,
        version,
        kind: new.kind.to_owned(),
        facts: new.facts,
    };
    tx.execute(
        "insert into events (id, position, at, actor_kind, actor_id, subject_kind, subject_id, version, kind, facts)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            event.id,
            event.position,
            event.at,
            event.actor.kind.word(),
            event.actor.id,
            event.subject_kind,
            event.subject_id,
            event.version,
            event.kind,
            event.facts
        ],
    )?;
    Ok(event)
}

/// SQLite has one writer, so the next number is known at once; on PostgreSQL the relay gives it later.
fn next_position(tx: &Tx<'_>) -> Result<Option<i64>> {
    if tx.is_postgres() {
        return Ok(None);
    }
    last_position(tx).map(|last| Some(last + 1))
}

/// The highest number given so far; 0 for an empty journal.
///
/// # Errors
/// As [`Read::value`].
pub fn last_position(read: &Read<'_>) -> Result<i64> {
    read.value("select cast(coalesce(max(position), 0) as BIGINT) from events", &[])
}

/// Up to [`BATCH`] numbered events after `position`, in order.
///
/// # Errors
/// As [`Read::query`].
pub fn after(read: &Read<'_>, position: i64) -> Result<Vec<Event>> {
    let sql = format!("select {COLUMNS} from events where position > $1 order by position limit $2");
    read.query(&sql, params![position, BATCH], event)
}

/// The whole story of one subject, oldest first.
///
/// # Errors
/// As [`Read::query`].
pub fn of_subject(read: &Read<'_>, subject_id: Id) -> Result<Vec<Event>> {
    let sql = format!("select {COLUMNS} from events where subject_id = $1 order by version");
    read.query(&sql, params![subject_id], event)
}

/// How far the projection `name` has come; 0 when it has not begun.
///
/// # Errors
/// As [`Read::query`].
pub fn cursor(read: &Read<'_>, name: &str) -> Result<i64> {
    Ok(read.find("select position from cursors where name = $1", params![name], |row| row.get(0))?.unwrap_or(0))
}

/// Hands the next events to `apply` and moves the cursor in the same transaction; says how many there were.
/// What `apply` writes in `tx` and the cursor therefore always agree, however often the reader dies.
///
/// # Errors
/// The error of `apply`, or of the store; then neither its work nor the cursor has moved.
pub fn advance(tx: &Tx<'_>, name: &str, apply: impl Fn(&Tx<'_>, &Event) -> Result<()>) -> Result<usize> {
    let from = cursor(tx, name)?;
    let events = after(tx, from)?;
    let Some(last) = events.last().and_then(|event| event.position) else { return Ok(0) };
    events.iter().try_for_each(|event| apply(tx, event))?;
    tx.execute(
        "insert into cursors (name, position) values ($1, $2) on conflict (name) do update set position = excluded.position",
        params![name, last],
    )?;
    Ok(events.len())
}

/// Takes or renews the lease `name` for `holder`; false when somebody else has it. The row stays locked
/// until the transaction ends, so two holders never work at once.
///
/// # Errors
/// As [`Tx::execute`].
pub fn hold_lease(tx: &Tx<'_>, name: &str, holder: Id, seconds: i64) -> Result<bool> {
    let until = tx.now().plus_seconds(seconds);
    let taken = tx.execute(
        "insert into leases (name, holder, until) values ($1, $2, $3)
         on conflict (name) do update set holder = excluded.holder, until = excluded.until
         where leases.holder = excluded.holder or leases.until < $4",
        params![name, holder, until, tx.now()],
    )?;
    Ok(taken == 1)
}

/// Subjects of which the journal tells and the table has no row, one sentence each; 100 at the most.
///
/// # Errors
/// As [`Read::query`].
pub fn lost(read: &Read<'_>, subject_kind: &str, table: &'static str) -> Result<Vec<String>> {
    let sql = format!(
        "select e.subject_id from events e where e.subject_kind = $1 and e.version = 1
         and not exists (select 1 from {table} r where r.id = e.subject_id) limit 100"
    );
    read.query(&sql, params![subject_kind], |row| {
        Ok(format!("{subject_kind} {}: the journal knows it, the rows do not", row.get::<Id>(0)?))
    })
}

/// Faults of the journal itself: versions with gaps, numbers left out, numbers that contradict the versions.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let gaps = read.query(
        "select subject_kind, subject_id from events group by subject_kind, subject_id having max(version) <> count(*) limit 100",
        &[],
        |row| Ok(format!("the journal of {} {} has a gap", row.get::<String>(0)?, row.get::<Id>(1)?)),
    )?;
    let turned = read.query(
        "select earlier.subject_kind, earlier.subject_id from events earlier
         join events later on later.subject_id = earlier.subject_id and later.version = earlier.version + 1
         where later.position < earlier.position or (earlier.position is null and later.position is not null) limit 100",
        &[],
        |row| Ok(format!("the journal of {} {} is numbered against its versions", row.get::<String>(0)?, row.get::<Id>(1)?)),
    )?;
    let (numbered, last) = read.one("select count(position), cast(coalesce(max(position), 0) as BIGINT) from events", &[], |row| {
        Ok((row.get::<i64>(0)?, row.get::<i64>(1)?))
    })?;
    let mut faults: Vec<String> = gaps.into_iter().chain(turned).collect();
    if numbered != last {
        faults.push(format!("the journal has {numbered} numbered events, but the last number is {last}"));
    }
    Ok(faults)
}
