//! One connection to PostgreSQL: its transaction, its prepared statements, and whether it is still of use.

use std::{cell::Cell, cell::RefCell, collections::HashMap, pin::pin, time::Duration};

use base::{Error, Result};
use futures_util::{StreamExt, future::join_all};
use tokio::runtime::Runtime;
use tokio_postgres::{Client, Row, Statement, types::ToSql};

use crate::{
    dialect::{connecting_error, is_lost, is_stale, may_retry, postgres_error},
    task::Mode,
    value::Value,
};

/// Statements in flight at once on one connection.
const PIPELINE: usize = 256;
/// Statements kept prepared; one more, and all are prepared anew as they are needed.
const STATEMENTS: usize = 512;
/// How long connecting may take, unless the address says otherwise.
const CONNECT_TIME: Duration = Duration::from_secs(5);
/// How long a network may swallow what we send, unless the address says otherwise.
const SILENCE: Duration = Duration::from_secs(30);

pub(crate) struct Session {
    runtime: Runtime,
    client: Client,
    statements: RefCell<HashMap<String, Statement>>,
    met_another: Cell<bool>,
    lost: Cell<bool>,
    committing: Cell<bool>,
}

impl Session {
    pub fn connect(url: &str) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Error::internal)?;
        let mut config: tokio_postgres::Config =
            url.parse().map_err(|_| Error::Unavailable("the database address is not of the form postgres://user@host/name".into()))?;
        let patience = *config.get_connect_timeout().unwrap_or(&CONNECT_TIME);
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(SILENCE);
        }
        // The timeout of the address is for the socket only; a server that takes the call and says nothing counts too.
        let connected = runtime.block_on(async { tokio::time::timeout(patience, config.connect(tls())).await });
        let silent = |_| Error::Unavailable(format!("the database cannot be reached: it does not answer within {} s", patience.as_secs()));
        let (client, connection) = connected.map_err(silent)?.map_err(|e| connecting_error(&e))?;
        runtime.spawn(async move {
            if let Err(error) = connection.await {
                tracing::warn!(%error, "a connection to the database ended");
            }
        });
        let (met_another, lost, committing) = (Cell::new(false), Cell::new(false), Cell::new(false));
        Ok(Self { runtime, client, statements: RefCell::default(), met_another, lost, committing })
    }

    /// Whether another transaction may run on this connection.
    pub fn is_sound(&self) -> bool {
        !self.lost.get() && !self.client.is_closed()
    }

    /// Whether the transaction met another one and may simply run again.
    pub fn met_another(&self) -> bool {
        self.met_another.get()
    }

    /// Whether the transaction had come to its commit.
    pub fn was_committing(&self) -> bool {
        self.committing.get()
    }

    pub fn begin(&self, mode: Mode) -> Result<()> {
        self.met_another.set(false);
        self.committing.set(false);
        self.batch(match mode {
            Mode::Write => "begin isolation level serializable",
            Mode::Claim => "begin isolation level read committed",
            Mode::Read => "begin isolation level repeatable read read only",
        })
    }

    pub fn commit(&self) -> Result<()> {
        self.committing.set(true);
        let unsure = "the connection was lost during the commit, so whether the change was saved must be looked up";
        self.batch("commit").map_err(|error| if self.is_sound() { error } else { error.context(unsure) })
    }

    pub fn roll_back(&self) {
        if !self.is_sound() {
            return;
        }
        if let Err(error) = self.batch("rollback") {
            tracing::warn!(%error, "taking back a transaction");
            // Another "begin" would only go on with what is still open here.
            self.lost.set(true);
        }
    }

    pub fn batch(&self, sql: &str) -> Result<()> {
        self.judged(self.runtime.block_on(self.client.batch_execute(sql)))
    }

    fn judged<T>(&self, outcome: std::result::Result<T, tokio_postgres::Error>) -> Result<T> {
        outcome.map_err(|error| {
            if is_stale(&error) {
                self.statements.borrow_mut().clear();
                self.met_another.set(true);
            }
            if may_retry(&error) {
                self.met_another.set(true);
            }
            if is_lost(&error) {
                self.lost.set(true);
            }
            postgres_error(&error)
        })
    }

    fn prepared(&self, sql: &str) -> Result<Statement> {
        if let Some(statement) = self.statements.borrow().get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.judged(self.runtime.block_on(self.client.prepare(sql)))?;
        let mut statements = self.statements.borrow_mut();
        if statements.len() >= STATEMENTS {
            statements.clear();
        }
        statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    pub fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let statement = self.prepared(sql)?;
        self.judged(self.runtime.block_on(self.client.query(&statement, &as_sql(params))))
    }

    /// Shows the rows to `look` as they come, until it says false.
    pub fn each(&self, sql: &str, params: &[Value], mut look: impl FnMut(&Row) -> bool) -> Result<()> {
        let statement = self.prepared(sql)?;
        self.judged(self.runtime.block_on(async {
            let mut rows = pin!(self.client.query_raw(&statement, as_sql(params)).await?);
            while let Some(row) = rows.next().await {
                if !look(&row?) {
                    break;
                }
            }
            Ok(())
        }))
    }

    pub fn execute(&self, sql: &str, params: &[Value]) -> Result<usize> {
        let statement = self.prepared(sql)?;
        let changed = self.judged(self.runtime.block_on(self.client.execute(&statement, &as_sql(params))))?;
        usize::try_from(changed).map_err(Error::internal)
    }

    pub fn execute_many(&self, sql: &str, rows: &[Vec<Value>]) -> Result<()> {
        let statement = self.prepared(sql)?;
        for chunk in rows.chunks(PIPELINE) {
            let params: Vec<_> = chunk.iter().map(|row| as_sql(row)).collect();
            let sent = params.iter().map(|params| self.client.execute(&statement, params));
            // All answers are awaited, so that none is left on the wire after an error.
            let answers = self.runtime.block_on(join_all(sent));
            self.judged(answers.into_iter().collect::<std::result::Result<Vec<_>, _>>())?;
        }
        Ok(())
    }
}

fn as_sql(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
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
