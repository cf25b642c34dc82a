//! Backups, restores, and comparing the journal with the rows.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Context as _;
use base::{Actor, Moment, Result, SystemClock};
use clap::Args;
use store::{Folder, Manifest, Options, Read};

use privacy::Ledger;

use crate::{commands::people::beside, personal::ROOMS, progress::Progress, settings::Place};

/// Where to write a backup.
#[derive(Args)]
pub struct Backup {
    /// The file to write; it must not exist
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Backup {
    pub async fn run(self) -> anyhow::Result<()> {
        let folder = Folder::visit(&self.place.data())?;
        let db = beside(&self.place).await?;
        // The ledger lies beside the backups, too, so that a restore finds whom to forget.
        let ledger = Ledger::of(&self.place.data(), &[Ledger::beside(&self.to)]);
        privacy::actions::reconcile(&db, &ledger, ROOMS).await?;
        let progress = Arc::new(Progress::new("rows", 0));
        let shown = progress.clone();
        let manifest = store::backup(&db, &folder, &self.to, move |rows| shown.at(rows)).await;
        progress.end();
        db.close();
        println!("{}: {}, with files and keys. Keep it as secret as the city.", self.to.display(), contents(&manifest?));
        Ok(())
    }
}

/// What to restore.
#[derive(Args)]
pub struct Restore {
    /// The backup
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// Further ledgers of erasures, beside those of the data folder and of the backup's folder
    #[arg(long, value_name = "FILE")]
    erasures: Vec<PathBuf>,
    /// The file with the recovery key, for an encrypted backup
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// What to try out.
#[derive(Args)]
pub struct Drill {
    /// The backup
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The file with the recovery key, for an encrypted backup
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

impl Drill {
    /// The result stands on the city's page of backups, too.
    pub async fn run(self) -> anyhow::Result<()> {
        let key = secret(self.key.as_deref())?;
        let folder = Folder::visit(&self.place.data())?;
        let db = beside(&self.place).await?;
        let begun = db.write(Actor::SYSTEM, upkeep::actions::begin_drill).await?;
        let ended = upkeep::jobs::drill(&db, begun, &self.from, key.as_deref(), &folder.path().join("copies"), faults).await;
        db.close();
        let ended = ended?;
        match ended.error {
            None => {
                println!("{}: {} rows came back, and the journal and the rows agree.", self.from.display(), ended.rows.unwrap_or_default())
            }
            Some(why) => anyhow::bail!("the drill failed: {why}"),
        }
        Ok(())
    }
}

/// The recovery key in a file.
fn secret(file: Option<&Path>) -> anyhow::Result<Option<String>> {
    file.map(|path| std::fs::read_to_string(path).with_context(|| format!("--key: {} cannot be read", path.display()))).transpose()
}

/// The archive in a backup: itself, or what the recovery key opens, in a file of its own that is removed afterwards.
fn opened(from: &Path, key: Option<&str>, beside: &Path) -> anyhow::Result<(PathBuf, Option<Removed>)> {
    match key {
        None if upkeep::archive::is_encrypted(from) => {
            anyhow::bail!("{} is encrypted: give the file with its recovery key, such as --key key.txt", from.display())
        }
        None => Ok((from.to_owned(), None)),
        Some(key) => {
            let plain = beside.join("restore.tar.gz");
            upkeep::archive::decrypt(from, key, &plain).map_err(|error| match error {
                base::Error::Invalid(_) => anyhow::anyhow!("--key: this recovery key does not open {}", from.display()),
                other => other.into(),
            })?;
            Ok((plain.clone(), Some(Removed(plain))))
        }
    }
}

/// A file that nobody needs any more.
struct Removed(PathBuf);

impl Drop for Removed {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
    }
}

impl Restore {
    pub async fn run(self) -> anyhow::Result<()> {
        if let Some(missing) = self.erasures.iter().find(|file| !file.exists()) {
            anyhow::bail!("there is no ledger {}", missing.display());
        }
        let key = secret(self.key.as_deref())?;
        let folder = Folder::open(&self.place.data())?;
        let (archive, _removed) = opened(&self.from, key.as_deref(), &folder.path().join("copies"))?;
        let progress = Arc::new(Progress::new("rows", 0));
        let shown = progress.clone();
        let options = Options::new(self.place.database(), Arc::new(SystemClock));
        let manifest = store::restore(&folder, options, &archive, move |rows| shown.at(rows)).await;
        progress.end();
        let manifest = manifest?;
        println!("{}: {} are back, with files and keys.", self.place.data().display(), contents(&manifest));
        drop(folder);
        self.forget_again(manifest.made_at).await
    }

