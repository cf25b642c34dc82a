//! The rows of incidents, their cases and their followers.

use std::collections::BTreeSet;

use base::{Id, Moment, Result, Wording};
use store::{Event, Read, Row, ToValue, Tx, params, placeholders};

use super::{
    InboxRow,
    inbox::{line, select},
};
use crate::model::{Incident, Outcome};

/// The most incidents of a list, and the most services and areas of one.
const LISTED: i64 = 100;
/// The most cases of an incident that one page shows, attaches or ends; followers likewise.
pub(crate) const INCIDENT_CASES: i64 = 500;

pub(crate) fn insert_incident(tx: &Tx<'_>, new: &Incident) -> Result<()> {
    tx.execute(
        "insert into incidents (id, controller, name, since, opened_at) values ($1, $2, $3, $4, $5)",
        params![new.id, new.controller, new.name, new.since, tx.now()],
    )?;
    new.services.iter().try_for_each(|id| insert_service(tx, new.id, *id))?;
    new.areas.iter().try_for_each(|id| insert_area(tx, new.id, *id))
}

fn insert_service(tx: &Tx<'_>, id: Id, service_id: Id) -> Result<()> {
    tx.execute("insert into incident_services (incident_id, service_id) values ($1, $2)", params![id, service_id]).map(drop)
}

fn insert_area(tx: &Tx<'_>, id: Id, area_id: Id) -> Result<()> {
    tx.execute("insert into incident_areas (incident_id, area_id) values ($1, $2)", params![id, area_id]).map(drop)
}

/// The text for residents as it was written with this event.
pub(crate) fn insert_incident_words(tx: &Tx<'_>, event: &Event, text: &Wording) -> Result<()> {
    tx.execute(
        "insert into incident_words (event_id, incident_id, pl, uk, en, at) values ($1, $2, $3, $4, $5, $6)",
        params![event.id, event.subject_id, text.pl, text.uk, text.en, tx.now()],
    )
    .map(drop)
}

/// An incident by id.
///
/// # Errors
/// [`base::Error::NotFound`] without one.
pub(crate) fn find_incident(read: &Read<'_>, id: Id) -> Result<Incident> {
    let sql = "select controller, name, since, opened_at, ended_at, outcome, answer from incidents where id = $1";
    let row = |row: &Row<'_>| {
        let outcome: Option<String> = row.get(5)?;
        Ok(Incident {
            id,
            controller: row.get(0)?,
            name: row.get(1)?,
            services: Vec::new(),
            areas: Vec::new(),
            since: row.get(2)?,
            opened_at: row.get(3)?,
            ended_at: row.get(4)?,
            outcome: outcome.as_deref().and_then(Outcome::from_word),
            answer: row.get(6)?,
            text: Wording::default(),
        })
    };
    let bare = read.one(sql, params![id], row)?;
    let text = texts_of_incident(read, id)?.into_iter().next().map(|(_, text)| text).unwrap_or_default();
    Ok(Incident { services: services_of(read, id)?, areas: areas_of(read, id)?, text, ..bare })
}

fn services_of(read: &Read<'_>, id: Id) -> Result<Vec<Id>> {
    let sql = "select service_id from incident_services where incident_id = $1 order by service_id limit $2";
    read.query(sql, params![id, LISTED], |row| row.get(0))
}

fn areas_of(read: &Read<'_>, id: Id) -> Result<Vec<Id>> {
    let sql = "select area_id from incident_areas where incident_id = $1 order by area_id limit $2";
    read.query(sql, params![id, LISTED], |row| row.get(0))
}

/// What residents were told, the newest first.
pub(crate) fn texts_of_incident(read: &Read<'_>, id: Id) -> Result<Vec<(Moment, Wording)>> {
    read.query(
        "select w.at, w.pl, w.uk, w.en from incident_words w join events e on e.id = w.event_id
         where w.incident_id = $1 order by e.version desc limit $2",
        params![id, LISTED],
        |row| Ok((row.get(0)?, Wording { pl: row.get(1)?, uk: row.get(2)?, en: row.get(3)? })),
    )
}

