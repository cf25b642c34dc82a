//! The city as a child process: the released program on a data folder of its own, on this machine only.

use std::{
    fs::File,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail, ensure};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    time::{sleep, timeout},
};

use crate::{
    client::{Answer, Connection},
    kernel,
    questions::Question,
};

/// How long a city may take to open, and to close.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often an opening city is asked whether it is ready.
const ASK_EVERY: Duration = Duration::from_millis(1);
/// A city is at rest when in so long …
const REST_LOOK: Duration = Duration::from_millis(500);
/// … no job is done and it takes no more than so many seconds of processor time …
const REST_SECONDS: f64 = 0.03;
/// … for so many looks one after the other: a job that met another transaction is put off for 5 s.
const RESTFUL_LOOKS: u32 = 2;
const RESTFUL_LOOKS_AFTER_TROUBLE: u32 = 12;
/// The most looks until it is at rest.
const REST_LOOKS: u32 = 80;
/// How much of the log is shown when something went wrong, lines.
const LOG_LINES: usize = 8;

/// The program and the folders that are the same for every city.
#[derive(Debug, Clone)]
pub struct Program {
    /// The released program.
    pub binary: PathBuf,
    /// The city pack.
    pub pack: PathBuf,
}

/// How a city is opened.
#[derive(Debug, Clone, Default)]
pub struct Opening {
    /// PostgreSQL; otherwise SQLite in the folder.
    pub database: Option<String>,
    /// Only the door, without the worker that does what follows.
    pub web_only: bool,
}

/// An open city.
pub struct City {
    child: Child,
    /// Its process.
    pub pid: u32,
    /// Where it listens.
    pub address: SocketAddr,
    /// From the start of the program to its first answer that it is ready, seconds.
    pub start_seconds: f64,
    log: PathBuf,
    /// Held open, since a program that can no longer print ends.
    _said: Lines<BufReader<ChildStdout>>,
}

impl City {
    /// Opens a city on `folder` and waits until it answers.
    ///
    /// # Errors
    /// When it does not, with the end of its log.
    pub async fn open(program: &Program, folder: &Path, opening: &Opening) -> Result<Self> {
        if let Some(database) = &opening.database {
            Self::migrate(program, folder, database).await?;
        }
        let log = folder.with_extension("log");
        let started = Instant::now();
        let mut child =
            command(program, folder, opening, &log)?.spawn().with_context(|| format!("starting {}", program.binary.display()))?;
        let pid = child.id().context("the program has ended at once")?;
        let mut said = BufReader::new(child.stdout.take().context("the program's words")?).lines();
        let opened = async {
            let address = announced(&mut said).await?;
            until_ready(address).await?;
            anyhow::Ok(address)
        };
        let opened = timeout(PATIENCE, opened).await.context("the city did not open in time").flatten();
        let start_seconds = started.elapsed().as_secs_f64();
        let address = opened.with_context(|| end_of(&log))?;
        Ok(Self { child, pid, address, start_seconds, log, _said: said })
    }

    /// Makes the tables of a new database: on PostgreSQL a city does not do that by itself.
    ///
    /// # Errors
    /// When the program does not.
    async fn migrate(program: &Program, folder: &Path, database: &str) -> Result<()> {
        let mut command = Command::new(&program.binary);
        command.args(["migrate", "--database", database, "--data"]).arg(folder).kill_on_drop(true);
        let output = timeout(PATIENCE, command.output()).await.context("migrate did not end in time")??;
        ensure!(output.status.success(), "migrate: {}", String::from_utf8_lossy(&output.stderr));
        Ok(())
    }

    /// Asks one question and gives what the question keeps of the answer.
    ///
    /// # Errors
    /// When it is not the answer expected.
    pub async fn ask(&self, question: &Question) -> Result<String> {
        let mut request = Vec::new();
        question.write(0, &mut request);
        let mut connection = Connection::open(self.address).await?;
        let answer: Answer<'_> = connection.ask(&request).await?;
        Ok(question.check(0, &answer).with_context(|| self.log_end())?.unwrap_or_default())
    }

