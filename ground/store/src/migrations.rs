//! The tables and how they came to be: one SQL story for both engines.

use std::collections::BTreeSet;

use base::{Error, Result};

use crate::{
    dialect::{sqlite_error, sqlite_schema},
    params,
    read::{Link, Read},
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
];

/// All migrations, oldest first.
pub fn migrations() -> &'static [Migration] {
    STORY
}

/// The tables in the order in which they were made, so that what is referred to comes first.
pub(crate) fn tables() -> Vec<&'static str> {
    let lines = STORY.iter().flat_map(|migration| migration.sql.lines());
    lines.filter_map(|line| line.strip_prefix("create table ")?.strip_suffix(" (")).collect()
}

/// Makes the table that remembers which migrations ran.
pub(crate) fn prepare(tx: &Tx<'_>) -> Result<()> {
    let sql = "create table if not exists migrations (\n    name TEXT not null constraint migrations_pk primary key,\n    applied_at BIGINT not null\n);";
    run(tx, sql)
}

/// The migrations that have not run yet.
pub(crate) fn pending(read: &Read<'_>) -> Result<Vec<Migration>> {
    let done: BTreeSet<String> = read.query("select name from migrations", &[], |row| row.get(0))?.into_iter().collect();
    if let Some(unknown) = done.iter().find(|name| !STORY.iter().any(|migration| migration.name == *name)) {
        return Err(Error::Unavailable(format!(
            "this database was made by a newer Hejnał (it has migration {unknown}): start that version, or restore an older backup"
        )));
    }
    Ok(STORY.iter().filter(|migration| !done.contains(migration.name)).copied().collect())
}

/// Runs one migration and remembers it, in one transaction.
pub(crate) fn apply(tx: &Tx<'_>, migration: &Migration) -> Result<()> {
    run(tx, migration.sql).map_err(|e| e.context(format!("migration {}", migration.name)))?;
    tx.execute("insert into migrations (name, applied_at) values ($1, $2)", params![migration.name, tx.now()])?;
    Ok(())
}

fn run(tx: &Tx<'_>, sql: &str) -> Result<()> {
    match tx.link {
        Link::Sqlite(connection) => connection.execute_batch(&sqlite_schema(sql)).map_err(sqlite_error),
        Link::Postgres(session) => session.batch(sql),
    }
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

    #[test]
    fn every_table_is_found_for_the_backup() {
        let made = STORY.iter().map(|migration| migration.sql.matches("create table").count()).sum::<usize>();
        assert_eq!(tables().len(), made);
    }
}
