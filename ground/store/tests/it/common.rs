//! What several tests need: a city that is opened more than once, and what it tells.

use std::sync::Arc;

use base::{Actor, Error, Id, Result};
use store::{Database, Db, Folder, NewEvent, Options, Tx};
use testkit::{Engine, Server, TestClock};

/// A place for a database that is opened more than once.
pub struct Place {
    pub database: Database,
    pub clock: TestClock,
    pub home: tempfile::TempDir,
}

impl Place {
    pub fn new(engine: Engine) -> Self {
        Self::at(match engine {
            Engine::Sqlite => Database::Sqlite,
            Engine::Postgres => Database::Postgres { url: Server::shared().database(), threads: 2 },
        })
    }

    pub fn at(database: Database) -> Self {
        Self { database, clock: TestClock::default(), home: tempfile::tempdir().unwrap() }
    }

    pub fn folder(&self) -> Folder {
        Folder::open(self.home.path()).unwrap()
    }

    pub fn options(&self) -> Options {
        Options::new(self.database.clone(), Arc::new(self.clock.clone()))
    }

    pub async fn open(&self) -> Result<Db> {
        Db::open(&self.folder(), self.options()).await
    }

    pub async fn make(&self) -> Db {
        Db::open_and_migrate(&self.folder(), self.options()).await.unwrap()
    }
}

/// The sentence of an error that says what the operator can do.
pub fn sentence<T>(refused: Result<T>) -> String {
    match refused {
        Err(Error::Unavailable(why)) => why,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("this was to be refused"),
    }
}

pub fn told(subject_id: Id) -> NewEvent {
    NewEvent { subject_kind: "slot", subject_id, kind: "slot.booked", facts: serde_json::json!({}) }
}

pub async fn write<T: Send + 'static>(db: &Db, change: impl Fn(&Tx<'_>) -> Result<T> + Send + 'static) -> Result<T> {
    db.write(Actor::SYSTEM, change).await
}
