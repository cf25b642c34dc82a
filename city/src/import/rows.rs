//! The rows of a file of tickets, each with the line it begins on.

use std::{
    collections::HashMap,
    fs::File,
    io::{Chain, Read as _},
    path::Path,
    sync::Arc,
};

use anyhow::{Context as _, ensure};
use csv::{Reader, ReaderBuilder, StringRecord, Terminator};

use super::{decoded::Decoded, mapping::Mapping};

/// The longest value of a row, in characters. A longer one is a quotation mark that was never closed.
const LONGEST_VALUE: usize = 5_000;

/// The rows of one file, read as they are asked for.
pub struct Rows {
    reader: Reader<Chain<Decoded<File>, &'static [u8]>>,
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
        // Lines end in \n, the last one too, so that they can be counted; a \r before it is trimmed with the value.
        builder.terminator(Terminator::Any(b'\n'));
        let mut reader = builder.from_reader(Decoded::new(file, mapping.encoding).chain(&b"\n"[..]));
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
        let Some((line, values)) = self.read()? else { return Ok(None) };
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
        let mut count = 0;
        while self.read()?.is_some() {
            count += 1;
        }
        Ok(count)
    }

    /// The next values and the line they begin on.
    fn read(&mut self) -> anyhow::Result<Option<(u64, StringRecord)>> {
        let mut values = StringRecord::new();
        while self.reader.read_record(&mut values)? {
            if values.len() > 1 || !values[0].trim().is_empty() {
                let inside = values.iter().flat_map(str::bytes).filter(|byte| *byte == b'\n').count() as u64;
                return Ok(Some((self.reader.position().line() - 1 - inside, values)));
            }
        }
        Ok(None)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_knows_its_line() {
        let mapping = "number\topened\tkind\tchannel\r\n";
        for (ending, last) in [("\r\n", "\r\n"), ("\n", "\n"), ("\r\n", ""), ("\n", "")] {
            let lines = ["1\ta\tb\tc", "", "2\t\"a", "a\"\tb\t\"c\"", "3\ta", "", "", "4\ta\tb\t\"\"\"c\"\"\""];
            let text = format!("{}{}{last}", mapping.replace("\r\n", ending), lines.join(ending));
            let found = read(&text);
            let ones = [(2, "1", "c"), (4, "2", "c"), (9, "4", "\"c\"")]
                .map(|(line, number, last)| (line, Ok((number.to_owned(), last.to_owned()))));
            let short = (6, Err("2 values where the header has 4 columns".to_owned()));
            assert_eq!(found, [ones[0].clone(), ones[1].clone(), short, ones[2].clone()], "{ending:?} {last:?}");
        }
    }

    type Found = (u64, Result<(String, String), String>);

    fn read(text: &str) -> Vec<Found> {
        let mapping = include_str!("../../../cities/mappings/warszawa-19115.toml").replace("utf-16le", "utf-8");
        let (top, rest) = mapping.split_once("[columns]").unwrap();
        let rest = &rest[rest.find("[channels]").unwrap()..];
        let columns = "[columns]\nnumber = 'number'\nopened = 'opened'\nkind = 'kind'\nchannel = 'channel'\n";
        let mapping: Mapping = toml::from_str(&format!("{top}{columns}{rest}")).unwrap();
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let mut rows = Rows::open(file.path(), &mapping).unwrap();
        let mut found = Vec::new();
        while let Some(row) = rows.next_row().unwrap() {
            found.push(match row {
                Ok(row) => (row.line, Ok((row.value("number").to_owned(), row.value("channel").to_owned()))),
                Err(rejection) => (rejection.line, Err(rejection.reason)),
            });
        }
        assert_eq!(Rows::open(file.path(), &mapping).unwrap().count().unwrap(), found.len() as u64);
        found
    }

    #[test]
    fn what_no_file_of_tickets_holds_is_refused() {
        let long = "x".repeat(LONGEST_VALUE + 1);
        let found = read(&format!("number\topened\tkind\tchannel\n1\t{long}\tb\tc\n2\t\u{fffd}\tb\tc\n"));
        assert_eq!(found[0], (2, Err("a value of 5001 characters: is a quotation mark not closed?".to_owned())));
        assert_eq!(found[1], (3, Err("\"\u{fffd}\" holds bytes that mean nothing in this encoding".to_owned())));
    }
}
