//! The tables and how they came to be: one SQL story for both engines.

use std::collections::BTreeSet;

use base::{Error, Result};

use crate::{
    catalogue,
    dialect::{sqlite_error, sqlite_schema},
    params,
    read::{Read, Side},
    tx::Tx,
};

/// A step in the story of the tables.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// The file's name without `.sql`, which orders it.
    pub name: &'static str,
    /// Its SQL in PostgreSQL's words.
    pub sql: &'static str,
}

macro_rules! story {
    ($($name:literal),* $(,)?) => {
        &[$(Migration { name: $name, sql: include_str!(concat!("../../../migrations/", $name, ".sql")) }),*]
    };
}

const STORY: &[Migration] = story![
    "0001_journal",
    "0002_jobs",
    "0003_residents",
    "0004_staff",
    "0005_places",
    "0006_services",
    "0007_interactions",
    "0008_notices",
    "0009_cases",
    "0010_assets",
    "0011_entrance",
    "0012_directory",
    "0013_looks",
    "0014_residents",
    "0015_privacy",
    "0016_entries",
    "0017_services",
    "0018_upkeep",
    "0019_sensitive",
    "0020_roles",
    "0021_entrance",
    "0022_privacy",
    "0024_places",
    "0025_turns",
    "0026_photos",
    "0027_followers",
    "0028_clocks",
    "0029_controllers",
    "0030_routing",
    "0031_people",
    "0032_watching",
    "0033_incidents",
];

/// All migrations, oldest first.
pub fn migrations() -> &'static [Migration] {
    STORY
}

/// Stands among the migrations while a restore is under way, so that nobody takes a part for the whole.
pub(crate) const RESTORING: &str = "a restore";

/// Makes the table that remembers which migrations ran.
pub(crate) fn prepare(tx: &Tx<'_>) -> Result<()> {
    let sql = "create table if not exists migrations (\n    name TEXT not null constraint migrations_pk primary key,\n    applied_at BIGINT not null\n);";
    run(tx, sql)
}

/// Whether [`prepare`] has run.
pub(crate) fn prepared(read: &Read<'_>) -> Result<bool> {
    Ok(catalogue::tables(read)?.iter().any(|table| table == "migrations"))
}

/// The names of the migrations that have run.
pub(crate) fn applied(read: &Read<'_>) -> Result<BTreeSet<String>> {
    if !prepared(read)? {
        return Ok(BTreeSet::new());
    }
    Ok(read.query("select name from migrations", &[], |row| row.get(0))?.into_iter().collect())
}

/// The migrations of `story` that have not run yet.
pub(crate) fn pending(read: &Read<'_>, story: &'static [Migration]) -> Result<Vec<Migration>> {
    let done = applied(read)?;
    if done.contains(RESTORING) {
        return Err(Error::Unavailable(
            "a restore into this database was not finished: empty the database and the data folder, and restore again".into(),
        ));
    }
    if let Some(unknown) = done.iter().find(|name| !story.iter().any(|migration| migration.name == *name)) {
        return Err(Error::Unavailable(format!(
            "this database was made by a newer Hejnał (it has migration {unknown}): start that version, or restore an older backup"
        )));
    }
    Ok(story.iter().filter(|migration| !done.contains(migration.name)).copied().collect())
}

/// Runs one migration and remembers it, in one transaction.
///
/// # Errors
/// `Conflict` only when another process has just run it.
pub(crate) fn apply(tx: &Tx<'_>, migration: &Migration) -> Result<()> {
    tx.execute("insert into migrations (name, applied_at) values ($1, $2)", params![migration.name, tx.now()])?;
    run(tx, migration.sql).map_err(|error| {
        match error {
            Error::Unavailable(_) => error,
            other => Error::internal(other),
        }
        .context(format!("migration {}", migration.name))
    })
}

fn run(tx: &Tx<'_>, sql: &str) -> Result<()> {
    tx.link.noted(match tx.link.side {
        Side::Sqlite(connection) => connection.execute_batch(&sqlite_schema(sql)).map_err(sqlite_error),
        Side::Postgres(session) => session.batch(sql),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_story_is_told_and_in_order() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap().trim_end_matches(".sql").to_owned())
            .collect();
        files.sort();
        assert_eq!(files, STORY.iter().map(|migration| migration.name).collect::<Vec<_>>());
    }
}
