//! What must differ between the engines: placeholders, column types, and the words of errors.

use std::{borrow::Cow, error::Error as _};

use base::Error;
use tokio_postgres::error::SqlState;

/// `$1` becomes `?1`. Only a `$` before a digit: raw SQLite takes `$n` for a name and numbers it by
/// first appearance, so that `select $2, $1` would bind the wrong way round.
pub fn sqlite_placeholders(sql: &str) -> Cow<'_, str> {
    if !sql.contains('$') {
        return Cow::Borrowed(sql);
    }
    let mut rewritten = String::with_capacity(sql.len());
    let mut letters = sql.chars().peekable();
    while let Some(letter) = letters.next() {
        let before_digit = letters.peek().is_some_and(char::is_ascii_digit);
        rewritten.push(if letter == '$' && before_digit { '?' } else { letter });
    }
    Cow::Owned(rewritten)
}

/// A migration as SQLite takes it: its own type names, and tables that refuse a wrong type.
pub fn sqlite_schema(sql: &str) -> String {
    let mut rendered = sql.lines().map(strip_comment).collect::<Vec<_>>().join("\n");
    for (from, to) in [
        ("UUID", "BLOB"),
        ("JSONB", "TEXT"),
        ("BIGINT", "INTEGER"),
        ("BOOLEAN", "INTEGER"),
        ("BYTEA", "BLOB"),
        ("DOUBLE PRECISION", "REAL"),
    ] {
        rendered = rendered.replace(from, to);
    }
    rendered.replace("\n);", "\n) strict;")
}

fn strip_comment(line: &str) -> &str {
    line.split("--").next().unwrap_or_default()
}

const NOTHING_LOST: &str = "nothing that was confirmed is lost";

/// A SQLite error by what the caller can do.
pub fn sqlite_error(error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode as Code;
    match error.sqlite_error_code() {
        Some(Code::ConstraintViolation) if is_unique(&error) => Error::Conflict("already-there"),
        Some(Code::DiskFull) => Error::Unavailable(format!("the disk of the data folder is full: free some room; {NOTHING_LOST}")),
        // A quota or a limit on the size of files looks like a failing disk to SQLite.
        Some(Code::SystemIoFailure | Code::CannotOpen | Code::ReadOnly) => Error::Unavailable(format!(
            "the database file cannot be read or written ({error}): free some room on the disk of the data folder, \
             then look at its rights and its health; {NOTHING_LOST}"
        )),
        Some(Code::DatabaseBusy | Code::DatabaseLocked) => Error::Busy("database"),
        _ => Error::internal(error),
    }
}

fn is_unique(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi;
    let extended = error.sqlite_error().map(|e| e.extended_code);
    matches!(extended, Some(ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY))
}

/// A PostgreSQL error by what the caller can do.
pub fn postgres_error(error: &tokio_postgres::Error) -> Error {
    let Some(said) = error.as_db_error() else {
        return if is_lost(error) {
            Error::Unavailable(format!("the database does not answer: {}", full(error)))
        } else {
            Error::internal(full(error))
        };
    };
    match said.code() {
        code if *code == SqlState::UNIQUE_VIOLATION => Error::Conflict("already-there"),
        code if *code == SqlState::DISK_FULL => {
            Error::Unavailable(format!("the disk of the database server is full: free some room there; {NOTHING_LOST}"))
        }
        code if matches!(code.code().get(..2), Some("08" | "53" | "57" | "58")) => {
            Error::Unavailable(format!("the database does not take work now: {}", said.message()))
        }
        _ => Error::internal(said.message()),
    }
}

/// Why there is no connection: whatever it is, the operator must see to it.
pub fn connecting_error(error: &tokio_postgres::Error) -> Error {
    Error::Unavailable(format!("the database cannot be reached: {}", full(error)))
}

fn full(error: &tokio_postgres::Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    }
}

/// Whether the connection is of no further use: the network failed, or the server said good-bye (class 57P).
pub fn is_lost(error: &tokio_postgres::Error) -> bool {
    let network = error.source().is_some_and(|source| source.is::<std::io::Error>());
    error.is_closed() || network || error.code().is_some_and(|code| code.code().starts_with("57P"))
}

/// Whether what was prepared no longer fits: a table was changed, or something between us and the server mixes connections.
pub fn is_stale(error: &tokio_postgres::Error) -> bool {
    error.as_db_error().is_some_and(|said| {
        *said.code() == SqlState::INVALID_SQL_STATEMENT_NAME || said.message().starts_with("cached plan must not change")
    })
}

/// Whether the transaction met another one and may simply be tried again.
pub fn may_retry(error: &tokio_postgres::Error) -> bool {
    matches!(error.code().map(SqlState::code), Some("40001" | "40P01"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_dollar_before_a_digit_is_a_placeholder() {
        assert_eq!(sqlite_placeholders("select $2, $1, '$x', a->>'$.b'"), "select ?2, ?1, '$x', a->>'$.b'");
    }

    #[test]
    fn tables_become_strict_and_types_sqlites_own() {
        let rendered = sqlite_schema("-- a UUID\ncreate table a (\n    id UUID not null,\n    n BIGINT\n);\ncreate index b on a (n);");
        assert_eq!(rendered, "\ncreate table a (\n    id BLOB not null,\n    n INTEGER\n) strict;\ncreate index b on a (n);");
    }
}
