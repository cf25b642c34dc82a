//! A table of a pack: a CSV file with a header, its rows handed out with their lines.

use base::{Bounds, Point};
use csv::StringRecord;
use packs::{Kind, Reason};

use super::{Fault, Spot};

/// Where the reader of a row leaves its faults.
pub(super) struct Row<'a> {
    record: &'a StringRecord,
    /// Where in the record each column of the reader stands.
    at: &'a [Option<usize>],
    file: &'static str,
    line: u64,
    faults: &'a mut Vec<Fault>,
}

impl Row<'_> {
    /// The point in two columns, degrees of WGS84 within the bounds; or nothing, having noted why.
    pub(super) fn point(&mut self, lat: usize, lng: usize, bounds: Bounds) -> Option<Point> {
        let degrees = |text: &str| text.parse::<f64>().ok();
        let point = degrees(self.value(lat)).zip(degrees(self.value(lng))).and_then(|(lat, lng)| Point::from_degrees(lat, lng));
        let reason = match point {
            None => {
                let (lat, lng) = (self.value(lat), self.value(lng));
                let said = format!("{lat:?}, {lng:?} are not degrees of latitude and longitude with a decimal point");
                Reason::new(Kind::Point, format!("{lat}, {lng}"), said)
            }
            Some(point) if !bounds.contain(point) => {
                let told = format!("{}, {}", point.lat(), point.lng());
                Reason::new(Kind::Outside, &told, format!("{told} lies outside the bounds of city.toml"))
            }
            Some(_) => return point,
        };
        self.fault(reason);
        None
    }

    /// The trimmed value of a column; empty when the file does not have it.
    pub(super) fn value(&self, column: usize) -> &str {
        self.at[column].and_then(|at| self.record.get(at)).unwrap_or_default().trim()
    }

    /// The line it begins on, counted from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Notes a fault of this row.
    pub(super) fn fault(&mut self, reason: impl Into<Reason>) {
        self.faults.push(Fault { file: self.file, spot: Spot::Line(self.line), reason: reason.into() });
    }
}

/// Reads every row of the table by `read`; rows for which it gives nothing, having noted why, are left out.
///
/// The header names the `columns` in any order; those among `optional` may be missing. An empty file is a table without rows.
pub(super) fn rows<T>(
    file: &'static str,
    text: &str,
    columns: &[&str],
    optional: &[&str],
    faults: &mut Vec<Fault>,
    mut read: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Vec<T> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    // The reader counts a line short after each row that ends with CRLF.
    let text = text.replace("\r\n", "\n");
    let mut table = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header: Vec<String> = table.headers().map(|header| header.iter().map(|name| name.trim().to_owned()).collect()).unwrap_or_default();
    let at: Vec<Option<usize>> = columns.iter().map(|column| header.iter().position(|name| name == column)).collect();
    let whole = columns.iter().zip(&at).all(|(column, at)| at.is_some() || optional.contains(column));
    if !whole || at.iter().flatten().count() != header.len() {
        faults.push(Fault { file, spot: Spot::Line(1), reason: header_fault(columns, optional) });
        return Vec::new();
    }
    let mut found = Vec::new();
    for record in table.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                let mut row = Row { record: &record, at: &at, file, line, faults };
                if record.len() != header.len() {
                    let said = format!("{} values where the header has {}", record.len(), header.len());
                    row.fault(Reason::new(Kind::Values, format!("{}/{}", record.len(), header.len()), said));
                    continue;
                }
                found.extend(read(&mut row));
            }
            Err(fault) => {
                let line = fault.position().map_or(0, csv::Position::line);
                faults.push(Fault { file, spot: Spot::Line(line), reason: format!("the row cannot be read: {fault}").into() });
            }
        }
    }
    found
}

fn header_fault(columns: &[&str], optional: &[&str]) -> Reason {
    let without = if optional.is_empty() { String::new() } else { format!("; it may do without {}", optional.join(", ")) };
    Reason::new(Kind::Header, columns.join(","), format!("the header must be {}, with commas{without}", columns.join(",")))
}
