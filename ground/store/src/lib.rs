//! The store: SQLite or PostgreSQL behind one [`Db`], and the journal that every change is told to.
//!
//! Closures are synchronous and see one transaction: `db.write(actor, |tx| …)` changes,
//! `db.read(|read| …)` looks at one consistent state. A result is given only after the commit,
//! so what was confirmed is on disk. A closure may run several times and does nothing but the store.

mod backup;
mod catalogue;
mod db;
mod dialect;
mod folder;
pub mod journal;
mod migrations;
mod opening;
mod postgres;
mod read;
mod session;
mod shelf;
mod sqlite;
mod story;
mod task;
mod tx;
mod value;

pub use backup::{Manifest, PartSum, TableSum, backup, restore};
pub use db::{Database, Db, Options};
pub use folder::Folder;
pub use journal::{Event, NewEvent};
pub use migrations::{Migration, migrations};
pub use read::{Read, Row, placeholders};
pub use shelf::Shelf;
pub use tx::{Reaction, Tx};
pub use value::{FromValue, ToValue, Value};
