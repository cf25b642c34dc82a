//! The story of a case as staff read it: the journal with the names of those who acted.

use base::{ActorKind, Error, Id, Moment, Result};
use serde::Deserialize;
use serde_json::Value as Json;
use store::{Read, params};

use crate::public::{Happening, happening};

/// The most events shown of one case.
const STORY: i64 = 500;

/// One thing that happened.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// When.
    pub at: Moment,
    /// What.
    pub what: Happening,
    /// Who did it.
    pub by: By,
    /// What was said with it.
    pub words: Option<String>,
    /// Why the unit shows no photo of what it did.
    pub no_photo: Option<String>,
    /// The event.
    pub event_id: Id,
    /// The report whose author said it; `None` for words of the city.
    pub said_by: Option<Id>,
    /// What decided, when it was handed to a unit by the service's routing.
    pub routed: Option<Routed>,
}

/// What the event of a dispatch says of its reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Routed {
    /// The row that decided, counted from 0; `None` for the service's own unit.
    pub row: Option<usize>,
    /// The area by which the row fits.
    pub area: Option<Id>,
    /// Whether the row fits because the unit looks after the thing that was reported.
    #[serde(default)]
    pub owner: bool,
    /// The version of the table.
    #[serde(default)]
    pub table: String,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct By {
    /// The sort of actor.
    pub kind: ActorKind,
    /// The account, resident or key.
    pub id: Option<Id>,
    /// What the account is called.
    pub name: Option<String>,
}

/// The first [`STORY`] events of the case, oldest first.
pub(crate) fn story_of(read: &Read<'_>, case_id: Id) -> Result<Vec<Entry>> {
    // What somebody answered whose data may only be kept (GDPR art. 18) is not read.
    let told = read.query(
        "select e.at, e.kind, e.facts, e.actor_kind, e.actor_id, a.name, case when exists (
             select 1 from reports r join residents p on p.id = r.resident_id where r.id = w.report_id and p.restricted_at is not null
         ) then null else w.body end, w.report_id, w.no_photo, e.id from events e
         left join accounts a on a.id = e.actor_id left join case_words w on w.event_id = e.id
         where e.subject_id = $1 order by e.version limit $2",
        params![case_id, STORY],
        |row| {
            let (kind, facts): (String, Json) = (row.get(1)?, row.get(2)?);
            let by = By { kind: actor_kind(&row.get::<String>(3)?)?, id: row.get(4)?, name: row.get(5)? };
            let (at, words, said_by) = (row.get(0)?, row.get(6)?, row.get(7)?);
            let (no_photo, event_id) = (row.get(8)?, row.get(9)?);
            let routed = facts.get("row").and_then(|_| Routed::deserialize(&facts).ok());
            Ok(happening(&kind, &facts).map(|what| Entry { at, what, by, words, no_photo, event_id, said_by, routed }))
        },
    )?;
    Ok(told.into_iter().flatten().collect())
}

/// How often a case was given back, and the last time.
#[derive(Debug, Clone)]
pub(crate) struct Returned {
    pub case_id: Id,
    pub times: usize,
    /// The unit that gave it back last.
    pub unit_id: Option<Id>,
    /// Why.
    pub words: String,
}

/// Of the cases that no unit has, those that units gave back.
pub(crate) fn returned(read: &Read<'_>) -> Result<Vec<Returned>> {
    let told = read.query(
        "select c.id, e.facts, w.body from cases c join events e on e.subject_id = c.id and e.kind = 'case.returned'
         join case_words w on w.event_id = e.id where c.state = 'received' order by c.id, e.version limit $1",
        params![STORY],
        |row| {
            let facts: Json = row.get(1)?;
            let unit_id = facts["unit"].as_str().and_then(|id| id.parse().ok());
            Ok(Returned { case_id: row.get(0)?, times: 1, unit_id, words: row.get(2)? })
        },
    )?;
    let mut last: Vec<Returned> = Vec::new();
    for one in told {
        match last.last_mut().filter(|known| known.case_id == one.case_id) {
            Some(known) => *known = Returned { times: known.times + 1, ..one },
            None => last.push(one),
        }
    }
    Ok(last)
}

fn actor_kind(word: &str) -> Result<ActorKind> {
    ActorKind::from_word(word).ok_or_else(|| Error::internal(format!("unknown actor kind {word}")))
}
