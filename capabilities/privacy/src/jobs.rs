//! What follows: letters of erased notices leave the mail folder; things kept long enough go; the index of looks is cut.

use std::path::{Path, PathBuf};

use ::jobs::{Claimed, Handler, Job, handler};
use ::store::Db;
use base::{Actor, Error, Id, Result};
use jiff::tz::TimeZone;
use serde_json::Value as Json;

use crate::actions;

/// Removes the files of erased notices from the mail folder. Payload: `notices`.
pub const SWEEP: &str = "privacy.sweep";
/// Does a chunk of a retention run, then asks for the next. Payload: `run`.
pub const RETAIN: &str = "privacy.retain";
/// Removes notes of looks that were kept long enough.
pub const FORGET_LOOKS: &str = "privacy.forget_looks";

/// The handlers of this capability's jobs. `mail` is the folder of a demo's letters; it need not be there.
pub fn handlers(mail: PathBuf, zone: TimeZone) -> Vec<(&'static str, Handler)> {
    let sweep = handler(move |_, job: Claimed| {
        let mail = mail.clone();
        async move { sweep(&mail, &job).await }
    });
    let in_zone = zone.clone();
    let retain = handler(move |db, job| {
        let zone = in_zone.clone();
        async move { retain(db, job, zone).await }
    });
    let forget = handler(move |db: Db, _| {
        let zone = zone.clone();
        async move { db.write(Actor::SYSTEM, move |tx| actions::forget_looks(tx, &zone)).await }
    });
    vec![(SWEEP, sweep), (RETAIN, retain), (FORGET_LOOKS, forget)]
}

async fn sweep(mail: &Path, job: &Claimed) -> Result<()> {
    let ids: Vec<Id> = ids(&job.payload)?;
    let mail = mail.to_owned();
    tokio::task::spawn_blocking(move || remove_letters(&mail, &ids)).await.map_err(Error::internal)?
}

fn ids(payload: &Json) -> Result<Vec<Id>> {
    let list = payload.get("notices").and_then(Json::as_array).into_iter().flatten();
    list.map(|id| id.as_str().unwrap_or_default().parse()).collect()
}

/// Removes the files whose names end in one of these ids, whole ones and halves; what is gone already is gone.
fn remove_letters(mail: &Path, ids: &[Id]) -> Result<()> {
    let Ok(entries) = std::fs::read_dir(mail) else { return Ok(()) };
    let names: Vec<String> = ids.iter().map(|id| format!("-{id}.eml")).collect();
    for entry in entries {
        let path = entry.map_err(|fault| unswept(mail, &fault))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().trim_end_matches(".part").to_owned();
        if names.iter().any(|end| name.ends_with(end)) {
            std::fs::remove_file(&path).map_err(|fault| unswept(&path, &fault))?;
        }
    }
    Ok(())
}

fn unswept(path: &Path, fault: &std::io::Error) -> Error {
    Error::Unavailable(format!("{} cannot be removed: {fault}", path.display()))
}

async fn retain(db: Db, job: Claimed, zone: TimeZone) -> Result<()> {
    let run_id = job.id_of("run")?;
    db.write(Actor::SYSTEM, move |tx| {
        if actions::run_chunk(tx, run_id, &zone)? {
            ::jobs::enqueue(tx, &Job::now(RETAIN, serde_json::json!({ "run": run_id })))?;
        }
        Ok(())
    })
    .await
}
