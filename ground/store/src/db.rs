//! One database behind one handle, whichever engine it is.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use base::{Actor, Clock, Error, Moment, Result};
use tokio::sync::{oneshot, watch};

use crate::{
    folder::Folder,
    migrations,
    postgres::Postgres,
    read::{Link, Read},
    sqlite::Sqlite,
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
}

enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// What a transaction may do, and how strictly it is kept apart from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Changes; SERIALIZABLE.
    Write,
    /// Changes rows that it claims by lease; READ COMMITTED.
    Claim,
    /// Looks at one state; REPEATABLE READ READ ONLY.
    Read,
}

/// A closure on its way to a database thread and its answer on the way back.
pub(crate) struct Work {
    pub mode: Mode,
    pub actor: Actor,
    pub task: Box<dyn Task>,
}

pub(crate) trait Task: Send {
    /// Runs the closure once; its value is kept until [`Task::finish`].
    fn run(&mut self, link: Link<'_>, surroundings: &Surroundings, actor: Actor) -> Result<()>;
    /// Tells the caller: the kept value after `Ok`, otherwise the error.
    fn finish(self: Box<Self>, outcome: Result<()>);
}

/// What every transaction is surrounded by.
#[derive(Clone)]
pub(crate) struct Surroundings {
    pub clock: Arc<dyn Clock>,
    pub reaction: Reaction,
    pub bell: Arc<watch::Sender<u64>>,
}

struct Changing<T, F> {
    closure: F,
    value: Option<T>,
    answer: oneshot::Sender<Result<T>>,
}

struct Reading<T, F> {
    closure: F,
    value: Option<T>,
    answer: oneshot::Sender<Result<T>>,
}

impl<T: Send, F: Fn(&Tx<'_>) -> Result<T> + Send> Task for Changing<T, F> {
    fn run(&mut self, link: Link<'_>, surroundings: &Surroundings, actor: Actor) -> Result<()> {
        let tx = Tx::new(link, actor, surroundings.clock.now(), &surroundings.reaction);
        self.value = Some(guarded(|| (self.closure)(&tx))?);
        Ok(())
    }

    fn finish(self: Box<Self>, outcome: Result<()>) {
        answer(self.answer, self.value, outcome);
    }
}

impl<T: Send, F: Fn(&Read<'_>) -> Result<T> + Send> Task for Reading<T, F> {
    fn run(&mut self, link: Link<'_>, _: &Surroundings, _: Actor) -> Result<()> {
        let read = Read::new(link);
        self.value = Some(guarded(|| (self.closure)(&read))?);
        Ok(())
    }

    fn finish(self: Box<Self>, outcome: Result<()>) {
        answer(self.answer, self.value, outcome);
    }
}

fn guarded<T>(closure: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(closure)).unwrap_or_else(|_| Err(Error::internal("a closure of the store panicked")))
}

fn answer<T>(to: oneshot::Sender<Result<T>>, value: Option<T>, outcome: Result<()>) {
    let result = outcome.and_then(|()| value.ok_or_else(|| Error::internal("a closure of the store gave no value")));
    // Whoever asked may have gone away meanwhile (a closed browser); the change stands all the same.
    drop(to.send(result));
}

impl Db {
    /// Opens the database. SQLite: migrates, after a backup copy when there is something to lose.
    /// PostgreSQL: refuses when a migration is missing (see [`Db::migrate`]).
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence for the operator.
    pub async fn open(folder: &Folder, options: Options) -> Result<Self> {
        let db = Self::connect(folder, options)?;
        match &*db.engine {
            Engine::Sqlite(_) => db.migrate_embedded(folder).await?,
            Engine::Postgres(_) => db.require_migrated().await?,
        }
        Ok(db)
    }

    /// Opens the database and brings its tables up to this program's version, on either engine.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub async fn open_and_migrate(folder: &Folder, options: Options) -> Result<Self> {
        let db = Self::connect(folder, options)?;
        match &*db.engine {
            Engine::Sqlite(_) => db.migrate_embedded(folder).await?,
            Engine::Postgres(_) => {
                db.migrate().await?;
            }
        }
        Ok(db)
    }

    /// Opens without looking at the tables: for `migrate` and `restore`.
    pub(crate) fn connect(folder: &Folder, options: Options) -> Result<Self> {
        let bell = Arc::new(watch::Sender::new(0));
        let surroundings = Surroundings { clock: options.clock.clone(), reaction: options.reaction, bell: bell.clone() };
        let engine = match options.database {
            Database::Sqlite => Engine::Sqlite(Sqlite::open(&folder.database(), surroundings)?),
            Database::Postgres { url, threads } => Engine::Postgres(Postgres::open(&url, threads, &surroundings)?),
        };
        Ok(Self { engine: Arc::new(engine), clock: options.clock, bell })
    }

    async fn migrate_embedded(&self, folder: &Folder) -> Result<()> {
        let pending = self.pending().await?;
        let Some(first) = pending.first() else { return Ok(()) };
        if pending.len() < migrations::migrations().len() {
            let copy = folder.copy_before(first.name)?;
            tracing::info!(copy = %copy.display(), "copying the database before its migration");
            self.sqlite()?.copy_into(&copy)?;
        }
        self.migrate().await.map(drop)
    }

    async fn require_migrated(&self) -> Result<()> {
        match self.pending().await?.as_slice() {
            [] => Ok(()),
            [first, ..] => {
                Err(Error::Unavailable(format!("the database lacks migration {}: run `hejnal migrate --database …` first", first.name)))
            }
        }
    }

    async fn pending(&self) -> Result<Vec<migrations::Migration>> {
        self.write(Actor::SYSTEM, migrations::prepare).await?;
        self.read(migrations::pending).await
    }

    /// Brings the tables up to this program's version; says which migrations ran.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database is newer than this program.
    pub async fn migrate(&self) -> Result<Vec<&'static str>> {
        let mut done = Vec::new();
        for migration in self.pending().await? {
            self.write(Actor::SYSTEM, move |tx| migrations::apply(tx, &migration)).await?;
            done.push(migration.name);
        }
        Ok(done)
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

pub(crate) fn stopped() -> Error {
    Error::Unavailable("the database is closed".into())
}
