//! What the database itself says about its tables.

use base::{Error, Result};

use crate::{params, read::Read};

/// The columns of a table and what tells its rows apart.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    /// In the order in which they were made.
    pub columns: Vec<String>,
    /// What `order by` needs for the same order on both engines: the primary key, texts by their bytes.
    pub order: String,
}

/// The names of all tables, sorted.
pub(crate) fn tables(read: &Read<'_>) -> Result<Vec<String>> {
    let sql = if read.is_postgres() {
        "select cast(table_name as TEXT) from information_schema.tables where table_schema = current_schema()"
    } else {
        "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'"
    };
    let mut names: Vec<String> = read.query(sql, &[], |row| row.get(0))?;
    names.sort();
    Ok(names)
}

/// The shape of `table`.
///
/// # Errors
/// [`Error::Internal`] when it has no primary key, or is not there at all.
pub(crate) fn shape(read: &Read<'_>, table: &str) -> Result<Shape> {
    let columns: Vec<(String, String)> = read.query(columns_sql(read), params![table], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let key: Vec<String> = read.query(key_sql(read), params![table], |row| row.get(0))?;
    if key.is_empty() {
        return Err(Error::internal(format!("the table {table} has no primary key")));
    }
    let is_text = |name: &String| columns.iter().any(|(column, kind)| column == name && kind == "text");
    let order: Vec<String> = key.iter().map(|name| ordered(name, read.is_postgres() && is_text(name))).collect();
    Ok(Shape { columns: columns.into_iter().map(|(name, _)| name).collect(), order: order.join(", ") })
}

/// The columns of `table` that hold JSON. On SQLite none: there they are texts like others.
#[cfg(test)]
pub(crate) fn json_columns(read: &Read<'_>, table: &str) -> Result<Vec<String>> {
    let columns: Vec<(String, String)> = read.query(columns_sql(read), params![table], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(columns.into_iter().filter(|(_, kind)| kind == "jsonb").map(|(name, _)| name).collect())
}

fn ordered(column: &str, by_bytes: bool) -> String {
    if by_bytes { format!("\"{column}\" collate \"C\"") } else { format!("\"{column}\"") }
}

fn columns_sql(read: &Read<'_>) -> &'static str {
    if read.is_postgres() {
        "select cast(column_name as TEXT), cast(data_type as TEXT) from information_schema.columns
         where table_schema = current_schema() and cast(table_name as TEXT) = $1 order by ordinal_position"
    } else {
        "select name, lower(type) from pragma_table_info($1) order by cid"
    }
}

fn key_sql(read: &Read<'_>) -> &'static str {
    if read.is_postgres() {
        "select cast(u.column_name as TEXT) from information_schema.key_column_usage u
         join information_schema.table_constraints c
             on c.constraint_schema = u.constraint_schema and c.constraint_name = u.constraint_name and c.table_name = u.table_name
         where c.table_schema = current_schema() and c.constraint_type = 'PRIMARY KEY' and cast(c.table_name as TEXT) = $1
         order by u.ordinal_position"
    } else {
        "select name from pragma_table_info($1) where pk > 0 order by pk"
    }
}
