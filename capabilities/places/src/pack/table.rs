//! A table of a pack: a CSV file with a header, its rows handed out with their lines.

use csv::StringRecord;

use super::{Fault, Spot};

/// Where the reader of a row leaves its faults.
pub(super) struct Row<'a> {
    record: &'a StringRecord,
    file: &'static str,
    line: u64,
    faults: &'a mut Vec<Fault>,
}

impl Row<'_> {
    /// The trimmed value of a column; empty when the row ends before it.
    pub(super) fn value(&self, column: usize) -> &str {
        self.record.get(column).unwrap_or_default().trim()
    }

    /// The line it begins on, counted from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Notes a fault of this row.
    pub(super) fn fault(&mut self, reason: impl Into<String>) {
        self.faults.push(Fault { file: self.file, spot: Spot::Line(self.line), reason: reason.into() });
    }
}

/// Reads every row of the table by `read`; rows for which it gives nothing, having noted why, are left out.
///
/// The header must name exactly `columns` in this order, from which the last `optional` may be missing.
pub(super) fn rows<T>(
    file: &'static str,
    text: &str,
    columns: &[&str],
    optional: usize,
    faults: &mut Vec<Fault>,
    mut read: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Vec<T> {
    // The reader counts a line short after each row that ends with CRLF.
    let text = text.replace("\r\n", "\n");
    let mut table = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header: Vec<String> = table.headers().map(|header| header.iter().map(|name| name.trim().to_owned()).collect()).unwrap_or_default();
    let header_fits = header.len() >= columns.len() - optional
        && header.len() <= columns.len()
        && columns.iter().zip(&header).all(|(wanted, found)| wanted == found);
    if !header_fits {
        faults.push(Fault { file, spot: Spot::Line(1), reason: format!("the header must be {}, with commas", columns.join(",")) });
        return Vec::new();
    }
    let mut found = Vec::new();
    for record in table.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                let mut row = Row { record: &record, file, line, faults };
                if record.len() != header.len() {
                    row.fault(format!("{} values where the header has {}", record.len(), header.len()));
                    continue;
                }
                found.extend(read(&mut row));
            }
            Err(fault) => {
                let line = fault.position().map_or(0, csv::Position::line);
                faults.push(Fault { file, spot: Spot::Line(line), reason: format!("the row cannot be read: {fault}") });
            }
        }
    }
    found
}
