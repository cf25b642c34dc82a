//! Taking a pack over into the database, and what the city says of itself there: pack and pages together.

use std::{path::Path, sync::Arc};

use base::{Actor, Error, Id, Result};
use packs::{Entries, Fault};
use serde_json::json;
use store::{Db, NewEvent};

use super::{Files, Pack, SECTIONS, hexadecimal};

/// Addresses taken over in one transaction, so that a live city never waits long.
const CHUNK: usize = 500;

/// What the city says of itself now, as far as its pack and its pages go together; and all that does not. `files` is what
/// lies beside the pack, as it was read before.
///
/// # Errors
/// [`Error::Unavailable`] when city, hours or time zone cannot be read at all.
pub async fn present(db: &Db, files: &Arc<Files>, data: &Path) -> Result<(Pack, Vec<Fault>)> {
    let entries = db.read(packs::entries).await?;
    let (pack, faults) = fit(entries, files.clone(), data).await?;
    let mend = "Start once with the former files of the pack, change these values on the pages of settings, then take the new files.";
    match pack {
        Some(pack) => Ok((pack, faults)),
        None => Err(Error::Unavailable(format!("{}\n{mend}", contradiction(&faults)))),
    }
}

/// Takes over what the pack offers, unless the database already has exactly this. What pages changed stays. When that does not
/// go together, nothing is taken over, and the faults say why.
///
/// # Errors
/// As [`Db::write`].
pub async fn take_over(offered: &Entries, files: &Arc<Files>, db: &Db, data: &Path) -> Result<Vec<Fault>> {
    let known = db.read(packs::entries).await?;
    let (pack, faults) = fit(known.with_pack(&SECTIONS, offered), files.clone(), data).await?;
    let Some(pack) = pack.filter(|_| faults.is_empty()) else { return Ok(faults) };
    let subject = Id::named("pack", &pack.city.key);
    let digest = digest_as_read(&pack.files);
    let taken = db.read(move |read| Ok((store::journal::of_subject(read, subject)?, packs::stamp(read)?))).await?;
    if taken.0.last().is_some_and(|event| event.facts["digest"] == digest) && taken.1 > 0 {
        return Ok(Vec::new());
    }
    let (entries, files) = (offered.clone(), pack.files.clone());
    db.write(Actor::SYSTEM, move |tx| {
        packs::actions::take_over(tx, &SECTIONS, &entries)?;
        let (pack, _) = Pack::fit(packs::entries(tx)?, files.clone());
        pack.ok_or(Error::Conflict("settings-changed-meanwhile"))?.apply(tx)?;
        places::actions::take_over(tx, &files.places.areas, &files.places.streets)
    })
    .await?;
    take_over_places(&pack.files.places, db).await?;
    let facts = json!({ "digest": digest });
    db.write(Actor::SYSTEM, move |tx| {
        tx.record(NewEvent { subject_kind: "pack", subject_id: subject, kind: "pack.taken_over", facts: facts.clone() })
    })
    .await?;
    Ok(Vec::new())
}

/// The faults of what pack and pages say together, for a command line.
pub fn contradiction(faults: &[Fault]) -> Error {
    let faults: Vec<String> = faults.iter().map(Fault::to_string).collect();
    Error::Unavailable(format!("what was changed on pages does not go with the pack:\n{}", faults.join("\n")))
}

/// Long lists are read away from the threads that answer pages.
async fn fit(entries: Entries, files: Arc<Files>, data: &Path) -> Result<(Option<Pack>, Vec<Fault>)> {
    let data = data.to_owned();
    let reading = move || {
        let files = files.anew(&entries, &data);
        Pack::fit(entries, files)
    };
    tokio::task::spawn_blocking(reading).await.map_err(Error::internal)
}

/// The files' digest together with how this program reads them: a newer one takes the same pack over once more.
fn digest_as_read(files: &Files) -> String {
    let shapes: Vec<String> = SECTIONS.iter().map(|section| section.schema().to_string()).collect();
    let roles: Vec<_> = staff::pack::program_roles().collect();
    hexadecimal(&base::secret::sha256(format!("{}{shapes:?}{roles:?}", files.digest).as_bytes()))
}

/// The many rows of places, in chunks; then what the pack no longer names is retired.
async fn take_over_places(rows: &places::pack::Rows, db: &Db) -> Result<()> {
    for chunk in rows.addresses.chunks(CHUNK) {
        let chunk = chunk.to_vec();
        db.write(Actor::SYSTEM, move |tx| places::actions::take_over_addresses(tx, &chunk)).await?;
    }
    for chunk in rows.assets.chunks(CHUNK) {
        let chunk = chunk.to_vec();
        db.write(Actor::SYSTEM, move |tx| places::actions::take_over_assets(tx, &chunk)).await?;
    }
    let (landmarks, addresses, assets) = (
        rows.landmarks.clone(),
        rows.addresses.iter().map(places::model::Address::id).collect(),
        rows.assets.iter().map(places::model::Asset::id).collect(),
    );
    db.write(Actor::SYSTEM, move |tx| {
        places::actions::take_over_landmarks(tx, &landmarks)?;
        places::actions::retire_addresses(tx, &addresses)?;
        places::actions::retire_assets(tx, &assets)
    })
    .await
}
