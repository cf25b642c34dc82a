//! Backup and restore: there and back between the engines.

use std::{fs, os::unix::fs::PermissionsExt};

use base::Id;
use store::{Database, Db, Manifest, Value, backup};
use testkit::{Engine, Server, TestClock};

use crate::{
    archives::{altered, city, restored},
    common::{Place, told, write},
};

async fn everything(db: &Db) -> Vec<(String, Vec<Vec<Value>>)> {
    let mut tables = Vec::new();
    for (table, order) in
        [("streets", "id"), ("units", "id"), ("accounts", "id"), ("sessions", "token_hash"), ("events", "id"), ("jobs", "id")]
    {
        let rows = db.read(move |read| {
            let sql = format!("select * from {table} order by {order}");
            read.query(&sql, &[], |row| (0..).map_while(|index| row.get::<Value>(index).ok()).map(|value| Ok(plain(value))).collect())
        });
        tables.push((table.to_owned(), rows.await.unwrap()));
    }
    tables
}

/// The engines differ in how they keep truth and JSON.
fn plain(value: Value) -> Value {
    match value {
        Value::Bool(truth) => Value::Integer(i64::from(truth)),
        Value::Text(text) if text.starts_with(['{', '[']) => {
            let json: serde_json::Value = serde_json::from_str(&text).unwrap();
            Value::Text(json.to_string().replace("1.0", "1").replace("-0.0", "0").replace("0.0", "0"))
        }
        other => other,
    }
}

#[tokio::test]
async fn a_city_moves_from_sqlite_to_postgres_and_back_with_every_row_and_file() {
    let (here, db, folder) = city(Engine::Sqlite).await;
    let archive = here.home.path().join("one.tar.gz");
    let heard = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(0));
    let ear = heard.clone();
    let first = backup(&db, &folder, &archive, move |rows| ear.store(rows, std::sync::atomic::Ordering::SeqCst)).await.unwrap();
    assert_eq!(heard.load(std::sync::atomic::Ordering::SeqCst), first.tables.iter().map(|table| table.rows).sum::<u64>());
    assert_eq!(fs::metadata(&archive).unwrap().permissions().mode() & 0o777, 0o600, "it holds keys");

    let there = Place::at(Database::Postgres { url: Server::shared().polish_database(), threads: 2 });
    let (_, moved) = restored(&there, &archive).await;
    assert_eq!(everything(&db).await, everything(&moved).await);
    let again = there.home.path().join("two.tar.gz");
    let second = backup(&moved, &there.folder(), &again, |_| ()).await.unwrap();
    assert_eq!((&first.tables, &first.parts), (&second.tables, &second.parts), "the same digests from both engines");
    assert_eq!((first.engine.as_str(), second.engine.as_str()), ("sqlite", "postgres"));

    let home = Place::new(Engine::Sqlite);
    let (_, back) = restored(&home, &again).await;
    assert_eq!(everything(&db).await, everything(&back).await);
    for path in ["files/2026/zdjęcie.jpg", "mail/empty", "keys/links"] {
        let (original, copy) = (folder.path().join(path), home.home.path().join(path));
        assert_eq!(fs::read(original).unwrap(), fs::read(&copy).unwrap());
        assert_eq!(fs::metadata(copy).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let faults = back.read(store::journal::verify).await.unwrap();
    assert!(faults.is_empty(), "{faults:?}");
}

#[tokio::test]
async fn events_that_no_relay_has_numbered_get_their_number_on_sqlite() {
    let place = Place::new(Engine::Postgres);
    let folder = place.folder();
    let db = Db::open_and_migrate(&folder, place.options()).await.unwrap();
    let subject = Id::new();
    write(&db, move |tx| tx.record(told(subject)).map(drop)).await.unwrap();
    store::journal::relay(&db, Id::new()).await.unwrap();
    for _ in 0..3 {
        write(&db, move |tx| tx.record(told(subject)).map(drop)).await.unwrap();
    }
    let archive = place.home.path().join("a.tar.gz");
    backup(&db, &folder, &archive, |_| ()).await.unwrap();
    let (_, moved) = restored(&Place::new(Engine::Sqlite), &archive).await;
    let places = moved.read(move |read| store::journal::of_subject(read, subject)).await.unwrap();
    assert_eq!(places.iter().map(|event| event.position).collect::<Vec<_>>(), [Some(1), Some(2), Some(3), Some(4)]);
}

#[tokio::test]
async fn an_archive_of_an_older_program_is_brought_up_to_date() {
    const THEN: [&str; 2] = ["0001_journal", "0002_jobs"];
    const TABLES: [&str; 3] = ["events", "cursors", "jobs"];
    let (here, db, folder) = city(Engine::Sqlite).await;
    let archive = here.home.path().join("a.tar.gz");
    backup(&db, &folder, &archive, |_| ()).await.unwrap();
    let older = altered(&archive, |path, content| {
        if path == "manifest.json" {
            let mut manifest: Manifest = serde_json::from_slice(&content).unwrap();
            manifest.migrations.retain(|name| THEN.contains(&name.as_str()));
            manifest.tables.retain(|table| TABLES.contains(&table.name.as_str()));
            return Some(serde_json::to_vec(&manifest).unwrap());
        }
        let table = path.strip_prefix("tables/").and_then(|name| name.strip_suffix(".jsonl"));
        table.is_none_or(|name| TABLES.contains(&name)).then_some(content)
    });
    for engine in Engine::ALL {
        let (_, restored) = restored(&Place::new(engine), &older).await;
        let (events, units): (i64, i64) = restored
            .read(|read| Ok((read.value("select count(*) from events", &[])?, read.value("select count(*) from units", &[])?)))
            .await
            .unwrap();
        assert_eq!((events, units), (1_200, 0));
    }
}

#[tokio::test]
async fn the_clock_of_the_city_dates_the_backup() {
    let (here, db, folder) = city(Engine::Sqlite).await;
    here.clock.put(TestClock::START.plus_seconds(3_600));
    let manifest = backup(&db, &folder, &here.home.path().join("a.tar.gz"), |_| ()).await.unwrap();
    assert_eq!(manifest.made_at, TestClock::START.plus_seconds(3_600));
}
