//! One database behind one handle, whichever engine it is.

use std::sync::Arc;

use base::{Actor, Clock, Error, Moment, Result};
use tokio::sync::{oneshot, watch};

use crate::{
    folder::Folder,
    migrations::Migration,
    postgres::Postgres,
    read::Read,
    sqlite::Sqlite,
    task::{Changing, Mode, Reading, Surroundings, Work, stopped},
    tx::{Reaction, Tx},
};

/// Closures that may wait for a thread of the database; one more is [`Error::Busy`].
pub const QUEUE: usize = 4_096;

/// Where the rows lie.
#[derive(Debug, Clone)]
pub enum Database {
    /// One file in the data folder, owned by this process.
    Sqlite,
    /// A server that speaks PostgreSQL's protocol; `threads` connections.
    Postgres {
        /// `postgres://user:password@host/name`.
        url: String,
        /// Connections, and transactions at once.
        threads: usize,
    },
}

/// What a database is opened with.
#[derive(Clone)]
pub struct Options {
    /// Where the rows lie.
    pub database: Database,
    /// Tells the moment of every change.
    pub clock: Arc<dyn Clock>,
    /// The city's wiring.
    pub reaction: Reaction,
}

impl Options {
    /// Options with a wiring that does nothing.
    pub fn new(database: Database, clock: Arc<dyn Clock>) -> Self {
        Self { database, clock, reaction: Arc::new(|_, _| Ok(())) }
    }
}

/// The database of a city. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Arc<Engine>,
    clock: Arc<dyn Clock>,
    bell: Arc<watch::Sender<u64>>,
    pub(crate) story: &'static [Migration],
}

enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Db {
    /// Opens without looking at the tables; `story` is what they should be.
    pub(crate) fn connect(folder: &Folder, options: Options, story: &'static [Migration]) -> Result<Self> {
        let bell = Arc::new(watch::Sender::new(0));
        let surroundings = Surroundings { clock: options.clock.clone(), reaction: options.reaction, bell: bell.clone() };
        let engine = match options.database {
            Database::Sqlite => Engine::Sqlite(Sqlite::open(&folder.database(), surroundings)?),
            Database::Postgres { url, threads } => Engine::Postgres(Postgres::open(&url, threads, &surroundings)?),
        };
        Ok(Self { engine: Arc::new(engine), clock: options.clock, bell, story })
    }

    /// Runs `change` in one transaction; answers after the commit. The closure may run again when
    /// transactions meet, so it changes nothing but the store.
    ///
    /// # Errors
    /// The closure's own; [`Error::Busy`] when the queue is full or transactions kept meeting;
    /// [`Error::Unavailable`] when the commit failed.
    pub async fn write<T, F>(&self, actor: Actor, change: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.change(Mode::Write, actor, change).await
    }

    /// Like [`Db::write`] by the system, but READ COMMITTED on PostgreSQL: for leases and the journal's relay,
    /// which lock the rows they need.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub async fn claim<T, F>(&self, change: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.change(Mode::Claim, Actor::SYSTEM, change).await
    }

    async fn change<T, F>(&self, mode: Mode, actor: Actor, closure: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (answer, result) = oneshot::channel();
        self.send(Work { mode, actor, task: Box::new(Changing { closure, value: None, answer }) })?;
        result.await.unwrap_or_else(|_| Err(stopped()))
    }

    /// Runs `look` on one consistent state of the database.
    ///
    /// # Errors
    /// The closure's own; [`Error::Busy`] when the queue is full.
    pub async fn read<T, F>(&self, look: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&Read<'_>) -> Result<T> + Send + 'static,
    {
        let (answer, result) = oneshot::channel();
        self.send(Work { mode: Mode::Read, actor: Actor::SYSTEM, task: Box::new(Reading { closure: look, value: None, answer }) })?;
        result.await.unwrap_or_else(|_| Err(stopped()))
    }

    fn send(&self, work: Work) -> Result<()> {
        match &*self.engine {
            Engine::Sqlite(sqlite) => sqlite.send(work),
            Engine::Postgres(postgres) => postgres.send(work),
        }
    }

    /// Whether the engine is PostgreSQL or speaks its protocol.
    pub fn is_postgres(&self) -> bool {
        matches!(&*self.engine, Engine::Postgres(_))
    }

    /// The present moment by the database's clock.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// The clock that every change is timed by.
    pub fn clock(&self) -> Arc<dyn Clock> {
        self.clock.clone()
    }

    /// A bell that rings after every commit of this process. Only a hint: whoever waits polls as well.
    pub fn bell(&self) -> watch::Receiver<u64> {
        self.bell.subscribe()
    }

    /// Rings the bell for work that became visible in another way than by a commit here.
    pub fn ring(&self) {
        self.bell.send_modify(|count| *count += 1);
    }

    pub(crate) fn sqlite(&self) -> Result<&Sqlite> {
        match &*self.engine {
            Engine::Sqlite(sqlite) => Ok(sqlite),
            Engine::Postgres(_) => Err(Error::internal("this is not SQLite")),
        }
    }

    /// Lets what waits finish, then closes the database; later calls are [`Error::Unavailable`].
    pub fn close(&self) {
        match &*self.engine {
            Engine::Sqlite(sqlite) => sqlite.close(),
            Engine::Postgres(postgres) => postgres.close(),
        }
    }
}