/// All incidents: those that go on first, the newest before.
pub(crate) fn incidents(read: &Read<'_>) -> Result<Vec<Incident>> {
    let sql = "select id from incidents order by ended_at is not null, opened_at desc, id limit $1";
    let ids: Vec<Id> = read.query(sql, params![LISTED], |row| row.get(0))?;
    ids.into_iter().map(|id| find_incident(read, id)).collect()
}

/// The areas of the city, by name.
pub(crate) fn areas(read: &Read<'_>) -> Result<Vec<(Id, Wording)>> {
    let ids: Vec<Id> = read.query("select id from areas order by key limit $1", params![LISTED], |row| row.get(0))?;
    let named = ids.into_iter().map(|id| Ok(places::area_name(read, id)?.map(|name| (id, name)))).collect::<Result<Vec<_>>>()?;
    Ok(named.into_iter().flatten().collect())
}

pub(crate) fn set_incident_ended(tx: &Tx<'_>, id: Id, outcome: Outcome, answer: &str) -> Result<()> {
    let sql = "update incidents set ended_at = $2, outcome = $3, answer = $4 where id = $1";
    tx.execute(sql, params![id, tx.now(), outcome.word(), answer]).map(drop)
}

/// The incident to which the case belongs.
pub(crate) fn incident_of(read: &Read<'_>, case_id: Id) -> Result<Option<Id>> {
    read.find("select incident_id from case_incidents where case_id = $1", params![case_id], |row| row.get(0))
}

/// What residents are told of the incident to which the case belongs, while it goes on.
pub(crate) fn known_cause(read: &Read<'_>, case_id: Id) -> Result<Option<Wording>> {
    let Some(id) = incident_of(read, case_id)? else { return Ok(None) };
    let incident = find_incident(read, id)?;
    Ok(incident.ended_at.is_none().then_some(incident.text))
}

pub(crate) fn insert_case_incident(tx: &Tx<'_>, case_id: Id, incident_id: Id) -> Result<()> {
    tx.execute("insert into case_incidents (case_id, incident_id) values ($1, $2)", params![case_id, incident_id]).map(drop)
}

pub(crate) fn delete_case_incident(tx: &Tx<'_>, case_id: Id) -> Result<()> {
    tx.execute("delete from case_incidents where case_id = $1", params![case_id]).map(drop)
}

/// The cases of the incident that have reports of their own, those with the nearest promise first.
pub(crate) fn cases_of_incident(read: &Read<'_>, id: Id) -> Result<Vec<InboxRow>> {
    let sql = format!(
        "{} join case_incidents i on i.case_id = c.id where i.incident_id = $1 order by c.due_at nulls last, c.id limit $2",
        select()
    );
    read.query(&sql, params![id, INCIDENT_CASES], line)
}

/// The open cases that an end has to speak of.
pub(crate) fn open_in_incident(read: &Read<'_>, id: Id) -> Result<BTreeSet<Id>> {
    let sql = "select c.id from cases c join case_incidents i on i.case_id = c.id
         where i.incident_id = $1 and c.state <> 'closed' and c.merged_into is null limit $2";
    Ok(read.query(sql, params![id, INCIDENT_CASES + 1], |row| row.get(0))?.into_iter().collect())
}

