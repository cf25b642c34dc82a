//! The rows of those who follow an incident, and what is still to be told to people after its end.

use base::{Id, Moment, Result};
use store::{Read, Tx, params};

use super::INCIDENT_CASES;

/// Somebody who wants to hear how an incident ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IncidentFollower {
    pub id: Id,
    pub incident_id: Id,
    pub resident_id: Id,
    pub began_at: Moment,
}

pub(crate) fn insert_incident_follower(tx: &Tx<'_>, new: &IncidentFollower) -> Result<()> {
    let sql = "insert into incident_followers (id, incident_id, resident_id, began_at) values ($1, $2, $3, $4)";
    tx.execute(sql, params![new.id, new.incident_id, new.resident_id, new.began_at]).map(drop)
}

/// The following of this resident, while it goes on.
pub(crate) fn follows_incident(read: &Read<'_>, incident_id: Id, resident_id: Id) -> Result<Option<Id>> {
    let sql = "select id from incident_followers where incident_id = $1 and resident_id = $2 and ended_at is null";
    read.find(sql, params![incident_id, resident_id], |row| row.get(0))
}

pub(crate) fn followers_of_incident(read: &Read<'_>, incident_id: Id) -> Result<Vec<IncidentFollower>> {
    read.query(
        "select id, incident_id, resident_id, began_at from incident_followers
         where incident_id = $1 and ended_at is null order by began_at, id",
        params![incident_id],
        |row| Ok(IncidentFollower { id: row.get(0)?, incident_id: row.get(1)?, resident_id: row.get(2)?, began_at: row.get(3)? }),
    )
}

pub(crate) fn count_incident_followers(read: &Read<'_>, incident_id: Id) -> Result<i64> {
    read.value("select count(*) from incident_followers where incident_id = $1 and ended_at is null", params![incident_id])
}

/// The incidents that the resident follows: when they said so, and the name.
pub(crate) fn incidents_followed_by(read: &Read<'_>, resident_id: Id) -> Result<Vec<(Id, Moment, String)>> {
    read.query(
        "select f.id, f.began_at, i.name from incident_followers f join incidents i on i.id = f.incident_id
         where f.resident_id = $1 and f.ended_at is null order by f.began_at, f.id",
        params![resident_id],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// The following ends.
pub(crate) fn end_incident_follower(tx: &Tx<'_>, id: Id) -> Result<()> {
    tx.execute("update incident_followers set ended_at = $2 where id = $1", params![id, tx.now()]).map(drop)
}

/// Whether the resident is known only because they followed incidents, of which none goes on but this one.
pub(crate) fn came_to_follow_incident(read: &Read<'_>, follower: &IncidentFollower) -> Result<bool> {
    read.value(
        "select exists (select 1 from residents p where p.id = $1
                and p.created_at = (select min(f.began_at) from incident_followers f where f.resident_id = $1))
            and not exists (select 1 from reports r where r.resident_id = $1)
            and not exists (select 1 from interactions i where i.resident_id = $1)
            and not exists (select 1 from followers f where f.resident_id = $1)
            and not exists (select 1 from incident_followers f where f.resident_id = $1 and f.id <> $2 and f.ended_at is null)",
        params![follower.resident_id, follower.id],
    )
}

/// Followers who have not heard of the end: no errand done, and no letter sent.
pub(crate) fn untold_followers(read: &Read<'_>, incident_id: Id) -> Result<i64> {
    read.value(
        "select count(*) from incident_followers f where f.incident_id = $1 and f.ended_at is null
            and not exists (select 1 from errands e where e.subject_id = $1 and e.resident_id = f.resident_id and e.done_at is not null)
            and not exists (select 1 from notices n where n.subject_id = $1 and n.resident_id = f.resident_id and n.state = 'sent')",
        params![incident_id],
    )
}

/// Errands that wait for somebody to tell an author of one of the incident's cases.
pub(crate) fn untold_authors(read: &Read<'_>, incident_id: Id) -> Result<i64> {
    read.value(
        "select count(*) from (select e.id from errands e join reports r on r.id = e.subject_id
             join case_incidents i on i.case_id = r.case_id where i.incident_id = $1 and e.done_at is null limit $2) waiting",
        params![incident_id, INCIDENT_CASES],
    )
}
