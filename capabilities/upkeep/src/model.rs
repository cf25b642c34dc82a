//! How the city fares, when a backup is due, and where it may go: values and rules, pure.

mod health;
mod mail;
mod webhooks;

use std::path::{Path, PathBuf};

use base::{Error, Id, Moment, Result};
use serde::{Deserialize, Serialize};

pub use health::{Row, Said, State, worst};
pub use mail::{MailServer, NewMail};
pub use webhooks::{Attempt, FAILURES, KINDS, MOST, Told, Webhook, WebhookRules, address, body};

/// Hours after which the last good backup is too old.
pub const BACKUP_OVERDUE_HOURS: i64 = 26;
/// Days after which the last passed drill is too old.
pub const DRILL_OVERDUE_DAYS: i64 = 90;
/// Seconds after which a backup that failed is tried again.
pub const TRY_AGAIN_SECONDS: i64 = 3_600;
/// Backups kept at the least and at the most.
pub const KEPT: std::ops::RangeInclusive<u32> = 2..=365;

/// Where backups go and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupPlan {
    /// The folder, mostly a mount of another machine.
    pub folder: PathBuf,
    /// The hour of the day, in the city's zone.
    pub hour: i8,
    /// How many are kept.
    pub kept: u32,
    /// The age recipient that they are encrypted to; without one no backup is made.
    pub recipient: Option<String>,
}

impl BackupPlan {
    /// The plan that a form names; `data` is the data folder, in which no backup may lie.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the field.
    pub fn parse(folder: &str, hour: &str, kept: &str, data: &Path) -> Result<Self> {
        let path = PathBuf::from(folder.trim());
        if !path.is_absolute() || path.components().any(|part| part == std::path::Component::ParentDir) {
            return Err(Error::invalid("folder", "upkeep-folder-absolute"));
        }
        if path.starts_with(data) {
            return Err(Error::invalid("folder", "upkeep-folder-inside"));
        }
        let hour = hour.parse().ok().filter(|hour| (0..24).contains(hour)).ok_or(Error::invalid("hour", "upkeep-hour-invalid"))?;
        let kept = kept.trim().parse().ok().filter(|kept| KEPT.contains(kept)).ok_or(Error::invalid("kept", "upkeep-kept-invalid"))?;
        Ok(Self { folder: path, hour, kept, recipient: None })
    }

    /// Whether a backup is due at `now`: none is done since the planned hour began last, and none was tried in the last hour.
    pub fn is_due(hour_began: Moment, done: Option<Moment>, tried: Option<Moment>, now: Moment) -> bool {
        done.is_none_or(|done| done < hour_began) && tried.is_none_or(|tried| now.seconds_since(tried) >= TRY_AGAIN_SECONDS)
    }
}

/// How a backup stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its id.
    pub id: Id,
    /// `waiting`, `running`, `done`, `failed` or `removed`.
    pub state: String,
    /// When it was asked for, or began by the clock.
    pub asked_at: Moment,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// Its name in the folder of backups.
    pub file: Option<String>,
    /// Its length.
    pub bytes: Option<i64>,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: Option<String>,
    /// What went wrong.
    pub error: Option<String>,
}

/// How a drill ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drill {
    /// Its id.
    pub id: Id,
    /// `running`, `passed` or `failed`.
    pub state: String,
    /// When it began.
    pub started_at: Moment,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// When its backup was made.
    pub made_at: Option<Moment>,
    /// How many rows came back.
    pub rows: Option<i64>,
    /// What went wrong.
    pub error: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_names_a_folder_elsewhere_an_hour_and_a_number() {
        let check = |folder: &str, hour: &str, kept: &str, field: Option<&str>| {
            let plan = BackupPlan::parse(folder, hour, kept, Path::new("/srv/data"));
            let refused = match plan {
                Err(Error::Invalid(faults)) => Some(faults[0].field.to_string()),
                Err(other) => panic!("{other}"),
                Ok(_) => None,
            };
            assert_eq!(refused.as_deref(), field, "{folder} {hour} {kept}");
        };
        check("/mnt/backup", "2", "14", None);
        check("backup", "2", "14", Some("folder"));
        check("/mnt/../srv/data", "2", "14", Some("folder"));
        check("/srv/data/copies", "2", "14", Some("folder"));
        check("/mnt/backup", "24", "14", Some("hour"));
        check("/mnt/backup", "2", "1", Some("kept"));
    }

    #[test]
    fn a_backup_is_due_once_a_day_and_again_an_hour_after_a_failure() {
        let second = |n: i64| Some(Moment(n * 1_000_000));
        let check = |done, tried, due| assert_eq!(BackupPlan::is_due(Moment(10_000_000), done, tried, Moment(5_000_000_000)), due);
        check(None, None, true);
        check(second(9), second(9), true);
        check(second(10), second(10), false);
        check(second(9), second(4_000), false);
        check(None, second(1_400), true);
    }
}
