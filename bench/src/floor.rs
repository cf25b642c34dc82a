//! The raw limit of a report: the very rows that one report makes, inserted by prepared statements and nothing else.
//!
//! What these rows are is not written here. A city without its worker takes one report, and every row that is new
//! afterwards belongs to it; copies get ids, numbers and places in the journal of their own.

use std::{
    collections::HashMap,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};
use rusqlite::{Connection, OpenFlags, params_from_iter, types::Value};
use uuid::Uuid;

use crate::{
    city::{City, Opening, Program},
    kernel,
    questions::Question,
};

/// How long each size of commit is measured.
const TIME: Duration = Duration::from_secs(2);
/// The most reports inserted for one size of commit.
const MAX_REPORTS: i64 = 400_000;

/// One row of the report, as the database keeps it.
#[derive(Debug, Clone)]
pub struct TemplateRow {
    /// Its table.
    pub table: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// What stands in them.
    pub cells: Vec<Cell>,
}

/// What a copy of a row has in a column.
#[derive(Debug, Clone)]
pub enum Cell {
    /// The same in every copy.
    Same(Value),
    /// An id that several rows of one copy share, by its number.
    Id(usize),
    /// A random id, such as the token of a form.
    Random,
    /// The next of a count, after the start: report numbers, places in the journal.
    Next(i64),
}

/// All rows of one report.
#[derive(Debug, Clone)]
pub struct Template {
    /// In an order in which what is referred to comes first.
    pub rows: Vec<TemplateRow>,
    ids: usize,
}

/// What raw insertion reached.
pub struct Floor {
    /// Reports in a second.
    pub rate: f64,
    /// Milliseconds of processor time for each.
    pub cpu_ms: f64,
    /// Whether nobody else used the machine.
    pub quiet: bool,
}

