//! A throw-away PostgreSQL from the machine's own binaries, started once per test program.

use std::{
    os::unix::fs::{PermissionsExt, chown},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use nix::unistd::{Gid, Uid, User};

/// A running server; it ends a moment after the process that started it, however that ended.
pub struct Server {
    folder: PathBuf,
    options: String,
    next: AtomicU32,
}

impl Server {
    /// The server of this test program.
    ///
    /// # Panics
    /// With a sentence when PostgreSQL is not installed or does not start.
    pub fn shared() -> &'static Server {
        static SERVER: OnceLock<Server> = OnceLock::new();
        SERVER.get_or_init(|| Self::start("off"))
    }

    /// A server of its own that syncs to disk: for kill and durability tests.
    ///
    /// # Panics
    /// As [`Server::shared`].
    pub fn durable() -> Server {
        Self::start("on")
    }

    fn start(fsync: &str) -> Server {
        let folder = tempfile::Builder::new().prefix("hejnal-pg-").tempdir().expect("a temporary folder").keep();
        std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).expect("the folder is ours");
        if let Some(nobody) = nobody() {
            chown(&folder, Some(nobody.0.as_raw()), Some(nobody.1.as_raw())).expect("root may give the folder away");
        }
        let data = folder.join("pg");
        run(as_nobody("initdb").args(["-A", "trust", "-U", "hejnal", "--no-sync", "-E", "UTF8", "--locale=C", "-D"]).arg(&data));
        let options = format!("-k {} -c listen_addresses= -c fsync={fsync} -c max_connections=300", folder.display());
        let server = Server { folder, options, next: AtomicU32::new(0) };
        server.start_again();
        watch_over(&server.folder, &data);
        server
    }

    /// Ends the server in the middle of everything, as a crash does.
    ///
    /// # Panics
    /// When it does not run.
    pub fn crash(&self) {
        run(self.control().args(["-m", "immediate", "-w", "stop"]));
    }

    /// Starts the server after a crash; answers when it takes connections.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start_again(&self) {
        run(self.control().arg("-l").arg(self.folder.join("log")).args(["-o", &self.options, "-w", "start"]));
    }

    fn control(&self) -> Command {
        let mut command = as_nobody("pg_ctl");
        command.arg("-D").arg(self.folder.join("pg"));
        command
    }

    /// Makes an empty database and gives its address.
    ///
    /// # Panics
    /// When the server refuses.
    pub fn database(&self) -> String {
        self.make_database(&[])
    }

    /// Makes an empty database that sorts texts as Polish does, not by their bytes.
    ///
    /// # Panics
    /// As [`Server::database`].
    pub fn polish_database(&self) -> String {
        self.make_database(&["--template=template0", "--locale-provider=icu", "--icu-locale=pl-PL"])
    }

    fn make_database(&self, how: &[&str]) -> String {
        let name = format!("city_{}", self.next.fetch_add(1, Ordering::SeqCst));
        run(as_nobody("createdb").arg("-h").arg(&self.folder).args(["-U", "hejnal"]).args(how).arg(&name));
        format!("postgres:///{name}?host={}&user=hejnal", self.folder.display())
    }
}

fn nobody() -> Option<(Uid, Gid)> {
    Uid::effective().is_root().then(|| User::from_name("nobody").ok().flatten().map(|user| (user.uid, user.gid)))?
}

/// PostgreSQL refuses to run as root, so as root we become `nobody` for it.
fn as_nobody(program: &str) -> Command {
    let binary = binary(program);
    if nobody().is_none() {
        return Command::new(binary);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"]).arg(binary);
    command
}

fn binary(program: &str) -> PathBuf {
    let on_path = std::env::var_os("PATH").into_iter().flat_map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
    let mut folders: Vec<PathBuf> = versions.chain(on_path).collect();
    folders.sort_by_key(|folder| !folder.starts_with("/usr/lib/postgresql"));
    folders
        .into_iter()
        .map(|folder| folder.join(program))
        .find(|path| path.exists())
        .unwrap_or_else(|| panic!("PostgreSQL's {program} is missing: apt-get install postgresql (the store is tested on both engines)"))
}

fn run(command: &mut Command) {
    let output = command.stdin(Stdio::null()).current_dir("/").output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    assert!(output.status.success(), "{command:?}: {}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
}

/// A small shell that outlives us, stops the server and removes its folder.
#[expect(clippy::zombie_processes, reason = "the shell outlives us, so we cannot wait for it")]
fn watch_over(folder: &Path, data: &Path) {
    let stop = as_nobody("pg_ctl");
    let stop = [stop.get_program()].into_iter().chain(stop.get_args()).map(|part| part.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let script = format!(
        "trap '' INT TERM HUP; while kill -0 {} 2>/dev/null; do sleep 1; done; {stop} -D {} -m immediate stop; rm -rf {}",
        std::process::id(),
        data.display(),
        folder.display()
    );
    let mut shell = Command::new("setsid");
    shell.args(["sh", "-c", &script]).current_dir("/").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    shell.spawn().expect("a shell to stop PostgreSQL later");
}
