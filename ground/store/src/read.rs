//! Reading: one consistent state of the database, and the rows of a statement.

use std::cell::{Cell, RefCell};

use base::{Error, Result};

use crate::{
    dialect::{postgres_error, sqlite_error, sqlite_placeholders},
    session::Session,
    value::{FromValue, Value},
};

/// The engine's side of a transaction.
#[derive(Clone, Copy)]
pub(crate) enum Side<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a Session),
}

/// The first statement that failed in a transaction. Nothing of it may be committed then, even if the closure
/// swallowed the error: PostgreSQL takes such a transaction back anyway, and SQLite must not behave otherwise.
#[derive(Default)]
pub(crate) struct Trouble(RefCell<Option<Error>>);

impl Trouble {
    fn note<T>(&self, outcome: Result<T>) -> Result<T> {
        if let Err(error) = &outcome {
            self.0.borrow_mut().get_or_insert_with(|| error.clone());
        }
        outcome
    }

    /// The first error, if there was one.
    pub fn verdict(&self) -> Result<()> {
        self.0.borrow().clone().map_or(Ok(()), Err)
    }
}

/// What a transaction's statements go through.
#[derive(Clone, Copy)]
pub(crate) struct Link<'a> {
    pub side: Side<'a>,
    pub trouble: &'a Trouble,
}

impl Link<'_> {
    /// Remembers an error of a statement.
    pub fn noted<T>(&self, outcome: Result<T>) -> Result<T> {
        self.trouble.note(outcome)
    }
}

/// One consistent state of the database. [`crate::Tx`] is one of these, too.
pub struct Read<'a> {
    pub(crate) link: Link<'a>,
    /// Statements run so far; a bound on closures gone wild in tests.
    statements: Cell<u32>,
}

/// A row of an answer, read by the place of the column, counted from 0.
pub struct Row<'a>(Cells<'a>);

enum Cells<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// The value in column `index`.
    ///
    /// # Errors
    /// [`Error::Internal`] when there is no such column or it holds another kind of value.
    pub fn get<T: FromValue>(&self, index: usize) -> Result<T> {
        let value: Value = match &self.0 {
            Cells::Sqlite(row) => row.get(index).map_err(sqlite_error)?,
            Cells::Postgres(row) => row.try_get(index).map_err(|e| postgres_error(&e))?,
        };
        T::from_value(value).map_err(|e| e.context(format!("column {index}")))
    }
}

impl<'a> Read<'a> {
    pub(crate) fn new(link: Link<'a>) -> Self {
        Self { link, statements: Cell::new(0) }
    }

    /// How many statements this transaction has run.
    pub fn statements(&self) -> u32 {
        self.statements.get()
    }

    /// Whether the engine is PostgreSQL or speaks its protocol: for the few fragments that cannot be one text.
    pub fn is_postgres(&self) -> bool {
        matches!(self.link.side, Side::Postgres(_))
    }

    /// All rows, each made into a `T`. The statement carries its own limit.
    ///
    /// # Errors
    /// What the engine says, by what the caller can do; or the first error of `make`.
    pub fn query<T>(&self, sql: &str, params: &[Value], mut make: impl FnMut(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
        if let Side::Postgres(session) = self.link.side {
            self.count();
            let rows = self.link.noted(session.query(sql, params))?;
            return rows.iter().map(|row| make(&Row(Cells::Postgres(row)))).collect();
        }
        let mut made = Vec::new();
        self.each(sql, params, |row| {
            made.push(make(row)?);
            Ok(())
        })?;
        Ok(made)
    }

    /// Shows every row to `look`, one after the other, and keeps none: for whole tables. `look` runs no statement.
    pub(crate) fn each(&self, sql: &str, params: &[Value], mut look: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        self.count();
        match self.link.side {
            Side::Sqlite(connection) => {
                let statement = connection.prepare_cached(&sqlite_placeholders(sql)).map_err(sqlite_error);
                let mut statement = self.link.noted(statement)?;
                let rows = statement.query(rusqlite::params_from_iter(params)).map_err(sqlite_error);
                let mut rows = self.link.noted(rows)?;
                while let Some(row) = self.link.noted(rows.next().map_err(sqlite_error))? {
                    look(&Row(Cells::Sqlite(row)))?;
                }
                Ok(())
            }
            Side::Postgres(session) => {
                let mut made = Ok(());
                let answered = session.each(sql, params, |row| {
                    made = look(&Row(Cells::Postgres(row)));
                    made.is_ok()
                });
                self.link.noted(answered)?;
                made
            }
        }
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// As [`Read::query`].
    pub fn find<T>(&self, sql: &str, params: &[Value], make: impl FnMut(&Row<'_>) -> Result<T>) -> Result<Option<T>> {
        Ok(self.query(sql, params, make)?.into_iter().next())
    }

    /// The first row.
    ///
    /// # Errors
    /// [`Error::NotFound`] without a row; otherwise as [`Read::query`].
    pub fn one<T>(&self, sql: &str, params: &[Value], make: impl FnMut(&Row<'_>) -> Result<T>) -> Result<T> {
        self.find(sql, params, make)?.ok_or(Error::NotFound)
    }

    /// The single value of the first row: for counts and the like.
    ///
    /// # Errors
    /// As [`Read::one`].
    pub fn value<T: FromValue>(&self, sql: &str, params: &[Value]) -> Result<T> {
        self.one(sql, params, |row| row.get(0))
    }

    pub(crate) fn count(&self) {
        self.statements.set(self.statements.get().saturating_add(1));
    }
}

/// `($1, $2, …)` for `count` values from number `first` on: `= any($1)` does not exist in SQLite.
pub fn placeholders(first: usize, count: usize) -> String {
    let list: Vec<String> = (first..first + count).map(|n| format!("${n}")).collect();
    format!("({})", list.join(", "))
}
