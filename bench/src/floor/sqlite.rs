//! The raw limit on SQLite: one connection, one thread, several reports in each commit.

use std::{path::Path, time::Instant};

use anyhow::{Context as _, Result};
use rusqlite::{Connection, params_from_iter};

use super::{Floor, MAX_REPORTS, TIME, Template, TemplateRow};
use crate::kernel::Watch;

/// Inserts copies into a copy of the database file in `folder`, `batch` reports in each commit.
///
/// # Errors
/// When a row does not go in.
pub fn insert(template: &Template, folder: &Path, batch: i64) -> Result<Floor> {
    let file = folder.join(format!("floor-{batch}.sqlite"));
    std::fs::copy(folder.join("hejnal.sqlite"), &file)?;
    let connection = Connection::open(&file)?;
    // As `store` opens its writer (ground/store/src/sqlite.rs).
    connection.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
         pragma temp_store = memory; pragma wal_autocheckpoint = 4000; pragma cache_size = -16000;",
    )?;
    let mut statements = template.rows.iter().map(|row| connection.prepare(&insertion(row))).collect::<rusqlite::Result<Vec<_>>>()?;
    let (watch, started, mut done) = (Watch::begin(None), Instant::now(), 0);
    while started.elapsed() < TIME && done < MAX_REPORTS {
        connection.execute_batch("begin immediate")?;
        for _ in 0..batch {
            done += 1;
            for (statement, values) in statements.iter_mut().zip(template.copy(done)) {
                statement.execute(params_from_iter(values)).context("a row of the raw limit")?;
            }
        }
        connection.execute_batch("commit")?;
    }
    Ok(Floor::of(done, &watch.end()?))
}

fn insertion(row: &TemplateRow) -> String {
    let places: Vec<String> = (1..=row.columns.len()).map(|number| format!("?{number}")).collect();
    format!("insert into {} ({}) values ({})", row.table, row.columns.join(", "), places.join(", "))
}
