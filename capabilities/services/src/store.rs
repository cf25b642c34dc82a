//! The rows of services and their groups.

use base::{Error, Id, Result, Wording};
use serde::{Serialize, de::DeserializeOwned};
use store::{Read, Row, Shelf, Tx, params};

use crate::model::{Catalogue, Details, Group, Kind, Order, Service};

const ORDERS: Shelf = Shelf { table: "orders", subject: "order", taken_over: "order.taken_over", withdrawn: "order.withdrawn" };

pub(crate) fn put_orders(tx: &Tx<'_>, orders: &[Order]) -> Result<()> {
    ORDERS.take_over(tx, orders, |order| &order.key)
}

/// The orders of the present pack, in its order.
///
/// # Errors
/// As [`Read::query`].
pub fn orders(read: &Read<'_>) -> Result<Vec<Order>> {
    ORDERS.load(read)
}

/// Orders whose row does not follow from the journal, one sentence each.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    ORDERS.verify(read)
}

fn json<T: Serialize>(value: &T) -> Result<serde_json::Value> {
    serde_json::to_value(value).map_err(Error::internal)
}

fn of_json<T: DeserializeOwned>(value: serde_json::Value) -> Result<T> {
    serde_json::from_value(value).map_err(Error::internal)
}

pub(crate) fn put_group(tx: &Tx<'_>, group: &Group, place: i64) -> Result<()> {
    tx.execute(
        "insert into service_groups (key, place, name) values ($1, $2, $3)
         on conflict (key) do update set place = excluded.place, name = excluded.name",
        params![group.key, place, json(&group.name)?],
    )?;
    Ok(())
}

/// Nothing for the many services of which there is nothing more to say, so that reading them costs nothing.
fn some_details(details: &Details) -> Result<Option<serde_json::Value>> {
    if *details == Details::default() { Ok(None) } else { json(details).map(Some) }
}

pub(crate) fn put(tx: &Tx<'_>, service: &Service, place: i64) -> Result<()> {
    tx.execute(
        "insert into services (id, key, group_key, place, kind, name, hint, keywords, unit_id, public, deadline_working_days, danger, active,
             details)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         on conflict (id) do update set group_key = excluded.group_key, place = excluded.place, kind = excluded.kind,
             name = excluded.name, hint = excluded.hint, keywords = excluded.keywords, unit_id = excluded.unit_id,
             public = excluded.public, deadline_working_days = excluded.deadline_working_days, danger = excluded.danger,
             active = excluded.active, details = excluded.details",
        params![
            service.id,
            service.key,
            service.group,
            place,
            service.kind.word(),
            json(&service.name)?,
            service.hint.as_ref().map(json).transpose()?,
            service.keywords,
            service.unit_id,
            service.public,
            service.deadline_working_days,
            service.danger.as_ref().map(json).transpose()?,
            true,
            some_details(&service.details)?
        ],
    )?;
    Ok(())
}

pub(crate) fn withdraw_missing(tx: &Tx<'_>, kept: &[Service]) -> Result<()> {
    let known = tx.query("select key from services where active", &[], |row| row.get::<String>(0))?;
    for key in known.into_iter().filter(|key| !kept.iter().any(|service| service.key == *key)) {
        tx.execute("update services set active = $2 where key = $1", params![key, false])?;
    }
    Ok(())
}

/// The services on offer, as the database holds them.
///
/// # Errors
/// As [`Read::query`].
pub fn load(read: &Read<'_>) -> Result<Catalogue> {
    let groups = read.query("select key, name from service_groups order by place, key", &[], |row| {
        Ok(Group { key: row.get(0)?, name: of_json(row.get(1)?)? })
    })?;
    let services = read.query(&format!("{SERVICE} where active order by place, key"), &[], service)?;
    Ok(Catalogue::new(groups, services))
}

const SERVICE: &str =
    "select id, key, group_key, kind, name, hint, keywords, unit_id, public, deadline_working_days, danger, details from services";

/// The service of this id, also one that is no longer on offer.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn find(read: &Read<'_>, id: Id) -> Result<Service> {
    read.one(&format!("{SERVICE} where id = $1"), params![id], service)
}

/// The unit of the service, and what decides when another one gets a case.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn unit_and_details(read: &Read<'_>, id: Id) -> Result<(Option<Id>, Details)> {
    read.one("select unit_id, details from services where id = $1", params![id], |row| Ok((row.get(0)?, details(row.get(1)?)?)))
}

fn details(kept: Option<serde_json::Value>) -> Result<Details> {
    Ok(kept.map(of_json).transpose()?.unwrap_or_default())
}

fn service(row: &Row<'_>) -> Result<Service> {
    let kind: String = row.get(3)?;
    let hint: Option<serde_json::Value> = row.get(5)?;
    let danger: Option<serde_json::Value> = row.get(10)?;
    Ok(Service {
        id: row.get(0)?,
        key: row.get(1)?,
        group: row.get(2)?,
        kind: Kind::from_word(&kind).ok_or_else(|| Error::internal(format!("unknown kind {kind}")))?,
        name: of_json::<Wording>(row.get(4)?)?,
        hint: hint.map(of_json).transpose()?,
        keywords: row.get(6)?,
        unit_id: row.get(7)?,
        public: row.get(8)?,
        deadline_working_days: row.get(9)?,
        danger: danger.map(of_json).transpose()?,
        details: details(row.get(11)?)?,
    })
}

/// Whether the matters of the service are known to its unit only; an unknown service is not.
///
/// # Errors
/// As [`Read::query`].
pub fn is_sensitive(read: &Read<'_>, service_id: Id) -> Result<bool> {
    Ok(details_of(read, service_id)?.sensitive)
}

/// The archive category of its cases, such as `B5`, if somebody has said it.
///
/// # Errors
/// As [`Read::query`].
pub fn archive_of(read: &Read<'_>, service_id: Id) -> Result<Option<String>> {
    Ok(details_of(read, service_id)?.archive)
}

fn details_of(read: &Read<'_>, service_id: Id) -> Result<Details> {
    let found = read.find("select details from services where id = $1", params![service_id], |row| details(row.get(0)?))?;
    Ok(found.unwrap_or_default())
}
