//! Changes of upkeep: each is one transaction with its event.

pub mod webhooks;

use base::{Error, Id, Result};
use serde::Serialize;
use serde_json::json;
use store::{NewEvent, Tx, journal};

use crate::{
    model::{Backup, BackupPlan, Drill},
    store as rows,
};

/// The setting of backups.
pub const BACKUP: &str = "backup";
/// The setting of the mail server.
pub const MAIL: &str = "mail";
/// The lease of who makes backups, and its seconds; renewed while one is made.
const LEASE: &str = "upkeep.backup";
pub(crate) const LEASE_SECONDS: i64 = 120;

pub(crate) fn told(tx: &Tx<'_>, subject: (&'static str, Id), kind: &'static str, state: &str) -> Result<()> {
    tx.record(NewEvent { subject_kind: subject.0, subject_id: subject.1, kind, facts: json!({ "state": state }) }).map(drop)
}

/// Keeps the setting `name`; its event tells how often it was changed.
pub(crate) fn set<T: Serialize>(tx: &Tx<'_>, name: &str, value: &T) -> Result<()> {
    let id = Id::named("upkeep", name);
    rows::put_setting(tx, id, name, value)?;
    told(tx, ("upkeep", id), "upkeep.set", &rows::version(tx, name)?.to_string())
}

/// Keeps where backups go and when; the recovery key stays as it is.
///
/// # Errors
/// As [`Tx::execute`].
pub fn plan_backups(tx: &Tx<'_>, plan: &BackupPlan) -> Result<()> {
    let before: Option<BackupPlan> = rows::setting(tx, BACKUP)?;
    let recipient = before.and_then(|plan| plan.recipient);
    set(tx, BACKUP, &BackupPlan { recipient, ..plan.clone() })
}

/// From now on backups are encrypted to `recipient`.
///
/// # Errors
/// [`Error::Conflict`] before there is a plan.
pub fn set_recipient(tx: &Tx<'_>, recipient: &str) -> Result<()> {
    let plan: BackupPlan = rows::setting(tx, BACKUP)?.ok_or(Error::Conflict("upkeep-no-plan"))?;
    set(tx, BACKUP, &BackupPlan { recipient: Some(recipient.to_owned()), ..plan })
}

/// Asks for a backup now; one that waits or runs is enough.
///
/// # Errors
/// [`Error::Conflict`] while there is no plan, or no recovery key.
pub fn ask_for_backup(tx: &Tx<'_>) -> Result<Id> {
    let plan: BackupPlan = rows::setting(tx, BACKUP)?.ok_or(Error::Conflict("upkeep-no-plan"))?;
    plan.recipient.ok_or(Error::Conflict("upkeep-no-key"))?;
    if let Some(open) = rows::open_backups(tx)?.first() {
        return Ok(open.id);
    }
    let id = Id::new();
    rows::insert_backup(tx, id)?;
    told(tx, ("backup", id), "backup.asked", "waiting")?;
    Ok(id)
}

/// Takes the backup that waits, if nobody else makes backups; what another process has broken off failed.
///
/// # Errors
/// As [`Tx::execute`].
pub(crate) fn begin_backup(tx: &Tx<'_>, holder: Id) -> Result<Option<Backup>> {
    if !journal::hold_lease(tx, LEASE, holder, LEASE_SECONDS)? {
        return Ok(None);
    }
    let open = rows::open_backups(tx)?;
    for broken in open.iter().filter(|backup| backup.state == "running") {
        let error = Some("the program ended before the backup was whole".to_owned());
        end_backup(tx, &Backup { state: "failed".into(), error, ..broken.clone() })?;
    }
    let Some(waiting) = open.into_iter().find(|backup| backup.state == "waiting") else { return Ok(None) };
    let backup = Backup { state: "running".into(), ..waiting };
    rows::set_backup(tx, &backup)?;
    told(tx, ("backup", backup.id), "backup.begun", "running")?;
    Ok(Some(backup))
}

/// Keeps the lease while a backup is made; false when another process has it.
pub(crate) fn go_on(tx: &Tx<'_>, holder: Id) -> Result<bool> {
    journal::hold_lease(tx, LEASE, holder, LEASE_SECONDS)
}

/// Notes how a backup ended; one that another process has ended stays so.
pub(crate) fn end_backup(tx: &Tx<'_>, backup: &Backup) -> Result<()> {
    rows::set_backup(tx, &Backup { ended_at: Some(tx.now()), ..backup.clone() })?;
    told(tx, ("backup", backup.id), "backup.ended", &backup.state)
}

/// Notes that the file of an old backup was removed.
pub(crate) fn forget_file(tx: &Tx<'_>, backup: &Backup) -> Result<()> {
    rows::set_backup(tx, &Backup { state: "removed".into(), ..backup.clone() })?;
    told(tx, ("backup", backup.id), "backup.removed", "removed")
}

/// Seconds after which a drill that has not ended was broken off.
const DRILL_SECONDS: i64 = 6 * 3_600;

/// Begins a drill.
///
/// # Errors
/// [`Error::Conflict`] while another one runs.
pub fn begin_drill(tx: &Tx<'_>) -> Result<Drill> {
    for running in rows::drills(tx)?.into_iter().filter(|drill| drill.state == "running") {
        if tx.now().seconds_since(running.started_at) < DRILL_SECONDS {
            return Err(Error::Conflict("upkeep-drill-runs"));
        }
        let error = Some("the program ended before the drill did".to_owned());
        end_drill(tx, &Drill { state: "failed".into(), error, ..running })?;
    }
    let id = Id::new();
    rows::insert_drill(tx, id)?;
    told(tx, ("drill", id), "drill.begun", "running")?;
    Ok(Drill { id, state: "running".into(), started_at: tx.now(), ended_at: None, made_at: None, rows: None, error: None })
}

/// Notes how a drill ended.
///
/// # Errors
/// As [`Tx::execute`].
pub fn end_drill(tx: &Tx<'_>, drill: &Drill) -> Result<()> {
    rows::set_drill(tx, &Drill { ended_at: Some(tx.now()), ..drill.clone() })?;
    told(tx, ("drill", drill.id), "drill.ended", &drill.state)
}
