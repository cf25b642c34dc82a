//! The rows of areas, streets and addresses.

use base::{Error, Id, Result};
use store::{ToValue, Tx, Value, params};

use crate::model::{Address, Area, Street, polygons_to_geojson};

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
