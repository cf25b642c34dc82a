//! Packs, imports, replays, backups.

use std::{path::PathBuf, sync::Arc};

use base::{Result, SystemClock};
use clap::{Args, Subcommand};
use store::{Folder, Options, Read};

use crate::{commands::people::beside, progress::Progress, settings::Place};

/// An example of `import`.
pub const IMPORT_EXAMPLE: &str = "Example: hejnal import --mapping mappings/warszawa-19115.toml --city /tmp/warsaw --data /tmp/d tickets.csv";
/// An example of `replay`.
pub const REPLAY_EXAMPLE: &str = "Example: hejnal replay --mapping mappings/warszawa-19115.toml --city /tmp/warsaw --data /tmp/d tickets.csv";

/// City packs.
#[derive(Subcommand)]
pub enum Pack {
    /// List every fault of a pack; changes nothing
    #[command(after_help = "Example: hejnal pack check cities/demo")]
    Check {
        /// Folder of the pack
        folder: PathBuf,
    },
}

impl Pack {
    pub fn run(self) -> anyhow::Result<()> {
        let Self::Check { folder } = self;
        let pack = crate::pack::read(&folder)?;
        println!(
            "{}: no faults. {} units, {} services, {} areas, {} streets, {} addresses.",
            folder.display(),
            pack.units.len(),
            pack.services.len(),
            pack.places.areas.len(),
            pack.places.streets.len(),
            pack.places.addresses.len()
        );
        Ok(())
    }
}

/// Tickets of another system.
#[derive(Args)]
pub struct Import {}

impl Import {
    pub async fn run(self) -> anyhow::Result<()> {
        anyhow::bail!("not yet")
    }
    pub async fn replay(self) -> anyhow::Result<()> {
        anyhow::bail!("not yet")
    }
}

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
        let progress = Progress::new("rows", 0);
        let manifest = store::backup(&db, &folder, &self.to, |rows| progress.at(rows)).await?;
        progress.end();
        println!("{}: {} rows in {} tables, with files and keys. Keep it as secret as the city.", self.to.display(), manifest.rows(), manifest.tables.len());
        db.close();
        Ok(())
    }
}

/// What to restore.
#[derive(Args)]
pub struct Restore {
    /// The backup
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Restore {
    pub async fn run(self) -> anyhow::Result<()> {
        let folder = Folder::open(&self.place.data())?;
        let progress = Progress::new("rows", 0);
        let options = Options::new(self.place.database(), Arc::new(SystemClock));
        let manifest = store::restore(&folder, options, &self.from, |rows| progress.at(rows)).await?;
        progress.end();
        println!("{} rows in {} tables are back, made at {}.", manifest.rows(), manifest.tables.len(), manifest.made_at.0);
        Ok(())
    }
}

/// Every fault that any capability finds between journal and rows.
///
/// # Errors
/// As [`Read::query`].
pub fn faults(read: &Read<'_>) -> Result<Vec<String>> {
    let checks = [store::journal::verify, residents::verify, staff::verify, interactions::verify, notices::verify, cases::verify];
    let found: Vec<Vec<String>> = checks.iter().map(|check| check(read)).collect::<Result<_>>()?;
    Ok(found.concat())
}

/// Replays the journal and compares it with every row.
pub async fn verify(place: &Place) -> anyhow::Result<()> {
    let db = beside(place).await?;
    let (events, faults) = db.read(|read| Ok((store::journal::last_position(read)?, faults(read)?))).await?;
    db.close();
    if faults.is_empty() {
        println!("The journal ({events} events) and the rows agree.");
        return Ok(());
    }
    faults.iter().for_each(|fault| println!("{fault}"));
    anyhow::bail!("{} disagreements between the journal and the rows", faults.len())
}
