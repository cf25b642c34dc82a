//! Opening a database: are its tables those that this program knows, and may they be made so?

use base::{Actor, Error, Result};

use crate::{
    db::{Db, Options},
    folder::Folder,
    migrations::{Migration, apply, migrations, pending, prepare, prepared},
};

impl Db {
    /// Opens the database. SQLite: migrates, after a copy when there is something to lose.
    /// PostgreSQL: refuses when a migration is missing (see [`Db::open_and_migrate`]).
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence for the operator.
    pub async fn open(folder: &Folder, options: Options) -> Result<Self> {
        Self::open_with(folder, options, migrations()).await
    }

    /// Opens the database and brings its tables up to this program's version, on either engine.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub async fn open_and_migrate(folder: &Folder, options: Options) -> Result<Self> {
        let db = Self::connect(folder, options, migrations())?;
        db.migrate_after_copy(folder).await?;
        Ok(db)
    }

    async fn open_with(folder: &Folder, options: Options, story: &'static [Migration]) -> Result<Self> {
        let db = Self::connect(folder, options, story)?;
        if db.is_postgres() {
            db.require_migrated().await?;
        } else {
            db.migrate_after_copy(folder).await?;
        }
        Ok(db)
    }

    async fn require_migrated(&self) -> Result<()> {
        match self.pending().await?.as_slice() {
            [] => Ok(()),
            [first, ..] => {
                Err(Error::Unavailable(format!("the database lacks migration {}: run `hejnal migrate --database …` first", first.name)))
            }
        }
    }

    async fn migrate_after_copy(&self, folder: &Folder) -> Result<()> {
        let pending = self.pending().await?;
        if let [first, ..] = pending.as_slice()
            && !self.is_postgres()
            && pending.len() < self.story.len()
        {
            let copy = folder.copy_before(first.name)?;
            tracing::info!(copy = %copy.display(), "copying the database before its migration");
            self.sqlite()?.copy_into(&copy)?;
        }
        self.migrate().await.map(drop)
    }

    async fn pending(&self) -> Result<Vec<Migration>> {
        let story = self.story;
        self.read(move |read| pending(read, story)).await
    }

    /// Brings the tables up to this program's version; says which migrations ran. Several processes may do so at once.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database is newer than this program.
    pub async fn migrate(&self) -> Result<Vec<&'static str>> {
        let pending = self.pending().await?;
        self.apply_all(pending).await
    }

    pub(crate) async fn apply_all(&self, pending: Vec<Migration>) -> Result<Vec<&'static str>> {
        let mut done = Vec::new();
        if pending.is_empty() {
            return Ok(done);
        }
        let made = self.write(Actor::SYSTEM, prepare).await;
        if made.is_err() && !self.read(prepared).await? {
            made?;
        }
        for migration in pending {
            match self.write(Actor::SYSTEM, move |tx| apply(tx, &migration)).await {
                Ok(()) => done.push(migration.name),
                Err(Error::Conflict(_)) => tracing::info!(migration = migration.name, "another process has just run this migration"),
                Err(error) => return Err(error),
            }
        }
        Ok(done)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::Database;

    const FIRST: Migration = Migration { name: "1", sql: "create table a (\n    id BIGINT not null constraint a_pk primary key\n);" };
    const SECOND: Migration = Migration { name: "2", sql: "alter table a add column word TEXT not null default 'new';" };
    const BROKEN: Migration = Migration { name: "3", sql: "create table b (\n    id BIGINT\n);\ninsert into a (id) values (1);" };

    async fn open(folder: &Folder, story: &'static [Migration]) -> Result<Db> {
        Db::open_with(folder, Options::new(Database::Sqlite, Arc::new(base::SystemClock)), story).await
    }

    #[tokio::test]
    async fn sqlite_is_copied_before_its_migration_and_the_copy_is_what_it_was() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::open(home.path()).unwrap();
        let db = open(&folder, &[FIRST]).await.unwrap();
        let copy = home.path().join("copies/before-2.sqlite");
        assert!(!copy.exists(), "a new database is nothing to lose");
        db.write(Actor::SYSTEM, |tx| tx.execute("insert into a (id) values (1)", &[])).await.unwrap();
        db.close();

        let db = open(&folder, &[FIRST, SECOND]).await.unwrap();
        let word: String = db.read(|read| read.value("select word from a where id = 1", &[])).await.unwrap();
        assert_eq!(word, "new");
        let before = rusqlite::Connection::open(&copy).unwrap();
        let columns: i64 = before.query_row("select count(*) from pragma_table_info('a')", [], |row| row.get(0)).unwrap();
        let rows: i64 = before.query_row("select count(*) from a", [], |row| row.get(0)).unwrap();
        assert_eq!((columns, rows), (1, 1));
        db.close();
        open(&folder, &[FIRST, SECOND]).await.unwrap();
        assert_eq!(std::fs::read_dir(home.path().join("copies")).unwrap().count(), 1, "without a migration there is no copy");
    }

    #[tokio::test]
    async fn a_migration_that_fails_leaves_nothing_and_says_which_it_was() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::open(home.path()).unwrap();
        let db = open(&folder, &[FIRST]).await.unwrap();
        db.write(Actor::SYSTEM, |tx| tx.execute("insert into a (id) values (1)", &[])).await.unwrap();
        db.close();
        let refused = open(&folder, &[FIRST, BROKEN]).await.err();
        assert!(matches!(&refused, Some(Error::Internal(why)) if why.contains("migration 3")), "{refused:?}");
        let db = open(&folder, &[FIRST]).await.unwrap();
        let tables = db.read(crate::catalogue::tables).await.unwrap();
        assert_eq!(tables, ["a", "migrations"]);
    }
}
