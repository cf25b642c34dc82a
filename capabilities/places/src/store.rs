//! The rows of areas, streets, addresses, landmarks and assets.

use std::collections::{BTreeSet, HashSet};

use base::{Error, Id, Result, Wording};
use serde_json::Value as Json;
use store::{Read, ToValue, Tx, Value, journal, params};

use crate::model::{Address, Area, Asset, AssetKind, Landmark, Polygon, Street, polygons_from_geojson, polygons_to_geojson};

/// The tables of the gazetteer, whose active rows the journal counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    Areas,
    Streets,
    Addresses,
    Landmarks,
    Assets,
}

impl Table {
    pub(crate) const ALL: [Self; 5] = [Self::Areas, Self::Streets, Self::Addresses, Self::Landmarks, Self::Assets];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Areas => "areas",
            Self::Streets => "streets",
            Self::Addresses => "addresses",
            Self::Landmarks => "landmarks",
            Self::Assets => "assets",
        }
    }
}

/// The gazetteer as the journal knows it.
pub(crate) fn subject() -> Id {
    Id::named("gazetteer", "places")
}

pub(crate) fn put_areas(tx: &Tx<'_>, areas: &[Area]) -> Result<()> {
    let rows: Vec<Vec<Value>> = areas.iter().map(area_row).collect::<Result<_>>()?;
    tx.execute_many(
        "insert into areas (id, key, kind, name, parent_key, geometry, active) values ($1, $2, $3, $4, $5, $6, true)
         on conflict (id) do update set kind = excluded.kind, name = excluded.name, parent_key = excluded.parent_key,
             geometry = excluded.geometry, active = excluded.active",
        &rows,
    )
}

fn area_row(area: &Area) -> Result<Vec<Value>> {
    let name = serde_json::to_value(&area.name).map_err(Error::internal)?;
    Ok(params![area.id(), area.key, area.kind, name, area.parent, polygons_to_geojson(&area.polygons)].to_vec())
}

pub(crate) fn put_streets(tx: &Tx<'_>, streets: &[Street]) -> Result<()> {
    let rows: Vec<Vec<Value>> = streets.iter().map(street_row).collect();
    tx.execute_many(
        "insert into streets (id, key, prefix, name, name_where, active) values ($1, $2, $3, $4, $5, true)
         on conflict (id) do update set prefix = excluded.prefix, name = excluded.name, name_where = excluded.name_where,
             active = excluded.active",
        &rows,
    )
}

fn street_row(street: &Street) -> Vec<Value> {
    params![street.id(), street.key, street.prefix.word(), street.name, street.name_where].to_vec()
}

pub(crate) fn put_addresses(tx: &Tx<'_>, addresses: &[Address]) -> Result<()> {
    let rows: Vec<Vec<Value>> = addresses.iter().map(address_row).collect();
    tx.execute_many(
        "insert into addresses (id, street_id, number, lat_e7, lng_e7, area_id, active) values ($1, $2, $3, $4, $5, $6, true)
         on conflict (id) do update set lat_e7 = excluded.lat_e7, lng_e7 = excluded.lng_e7, area_id = excluded.area_id,
             active = excluded.active",
        &rows,
    )
}

fn address_row(address: &Address) -> Vec<Value> {
    let area_id = address.district.as_deref().map(|key| Id::named("area", key));
    let street_id = Id::named("street", &address.street);
    params![address.id(), street_id, address.number, address.point.lat_e7, address.point.lng_e7, area_id].to_vec()
}

pub(crate) fn put_landmarks(tx: &Tx<'_>, landmarks: &[Landmark]) -> Result<()> {
    let rows: Vec<Vec<Value>> = landmarks.iter().map(landmark_row).collect::<Result<_>>()?;
    tx.execute_many(
        "insert into landmarks (id, key, kind, name, name_where, other_names, lat_e7, lng_e7, active)
         values ($1, $2, $3, $4, $5, $6, $7, $8, true)
         on conflict (id) do update set kind = excluded.kind, name = excluded.name, name_where = excluded.name_where,
             other_names = excluded.other_names, lat_e7 = excluded.lat_e7, lng_e7 = excluded.lng_e7, active = excluded.active",
        &rows,
    )
}

