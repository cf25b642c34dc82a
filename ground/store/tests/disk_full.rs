//! The disk is full: callers hear a sentence, nothing is half done, and it goes on when there is room again.
//!
//! A limit on the size of files stands in for the full disk, since it needs no right to mount. It belongs to the whole
//! process, so these tests have a program of their own and take turns.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard},
};

use base::{Actor, Error, Id, Result, SystemClock};
use futures_util::future::join_all;
use nix::sys::{
    resource::{Resource, getrlimit, setrlimit},
    signal::{SigSet, Signal},
};
use store::{Database, Db, Folder, NewEvent, Options, Tx, backup, params};

/// Room that is left when the disk becomes full, bytes.
const ROOM: u64 = 256 << 10;

/// The limit of this process; one test at a time may set it, and it is lifted in the end.
struct Disk(#[expect(dead_code, reason = "held while the test runs")] MutexGuard<'static, ()>);

impl Disk {
    fn ours() -> Self {
        static ALONE: Mutex<()> = Mutex::new(());
        let guard = ALONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // The signal would end the process; blocked, it leaves the error to SQLite. Threads started later inherit this.
        SigSet::from(Signal::SIGXFSZ).thread_block().unwrap();
        Self(guard)
    }

    fn fill_up_to(&self, bytes: u64) {
        let (_, hard) = getrlimit(Resource::RLIMIT_FSIZE).unwrap();
        setrlimit(Resource::RLIMIT_FSIZE, bytes, hard).unwrap();
    }

    fn free(&self) {
        let (_, hard) = getrlimit(Resource::RLIMIT_FSIZE).unwrap();
        setrlimit(Resource::RLIMIT_FSIZE, hard, hard).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.free();
    }
}

fn in_runtime(body: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(body);
}

async fn open(home: &Path) -> (Folder, Db) {
    let folder = Folder::open(home).unwrap();
    let db = Db::open(&folder, Options::new(Database::Sqlite, Arc::new(SystemClock))).await.unwrap();
    (folder, db)
}

/// An event and a row of `bytes` bytes.
fn enter(tx: &Tx<'_>, bytes: usize) -> Result<String> {
    let name = format!("{:>bytes$}", Id::new().to_string());
    tx.record(NewEvent { subject_kind: "entry", subject_id: Id::new(), kind: "entry.written", facts: serde_json::json!({}) })?;
    tx.execute("insert into cursors (name, position) values ($1, 1)", params![name])?;
    Ok(name)
}

async fn enter_one(db: &Db, bytes: usize) -> Result<String> {
    db.write(Actor::SYSTEM, move |tx| enter(tx, bytes)).await
}

fn log_size(folder: &Folder) -> u64 {
    std::fs::metadata(folder.path().join("hejnal.sqlite-wal")).unwrap().len()
}

fn check_sentence(error: Option<Error>) {
    let Some(Error::Unavailable(why)) = &error else { panic!("{error:?}") };
    assert!(why.contains("free some room") && why.contains("nothing that was confirmed is lost"), "{why}");
}

/// Exactly the confirmed names are there, each with its event.
async fn check_rows(db: &Db, mut confirmed: Vec<String>) {
    let (names, events): (Vec<String>, i64) = db
        .read(|read| {
            let names = read.query("select name from cursors order by name", &[], |row| row.get(0))?;
            Ok((names, read.value("select count(*) from events", &[])?))
        })
        .await
        .unwrap();
    confirmed.sort();
    assert_eq!(names.len(), confirmed.len());
    assert_eq!(names, confirmed);
    assert_eq!(usize::try_from(events).unwrap(), confirmed.len());
    let said: String = db.read(|read| read.value("pragma integrity_check", &[])).await.unwrap();
    assert_eq!(said, "ok");
    assert!(db.read(store::journal::verify).await.unwrap().is_empty());
}

#[test]
fn a_full_disk_is_unavailable_with_advice_and_the_work_goes_on_when_there_is_room() {
    let disk = Disk::ours();
    in_runtime(async {
        let home = tempfile::tempdir().unwrap();
        let (folder, db) = open(home.path()).await;
        let mut confirmed = vec![enter_one(&db, 40).await.unwrap()];
        disk.fill_up_to(log_size(&folder) + ROOM);
        let mut refused = 0;
        while refused < 3 {
            // Several at once, so that they share a commit.
            for answer in join_all((0..16).map(|_| enter_one(&db, 2_000))).await {
                match answer {
                    Ok(name) => confirmed.push(name),
                    Err(error) => {
                        refused += 1;
                        check_sentence(Some(error));
                    }
                }
            }
        }
        assert!(confirmed.len() > 16, "the disk was full at once, which shows nothing");
        check_rows(&db, confirmed.clone()).await;
        disk.free();
        confirmed.push(enter_one(&db, 2_000).await.unwrap());
        check_rows(&db, confirmed.clone()).await;
        db.close();
        drop((folder, db));
        let (_folder, again) = open(home.path()).await;
        check_rows(&again, confirmed).await;
    });
}

#[test]
fn a_change_that_fills_the_disk_in_its_middle_leaves_nothing() {
    let disk = Disk::ours();
    in_runtime(async {
        let home = tempfile::tempdir().unwrap();
        let (folder, db) = open(home.path()).await;
        let mut confirmed = vec![enter_one(&db, 40).await.unwrap()];
        disk.fill_up_to(log_size(&folder) + ROOM);
        // More than the cache holds, so SQLite writes before the commit and takes back the whole batch by itself.
        let large = db.write(Actor::SYSTEM, |tx| (0..600).try_for_each(|_| enter(tx, 60_000).map(drop)));
        let (large, neighbour) = tokio::join!(large, enter_one(&db, 40));
        check_sentence(large.err());
        // Whether the neighbour shared the batch is chance; it is there exactly when it was confirmed.
        match neighbour {
            Ok(name) => confirmed.push(name),
            Err(error) => check_sentence(Some(error)),
        }
        check_rows(&db, confirmed.clone()).await;
        disk.free();
        confirmed.push(enter_one(&db, 40).await.unwrap());
        check_rows(&db, confirmed).await;
    });
}

#[test]
fn a_backup_that_finds_no_room_leaves_no_file() {
    let disk = Disk::ours();
    in_runtime(async {
        let (home, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (folder, db) = open(home.path()).await;
        let noise: Vec<u8> = (0..64 << 10).flat_map(|_| base::secret::random::<16>()).collect();
        std::fs::write(folder.path().join("files/photo"), noise).unwrap();
        let target = elsewhere.path().join("a.tar.gz");
        disk.fill_up_to(ROOM);
        let refused = backup(&db, &folder, &target, |_| ()).await;
        assert!(matches!(&refused, Err(Error::Unavailable(_))), "{refused:?}");
        assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0);
        disk.free();
        backup(&db, &folder, &target, |_| ()).await.unwrap();
        assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 1);
    });
}
