//! The rows of areas, streets and addresses.

use base::{Error, Id, Point, Result, Wording};
use serde_json::Value as Json;
use store::{Read, ToValue, Tx, Value, params};

use crate::model::{Address, Area, Street, polygons_from_geojson, polygons_to_geojson};

pub(crate) fn put_area(tx: &Tx<'_>, area: &Area) -> Result<()> {
    tx.execute(
        "insert into areas (id, key, kind, name, geometry) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set kind = excluded.kind, name = excluded.name, geometry = excluded.geometry",
        params![
            area.id(),
            area.key,
            area.kind,
            serde_json::to_value(&area.name).map_err(Error::internal)?,
            polygons_to_geojson(&area.polygons)
        ],
    )?;
    Ok(())
}

pub(crate) fn put_streets(tx: &Tx<'_>, streets: &[Street]) -> Result<()> {
    let rows: Vec<Vec<Value>> = streets.iter().map(street_row).collect();
    tx.execute_many(
        "insert into streets (id, key, prefix, name, name_where) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set prefix = excluded.prefix, name = excluded.name, name_where = excluded.name_where",
        &rows,
    )
}

fn street_row(street: &Street) -> Vec<Value> {
    params![street.id(), street.key, street.prefix.word(), street.name, street.name_where].to_vec()
}

pub(crate) fn put_addresses(tx: &Tx<'_>, addresses: &[Address], area_of: impl Fn(&Address) -> Option<Id>) -> Result<()> {
    let rows: Vec<Vec<Value>> = addresses.iter().map(|address| address_row(address, area_of(address))).collect();
    tx.execute_many(
        "insert into addresses (id, street_id, number, lat_e7, lng_e7, area_id) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set lat_e7 = excluded.lat_e7, lng_e7 = excluded.lng_e7, area_id = excluded.area_id",
        &rows,
    )
}

fn address_row(address: &Address, area_id: Option<Id>) -> Vec<Value> {
    let street_id = Id::named("street", &address.street);
    vec![
        address.id().to_value(),
        street_id.to_value(),
        address.number.to_value(),
        address.point.lat_e7.to_value(),
        address.point.lng_e7.to_value(),
        area_id.to_value(),
    ]
}

/// Which of the areas with these keys hold the point, in the order of `keys`.
///
/// # Errors
/// As [`Read::query`]; [`Error::Internal`] when a kept geometry is none.
pub fn areas_with(read: &Read<'_>, keys: &[&str], point: Point) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for key in keys {
        let geometry: Option<Json> = read.find("select geometry from areas where key = $1", params![*key], |row| row.get(0))?;
        let polygons = geometry.map(|kept| polygons_from_geojson(&kept).map_err(|fault| Error::internal(format!("area {key}: {fault}"))));
        if polygons.transpose()?.is_some_and(|polygons| polygons.iter().any(|polygon| polygon.contains(point))) {
            found.push((*key).to_owned());
        }
    }
    Ok(found)
}

/// The key of the area with this id.
///
/// # Errors
/// As [`Read::query`].
pub fn area_key(read: &Read<'_>, id: Id) -> Result<Option<String>> {
    read.find("select key from areas where id = $1", params![id], |row| row.get(0))
}

/// What people call the area with this id.
///
/// # Errors
/// As [`Read::query`].
pub fn area_name(read: &Read<'_>, id: Id) -> Result<Option<Wording>> {
    let name: Option<Json> = read.find("select name from areas where id = $1", params![id], |row| row.get(0))?;
    name.map(|json| serde_json::from_value(json).map_err(Error::internal)).transpose()
}
