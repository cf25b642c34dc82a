//! A shelf: rows that a city pack brings and nobody else writes. Each is known by its key and kept in the pack's order;
//! what a newer pack no longer names is withdrawn, never removed, since others may speak of it.
//!
//! The table has the columns `id, key, place, told, active`. The journal holds for every change the place and a digest of
//! what is told, so that [`Shelf::verify`] sees a row that was changed behind its back.

use std::collections::HashMap;

use base::{Error, Id, Result};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value as Json, json};

use crate::{NewEvent, Read, Tx, journal, params};

/// A table of such rows, and how its changes are called.
#[derive(Debug, Clone, Copy)]
pub struct Shelf {
    /// The table.
    pub table: &'static str,
    /// What one row is, as the journal says it: `order`.
    pub subject: &'static str,
    /// The event of a row that is new or has changed: `order.taken_over`.
    pub taken_over: &'static str,
    /// The event of a row that the pack no longer names: `order.withdrawn`.
    pub withdrawn: &'static str,
}

/// A row as kept.
#[derive(PartialEq)]
struct Kept {
    id: Id,
    key: String,
    place: i64,
    told: Json,
    active: bool,
}

impl Shelf {
    /// The id that always belongs to the row of this key.
    pub fn id_of(&self, key: &str) -> Id {
        Id::named(self.subject, key)
    }

    /// Takes over all rows of the pack, in its order; does nothing for those that have not changed.
    ///
    /// # Errors
    /// As [`Tx::execute`].
    pub fn take_over<T: Serialize>(&self, tx: &Tx<'_>, rows: &[T], key: impl Fn(&T) -> &str) -> Result<()> {
        let mut known: HashMap<Id, Kept> = self.kept(tx)?.into_iter().map(|row| (row.id, row)).collect();
        for (place, row) in (0..).zip(rows) {
            let told = serde_json::to_value(row).map_err(Error::internal)?;
            let new = Kept { id: self.id_of(key(row)), key: key(row).to_owned(), place, told, active: true };
            if known.remove(&new.id).as_ref() != Some(&new) {
                self.put(tx, &new)?;
                self.record(tx, self.taken_over, &new)?;
            }
        }
        let mut gone: Vec<Kept> = known.into_values().filter(|row| row.active).collect();
        gone.sort_by_key(|row| row.place);
        for row in gone {
            let withdrawn = Kept { active: false, ..row };
            self.put(tx, &withdrawn)?;
            self.record(tx, self.withdrawn, &withdrawn)?;
        }
        Ok(())
    }

    /// The rows of the present pack, in its order.
    ///
    /// # Errors
    /// As [`Read::query`]; [`Error::Internal`] when a row cannot be read.
    pub fn load<T: DeserializeOwned>(&self, read: &Read<'_>) -> Result<Vec<T>> {
        let rows = self.kept(read)?.into_iter().filter(|row| row.active);
        let value = |row: Kept| serde_json::from_value(row.told).map_err(|e| Error::internal(format!("{} {}: {e}", self.subject, row.key)));
        rows.map(value).collect()
    }

    /// Rows that do not follow from the journal, one sentence each.
    ///
    /// # Errors
    /// As [`Read::query`].
    pub fn verify(&self, read: &Read<'_>) -> Result<Vec<String>> {
        let mut faults = journal::lost(read, self.subject, self.table)?;
        let told = read.query(
            "select subject_id, kind, facts from events where subject_kind = $1 order by subject_id, version",
            params![self.subject],
            |row| Ok((row.get::<Id>(0)?, (row.get::<String>(1)?, row.get::<Json>(2)?))),
        )?;
        let last: HashMap<Id, (String, Json)> = told.into_iter().collect();
        for row in self.kept(read)? {
            let kind = if row.active { self.taken_over } else { self.withdrawn };
            let agrees = last.get(&row.id).is_some_and(|(said, facts)| said == kind && *facts == row.facts());
            if !agrees {
                faults.push(format!("{} {}: its row is not what the journal says", self.subject, row.id));
            }
        }
        Ok(faults)
    }

    fn kept(&self, read: &Read<'_>) -> Result<Vec<Kept>> {
        let sql = format!("select id, key, place, told, active from {} order by place, key", self.table);
        read.query(&sql, &[], |row| {
            Ok(Kept { id: row.get(0)?, key: row.get(1)?, place: row.get(2)?, told: row.get(3)?, active: row.get(4)? })
        })
    }

    fn put(&self, tx: &Tx<'_>, row: &Kept) -> Result<()> {
        let sql = format!(
            "insert into {} (id, key, place, told, active) values ($1, $2, $3, $4, $5)
             on conflict (id) do update set place = excluded.place, told = excluded.told, active = excluded.active",
            self.table
        );
        tx.execute(&sql, params![row.id, row.key, row.place, row.told.clone(), row.active]).map(drop)
    }

    fn record(&self, tx: &Tx<'_>, kind: &'static str, row: &Kept) -> Result<()> {
        tx.record(NewEvent { subject_kind: self.subject, subject_id: row.id, kind, facts: row.facts() }).map(drop)
    }
}

impl Kept {
    fn facts(&self) -> Json {
        let digest: String = base::secret::sha256(self.told.to_string().as_bytes())[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        json!({ "place": self.place, "digest": digest })
    }
}
