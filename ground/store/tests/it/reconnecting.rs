//! PostgreSQL goes away and comes back: callers notice as little as is honest.

use base::{Error, Id};
use futures_util::future::join_all;
use store::{Database, Db};
use testkit::{Engine, Server};

use crate::common::{Place, sentence, told, write};

async fn tell(db: &Db) -> base::Result<()> {
    write(db, |tx| tx.record(told(Id::new())).map(drop)).await
}

async fn events(db: &Db) -> i64 {
    db.read(|read| read.value("select count(*) from events", &[])).await.unwrap()
}

/// Ends every other connection to the database, as an operator or a proxy may.
async fn cut_others(db: &Db) -> i64 {
    let sql =
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    db.read(move |read| read.value(sql, &[])).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_that_were_cut_are_made_anew_unnoticed() {
    let place = Place::new(Engine::Postgres);
    let (db, knife) = (place.make().await, Place::at(place.database.clone()).make().await);
    let mut told = 0;
    for _ in 0..5 {
        // Every thread has a connection, and statements prepared on it.
        for answer in join_all((0..8).map(|_| tell(&db))).await {
            answer.unwrap();
            told += 1;
        }
        assert!(cut_others(&knife).await >= 2);
        assert_eq!(events(&db).await, told);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_crashes_is_unavailable_until_it_is_back_and_has_every_confirmed_row() {
    let server = Server::durable();
    let place = Place::at(Database::Postgres { url: server.database(), threads: 2 });
    let db = place.make().await;
    join_all((0..20).map(|_| tell(&db))).await.into_iter().for_each(Result::unwrap);
    server.crash();
    for answer in [tell(&db).await, db.read(|_| Ok(())).await] {
        let why = sentence(answer);
        assert!(why.contains("database"), "{why}");
    }
    server.start_again();
    tell(&db).await.unwrap();
    assert_eq!(events(&db).await, 21);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_own_fault_is_not_taken_for_a_lost_connection() {
    let place = Place::new(Engine::Postgres);
    let db = place.make().await;
    let wrong = db.read(|read| read.value::<i64>("select position from cursors where name = $1", store::params![7])).await;
    assert!(matches!(wrong, Err(Error::Internal(_))), "{wrong:?}");
    tell(&db).await.unwrap();
    let numeric = db.read(|read| read.value::<i64>("select sum(version) from events", &[])).await;
    assert!(matches!(&numeric, Err(Error::Internal(why)) if why.contains("cast it")), "{numeric:?}");
    tell(&db).await.unwrap();
}
