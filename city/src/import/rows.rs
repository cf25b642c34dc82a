//! The rows of a file of tickets, each with the line it begins on.

use std::{collections::HashMap, fs::File, path::Path, sync::Arc};

use anyhow::{Context as _, ensure};
use csv::{Reader, ReaderBuilder, StringRecord};

use super::{decoded::Decoded, mapping::Mapping};

/// The longest value of a row, in characters. A longer one is a quotation mark that was never closed.
const LONGEST_VALUE: usize = 5_000;

/// The rows of one file, read as they are asked for.
pub struct Rows {
    reader: Reader<Decoded<File>>,
    columns: Arc<HashMap<String, usize>>,
    width: usize,
}

/// A row with as many values as the header has columns.
pub struct Row {
    /// The line it begins on, counted from 1, the header included.
    pub line: u64,
    values: StringRecord,
    columns: Arc<HashMap<String, usize>>,
}

/// A row that is not taken over, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The line it begins on, counted from 1, the header included.
    pub line: u64,
    /// The column, its value, and what is wrong with it.
    pub reason: String,
}

impl Rows {
    /// Opens the file and reads its header.
    ///
    /// # Errors
    /// A sentence when the file cannot be read or lacks a column that the mapping names.
    pub fn open(path: &Path, mapping: &Mapping) -> anyhow::Result<Self> {
        let file = File::open(path).with_context(|| format!("reading {}", path.display()))?;
        let mut builder = ReaderBuilder::new();
        builder.flexible(true).delimiter(mapping.delimiter).quoting(mapping.quote.is_some()).quote(mapping.quote.unwrap_or(b'"'));
        let mut reader = builder.from_reader(Decoded::new(file, mapping.encoding));
        let header = reader.headers().with_context(|| format!("reading {}", path.display()))?.clone();
        let columns: HashMap<String, usize> = header.iter().enumerate().map(|(at, name)| (name.trim().to_owned(), at)).collect();
        let missing: Vec<&str> = mapping.columns.names().filter(|name| !columns.contains_key(*name)).collect();
        ensure!(missing.is_empty(), "{}: the header has no column {missing:?}: is this the file that the mapping is for?", path.display());
        Ok(Self { reader, columns: Arc::new(columns), width: header.len() })
    }

    /// The next row, or why it cannot be one; `None` after the last. Empty lines are no rows.
    ///
    /// # Errors
    /// When the file cannot be read on.
    pub fn next_row(&mut self) -> anyhow::Result<Option<Result<Row, Rejection>>> {
        let mut values = StringRecord::new();
        if !self.reader.read_record(&mut values)? {
            return Ok(None);
        }
        let line = values.position().map_or(0, csv::Position::line);
        let row = match fault(&values, self.width) {
            Some(reason) => Err(Rejection { line, reason }),
            None => Ok(Row { line, values, columns: self.columns.clone() }),
        };
        Ok(Some(row))
    }

    /// How many rows there are.
    ///
    /// # Errors
    /// As [`Rows::next_row`].
    pub fn count(mut self) -> anyhow::Result<u64> {
        let mut values = StringRecord::new();
        let mut count = 0;
        while self.reader.read_record(&mut values)? {
            count += 1;
        }
        Ok(count)
    }
}

fn fault(values: &StringRecord, width: usize) -> Option<String> {
    if values.len() != width {
        return Some(format!("{} values where the header has {width} columns", values.len()));
    }
    if let Some(value) = values.iter().find(|value| value.contains('\u{fffd}')) {
        return Some(format!("{value:?} holds bytes that mean nothing in this encoding"));
    }
    let longest = values.iter().map(|value| value.chars().count()).max().filter(|length| *length > LONGEST_VALUE);
    longest.map(|length| format!("a value of {length} characters: is a quotation mark not closed?"))
}

impl Row {
    /// The value in a column, without spaces around it.
    pub fn value(&self, column: &str) -> &str {
        self.columns.get(column).and_then(|at| self.values.get(*at)).unwrap_or_default().trim()
    }

    /// The value in a column that the files may not have; then empty.
    pub fn perhaps(&self, column: Option<&String>) -> &str {
        column.map_or("", |column| self.value(column))
    }
}