fn landmark_row(landmark: &Landmark) -> Result<Vec<Value>> {
    let name = serde_json::to_value(&landmark.name).map_err(Error::internal)?;
    let (other_names, point) = (landmark.other_names.join("|"), landmark.point);
    let row =
        params![landmark.id(), landmark.key, landmark.kind, name, landmark.name_where, other_names, point.lat_e7, point.lng_e7].to_vec();
    Ok(row)
}

pub(crate) fn put_assets(tx: &Tx<'_>, assets: &[Asset]) -> Result<()> {
    let rows: Vec<Vec<Value>> = assets.iter().map(asset_row).collect();
    tx.execute_many(
        "insert into assets (id, kind, code, lat_e7, lng_e7, unit_key, street_id, near, active)
         values ($1, $2, $3, $4, $5, $6, $7, $8, true)
         on conflict (id) do update set lat_e7 = excluded.lat_e7, lng_e7 = excluded.lng_e7, unit_key = excluded.unit_key,
             street_id = excluded.street_id, near = excluded.near, active = excluded.active",
        &rows,
    )
}

fn asset_row(asset: &Asset) -> Vec<Value> {
    let street_id = asset.street.as_deref().map(|key| Id::named("street", key));
    let (kind, point) = (asset.kind.word(), asset.point);
    params![asset.id(), kind, asset.code, point.lat_e7, point.lng_e7, asset.unit, street_id, asset.near].to_vec()
}

/// Marks the active rows that are not among `kept` as no longer active.
pub(crate) fn retire(tx: &Tx<'_>, table: Table, kept: &HashSet<Id>) -> Result<()> {
    let active = tx.query(&format!("select id from {} where active", table.word()), &[], |row| row.get::<Id>(0))?;
    let gone: Vec<Vec<Value>> = active.iter().filter(|id| !kept.contains(id)).map(|id| vec![id.to_value()]).collect();
    tx.execute_many(&format!("update {} set active = false where id = $1", table.word()), &gone)
}

/// How many rows are active.
pub(crate) fn count(read: &Read<'_>, table: Table) -> Result<i64> {
    read.value(&format!("select count(*) from {} where active", table.word()), &[])
}

/// The tables whose active rows are not as many as the journal last said.
///
/// # Errors
/// As [`Read::query`].
pub fn verify(read: &Read<'_>) -> Result<Vec<String>> {
    let events = journal::of_subject(read, subject())?;
    let mut faults = Vec::new();
    for table in Table::ALL {
        let mut told = events.iter().rev().filter(|event| event.kind == crate::actions::CHANGED);
        let Some(told) = told.find_map(|event| event.facts[table.word()].as_i64()) else { continue };
        let found = count(read, table)?;
        if found != told {
            faults.push(format!("gazetteer: {found} {} are active, the journal says {told}", table.word()));
        }
    }
    Ok(faults)
}

/// The areas with these keys and their shapes, in the order of `keys`; an unknown key is left out.
///
/// # Errors
/// As [`Read::query`]; [`Error::Internal`] when a kept geometry is none.
pub fn shapes_of(read: &Read<'_>, keys: &BTreeSet<&str>) -> Result<Vec<(String, Vec<Polygon>)>> {
    let mut found = Vec::new();
    for key in keys {
        let geometry: Option<Json> = read.find("select geometry from areas where key = $1", params![*key], |row| row.get(0))?;
        if let Some(kept) = geometry {
            let polygons = polygons_from_geojson(&kept).map_err(|fault| Error::internal(format!("area {key}: {fault}")))?;
            found.push(((*key).to_owned(), polygons));
        }
    }
    Ok(found)
}

/// What the thing with this id is and the key of the unit that looks after it, also when the pack no longer names the thing.
///
/// # Errors
/// As [`Read::query`].
pub fn asset_of(read: &Read<'_>, asset_id: Id) -> Result<Option<(AssetKind, Option<String>)>> {
    let row = |row: &store::Row<'_>| Ok((row.get::<String>(0)?, row.get::<Option<String>>(1)?));
    let found = read.find("select kind, unit_key from assets where id = $1", params![asset_id], row)?;
    Ok(found.and_then(|(kind, owner)| Some((AssetKind::from_word(&kind)?, owner))))
}

/// What people call the area with this id.
///
/// # Errors
/// As [`Read::query`].
pub fn area_name(read: &Read<'_>, id: Id) -> Result<Option<Wording>> {
    let name: Option<Json> = read.find("select name from areas where id = $1", params![id], |row| row.get(0))?;
    name.map(|json| serde_json::from_value(json).map_err(Error::internal)).transpose()
}