impl Template {
    /// Lets a city in `folder` take one report and reads its rows. The database file stays there, closed.
    ///
    /// # Errors
    /// When the city does not take it.
    pub async fn take(program: &Program, folder: &Path, report: &Question) -> Result<Self> {
        let city = City::open(program, folder, &Opening { web_only: true, ..Opening::default() }).await?;
        let database = folder.join("hejnal.sqlite");
        let before = Connection::open_with_flags(&database, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(anyhow::Error::from).and_then(|db| ends_of(&db))?;
        city.ask(report).await?;
        city.close().await?;
        let connection = Connection::open(&database)?;
        connection.pragma_update(None, "wal_checkpoint", "truncate")?;
        Self::read(&connection, &before)
    }

    fn read(connection: &Connection, before: &[(String, i64)]) -> Result<Self> {
        let mut rows = Vec::new();
        for (table, last) in before {
            let mut statement = connection.prepare(&format!("select * from {table} where rowid > ?1 order by rowid"))?;
            let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
            let width = columns.len();
            let found = statement.query_map([last], |row| (0..width).map(|index| row.get(index)).collect::<rusqlite::Result<Vec<Value>>>())?;
            for values in found {
                rows.push((table.clone(), columns.clone(), values?));
            }
        }
        ensure!(rows.len() >= 5, "a report makes an interaction, a case, a report, events and jobs, not {} rows", rows.len());
        Ok(Self::of(rows))
    }

    /// Ids made for this report become ids made for each copy.
    fn of(rows: Vec<(String, Vec<String>, Vec<Value>)>) -> Self {
        let own_ids = rows.iter().flat_map(|(_, columns, values)| columns.iter().zip(values).filter(|(column, _)| *column == "id"));
        let ids: HashMap<Vec<u8>, usize> =
            own_ids.filter_map(|(_, value)| if let Value::Blob(id) = value { Some(id.clone()) } else { None }).zip(0..).collect();
        let cell = |column: &str, value: Value| match value {
            Value::Blob(id) if ids.contains_key(&id) => Cell::Id(ids[&id]),
            Value::Blob(_) if column == "token" => Cell::Random,
            Value::Integer(start) if column == "number" || column == "position" => Cell::Next(start),
            value => Cell::Same(value),
        };
        let rows = rows.into_iter().map(|(table, columns, values)| {
            let cells = columns.iter().zip(values).map(|(column, value)| cell(column, value)).collect();
            TemplateRow { table, columns, cells }
        });
        Self { rows: rows.collect(), ids: ids.len() }
    }

    /// How many events a report makes: so many places in the journal each copy takes.
    fn places(&self) -> i64 {
        i64::try_from(self.rows.iter().filter(|row| row.table == "events").count()).unwrap_or(1)
    }

    /// The values of copy number `copy`, from 1, row by row.
    pub fn copy(&self, copy: i64) -> impl Iterator<Item = Vec<Value>> {
        let ids: Vec<Vec<u8>> = (0..self.ids).map(|_| Uuid::now_v7().as_bytes().to_vec()).collect();
        let step = self.places();
        let value = move |table: &str, cell: &Cell| match cell {
            Cell::Same(value) => value.clone(),
            Cell::Id(number) => Value::Blob(ids[*number].clone()),
            Cell::Random => Value::Blob(Uuid::new_v4().as_bytes().to_vec()),
            Cell::Next(start) if table == "events" => Value::Integer(start + step * copy),
            Cell::Next(_) => Value::Integer(scattered(copy)),
        };
        self.rows.iter().map(move |row| row.cells.iter().map(|cell| value(&row.table, cell)).collect())
    }

    /// Inserts copies into a copy of the database file in `folder`, `batch` reports in each commit.
    ///
    /// # Errors
    /// When a row does not go in.
    pub fn insert(&self, folder: &Path, batch: i64) -> Result<Floor> {
        let file = folder.join(format!("floor-{batch}.sqlite"));
        std::fs::copy(folder.join("hejnal.sqlite"), &file)?;
        let connection = Connection::open(&file)?;
        // As `store` opens its writer (ground/store/src/sqlite.rs).
        connection.execute_batch(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
             pragma temp_store = memory; pragma wal_autocheckpoint = 4000; pragma cache_size = -16000;",
        )?;
        let mut statements = self.rows.iter().map(|row| connection.prepare(&insertion(row))).collect::<rusqlite::Result<Vec<_>>>()?;
        let (watch, started, mut done) = (kernel::Watch::begin(None), Instant::now(), 0);
        while started.elapsed() < TIME && done < MAX_REPORTS {
            connection.execute_batch("begin immediate")?;
            for _ in 0..batch {
                done += 1;
                for (statement, values) in statements.iter_mut().zip(self.copy(done)) {
                    statement.execute(params_from_iter(values)).context("a row of the raw limit")?;
                }
            }
            connection.execute_batch("commit")?;
        }
        let spent = watch.end()?;
        Ok(Floor { rate: done as f64 / spent.elapsed, cpu_ms: spent.own * 1000.0 / done as f64, quiet: spent.quiet() })
    }
}

/// The last row of every table, in the order in which the tables were made.
fn ends_of(connection: &Connection) -> Result<Vec<(String, i64)>> {
    let mut statement = connection.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by rowid")?;
    let tables = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let end = |table: String| {
        let last = connection.query_row(&format!("select coalesce(max(rowid), 0) from {table}"), [], |row| row.get(0))?;
        Ok((table, last))
    };
    tables.into_iter().map(end).collect()
}

fn insertion(row: &TemplateRow) -> String {
    let places: Vec<String> = (1..=row.columns.len()).map(|number| format!("?{number}")).collect();
    format!("insert into {} ({}) values ({})", row.table, row.columns.join(", "), places.join(", "))
}

/// Different for every copy, and without order, as report numbers are: an odd factor permutes the numbers below 2³¹.
fn scattered(copy: i64) -> i64 {
    100_000_000 + (copy.wrapping_mul(0x9E37_79B1) & 0x7FFF_FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_ids_of_its_own_and_keeps_its_references() {
        let city = |byte: u8| Value::Blob(vec![byte; 16]);
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let rows = vec![
            ("cases".to_owned(), names(&["id", "service_id"]), vec![city(1), city(9)]),
            ("reports".to_owned(), names(&["id", "case_id", "number", "token"]), vec![city(2), city(1), Value::Integer(7), city(5)]),
            ("events".to_owned(), names(&["id", "position"]), vec![city(3), Value::Integer(40)]),
        ];
        let template = Template::of(rows);
        let (first, second): (Vec<_>, Vec<_>) = (template.copy(1).collect(), template.copy(2).collect());
        assert_eq!(first[0][0], first[1][1], "the report belongs to the case of its own copy");
        assert_ne!(first[0][0], second[0][0]);
        assert_eq!(first[0][1], second[0][1], "the service is the city's");
        assert_ne!(first[1][2], second[1][2]);
        assert_ne!(first[1][3], second[1][3]);
        assert_eq!((first[2][1].clone(), second[2][1].clone()), (Value::Integer(41), Value::Integer(42)));
    }

    #[test]
    fn numbers_of_copies_are_all_different() {
        let numbers: std::collections::BTreeSet<i64> = (1..=100_000).map(scattered).collect();
        assert_eq!(numbers.len(), 100_000);
    }
}