/// Open cases of the incident's services in its areas, opened since it holds, that belong to no incident.
pub(crate) fn candidates(read: &Read<'_>, incident: &Incident) -> Result<Vec<InboxRow>> {
    let mut given = params![incident.since, incident.controller, INCIDENT_CASES].to_vec();
    let services = placeholders(given.len() + 1, incident.services.len());
    given.extend(incident.services.iter().map(|id| id.to_value()));
    let mut where_it_is = String::new();
    if !incident.areas.is_empty() {
        where_it_is = format!("and c.area_id in {}", placeholders(given.len() + 1, incident.areas.len()));
        given.extend(incident.areas.iter().map(|id| id.to_value()));
    }
    let sql = format!(
        "{} where c.opened_at >= $1 and c.controller = $2 and c.service_id in {services} {where_it_is} and c.state <> 'closed'
             and not c.sensitive and c.merged_into is null and not exists (select 1 from case_incidents i where i.case_id = c.id)
         order by c.due_at nulls last, c.id limit $3",
        select()
    );
    read.query(&sql, &given, line)
}

/// Incidents and their cases whose rows do not follow from the journal, one sentence each.
pub(crate) fn verify_incidents(read: &Read<'_>) -> Result<Vec<String>> {
    let lost =
        [store::journal::lost(read, "incident", "incidents")?, store::journal::lost(read, "incident_follower", "incident_followers")?];
    Ok([lost.concat(), incidents_astray(read)?, attached_astray(read)?, unsaid(read)?, followers_astray(read)?].concat())
}

fn incidents_astray(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select i.id from incidents i left join events b on b.subject_id = i.id and b.version = 1
             left join events d on d.subject_id = i.id and d.kind = 'incident.ended'
         where b.kind is distinct from 'incident.opened' or b.at <> i.opened_at or d.at is distinct from i.ended_at
            or d.facts->>'outcome' is distinct from i.outcome or b.facts->>'controller' is distinct from i.controller
         order by i.id limit $1",
        params![LISTED],
        |row| Ok(format!("incident {}: its row does not follow from the journal", row.get::<Id>(0)?)),
    )
}

/// Cases of which the last attaching or detaching says something else than the row.
fn attached_astray(read: &Read<'_>) -> Result<Vec<String>> {
    let last = "(select e.facts from events e where e.subject_id = k.case_id and e.kind in ('case.attached', 'case.detached')
         order by e.version desc limit 1)";
    let known = "select i.case_id, i.incident_id from case_incidents i
         union select e.subject_id, null from events e where e.kind = 'case.attached'
             and not exists (select 1 from case_incidents i where i.case_id = e.subject_id)";
    let sql = format!("select k.case_id, k.incident_id, {last} from ({known}) k(case_id, incident_id) order by k.case_id");
    let sql = sql.replace("k(case_id, incident_id)", "k");
    let rows = read.query(&sql, &[], |row| {
        let facts = row.get::<Option<serde_json::Value>>(2)?.unwrap_or_default();
        Ok((row.get::<Id>(0)?, row.get::<Option<Id>>(1)?, facts["incident"].as_str().and_then(|id| id.parse::<Id>().ok())))
    })?;
    let astray = rows.into_iter().filter(|(_, kept, told)| kept != told);
    Ok(astray.map(|(id, ..)| format!("case {id}: its incident does not follow from the journal")).collect())
}

fn unsaid(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select e.subject_id from events e where e.kind in ('incident.opened', 'incident.worded')
             and not exists (select 1 from incident_words w where w.event_id = e.id and w.incident_id = e.subject_id) limit $1",
        params![LISTED],
        |row| Ok(format!("incident {}: a text of it is gone", row.get::<Id>(0)?)),
    )
}

fn followers_astray(read: &Read<'_>) -> Result<Vec<String>> {
    read.query(
        "select f.id from incident_followers f left join events b on b.subject_id = f.id and b.version = 1
             left join events d on d.subject_id = f.id and d.kind = 'incident_follower.ended'
         where b.kind is distinct from 'incident_follower.began' or b.at <> f.began_at or d.at is distinct from f.ended_at
         order by f.id limit $1",
        params![LISTED],
        |row| Ok(format!("follower {} of an incident: it does not follow from the journal", row.get::<Id>(0)?)),
    )
}
