//! The kill test: a program of the store is killed in the middle of its work, fifty times, and keeps every word it gave.
//!
//! Run without an order, this program starts itself again as the diary: 64 tasks that write an event and a row of another
//! table in one transaction, and say the entry's id only after its confirmation. The parent kills the diary (or crashes
//! PostgreSQL under it) after a random number of ids, opens the database again and looks. It shows that confirmed rows
//! survive the death of processes; a power failure it cannot show.

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    os::unix::process::ExitStatusExt,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Instant,
};

use base::{Actor, Id, SystemClock};
use store::{Database, Db, Folder, NewEvent, Options, Tx, params};
use testkit::{Dice, Server};

/// Times that the diary is killed on each engine.
const ROUNDS: usize = 25;
/// Tasks that write at once.
const WRITERS: usize = 64;
/// Ids after which a round ends, at most, on SQLite and on PostgreSQL.
const LONGEST: [u64; 2] = [1_000, 300];
/// Of so many rounds on PostgreSQL, one crashes the server first.
const CRASH_EVERY: usize = 5;
/// The diary's data folder and database, when this process is the diary.
const HOME: &str = "HEJNAL_DIARY_HOME";
const DATABASE: &str = "HEJNAL_DIARY_DATABASE";

fn main() {
    if let Some(home) = std::env::var_os(HOME) {
        return runtime().block_on(keep_diary(home.as_ref()));
    }
    if std::env::args().skip(1).any(|filter| !filter.starts_with('-') && !"kill".contains(&filter)) {
        return;
    }
    let dice = Dice::thrown("kill");
    let untold = Engine::new(None).survive(&dice) + Engine::new(Some(Server::durable())).survive(&dice);
    assert!(untold > 0, "no kill came between a commit and its answer, so no write was in flight");
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

async fn open(home: &std::path::Path, url: Option<String>) -> Db {
    let database = url.map_or(Database::Sqlite, |url| Database::Postgres { url, threads: 4 });
    let folder = Folder::open(home).unwrap();
    Db::open_and_migrate(&folder, Options::new(database, Arc::new(SystemClock))).await.unwrap()
}

/// The child: writes until it is killed.
async fn keep_diary(home: &std::path::Path) {
    let db = open(home, std::env::var(DATABASE).ok()).await;
    let writers: Vec<_> = (0..WRITERS).map(|_| tokio::spawn(write_on(db.clone()))).collect();
    for writer in writers {
        writer.await.unwrap();
    }
}

async fn write_on(db: Db) {
    loop {
        let id = Id::new();
        if db.write(Actor::SYSTEM, move |tx| enter(tx, id)).await.is_ok() {
            // One short write into a pipe is never cut in two. Nobody listens any more when the parent has failed.
            let Ok(()) = writeln!(std::io::stdout().lock(), "{id}") else { return };
        }
    }
}

fn enter(tx: &Tx<'_>, id: Id) -> base::Result<()> {
    let facts = serde_json::json!({ "name": id });
    tx.record(NewEvent { subject_kind: "entry", subject_id: id, kind: "entry.written", facts })?;
    tx.execute("insert into cursors (name, position) values ($1, 1)", params![id.to_string()]).map(drop)
}

struct Engine {
    home: tempfile::TempDir,
    server: Option<Server>,
    url: Option<String>,
    relay: Id,
    confirmed: BTreeSet<String>,
}

impl Engine {
    fn new(server: Option<Server>) -> Self {
        let url = server.as_ref().map(Server::database);
        Self { home: tempfile::tempdir().unwrap(), server, url, relay: Id::new(), confirmed: BTreeSet::new() }
    }

    /// All rounds; says how many entries were saved without anybody having heard so.
    fn survive(mut self, dice: &Dice) -> usize {
        let (started, mut untold, mut crashes) = (Instant::now(), 0, 0);
        let longest = LONGEST[usize::from(self.server.is_some())];
        for round in 0..ROUNDS {
            let crash = self.server.is_some() && round % CRASH_EVERY == 0;
            crashes += usize::from(crash);
            self.kill_after(1 + dice.below(longest), crash);
            untold = runtime().block_on(self.look(round));
        }
        println!(
            "kill: {}: {ROUNDS} kills, {crashes} crashes of the server, {} entries confirmed, none lost, none half there; \
             {untold} more were saved and not told yet; {:.1} s",
            if self.server.is_some() { "postgres" } else { "sqlite" },
            self.confirmed.len(),
            started.elapsed().as_secs_f32()
        );
        assert!(self.confirmed.len() >= 50 * ROUNDS, "too little was confirmed to show anything");
        untold
    }

    /// Starts the diary, reads its ids, and kills it in the middle.
    fn kill_after(&mut self, enough: u64, crash: bool) {
        let mut diary = self.start();
        let mut lines = BufReader::new(diary.stdout.take().unwrap()).lines();
        self.hear(&mut lines, enough);
        if let Some(server) = self.server.as_ref().filter(|_| crash) {
            server.crash();
            server.start_again();
            // The diary goes on by itself.
            self.hear(&mut lines, enough);
        }
        diary.kill().unwrap();
        self.confirmed.extend(lines.map(Result::unwrap));
        assert_eq!(diary.wait().unwrap().signal(), Some(9), "the diary ended by itself");
    }

    fn start(&self) -> Child {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.env(HOME, self.home.path()).stdin(Stdio::null()).stdout(Stdio::piped());
        command.envs(self.url.iter().map(|url| (DATABASE, url)));
        command.spawn().unwrap()
    }

    fn hear(&mut self, lines: &mut impl Iterator<Item = std::io::Result<String>>, count: u64) {
        for _ in 0..count {
            let line = lines.next().expect("the diary goes on until it is killed").unwrap();
            assert!(self.confirmed.insert(line), "an entry was confirmed twice");
        }
    }

    /// Opens the database again: is everything there that was confirmed, and nothing half? Says how much more there is.
    async fn look(&self, round: usize) -> usize {
        let db = open(self.home.path(), self.url.clone()).await;
        while store::journal::relay(&db, self.relay).await.unwrap() > 0 {}
        let (events, rows, faults) = db
            .read(|read| {
                let events = read.query("select facts->>'name' from events", &[], |row| row.get(0))?;
                let rows = read.query("select name from cursors", &[], |row| row.get(0))?;
                let mut faults = store::journal::verify(read)?;
                if !read.is_postgres() {
                    let said: String = read.value("pragma integrity_check", &[])?;
                    faults.extend(Some(said).filter(|said| said != "ok"));
                }
                Ok((events, rows, faults))
            })
            .await
            .unwrap();
        db.close();
        let (events, rows) = (events.into_iter().collect::<BTreeSet<String>>(), rows.into_iter().collect::<BTreeSet<String>>());
        assert_eq!(events, rows, "round {round}: a transaction is half there");
        let lost: Vec<_> = self.confirmed.difference(&rows).collect();
        assert!(lost.is_empty(), "round {round}: {} confirmed entries are lost: {lost:?}", lost.len());
        assert!(faults.is_empty(), "round {round}: {faults:?}");
        rows.len() - self.confirmed.len()
    }
}
