//! A city of a test's own: its data folder, its database on one of the engines, and how a test looks at its rows.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, OnceLock},
};

use base::{Actor, SystemClock};
use store::{Database, Db, Folder, Options, Read, Tx};
use testkit::{Engine, Server};

use crate::program::{PATIENCE, Running, hejnal};

pub const ENGINES: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];

/// Where the parts of the project are.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// The demo's pack with the first of its houses only, so that a city opens at once.
pub fn small_city() -> &'static Path {
    static PACK: OnceLock<PathBuf> = OnceLock::new();
    PACK.get_or_init(|| {
        let pack = Path::new(env!("CARGO_TARGET_TMPDIR")).join("small-city");
        copy_pack(&pack);
        let houses = std::fs::read_to_string(pack.join("addresses.csv")).unwrap();
        let few: Vec<&str> = houses.lines().take(40).collect();
        std::fs::write(pack.join("addresses.csv"), few.join("\n")).unwrap();
        pack
    })
}

/// The same, with the roles of a city in earnest: whoever administers must have a second step.
fn earnest_city() -> &'static Path {
    static PACK: OnceLock<PathBuf> = OnceLock::new();
    PACK.get_or_init(|| {
        let pack = Path::new(env!("CARGO_TARGET_TMPDIR")).join("earnest-city");
        copy_pack(&pack);
        std::fs::copy(small_city().join("addresses.csv"), pack.join("addresses.csv")).unwrap();
        let roles = std::fs::read_to_string(pack.join("roles.toml")).unwrap();
        assert!(roles.contains("second_factor = false"), "the demo's roles ask for none");
        std::fs::write(pack.join("roles.toml"), roles.replace("second_factor = false", "second_factor = true")).unwrap();
        pack
    })
}

/// Copies the demo's pack into the folder `to`.
pub fn copy_pack(to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(root().join("cities/demo")).unwrap().map(Result::unwrap) {
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

/// A city of a test's own.
pub struct Home {
    place: tempfile::TempDir,
    /// The address of its database on PostgreSQL.
    pub database: Option<String>,
}

impl Home {
    /// A new city; on PostgreSQL its database has its tables already.
    pub fn new(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::bare(None),
            Engine::Postgres => Self::on(&Server::shared().database()),
        }
    }

    /// A new city on this PostgreSQL database.
    pub fn on(database: &str) -> Self {
        let home = Self::bare(Some(database.to_owned()));
        home.run(&["migrate"]).well();
        home
    }

    /// An empty place.
    pub fn bare(database: Option<String>) -> Self {
        Self { place: tempfile::tempdir().unwrap(), database }
    }

    /// A file or folder beside the data folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.beside("data")
    }

    /// The program with these words, on this city.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = hejnal(words);
        command.arg("--data").arg(self.data());
        if let Some(database) = &self.database {
            command.args(["--database", database]);
        }
        command
    }

    /// Runs a short command on this city.
    pub fn run(&self, words: &[&str]) -> crate::program::Said {
        crate::program::said(&mut self.command(words))
    }

    /// `hejnal serve` with further words, on any free port.
    pub fn serving(&self, words: &[&str]) -> Command {
        self.serving_at("127.0.0.1:0", words)
    }

    /// `hejnal serve` with further words.
    pub fn serving_at(&self, address: &str, words: &[&str]) -> Command {
        let mut command = self.command(&["serve", "--listen", address]);
        let pack = if words.contains(&"--demo") { small_city() } else { earnest_city() };
        command.arg("--city").arg(pack).args(words);
        command
    }

    /// Opens the city and waits until it listens.
    #[track_caller]
    pub fn serve(&self, words: &[&str]) -> Running {
        let running = Running::start(&mut self.serving(words));
        running.address();
        running
    }

    /// The letters in the folder of a demo.
    pub fn letters(&self) -> Vec<String> {
        let folder = std::fs::read_dir(self.data().join("mail")).unwrap().map(|entry| entry.unwrap().path());
        let mut whole: Vec<PathBuf> = folder.filter(|path| path.extension().is_some_and(|end| end == "eml")).collect();
        whole.sort();
        whole.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
    }

    /// Looks at the rows, beside whatever else runs.
    pub async fn look<T: Send + 'static>(&self, look: impl Fn(&Read<'_>) -> base::Result<T> + Send + 'static) -> T {
        let db = self.open().await;
        let seen = db.read(look).await.unwrap();
        db.close();
        seen
    }

    /// One number that the database gives.
    pub async fn count(&self, sql: &'static str) -> i64 {
        self.look(move |read| read.value(sql, &[])).await
    }

    /// Changes rows behind the program's back: time that passes, a fault. Says how many.
    pub async fn change(&self, sql: &'static str) -> usize {
        self.change_all(vec![sql.to_owned()]).await
    }

    /// Runs these statements in one transaction; says how many rows changed.
    pub async fn change_all(&self, statements: Vec<String>) -> usize {
        let db = self.open().await;
        let change = move |tx: &Tx<'_>| statements.iter().map(|sql| tx.execute(sql, &[])).sum();
        let changed = db.write(Actor::SYSTEM, change).await.unwrap();
        db.close();
        changed
    }

    async fn open(&self) -> Db {
        let database = match &self.database {
            Some(url) => Database::Postgres { url: url.clone(), threads: 1 },
            None => Database::Sqlite,
        };
        Db::open(&Folder::visit(&self.data()).unwrap(), Options::new(database, Arc::new(SystemClock))).await.unwrap()
    }
}

/// Counts the work that is not done, without what waits for its day: an account ends on a day far ahead.
pub const WAITING: &str = "select count(*) from jobs where state <> 'done' and kind <> 'staff.end_account'";

/// Waits until something has happened.
pub async fn until(what: &str, happened: impl AsyncFn() -> bool) {
    let look = async {
        while !happened().await {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    assert!(tokio::time::timeout(PATIENCE, look).await.is_ok(), "this never happened: {what}");
}
