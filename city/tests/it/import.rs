//! Tickets of another system: `pack from-tickets`, `import` and `replay` as people run them, on both engines.

mod made_up;
mod warsaw;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::Arc,
};

use base::SystemClock;
use store::{Database, Db, Folder, Options, Read};
use testkit::{Engine, Server};

const ENGINES: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The mapping that all of these tests use.
fn mapping() -> PathBuf {
    root().join("cities/mappings/warszawa-19115.toml")
}

/// A throw-away city: its pack, and on one of the engines its database.
struct City {
    home: tempfile::TempDir,
    database: Option<String>,
}

/// What the program said on its output, line by line, when it went well.
type Said = Vec<String>;

impl City {
    /// A city without tickets, whose pack is made from `areas` and `tickets`.
    fn new(engine: Engine, areas: &Path, tickets: &[&Path]) -> Self {
        let home = tempfile::tempdir().unwrap();
        let database = (engine == Engine::Postgres).then(|| Server::shared().database());
        let city = Self { home, database };
        let mut command = city.command(&["pack", "from-tickets"]);
        command.arg("--mapping").arg(mapping()).arg("--areas").arg(areas).arg("--out").arg(city.pack()).args(tickets);
        good(command);
        good(city.command(&["pack", "check"]).arg(city.pack()));
        if city.database.is_some() {
            good(&mut city.on_data(&["migrate"]));
        }
        city
    }

    fn pack(&self) -> PathBuf {
        self.home.path().join("pack")
    }

    fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hejnal"));
        command.args(words).stdin(Stdio::null()).env_remove("HEJNAL_DATABASE").env_remove("HEJNAL_DATA").env_remove("HEJNAL_CITY");
        command
    }

    fn on_data(&self, words: &[&str]) -> Command {
        let mut command = self.command(words);
        command.arg("--data").arg(self.data());
        if let Some(database) = &self.database {
            command.arg("--database").arg(database);
        }
        command
    }

    /// `import` or `replay` of these files.
    fn tickets(&self, verb: &str, files: &[&Path]) -> Command {
        let mut command = self.on_data(&[verb]);
        command.arg("--mapping").arg(mapping()).arg("--city").arg(self.pack()).args(files);
        command
    }

    /// Runs it and tells what it said about the rows: its last line but the one about districts.
    fn import(&self, files: &[&Path]) -> String {
        let said = good(&mut self.tickets("import", files));
        said.into_iter().rev().nth(1).unwrap()
    }

    fn verify(&self) {
        let said = good(&mut self.on_data(&["verify"]));
        assert!(said[0].ends_with("and the rows agree."), "{said:?}");
    }

    /// Looks at the rows.
    fn read<T: Send + 'static>(&self, look: impl Fn(&Read<'_>) -> base::Result<T> + Send + 'static) -> T {
        let database = match &self.database {
            None => Database::Sqlite,
            Some(url) => Database::Postgres { url: url.clone(), threads: 1 },
        };
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = Folder::open(&self.data()).unwrap();
            let db = Db::open(&folder, Options::new(database, Arc::new(SystemClock))).await.unwrap();
            let seen = db.read(look).await.unwrap();
            db.close();
            seen
        })
    }
}

fn output(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

fn good(mut command: impl std::borrow::BorrowMut<Command>) -> Said {
    let command = command.borrow_mut();
    let output = output(command);
    assert!(output.status.success(), "{command:?}: {}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    lines(&output.stdout)
}

/// What the program refused with.
fn bad(command: &mut Command) -> String {
    let output = output(command);
    assert!(!output.status.success(), "{command:?} should have failed: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

fn lines(bytes: &[u8]) -> Said {
    String::from_utf8(bytes.to_vec()).unwrap().lines().map(str::to_owned).collect()
}

type Sheet = BTreeMap<String, i64>;

/// The sheet under `heading` in the table of a replay, whose two columns must agree.
fn sheet(said: &[String], heading: &str) -> Sheet {
    let start = said.iter().position(|line| line.trim_end() == format!("{heading:44}    files     city")).expect(heading);
    let rows = said[start + 1..].iter().take_while(|line| !line.is_empty());
    let row = |line: &String| {
        let (name, counts) = line.split_at(line.char_indices().nth(44).unwrap().0);
        let counts: Vec<i64> = counts.split_whitespace().map(|count| count.parse().unwrap()).collect();
        assert_eq!(counts.len(), 2, "{line}");
        assert_eq!(counts[0], counts[1], "{line}");
        (name.trim().to_owned(), counts[0])
    };
    rows.map(row).collect()
}
