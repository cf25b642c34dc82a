//! The rows of requests.

use base::{Error, Id, Moment, Result};
use jiff::civil::Date;
use store::{Read, Row, Tx, params};

use super::date;
use crate::model::{Identity, Kind, NewRequest, State};

/// The most requests listed at once.
const LISTED: i64 = 500;

/// A request as kept.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub id: Id,
    pub number: i64,
    pub kind: Kind,
    pub channel: String,
    pub resident_id: Option<Id>,
    pub who: String,
    pub contact: String,
    pub scope: String,
    pub received_on: Date,
    pub due_on: Date,
    pub extended_because: Option<String>,
    pub identity: Option<Identity>,
    pub state: State,
    pub said: String,
    pub ended_at: Option<Moment>,
    /// The key of the data controller that answers it.
    pub controller: String,
}

const COLUMNS: &str = "id, number, kind, channel, resident_id, who, contact, scope, received_on, due_on, extended_because, identity, state,
    said, ended_at, controller";

fn made(row: &Row<'_>) -> Result<Request> {
    let (kind, state): (String, String) = (row.get(2)?, row.get(12)?);
    let (received_on, due_on): (String, String) = (row.get(8)?, row.get(9)?);
    let identity: Option<String> = row.get(11)?;
    Ok(Request {
        id: row.get(0)?,
        number: row.get(1)?,
        kind: Kind::from_word(&kind).ok_or_else(|| Error::internal(format!("unknown request {kind}")))?,
        channel: row.get(3)?,
        resident_id: row.get(4)?,
        who: row.get(5)?,
        contact: row.get(6)?,
        scope: row.get(7)?,
        received_on: date(&received_on)?,
        due_on: date(&due_on)?,
        extended_because: row.get(10)?,
        identity: identity.as_deref().and_then(Identity::from_word),
        state: State::from_word(&state).ok_or_else(|| Error::internal(format!("unknown state of a request {state}")))?,
        said: row.get(13)?,
        ended_at: row.get(14)?,
        controller: row.get(15)?,
    })
}

pub(crate) fn last_number(read: &Read<'_>) -> Result<i64> {
    read.value("select cast(coalesce(max(number), 0) as BIGINT) from privacy_requests", &[])
}

pub(crate) fn insert_request(tx: &Tx<'_>, id: Id, number: i64, new: &NewRequest, due_on: Date) -> Result<()> {
    tx.execute(
        "insert into privacy_requests (id, number, kind, channel, resident_id, who, contact, scope, received_on, due_on, state, said,
             registered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'received', '', $11)",
        params![
            id,
            number,
            new.kind.word(),
            new.channel.word(),
            new.resident_id,
            new.who.trim(),
            new.contact.trim(),
            new.scope.trim(),
            new.received_on.to_string(),
            due_on.to_string(),
            tx.now()
        ],
    )
    .map(drop)
}

pub(crate) fn request(read: &Read<'_>, id: Id) -> Result<Request> {
    read.one(&format!("select {COLUMNS} from privacy_requests where id = $1"), params![id], made)
}

/// Those not ended, the most urgent first.
pub(crate) fn open_requests(read: &Read<'_>) -> Result<Vec<Request>> {
    read.query(
        &format!("select {COLUMNS} from privacy_requests where ended_at is null order by due_on, number limit $1"),
        params![LISTED],
        made,
    )
}

/// Those ended, the newest first.
pub(crate) fn requests_ended(read: &Read<'_>) -> Result<Vec<Request>> {
    let sql = format!("select {COLUMNS} from privacy_requests where ended_at is not null order by ended_at desc, number limit $1");
    read.query(&sql, params![LISTED], made)
}

pub(crate) fn requests_of(read: &Read<'_>, resident_id: Id) -> Result<Vec<Request>> {
    let sql = format!("select {COLUMNS} from privacy_requests where resident_id = $1 order by number limit $2");
    read.query(&sql, params![resident_id, LISTED], made)
}

/// The open request of one of these people by which their data may be taken out or erased: it is linked to them, and somebody
/// has said how we know that it is they.
pub(crate) fn founded_request(read: &Read<'_>, residents: &[Id]) -> Result<Option<Id>> {
    let sql =
        "select id from privacy_requests where resident_id = $1 and identity is not null and ended_at is null order by number limit 1";
    for resident_id in residents {
        if let Some(id) = read.find(sql, params![resident_id], |row| row.get(0))? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

pub(crate) fn save_request(tx: &Tx<'_>, request: &Request) -> Result<()> {
    tx.execute(
        "update privacy_requests set due_on = $2, extended_because = $3, identity = $4, state = $5, said = $6, ended_at = $7 where id = $1",
        params![
            request.id,
            request.due_on.to_string(),
            request.extended_because,
            request.identity.map(Identity::word),
            request.state.word(),
            request.said,
            request.ended_at
        ],
    )
    .map(drop)
}

pub(crate) fn link_resident(tx: &Tx<'_>, id: Id, resident_id: Id) -> Result<()> {
    tx.execute("update privacy_requests set resident_id = $2 where id = $1", params![id, resident_id]).map(drop)
}

/// Blanks what names the person; that there was a request, of what kind, and when it was answered stays. With `contact`
/// those not ended keep whom and where to answer.
pub(crate) fn blank_requests_of(tx: &Tx<'_>, resident_id: Id, contact: bool) -> Result<()> {
    let gone = if contact { "ended_at is not null" } else { "1 = 1" };
    tx.execute(
        &format!(
            "update privacy_requests set scope = '', said = '',
                 extended_because = case when extended_because is null then null else '' end,
                 who = case when {gone} then '' else who end, contact = case when {gone} then '' else contact end
             where resident_id = $1"
        ),
        params![resident_id],
    )
    .map(drop)
}

/// Whether the resident was erased.
pub(crate) fn is_erased(read: &Read<'_>, resident_id: Id) -> Result<bool> {
    read.value("select exists (select 1 from residents where id = $1 and erased_at is not null)", params![resident_id])
}
