//! Rows as lines: the same text for the same row, whichever engine keeps it.

use std::io::Write;

use base::{Error, Result};
use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};

use crate::{
    catalogue,
    read::{Read, Row},
    story,
    value::Value,
};

/// Rows after which the listener hears of the progress.
const REPORT: u64 = 1_000;

/// Counts lines and bytes, and digests them.
#[derive(Default)]
pub(super) struct Sum {
    pub lines: u64,
    pub bytes: u64,
    digest: Sha256,
}

impl Sum {
    /// Adds the name and the length of a file whose content comes next.
    pub fn begin_file(&mut self, name: &str, length: u64) {
        self.digest.update(name);
        self.digest.update([0]);
        self.digest.update(length.to_le_bytes());
    }

    /// The digest in hexadecimal.
    pub fn sha256(self) -> String {
        hex(&self.digest.finalize())
    }
}

impl Write for Sum {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.digest.update(bytes);
        self.bytes += bytes.len() as u64;
        self.lines += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Writes the rows of `table` to `to`, ordered by the primary key.
pub(super) fn write_rows(read: &Read<'_>, table: &str, columns: &[String], mut to: impl Write, progress: &dyn Fn(u64)) -> Result<Sum> {
    let json = story::json_columns(table);
    let is_json: Vec<bool> = columns.iter().map(|column| json.contains(&column.as_str())).collect();
    let quoted: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let sql = format!("select {} from \"{table}\" order by {}", quoted.join(", "), catalogue::shape(read, table)?.order);
    let mut sum = Sum::default();
    read.each(&sql, &[], |row| {
        let line = line(row, &is_json).map_err(|e| e.context(format!("table {table}")))?;
        let written = to.write_all(line.as_bytes()).and_then(|()| sum.write_all(line.as_bytes()));
        written.map_err(|e| Error::Unavailable(format!("the rows of {table} cannot be written: {e}")))?;
        if sum.lines.is_multiple_of(REPORT) {
            progress(sum.lines);
        }
        Ok(())
    })?;
    progress(sum.lines);
    Ok(sum)
}

fn line(row: &Row<'_>, is_json: &[bool]) -> Result<String> {
    let cells = is_json.iter().enumerate().map(|(index, is_json)| cell(row.get(index)?, *is_json));
    Ok(Json::Array(cells.collect::<Result<_>>()?).to_string() + "\n")
}

fn cell(value: Value, is_json: bool) -> Result<Json> {
    Ok(match value {
        Value::Null => Json::Null,
        Value::Integer(number) => json!(number),
        Value::Bool(truth) => json!(i64::from(truth)),
        Value::Bytes(bytes) => json!({ "x": hex(&bytes) }),
        Value::Text(text) if is_json => {
            let value = serde_json::from_str(&text).map_err(|e| Error::internal(format!("JSON in the database: {e}")))?;
            Json::String(canonical(value).to_string())
        }
        Value::Text(text) => Json::String(text),
        // SQLite keeps no negative zero.
        Value::Real(number) if number.is_finite() => json!(number + 0.0),
        Value::Real(number) => return Err(Error::internal(format!("the number {number} cannot be kept"))),
    })
}

/// The same text for JSON that means the same: keys sorted, whole numbers without a point.
fn canonical(value: Json) -> Json {
    match value {
        Json::Array(values) => Json::Array(values.into_iter().map(canonical).collect()),
        Json::Object(map) => {
            let mut entries: Vec<(String, Json)> = map.into_iter().map(|(key, value)| (key, canonical(value))).collect();
            entries.sort_by(|one, other| one.0.cmp(&other.0));
            Json::Object(Map::from_iter(entries))
        }
        Json::Number(number) => whole(&number).map_or(Json::Number(number), Json::from),
        other => other,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "whole and small enough to be exact")]
fn whole(number: &serde_json::Number) -> Option<i64> {
    const EXACT: f64 = 1e15;
    let real = number.as_f64().filter(|_| number.is_f64())?;
    (real.fract() == 0.0 && real.abs() < EXACT).then_some(real as i64)
}

/// Reads a line back.
pub(super) fn values(line: &[u8], columns: usize) -> Result<Vec<Value>> {
    let unreadable = || Error::Unavailable("a row of the backup cannot be read".into());
    let cells: Vec<Json> = serde_json::from_slice(line).map_err(|_| unreadable())?;
    let values = cells.into_iter().map(value).collect::<Option<Vec<_>>>().ok_or_else(unreadable)?;
    if values.len() == columns { Ok(values) } else { Err(unreadable()) }
}

fn value(cell: Json) -> Option<Value> {
    Some(match cell {
        Json::Null => Value::Null,
        Json::Number(number) => number.as_i64().map(Value::Integer).or_else(|| number.as_f64().map(Value::Real))?,
        Json::String(text) => Value::Text(text),
        Json::Object(map) if map.len() == 1 => Value::Bytes(unhex(map.get("x")?.as_str()?)?),
        _ => return None,
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there_and_back(value: Value, is_json: bool) -> (String, Value) {
        let line = Json::Array(vec![cell(value, is_json).unwrap()]).to_string();
        let back = values(line.as_bytes(), 1).unwrap().remove(0);
        (line, back)
    }

    #[test]
    fn values_come_back_from_their_line() {
        for (value, line) in [
            (Value::Null, "[null]"),
            (Value::Integer(i64::MIN), "[-9223372036854775808]"),
            (Value::Real(5.0), "[5.0]"),
            (Value::Real(0.1 + 0.2), "[0.30000000000000004]"),
            (Value::Real(1e300), "[1e+300]"),
            (Value::Text("zażółć\n\"".into()), r#"["zażółć\n\""]"#),
            (Value::Bytes(vec![0, 255]), r#"[{"x":"00ff"}]"#),
        ] {
            assert_eq!(there_and_back(value.clone(), false), (line.to_owned(), value));
        }
        assert_eq!(there_and_back(Value::Bool(true), false).1, Value::Integer(1));
    }

    #[test]
    fn json_that_means_the_same_becomes_the_same_text() {
        for text in [r#"{"b":1.0,"a":[{"d":0.1,"c":null}]}"#, r#"{ "a": [{"c": null, "d": 1e-1}], "b": 1 }"#] {
            let (_, back) = there_and_back(Value::Text(text.into()), true);
            assert_eq!(back, Value::Text(r#"{"a":[{"c":null,"d":0.1}],"b":1}"#.into()));
        }
    }

    #[test]
    fn a_line_that_is_no_row_is_refused() {
        for line in ["", "{}", "[1,2]", "[true]", "[[1]]", r#"[{"x":"0"}]"#, r#"[{"x":"zz"}]"#, r#"[{"y":"00"}]"#] {
            assert!(values(line.as_bytes(), 1).is_err(), "{line}");
        }
    }
}
