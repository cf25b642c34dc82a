//! The rows of erasures.

use base::{Error, Id, Result};
use serde_json::Value as Json;
use store::{Read, Tx, params};

use crate::Line;

pub(crate) fn insert_erasure(tx: &Tx<'_>, line: &Line) -> Result<()> {
    tx.execute(
        "insert into erasures (id, at, residents, kept, identity_kept, request_id) values ($1, $2, $3, $4, $5, $6)",
        params![line.id, line.at, ids(&line.residents), ids(&line.kept), line.identity_kept, line.request_id],
    )
    .map(drop)
}

fn ids(list: &[Id]) -> Json {
    list.iter().map(ToString::to_string).collect()
}

fn read_ids(list: Json) -> Result<Vec<Id>> {
    let texts: Vec<String> = serde_json::from_value(list).map_err(Error::internal)?;
    texts.iter().map(|text| text.parse()).collect()
}

pub(crate) fn has_erasure(read: &Read<'_>, id: Id) -> Result<bool> {
    read.value("select exists (select 1 from erasures where id = $1)", params![id])
}

/// All erasures, oldest first.
pub(crate) fn erasures(read: &Read<'_>) -> Result<Vec<Line>> {
    read.query("select id, at, residents, kept, identity_kept, request_id from erasures order by at, id", &[], |row| {
        Ok(Line {
            id: row.get(0)?,
            at: row.get(1)?,
            residents: read_ids(row.get(2)?)?,
            kept: read_ids(row.get(3)?)?,
            identity_kept: row.get(4)?,
            request_id: row.get(5)?,
        })
    })
}
