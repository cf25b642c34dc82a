//! The rows of residents.

mod consents;
mod identity;
mod mailboxes;
mod merging;
mod needs;
mod reach;
mod searching;
mod verify;
mod ways;

use base::{Error, Id, Language, Moment, Result};
use store::{Read, Row, Tx, params};

use crate::model::{Details, FirmPerson, Kind, Resident};

pub use consents::{consents, may_contact};
pub(crate) use consents::{insert_consent, own_consents};
pub use identity::verified;
pub(crate) use identity::{checks_of, end_checks_of, insert_check, own_checks};
pub use mailboxes::{Mailbox, mailbox, mailbox_of, way_into};
pub(crate) use merging::set_merged;
pub use merging::{head, is_restricted, members, merged};
pub use needs::{needs, recognise};
pub(crate) use needs::{own_needs, put_needs};
pub use reach::way_to;
pub use searching::{SEARCH_LIMIT, Twin, are_twins, by_email, by_name, twins};
pub use verify::verify;
pub use ways::ways;
pub(crate) use ways::{count_ways, delete_way, insert_way, only_user, own_ways, set_shared, users_of};

pub(crate) fn insert(tx: &Tx<'_>, id: Id, language: Language) -> Result<()> {
    tx.execute("insert into residents (id, language, created_at) values ($1, $2, $3)", params![id, language.tag(), tx.now()])?;
    Ok(())
}

const COLUMNS: &str = "r.id, r.name, r.language, r.kind, r.languages, r.nip, r.regon, r.merged_into, r.erased_at, r.controller";

fn resident(row: &Row<'_>) -> Result<Resident> {
    let (tag, kind): (String, String) = (row.get(2)?, row.get(3)?);
    let languages: serde_json::Value = row.get(4)?;
    Ok(Resident {
        id: row.get(0)?,
        name: row.get(1)?,
        language: Language::from_tag(&tag).unwrap_or_default(),
        kind: Kind::from_word(&kind).ok_or_else(|| Error::internal(format!("unknown kind of a resident: {kind}")))?,
        languages: serde_json::from_value(languages).unwrap_or_default(),
        nip: row.get(5)?,
        regon: row.get(6)?,
        merged_into: row.get(7)?,
        erased: row.get::<Option<Moment>>(8)?.is_some(),
        controller: row.get(9)?,
    })
}

/// A resident by id: the very row, also when it was merged into another one ([`head`] leads to that).
///
/// # Errors
/// [`Error::NotFound`] without one.
pub fn find(read: &Read<'_>, id: Id) -> Result<Resident> {
    read.one(&format!("select {COLUMNS} from residents r where r.id = $1"), params![id], resident)
}

pub(crate) fn put_details(tx: &Tx<'_>, id: Id, details: &Details) -> Result<()> {
    tx.execute(
        "update residents set kind = $2, name = $3, folded = $4, language = $5, languages = $6, nip = $7, regon = $8 where id = $1",
        params![
            id,
            details.kind.word(),
            details.name,
            base::fold(&details.name),
            details.language.tag(),
            serde_json::json!(details.languages),
            details.nip.as_ref().map(base::Nip::as_str),
            details.regon.as_ref().map(base::Regon::as_str)
        ],
    )?;
    tx.execute("delete from firm_people where resident_id = $1", params![id])?;
    for person in &details.people {
        insert_firm_person(tx, id, person)?;
    }
    Ok(())
}

fn insert_firm_person(tx: &Tx<'_>, resident_id: Id, person: &FirmPerson) -> Result<()> {
    tx.execute(
        "insert into firm_people (id, resident_id, name, role) values ($1, $2, $3, $4)",
        params![Id::new(), resident_id, person.name, person.role],
    )?;
    Ok(())
}

/// Who speaks for the firm.
///
/// # Errors
/// As [`Read::query`].
pub fn firm_people(read: &Read<'_>, resident_id: Id) -> Result<Vec<FirmPerson>> {
    read.query("select name, role from firm_people where resident_id = $1 order by id limit 50", params![resident_id], |row| {
        Ok(FirmPerson { name: row.get(0)?, role: row.get(1)? })
    })
}

/// Takes everything away that tells of the person; the row itself stays, so that what was done stands.
pub(crate) fn erase(tx: &Tx<'_>, id: Id, at: Moment) -> Result<()> {
    for table in ["ways", "needs", "firm_people", "consents", "verifications"] {
        tx.execute(&format!("delete from {table} where resident_id = $1"), params![id])?;
    }
    tx.execute(
        "update residents set name = null, folded = null, nip = null, regon = null, languages = $3, erased_at = $2 where id = $1",
        params![id, at, serde_json::json!([])],
    )?;
    Ok(())
}