    /// Erases again whom any ledger names and the backup of `made_at` still knew.
    async fn forget_again(&self, made_at: Moment) -> anyhow::Result<()> {
        let near = Ledger::beside(&self.from);
        let known = self.erasures.iter().chain([&near]).filter(|file| file.exists()).cloned().collect::<Vec<_>>();
        let ledger = Ledger::of(&self.place.data(), &known);
        let lines = ledger.read()?;
        match lines.last() {
            None => println!(
                "No ledger of erasures ({}) was found beside the backup: see \"Personal data\" in docs/operating.md.",
                near.display()
            ),
            Some(last) => println!("{}", newest(last.at, made_at)),
        }
        let db = beside(&self.place).await?;
        let repeated = privacy::actions::reconcile(&db, &ledger, ROOMS).await;
        db.close();
        println!("{} erasures since were done again.", repeated?);
        Ok(())
    }
}

/// When the ledger's newest erasure was, and a warning when that tells nothing of the time after the backup.
fn newest(last: Moment, made_at: Moment) -> String {
    let told = format!("The newest erasure in the ledger is of {}; the backup is of {}.", in_utc(last), in_utc(made_at));
    if last > made_at {
        return told;
    }
    format!(
        "{told}\nThis ledger names nobody who was erased after the backup. If there is a newer one (the data folder that was lost, \
         --erasures), bring it into the new data folder before \"serve\"."
    )
}

fn in_utc(at: Moment) -> String {
    jiff::Timestamp::from_microsecond(at.0).map_or_else(|_| at.0.to_string(), |at| at.strftime("%Y-%m-%d %H:%M UTC").to_string())
}

fn contents(manifest: &Manifest) -> String {
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    format!("{rows} rows in {} tables", manifest.tables.len())
}

/// Every fault that any capability finds between journal and rows.
///
/// # Errors
/// As [`Read::query`].
pub fn faults(read: &Read<'_>) -> Result<Vec<String>> {
    let checks = [
        store::journal::verify,
        residents::verify,
        staff::verify,
        packs::verify,
        places::verify,
        services::verify,
        interactions::verify,
        notices::verify,
        knowledge::verify,
        queues::verify,
        cases::verify,
        privacy::verify,
        upkeep::verify,
    ];
    let found: Vec<Vec<String>> = checks.iter().map(|check| check(read)).collect::<Result<_>>()?;
    Ok(found.concat())
}

/// Replays the journal and compares it with every row.
pub async fn verify(place: &Place) -> anyhow::Result<()> {
    let db = beside(place).await?;
    // On PostgreSQL events wait for their number; a city that is not running has nobody else to give it.
    let holder = base::Id::new();
    while store::journal::relay(&db, holder).await? > 0 {}
    let (events, mut faults) = db.read(|read| Ok((store::journal::last_position(read)?, faults(read)?))).await?;
    faults.extend(cases::shell::missing(&db, &files::Files::open(&Folder::visit(&place.data())?)?).await?);
    db.close();
    if faults.is_empty() {
        println!("The journal ({events} events) and the rows agree.");
        return Ok(());
    }
    faults.iter().for_each(|fault| println!("{fault}"));
    let disagreements = if faults.len() == 1 { "disagreement" } else { "disagreements" };
    anyhow::bail!("{} {disagreements} between the journal and the rows", faults.len())
}
