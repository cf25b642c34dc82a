//! The raw limit of a report: the very rows that one report makes, inserted by prepared statements and nothing else.
//!
//! What these rows are is not written here. A city without its worker takes one report, and every row that is new
//! afterwards belongs to it; copies get ids, numbers and places in the journal of their own.

pub mod postgres;
pub mod sqlite;

use std::{collections::HashMap, path::Path, time::Duration};

use anyhow::{Result, ensure};
use rusqlite::{Connection, OpenFlags, types::Value};
use uuid::Uuid;

use crate::{
    city::{City, Opening, Program},
    kernel::Spent,
    questions::Question,
};

/// How long each size of commit is measured.
const TIME: Duration = Duration::from_secs(2);
/// The most reports inserted for one size of commit.
const MAX_REPORTS: i64 = 400_000;

/// One row of the report, as the database keeps it.
#[derive(Debug, Clone)]
struct TemplateRow {
    /// Its table.
    table: String,
    /// Its columns.
    columns: Vec<String>,
    /// What stands in them.
    cells: Vec<Cell>,
}

/// What a copy of a row has in a column.
#[derive(Debug, Clone)]
enum Cell {
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
    rows: Vec<TemplateRow>,
    ids: usize,
}

/// What raw insertion reached.
#[derive(Debug, Clone, Copy)]
pub struct Floor {
    /// Reports in a second.
    pub rate: f64,
    /// Milliseconds of processor time for each.
    pub cpu_ms: f64,
    /// The share of all cores that others took meanwhile.
    pub others_share: f64,
}

impl Floor {
    fn of(reports: i64, spent: &Spent) -> Self {
        Self { rate: reports as f64 / spent.elapsed, cpu_ms: spent.own * 1000.0 / reports as f64, others_share: spent.others_share }
    }
}

impl Template {
    /// Lets a city in `folder` take one report and reads its rows. The database file stays there, closed.
    ///
    /// # Errors
    /// When the city does not take it.
    pub async fn take(program: &Program, folder: &Path, report: &Question) -> Result<Self> {
        let city = City::open(program, folder, &Opening { web_only: true, ..Opening::default() }).await?;
        let database = folder.join("hejnal.sqlite");
        let before = Connection::open_with_flags(&database, OpenFlags::SQLITE_OPEN_READ_ONLY)
            .map_err(anyhow::Error::from)
            .and_then(|db| ends_of(&db))?;
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
            let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
            let width = columns.len();
            let found =
                statement.query_map([last], |row| (0..width).map(|index| row.get(index)).collect::<rusqlite::Result<Vec<Value>>>())?;
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

    /// Tables and how many rows of each: `interactions, cases, reports, 3 events, jobs`.
    pub fn words(&self) -> String {
        let mut tables: Vec<(&str, usize)> = Vec::new();
        for row in &self.rows {
            match tables.last_mut() {
                Some((table, count)) if *table == row.table => *count += 1,
                _ => tables.push((&row.table, 1)),
            }
        }
        tables.iter().map(|(table, count)| format!("{count} {table}")).collect::<Vec<_>>().join(", ")
    }

    /// How many events a report makes: so many places in the journal each copy takes.
    fn places(&self) -> i64 {
        i64::try_from(self.rows.iter().filter(|row| row.table == "events").count()).unwrap_or(1)
    }

    /// The values of copy number `copy`, from 1, row by row.
    fn copy(&self, copy: i64) -> impl Iterator<Item = Vec<Value>> {
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
}

/// The last row of every table, in the order in which the tables were made.
fn ends_of(connection: &Connection) -> Result<Vec<(String, i64)>> {
    let mut statement =
        connection.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by rowid")?;
    let tables = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let end = |table: String| {
        let last = connection.query_row(&format!("select coalesce(max(rowid), 0) from {table}"), [], |row| row.get(0))?;
        Ok((table, last))
    };
    tables.into_iter().map(end).collect()
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
