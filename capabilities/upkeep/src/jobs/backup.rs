//! Makes the backups that wait or are due, one at a time in the whole city, and removes old ones after a success.

use std::{
    fs,
    future::Future,
    path::{Path, PathBuf},
    time::Duration,
};

use base::{Actor, Error, Id, Moment, Result};
use jiff::{Timestamp, Zoned, civil::Time};
use store::Db;

use crate::{
    Upkeep,
    actions::{self, BACKUP, LEASE_SECONDS},
    archive,
    model::{Backup, BackupPlan},
    store as rows,
};

/// How often the plan is looked at, when nothing happens; and the shortest pause.
const LOOK: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_secs(1);
/// How often the lease is renewed while a backup is made.
const RENEW: Duration = Duration::from_secs(LEASE_SECONDS as u64 / 4);
/// How the names of files begin and end that are ours.
const BEGINNING: &str = "hejnal-";
const ENDING: &str = ".tar.gz.age";

/// Makes backups as planned and asked for, until `stop` is done.
pub async fn keep_backups(upkeep: Upkeep, db: Db, stop: impl Future<Output = ()>) {
    let (holder, mut bell) = (Id::new(), db.bell());
    tokio::pin!(stop);
    loop {
        bell.mark_unchanged();
        tokio::select! {
            () = &mut stop => return,
            made = make_due(&upkeep, &db, holder) => if let Err(error) = made { tracing::warn!(%error, "looking after backups") },
        }
        let rung = async { drop(tokio::join!(bell.changed(), tokio::time::sleep(PAUSE))) };
        tokio::select! {
            () = &mut stop => return,
            () = rung => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Makes the backup that waits or is due; says whether there was one. `holder` is this process.
///
/// # Errors
/// When the plan cannot be read or the end not be noted; what the backup itself met stands in its row.
pub async fn make_due(upkeep: &Upkeep, db: &Db, holder: Id) -> Result<bool> {
    let (plan, open, last) =
        db.read(|read| Ok((rows::setting::<BackupPlan>(read, BACKUP)?, rows::open_backups(read)?, rows::backups(read)?))).await?;
    let Some(plan) = plan.filter(|plan| plan.recipient.is_some()) else { return Ok(false) };
    let done = last.iter().find(|backup| backup.state == "done").map(|backup| backup.asked_at);
    let tried = last.first().map(|backup| backup.asked_at);
    if open.is_empty() {
        if !BackupPlan::is_due(hour_began(upkeep, plan.hour, db.now())?, done, tried, db.now()) {
            return Ok(false);
        }
        db.write(Actor::SYSTEM, |tx| actions::ask_for_backup(tx).map(drop)).await?;
    }
    let Some(backup) = db.write(Actor::SYSTEM, move |tx| actions::begin_backup(tx, holder)).await? else { return Ok(false) };
    let made = holding(db, holder, make(upkeep, db, &plan, backup.clone())).await;
    let ended = made.unwrap_or_else(|error| Backup { state: "failed".into(), error: Some(error.to_string()), ..backup });
    let is_done = ended.state == "done";
    db.write(Actor::SYSTEM, move |tx| actions::end_backup(tx, &ended)).await?;
    if is_done {
        prune(db, &plan).await?;
    }
    Ok(true)
}

/// When the planned hour began last.
fn hour_began(upkeep: &Upkeep, hour: i8, now: Moment) -> Result<Moment> {
    let now = zoned(upkeep, now)?;
    let time = Time::new(hour, 0, 0, 0).map_err(Error::internal)?;
    let today = now.date().to_datetime(time).to_zoned(now.time_zone().clone()).map_err(Error::internal)?;
    let began = if today <= now { today } else { today.yesterday().map_err(Error::internal)? };
    Ok(Moment(began.timestamp().as_microsecond()))
}

fn zoned(upkeep: &Upkeep, moment: Moment) -> Result<Zoned> {
    Ok(Timestamp::from_microsecond(moment.0).map_err(Error::internal)?.to_zoned(upkeep.zone.clone()))
}

/// Does the work while the lease is renewed.
async fn holding<T>(db: &Db, holder: Id, work: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return done,
            () = tokio::time::sleep(RENEW) => match db.claim(move |tx| actions::go_on(tx, holder)).await {
                Ok(false) => return Err(Error::Unavailable("another process has taken the backups over".into())),
                Ok(true) => {}
                Err(error) => tracing::warn!(%error, "the lease of the backup"),
            },
        }
    }
}

/// The archive grows in the data folder, which others cannot read; only the encrypted file leaves it.
async fn make(upkeep: &Upkeep, db: &Db, plan: &BackupPlan, backup: Backup) -> Result<Backup> {
    let copies = upkeep.folder.path().join("copies");
    sweep(&copies, "backup-");
    sweep(&copies, ".backup-");
    sweep(&plan.folder, &format!(".{BEGINNING}"));
    if !plan.folder.is_dir() {
        return Err(Error::Unavailable(format!("the folder {} is not there: is it mounted?", plan.folder.display())));
    }
    let plain = Plain(copies.join(format!("backup-{}.tar.gz", backup.id)));
    store::backup(db, &upkeep.folder, &plain.0, |_| ()).await?;
    let id = backup.id.to_string();
    let name = format!("{BEGINNING}{}-{}{ENDING}", zoned(upkeep, backup.asked_at)?.strftime("%Y-%m-%d-%H%M"), &id[id.len() - 6..]);
    let (target, recipient) = (plan.folder.join(&name), plan.recipient.clone().unwrap_or_default());
    let work = move || archive::encrypt(&plain.0, &target, &recipient);
    let sealed = tokio::task::spawn_blocking(work).await.map_err(Error::internal)??;
    let bytes = i64::try_from(sealed.bytes).map_err(Error::internal)?;
    Ok(Backup { state: "done".into(), file: Some(name), bytes: Some(bytes), sha256: Some(sealed.sha256), error: None, ..backup })
}

/// An archive that everybody with the machine could read; removed when it is encrypted, or in vain.
struct Plain(PathBuf);

impl Drop for Plain {
    fn drop(&mut self) {
        drop(fs::remove_file(&self.0));
    }
}

/// Removes what a process that was killed has left.
fn sweep(folder: &Path, beginning: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(beginning) {
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// Removes the oldest files above the number that is kept.
async fn prune(db: &Db, plan: &BackupPlan) -> Result<()> {
    let kept = db.read(rows::kept_backups).await?;
    for old in kept.into_iter().skip(plan.kept as usize) {
        let path = plan.folder.join(old.file.as_deref().unwrap_or_default());
        match fs::remove_file(&path) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => tracing::warn!(error = %e, "an old backup could not be removed"),
            _ => db.write(Actor::SYSTEM, move |tx| actions::forget_file(tx, &old)).await?,
        }
    }
    Ok(())
}
