//! PostgreSQL: n threads, each with a connection and one transaction at a time.

use std::{cell::Cell, cell::RefCell, collections::HashMap, sync::Mutex, thread::JoinHandle, time::Duration};

use base::{Error, Result};
use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};
use futures_util::future::join_all;
use tokio::runtime::Runtime;
use tokio_postgres::{Client, Row, Statement, types::ToSql};

use crate::{
    db::{Mode, QUEUE, Surroundings, Work, stopped},
    dialect::{may_retry, postgres_error},
    read::Link,
    value::Value,
};

/// Attempts of one closure when transactions meet; then [`Error::Busy`].
const ATTEMPTS: u32 = 40;
/// The longest pause before another attempt.
const LONGEST_PAUSE: Duration = Duration::from_millis(50);
/// Statements in flight at once on one connection.
const PIPELINE: usize = 256;

pub(crate) struct Postgres {
    queue: Mutex<Option<Sender<Work>>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

/// A connection, its prepared statements, and whether the transaction met another one.
pub(crate) struct Session {
    runtime: Runtime,
    client: Client,
    statements: RefCell<HashMap<String, Statement>>,
    met_another: Cell<bool>,
}

impl Postgres {
    pub fn open(url: &str, threads: usize, surroundings: &Surroundings) -> Result<Self> {
        // Connecting blocks, and the caller may stand in an async runtime: a thread of its own does it.
        let address = url.to_owned();
        let first = std::thread::spawn(move || Session::connect(&address)).join().map_err(|_| Error::internal("connecting panicked"))??;
        let (sender, queue) = bounded(QUEUE);
        let mut sessions = vec![Some(first)];
        sessions.resize_with(threads.max(1), || None);
        let threads = sessions.into_iter().enumerate().map(|(number, session)| {
            let (url, queue, surroundings) = (url.to_owned(), queue.clone(), surroundings.clone());
            let run = move || serve_all(&url, session, &queue, &surroundings);
            std::thread::Builder::new().name(format!("postgres-{number}")).spawn(run).map_err(Error::internal)
        });
        let threads = threads.collect::<Result<_>>()?;
        Ok(Self { queue: Mutex::new(Some(sender)), threads: Mutex::new(threads) })
    }

    pub fn send(&self, work: Work) -> Result<()> {
        let queue = self.queue.lock().map_err(Error::internal)?.clone().ok_or_else(stopped)?;
        queue.try_send(work).map_err(|refused| match refused {
            TrySendError::Full(_) => {
                metrics::counter!("store_queue_full_total").increment(1);
                Error::Busy("database")
            }
            TrySendError::Disconnected(_) => stopped(),
        })
    }

    pub fn close(&self) {
        let Ok(mut queue) = self.queue.lock() else { return };
        drop(queue.take());
        let Ok(mut threads) = self.threads.lock() else { return };
        for thread in threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a thread of the database ended in a panic");
            }
        }
    }
}

fn serve_all(url: &str, mut session: Option<Session>, queue: &Receiver<Work>, surroundings: &Surroundings) {
    for mut work in queue {
        if session.as_ref().is_none_or(|session| session.client.is_closed()) {
            session = match Session::connect(url) {
                Ok(connected) => Some(connected),
                Err(error) => {
                    work.task.finish(Err(error));
                    continue;
                }
            };
        }
        let Some(session) = &session else { continue };
        let outcome = session.transact(&mut work, surroundings);
        let rings = outcome.is_ok() && work.mode != Mode::Read;
        work.task.finish(outcome);
        if rings {
            surroundings.bell.send_modify(|count| *count += 1);
        }
    }
}

impl Session {
    fn connect(url: &str) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Error::internal)?;
        let config: tokio_postgres::Config =
            url.parse().map_err(|_| Error::Unavailable("the database address is not of the form postgres://user@host/name".into()))?;
        let connected = runtime.block_on(config.connect(tls()));
        let (client, connection) = connected.map_err(|e| postgres_error(&e))?;
        runtime.spawn(async move {
            if let Err(error) = connection.await {
                tracing::warn!(%error, "a connection to the database ended");
            }
        });
        Ok(Self { runtime, client, statements: RefCell::default(), met_another: Cell::new(false) })
    }

    fn transact(&self, work: &mut Work, surroundings: &Surroundings) -> Result<()> {
        for attempt in 0..ATTEMPTS {
            match self.attempt(work, surroundings) {
                Err(_) if self.met_another.get() => {
                    metrics::counter!("store_retries_total").increment(1);
                    std::thread::sleep(pause(attempt));
                }
                outcome => return outcome,
            }
        }
        Err(Error::Busy("database"))
    }

    fn attempt(&self, work: &mut Work, surroundings: &Surroundings) -> Result<()> {
        self.met_another.set(false);
        self.run(match work.mode {
            Mode::Write => "begin isolation level serializable",
            Mode::Claim => "begin isolation level read committed",
            Mode::Read => "begin isolation level repeatable read read only",
        })?;
        match work.task.run(Link::Postgres(self), surroundings, work.actor) {
            Ok(()) => self.run("commit"),
            Err(error) => {
                if let Err(error) = self.runtime.block_on(self.client.batch_execute("rollback")) {
                    tracing::warn!(%error, "taking back a transaction");
                }
                Err(error)
            }
        }
    }

    fn run(&self, sql: &str) -> Result<()> {
        self.runtime.block_on(self.client.batch_execute(sql)).map_err(|e| self.judge(&e))
    }

    fn judge(&self, error: &tokio_postgres::Error) -> Error {
        if may_retry(error) {
            self.met_another.set(true);
        }
        postgres_error(error)
    }

    fn prepared(&self, sql: &str) -> Result<Statement> {
        if let Some(statement) = self.statements.borrow().get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.runtime.block_on(self.client.prepare(sql)).map_err(|e| self.judge(&e))?;
        self.statements.borrow_mut().insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    pub fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let statement = self.prepared(sql)?;
        let params = as_sql(params);
        self.runtime.block_on(self.client.query(&statement, &params)).map_err(|e| self.judge(&e))
    }

    pub fn execute(&self, sql: &str, params: &[Value]) -> Result<usize> {
        let statement = self.prepared(sql)?;
        let params = as_sql(params);
        let changed = self.runtime.block_on(self.client.execute(&statement, &params)).map_err(|e| self.judge(&e))?;
        usize::try_from(changed).map_err(Error::internal)
    }

    pub fn execute_many(&self, sql: &str, rows: &[Vec<Value>]) -> Result<()> {
        let statement = self.prepared(sql)?;
        for chunk in rows.chunks(PIPELINE) {
            let params: Vec<_> = chunk.iter().map(|row| as_sql(row)).collect();
            let sent = params.iter().map(|params| self.client.execute(&statement, params));
            // All answers are awaited, so that none is left on the wire after an error.
            let answers = self.runtime.block_on(join_all(sent));
            answers.into_iter().collect::<std::result::Result<Vec<_>, _>>().map_err(|e| self.judge(&e))?;
        }
        Ok(())
    }

    pub fn batch(&self, sql: &str) -> Result<()> {
        self.run(sql)
    }
}

fn as_sql(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn pause(attempt: u32) -> Duration {
    let ceiling = Duration::from_micros(500).saturating_mul(1 << attempt.min(8)).min(LONGEST_PAUSE);
    let share = u32::from(base::secret::random::<1>()[0]);
    ceiling * share / 255
}

fn tls() -> tokio_postgres_rustls::MakeRustlsConnect {
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring offers the default protocol versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    tokio_postgres_rustls::MakeRustlsConnect::new(config)
}
