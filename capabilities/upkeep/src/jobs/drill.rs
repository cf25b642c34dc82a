//! A drill: a backup is restored into a throw-away place on SQLite and compared with its own journal.

use std::path::Path;

use base::{Actor, Error, Moment, Result};
use files::Files;
use store::{Database, Db, Folder, Options};

use crate::{Faults, actions, archive, model::Drill};

/// What a drill found.
struct Found {
    made_at: Moment,
    rows: i64,
}

/// Does the drill that was begun with `file` and its recovery key, in a throw-away folder under `beside`; notes and tells how it ended.
///
/// # Errors
/// When the end cannot be noted.
pub async fn drill(db: &Db, begun: Drill, file: &Path, key: Option<&str>, beside: &Path, faults: Faults) -> Result<Drill> {
    let ended = match try_out(db, file, key, beside, faults).await {
        Ok((made_at, rows)) => Drill { state: "passed".into(), made_at: Some(made_at), rows: Some(rows), ..begun },
        Err(error) => Drill { state: "failed".into(), error: Some(said(&error)), ..begun },
    };
    let noted = ended.clone();
    db.write(Actor::SYSTEM, move |tx| actions::end_drill(tx, &noted)).await?;
    Ok(ended)
}

fn said(error: &Error) -> String {
    match error {
        Error::Invalid(_) => "the recovery key does not open this backup".to_owned(),
        other => other.to_string(),
    }
}

/// Restores `file` into a throw-away folder under `beside` and compares; says when the backup was made and how many rows it has.
///
/// # Errors
/// [`Error::Invalid`] when the key does not fit, [`Error::Unavailable`] when the backup is damaged or disagrees with itself.
pub async fn try_out(db: &Db, file: &Path, key: Option<&str>, beside: &Path, faults: Faults) -> Result<(Moment, i64)> {
    let home = tempfile::Builder::new().prefix("drill-").tempdir_in(beside).map_err(Error::internal)?;
    let found = restored(db, file, key, home.path(), faults).await?;
    Ok((found.made_at, found.rows))
}

async fn restored(db: &Db, file: &Path, key: Option<&str>, home: &Path, faults: Faults) -> Result<Found> {
    let plain = home.join("plain.tar.gz");
    let (source, target, key) = (file.to_owned(), plain.clone(), key.map(str::to_owned));
    let open = move || match key {
        Some(key) => archive::decrypt(&source, &key, &target),
        None if archive::is_encrypted(&source) => Err(Error::invalid("key", "upkeep-key-wrong")),
        None => {
            std::fs::copy(&source, &target).map(drop).map_err(|e| Error::Unavailable(format!("{} cannot be read: {e}", source.display())))
        }
    };
    tokio::task::spawn_blocking(open).await.map_err(Error::internal)??;
    let folder = Folder::open(&home.join("city"))?;
    let options = || Options::new(Database::Sqlite, db.clock());
    let manifest = store::restore(&folder, options(), &plain, |_| ()).await?;
    let restored = Db::open(&folder, options()).await?;
    let found = all_faults(&restored, &folder, faults).await;
    restored.close();
    let found = found?;
    if let Some(first) = found.first() {
        return Err(Error::Unavailable(format!("{} disagreements between the journal and the rows, the first: {first}", found.len())));
    }
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    Ok(Found { made_at: manifest.made_at, rows: i64::try_from(rows).map_err(Error::internal)? })
}

/// What journal, rows and files of the restored city say differently.
async fn all_faults(restored: &Db, folder: &Folder, faults: Faults) -> Result<Vec<String>> {
    let missing = cases::shell::missing(restored, &Files::open(folder)?).await?;
    Ok([restored.read(faults).await?, missing].concat())
}
