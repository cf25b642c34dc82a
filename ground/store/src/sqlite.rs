//! SQLite: one thread writes with group commit, a few read.

use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::Mutex,
    thread::JoinHandle,
    time::{Duration, Instant},
};

use base::{Error, Result};
use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};
use rusqlite::{Connection, config::DbConfig};

use crate::{
    db::QUEUE,
    dialect::sqlite_error,
    read::Side,
    task::{Mode, Surroundings, Work, stopped},
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

    /// Writes a consistent copy of the whole database to `target`, which must not exist; it is on disk afterwards.
    pub fn copy_into(&self, target: &Path) -> Result<()> {
        // Not "query only": SQLite takes that to forbid the copy, too.
        let connection = connection(&self.path, false)?;
        connection.execute("vacuum into ?1", [target.to_string_lossy()]).map_err(sqlite_error)?;
        File::open(target).and_then(|copy| copy.sync_all()).map_err(|e| Error::Unavailable(format!("{}: {e}", target.display())))
    }

    pub fn close(&self) {
        let Ok(mut queues) = self.queues.lock() else { return };
        drop(queues.take());
        // Whoever sends meanwhile hears at once that the database is closed.
        drop(queues);
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
    let open = || -> rusqlite::Result<(Connection, String)> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        let mode = connection.query_row("pragma journal_mode = wal", [], |row| row.get(0))?;
        connection.execute_batch(
            "pragma synchronous = full; pragma foreign_keys = on; pragma temp_store = memory;
             pragma wal_autocheckpoint = 4000; pragma journal_size_limit = 67108864; pragma cache_size = -16000;
             pragma secure_delete = on;",
        )?;
        // One plan for a statement whatever is bound to it: otherwise SQLite prepares a cached statement again at every use.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.pragma_update(None, "query_only", query_only)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok((connection, mode))
    };
    let (connection, mode) = open().map_err(|e| sqlite_error(e).context(format!("opening {}", path.display())))?;
    if mode != "wal" {
        return Err(Error::Unavailable(format!("{}: this file system cannot hold the database; take a local disk", path.display())));
    }
    Ok(connection)
}

fn read_all(connection: &Connection, queue: &Receiver<Work>, surroundings: &Surroundings) {
    for mut work in queue {
        let outcome = statement(connection, "begin");
        let outcome = outcome.and_then(|()| work.task.run(Side::Sqlite(connection), surroundings, work.actor));
        end(connection);
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
    // Nothing is open here, unless an earlier batch could not even be taken back.
    end(connection);
    if let Err(error) = statement(connection, "begin immediate") {
        return first.task.finish(Err(error));
    }
    let started = Instant::now();
    let mut done: Vec<(Work, Result<()>)> = Vec::new();
    let mut next = Some(first);
    while let Some(mut work) = next {
        match in_savepoint(connection, &mut work, surroundings) {
            Ok(outcome) => done.push((work, outcome)),
            Err(error) => {
                done.push((work, Ok(())));
                return take_back(connection, done, &error);
            }
        }
        let room = done.len() < BATCH && started.elapsed() < BATCH_TIME;
        next = if room { queue.try_recv().ok() } else { None };
    }
    metrics::histogram!("store_commit_closures").record(f64::from(u32::try_from(done.len()).unwrap_or(u32::MAX)));
    match statement(connection, "commit") {
        Ok(()) => done.into_iter().for_each(|(work, outcome)| work.task.finish(outcome)),
        Err(error) => take_back(connection, done, &error),
    }
}

/// Runs one closure so that its failure leaves nothing. The outer error means that the whole batch is lost.
fn in_savepoint(connection: &Connection, work: &mut Work, surroundings: &Surroundings) -> Result<Result<()>> {
    statement(connection, "savepoint one")?;
    let outcome = work.task.run(Side::Sqlite(connection), surroundings, work.actor);
    if connection.is_autocommit() {
        // Disk full or an input/output error: SQLite itself took back the whole transaction.
        return Err(match outcome {
            Err(error @ Error::Unavailable(_)) => error,
            _ => Error::Unavailable("the database took back a whole batch (disk full or input/output error)".into()),
        });
    }
    if outcome.is_err() {
        statement(connection, "rollback to one")?;
    }
    statement(connection, "release one")?;
    Ok(outcome)
}

fn statement(connection: &Connection, sql: &str) -> Result<()> {
    connection.prepare_cached(sql).and_then(|mut s| s.execute([])).map(drop).map_err(sqlite_error)
}

/// Ends whatever transaction is open, without keeping it.
fn end(connection: &Connection) {
    if connection.is_autocommit() {
        return;
    }
    if let Err(error) = statement(connection, "rollback") {
        tracing::error!(%error, "taking back a transaction");
    }
}

/// Nothing of the batch stands: everyone hears so, and keeps an error of their own.
fn take_back(connection: &Connection, done: Vec<(Work, Result<()>)>, error: &Error) {
    tracing::error!(%error, closures = done.len(), "a batch was not committed");
    metrics::counter!("store_batches_lost_total").increment(1);
    end(connection);
    for (work, outcome) in done {
        work.task.finish(outcome.and(Err(error.clone())));
    }
}
