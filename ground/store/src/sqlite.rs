//! SQLite: one thread writes with group commit, a few read.

use std::{
    path::{Path, PathBuf},
    sync::Mutex,
    thread::JoinHandle,
    time::{Duration, Instant},
};

use base::{Error, Result};
use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};
use rusqlite::Connection;

use crate::{
    db::{Mode, QUEUE, Surroundings, Work, stopped},
    dialect::sqlite_error,
    read::Link,
};

/// Closures that share one commit, at most.
const BATCH: usize = 256;
/// How long a commit waits for more closures that are there already.
const BATCH_TIME: Duration = Duration::from_millis(20);
/// Threads that read.
const READERS: usize = 3;
/// Statements kept prepared per connection.
const STATEMENTS: usize = 256;

pub(crate) struct Sqlite {
    path: PathBuf,
    queues: Mutex<Option<Queues>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

#[derive(Clone)]
struct Queues {
    writes: Sender<Work>,
    reads: Sender<Work>,
}

impl Sqlite {
    pub fn open(path: &Path, surroundings: Surroundings) -> Result<Self> {
        let (writes, to_write) = bounded(QUEUE);
        let (reads, to_read) = bounded(QUEUE);
        let writer = connection(path, false)?;
        let mut threads = vec![];
        for number in 0..READERS {
            let (connection, queue, surroundings) = (connection(path, true)?, to_read.clone(), surroundings.clone());
            threads.push(start(&format!("read-{number}"), move || read_all(&connection, &queue, &surroundings))?);
        }
        threads.push(start("write", move || write_all(&writer, &to_write, &surroundings))?);
        Ok(Self { path: path.to_owned(), queues: Mutex::new(Some(Queues { writes, reads })), threads: Mutex::new(threads) })
    }

    pub fn send(&self, work: Work) -> Result<()> {
        let queues = self.queues.lock().map_err(Error::internal)?.clone().ok_or_else(stopped)?;
        let queue = if work.mode == Mode::Read { &queues.reads } else { &queues.writes };
        queue.try_send(work).map_err(|refused| match refused {
            TrySendError::Full(_) => {
                metrics::counter!("store_queue_full_total").increment(1);
                Error::Busy("database")
            }
            TrySendError::Disconnected(_) => stopped(),
        })
    }

    /// Writes a consistent copy of the whole database to `target`, which must not exist.
    pub fn copy_into(&self, target: &Path) -> Result<()> {
        let connection = connection(&self.path, true)?;
        connection.execute("vacuum into ?1", [target.to_string_lossy()]).map_err(sqlite_error)?;
        Ok(())
    }

    pub fn close(&self) {
        let Ok(mut queues) = self.queues.lock() else { return };
        drop(queues.take());
        let Ok(mut threads) = self.threads.lock() else { return };
        for thread in threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a thread of the database ended in a panic");
            }
        }
    }
}

fn start(name: &str, run: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.to_owned()).spawn(run).map_err(Error::internal)
}

fn connection(path: &Path, query_only: bool) -> Result<Connection> {
    let open = || -> rusqlite::Result<Connection> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.execute_batch(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
             pragma temp_store = memory; pragma wal_autocheckpoint = 4000; pragma cache_size = -16000;",
        )?;
        connection.pragma_update(None, "query_only", query_only)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(connection)
    };
    open().map_err(|e| sqlite_error(e).context(format!("opening {}", path.display())))
}

fn read_all(connection: &Connection, queue: &Receiver<Work>, surroundings: &Surroundings) {
    for mut work in queue {
        let outcome = connection.execute_batch("begin").map_err(sqlite_error);
        let outcome = outcome.and_then(|()| work.task.run(Link::Sqlite(connection), surroundings, work.actor));
        if let Err(error) = connection.execute_batch("rollback") {
            tracing::error!(%error, "ending a read");
        }
        work.task.finish(outcome);
    }
}

fn write_all(connection: &Connection, queue: &Receiver<Work>, surroundings: &Surroundings) {
    for first in queue {
        write_batch(connection, first, queue, surroundings);
        surroundings.bell.send_modify(|count| *count += 1);
    }
}

/// One commit for `first` and whatever else waits: each closure in a savepoint of its own.
fn write_batch(connection: &Connection, first: Work, queue: &Receiver<Work>, surroundings: &Surroundings) {
    if let Err(error) = connection.execute_batch("begin immediate").map_err(sqlite_error) {
        return first.task.finish(Err(error));
    }
    let started = Instant::now();
    let mut done: Vec<(Work, Result<()>)> = Vec::new();
    let mut next = Some(first);
    while let Some(mut work) = next {
        let outcome = in_savepoint(connection, &mut work, surroundings);
        done.push((work, outcome));
        if connection.is_autocommit() {
            return fail_all(done, "the database took back a whole batch (disk full or input/output error)");
        }
        let room = done.len() < BATCH && started.elapsed() < BATCH_TIME;
        next = if room { queue.try_recv().ok() } else { None };
    }
    metrics::histogram!("store_commit_closures").record(f64::from(u32::try_from(done.len()).unwrap_or(u32::MAX)));
    match connection.execute_batch("commit") {
        Ok(()) => done.into_iter().for_each(|(work, outcome)| work.task.finish(outcome)),
        Err(error) => {
            let error = sqlite_error(error);
            if !connection.is_autocommit() {
                drop(connection.execute_batch("rollback"));
            }
            fail_all_with(done, &error);
        }
    }
}

fn in_savepoint(connection: &Connection, work: &mut Work, surroundings: &Surroundings) -> Result<()> {
    statement(connection, "savepoint one")?;
    let outcome = work.task.run(Link::Sqlite(connection), surroundings, work.actor);
    if connection.is_autocommit() {
        return outcome;
    }
    if outcome.is_err() {
        statement(connection, "rollback to one")?;
    }
    statement(connection, "release one")?;
    outcome
}

fn statement(connection: &Connection, sql: &str) -> Result<()> {
    connection.prepare_cached(sql).and_then(|mut s| s.execute([])).map(drop).map_err(sqlite_error)
}

fn fail_all(done: Vec<(Work, Result<()>)>, why: &str) {
    let said = done.iter().rev().find_map(|(_, outcome)| outcome.clone().err());
    fail_all_with(done, &said.unwrap_or_else(|| Error::Unavailable(why.to_owned())));
}

fn fail_all_with(done: Vec<(Work, Result<()>)>, error: &Error) {
    tracing::error!(%error, closures = done.len(), "a batch was not committed");
    for (work, outcome) in done {
        work.task.finish(outcome.and(Err(error.clone())));
    }
}