    /// Waits until nothing is being worked on; gives the seconds until the last work was seen, or `None` when it still works.
    ///
    /// # Errors
    /// When the city has ended.
    pub async fn rest(&self) -> Result<Option<f64>> {
        let (started, troubles) = (Instant::now(), self.jobs_put_off().await?);
        let (mut restful, mut last_work) = (0, 0.0);
        let mut before = (kernel::seconds_of(self.pid)?, self.jobs_done().await?);
        for _ in 0..REST_LOOKS {
            sleep(REST_LOOK).await;
            let now = (kernel::seconds_of(self.pid)?, self.jobs_done().await?);
            if now.0 - before.0 <= REST_SECONDS && now.1 == before.1 {
                restful += 1;
            } else {
                (restful, last_work) = (0, started.elapsed().as_secs_f64());
            }
            let trouble = self.jobs_put_off().await? > troubles;
            if restful >= if trouble { RESTFUL_LOOKS_AFTER_TROUBLE } else { RESTFUL_LOOKS } {
                return Ok(Some(last_work));
            }
            before = now;
        }
        Ok(None)
    }

    /// Jobs done by the worker since the city was opened.
    ///
    /// # Errors
    /// When the city does not tell.
    pub async fn jobs_done(&self) -> Result<f64> {
        self.counted("jobs_done_total").await
    }

    /// Attempts at jobs that did not succeed since the city was opened.
    ///
    /// # Errors
    /// When the city does not tell.
    pub async fn jobs_put_off(&self) -> Result<f64> {
        self.counted("jobs_not_done_total").await
    }

    async fn counted(&self, name: &str) -> Result<f64> {
        let metrics = self.ask(&Question::Metrics).await?;
        let lines = metrics.lines().filter(|line| line.starts_with(name));
        Ok(lines.filter_map(|line| line.rsplit(' ').next()?.parse::<f64>().ok()).sum())
    }

    /// The last words of the city's log.
    pub fn log_end(&self) -> String {
        end_of(&self.log)
    }

    /// Asks it to stop and waits until it has.
    ///
    /// # Errors
    /// When it does not stop, or not well.
    pub async fn close(mut self) -> Result<()> {
        kill(Pid::from_raw(i32::try_from(self.pid)?), Signal::SIGTERM)?;
        let status = timeout(PATIENCE, self.child.wait()).await.context("the city did not stop in time")??;
        if !status.success() {
            bail!("the city ended with {status}: {}", self.log_end());
        }
        Ok(())
    }
}

fn command(program: &Program, folder: &Path, opening: &Opening, log: &Path) -> Result<Command> {
    let mut command = Command::new(&program.binary);
    command.args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"]).arg(folder).arg("--city").arg(&program.pack);
    if let Some(database) = &opening.database {
        command.args(["--database", database]);
    }
    if opening.web_only {
        command.args(["--roles", "web"]);
    }
    command.env("HEJNAL_NO_RATE_LIMITS", "true").env_remove("RUST_LOG").kill_on_drop(true);
    // The log goes to a file, as under systemd: what it costs belongs to the cost of a request.
    let log = File::options().create(true).append(true).open(log)?;
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
    Ok(command)
}

/// Reads the port from "The city is open at http://localhost:40123".
async fn announced(said: &mut Lines<BufReader<ChildStdout>>) -> Result<SocketAddr> {
    let line = said.next_line().await?.context("the city ended before it opened")?;
    let port = line.rsplit(':').next().unwrap_or_default().trim_end_matches('/');
    let port: u16 = port.parse().with_context(|| format!("no port in {line:?}"))?;
    Ok(SocketAddr::from(([127, 0, 0, 1], port)))
}

async fn until_ready(address: SocketAddr) -> Result<()> {
    let mut request = Vec::new();
    Question::Ready.write(0, &mut request);
    let looks = PATIENCE.as_millis() / ASK_EVERY.as_millis();
    for _ in 0..looks {
        if let Ok(mut connection) = Connection::open(address).await
            && connection.ask(&request).await.is_ok_and(|answer| answer.status == 200)
        {
            return Ok(());
        }
        sleep(ASK_EVERY).await;
    }
    bail!("the city is open and never ready")
}

fn end_of(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    // Neither every request nor the frames of a panic.
    let telling = |line: &&str| !line.contains("\"target\":\"access\"") && !line.starts_with(' ');
    let lines: Vec<&str> = text.lines().filter(telling).collect();
    format!("the end of its log:\n{}", lines[lines.len().saturating_sub(LOG_LINES)..].join("\n"))
}
