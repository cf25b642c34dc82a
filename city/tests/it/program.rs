//! The program as people start it: a child process, what it says, and the signals that it is sent.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    process::{Child, Command, Stdio},
    sync::{Arc, Condvar, Mutex},
    time::Duration,
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};

/// How long anything may take that the program does promptly, also on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The program with these words, without any settings of this machine's own.
pub fn hejnal<W: AsRef<OsStr>>(words: &[W]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hejnal"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("HEJNAL_")) {
        command.env_remove(name);
    }
    command.env_remove("RUST_LOG").args(words).stdin(Stdio::null());
    command
}

/// How a command ended, and what it said.
#[derive(Debug)]
pub struct Said {
    /// The exit code; `None` after a signal.
    pub code: Option<i32>,
    /// What stood on its output.
    pub out: String,
    /// What stood on its error stream.
    pub err: String,
}

/// Runs the command to its end.
pub fn said(command: &mut Command) -> Said {
    Running::start(command).ended()
}

impl Said {
    /// What it said, when all went well.
    #[track_caller]
    pub fn well(self) -> String {
        assert_eq!(self.code, Some(0), "{self:#?}");
        self.out
    }

    /// It ended with `code` and a sentence that has all of these words; gives the sentence.
    #[track_caller]
    pub fn refused(self, code: i32, words: &[&str]) -> String {
        assert_eq!(self.code, Some(code), "{self:#?}");
        for word in words {
            assert!(self.err.contains(word), "no {word:?} in {self:#?}");
        }
        for inner in ["internal: ", "unavailable: ", "invalid: ", "panicked"] {
            assert!(!self.err.contains(inner), "a word for programs, {inner:?}, in {self:#?}");
        }
        self.err
    }
}

/// A running program. It is killed when it goes out of sight.
pub struct Running {
    child: Child,
    heard: Arc<Heard>,
}

/// The lines that a program has said so far.
#[derive(Default)]
struct Heard {
    lines: Mutex<Lines>,
    more: Condvar,
}

#[derive(Default)]
struct Lines {
    out: Vec<String>,
    err: Vec<String>,
    ended: usize,
}

impl Running {
    /// Starts the program and listens to it.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let heard = Arc::new(Heard::default());
        listen(child.stdout.take().unwrap(), &heard, |lines| &mut lines.out);
        listen(child.stderr.take().unwrap(), &heard, |lines| &mut lines.err);
        Self { child, heard }
    }

    /// Waits for a line that has `words`.
    #[track_caller]
    pub fn hears(&self, words: &str) -> String {
        let found = |lines: &Lines| lines.out.iter().chain(&lines.err).find(|line| line.contains(words)).cloned();
        let lines = self.heard.lines.lock().unwrap();
        let (lines, _) = self.heard.more.wait_timeout_while(lines, PATIENCE, |lines| found(lines).is_none() && lines.ended < 2).unwrap();
        found(&lines).unwrap_or_else(|| panic!("it never said {words:?} but\n{}\n{}", lines.out.join("\n"), lines.err.join("\n")))
    }

    /// Waits until it listens, and gives the address.
    #[track_caller]
    pub fn address(&self) -> SocketAddr {
        let line = self.hears(r#""message":"listening""#);
        let line: serde_json::Value = serde_json::from_str(&line).unwrap();
        line["address"].as_str().unwrap().parse().unwrap()
    }

    /// Sends a signal.
    pub fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(i32::try_from(self.child.id()).unwrap()), signal).unwrap();
    }

    /// Waits for its end.
    #[track_caller]
    pub fn ended(mut self) -> Said {
        let lines = self.heard.lines.lock().unwrap();
        let (lines, late) = self.heard.more.wait_timeout_while(lines, PATIENCE, |lines| lines.ended < 2).unwrap();
        let (out, err) = (lines.out.join("\n"), lines.err.join("\n"));
        drop(lines);
        assert!(!late.timed_out(), "it did not end in time, and said\n{out}\n{err}");
        Said { code: self.child.wait().unwrap().code(), out, err }
    }

    /// Asks it to stop, and waits until it has done so in good order.
    #[track_caller]
    pub fn stop(self) {
        self.signal(Signal::SIGTERM);
        self.ended().well();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already in most tests; in the others nothing is left to be told.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn listen(stream: impl Read + Send + 'static, heard: &Arc<Heard>, into: fn(&mut Lines) -> &mut Vec<String>) {
    let heard = heard.clone();
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            into(&mut heard.lines.lock().unwrap()).push(line);
            heard.more.notify_all();
        }
        heard.lines.lock().unwrap().ended += 1;
        heard.more.notify_all();
    });
}
