//! Opening: what this program does not understand it refuses, with a sentence for the operator.

use base::Id;
use store::{Database, Db, migrations};
use testkit::Engine;

use crate::common::{Place, sentence, told, write};

#[tokio::test]
async fn a_database_of_a_newer_program_is_refused() {
    for engine in Engine::ALL {
        let place = Place::new(engine);
        let db = place.make().await;
        write(&db, |tx| tx.execute("insert into migrations (name, applied_at) values ('9999_later', 1)", &[])).await.unwrap();
        db.close();
        for refused in [place.open().await, Db::open_and_migrate(&place.folder(), place.options()).await] {
            let why = sentence(refused);
            assert!(why.contains("newer Hejnał") && why.contains("9999_later"), "{engine:?}: {why}");
        }
    }
}

#[tokio::test]
async fn a_postgres_without_our_tables_is_refused_and_left_as_it_is() {
    let place = Place::new(Engine::Postgres);
    let why = sentence(place.open().await);
    assert!(why.contains("hejnal migrate") && why.contains(migrations()[0].name), "{why}");
    assert!(sentence(place.open().await).contains("hejnal migrate"), "asking again changes nothing");
    place.make().await.close();
    place.open().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_may_migrate_at_once() {
    let one = Place::new(Engine::Postgres);
    let other = Place::at(one.database.clone());
    let (one, other) = tokio::join!(one.make(), other.make());
    for db in [one, other] {
        let ran: i64 = db.read(|read| read.value("select count(*) from migrations", &[])).await.unwrap();
        assert_eq!(usize::try_from(ran).unwrap(), migrations().len());
        write(&db, |tx| tx.record(told(Id::new())).map(drop)).await.unwrap();
    }
}

#[tokio::test]
async fn an_address_that_is_none_and_a_server_that_is_away_are_said_in_a_sentence() {
    for (url, said) in [("nonsense", "not of the form"), ("postgres:///city?host=/nowhere&user=hejnal", "cannot be reached")] {
        let place = Place::at(Database::Postgres { url: url.into(), threads: 1 });
        let why = sentence(place.open().await);
        assert!(why.contains(said), "{why}");
    }
}
