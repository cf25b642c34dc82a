//! The kit: a city's database, clock and worker for one test.

use std::{collections::HashMap, sync::Arc};

use base::{Actor, Id, Result};
use jobs::{Handler, Job, Worker};
use store::{Database, Db, Event, Folder, FromValue, Options, Read, Tx};

use crate::{clock::TestClock, postgres::Server};

/// The engines that every store function is tested on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The embedded file.
    Sqlite,
    /// A throw-away server.
    Postgres,
}

/// A city for one test.
pub struct Kit {
    /// Which engine holds it.
    pub engine: Engine,
    /// Its database, migrated and empty.
    pub db: Db,
    /// Its clock.
    pub clock: TestClock,
    /// Its data folder.
    pub folder: Folder,
    relay: Id,
    worker: Worker,
    _home: tempfile::TempDir,
}

/// Runs one test body on both engines.
pub async fn on_both(body: impl AsyncFn(&Kit)) {
    on_both_with(|_| Vec::new(), HashMap::new(), body).await;
}

/// Runs one test body on both engines, with wiring and job handlers.
pub async fn on_both_with(wiring: fn(&Event) -> Vec<Job>, handlers: HashMap<&'static str, Handler>, body: impl AsyncFn(&Kit)) {
    for engine in Engine::ALL {
        let kit = Kit::new(engine, wiring, handlers.clone()).await;
        body(&kit).await;
        kit.end().await;
    }
}

impl Engine {
    /// Both.
    pub const ALL: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];
}

impl Kit {
    /// A new city in which nothing follows from anything.
    ///
    /// # Panics
    /// As [`Kit::with`].
    pub async fn bare(engine: Engine) -> Self {
        Self::new(engine, |_| Vec::new(), HashMap::new()).await
    }

    /// A new city.
    ///
    /// # Panics
    /// As [`Kit::with`].
    pub async fn new(engine: Engine, wiring: fn(&Event) -> Vec<Job>, handlers: HashMap<&'static str, Handler>) -> Self {
        Self::with(engine, wiring, |_| handlers).await
    }

    /// A new city whose handlers stand on its database.
    ///
    /// # Panics
    /// When it cannot be made: then no test can run.
    pub async fn with(
        engine: Engine,
        wiring: fn(&Event) -> Vec<Job>,
        handlers: impl FnOnce(&Db) -> HashMap<&'static str, Handler>,
    ) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let folder = Folder::open(home.path()).expect("a data folder");
        let clock = TestClock::default();
        let database = match engine {
            Engine::Sqlite => Database::Sqlite,
            Engine::Postgres => Database::Postgres { url: Server::shared().database(), threads: 4 },
        };
        let options = Options { database, clock: Arc::new(clock.clone()), reaction: jobs::reaction(wiring) };
        let db = Db::open_and_migrate(&folder, options).await.expect("a migrated database");
        let worker = Worker::new(db.clone(), handlers(&db));
        Self { engine, db, clock, folder, relay: Id::new(), worker, _home: home }
    }

    /// Changes the city as the program itself.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub async fn write<T: Send + 'static>(&self, change: impl Fn(&Tx<'_>) -> Result<T> + Send + 'static) -> Result<T> {
        self.db.write(Actor::SYSTEM, change).await
    }

    /// Looks at the city.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub async fn read<T: Send + 'static>(&self, look: impl Fn(&Read<'_>) -> Result<T> + Send + 'static) -> Result<T> {
        self.db.read(look).await
    }

    /// The only value of the only row.
    ///
    /// # Panics
    /// When the store refuses, or there is no such row.
    pub async fn value<T: FromValue + Send + 'static>(&self, sql: &'static str) -> T {
        self.read(move |read| read.value(sql, &[])).await.expect("a row with one value")
    }

    /// The kinds of a subject's events, oldest first.
    ///
    /// # Panics
    /// When the store refuses.
    pub async fn told(&self, subject_id: Id) -> Vec<String> {
        let events = self.read(move |read| store::journal::of_subject(read, subject_id)).await.expect("a journal that can be read");
        events.into_iter().map(|event| event.kind).collect()
    }

    /// Does all jobs that are due, and what follows from them; numbers the journal.
    ///
    /// # Panics
    /// When the store refuses.
    pub async fn settle(&self) {
        self.worker.settle().await.expect("jobs are claimed and noted");
        while store::journal::relay(&self.db, self.relay).await.expect("the journal is numbered") > 0 {}
    }

    /// Ends the test: no job may be left undone, none may have failed unseen, and the journal must be whole.
    ///
    /// # Panics
    /// When work is left.
    pub async fn end(self) {
        while store::journal::relay(&self.db, self.relay).await.expect("the journal is numbered") > 0 {}
        let (waiting, faults) =
            self.read(|read| Ok((jobs::waiting(read)?, store::journal::verify(read)?))).await.expect("the end of a test can be read");
        assert_eq!(waiting.due, 0, "jobs were left undone on {:?}: settle them or assert what they wait for", self.engine);
        assert!(faults.is_empty(), "{faults:?}");
        self.db.close();
    }
}
