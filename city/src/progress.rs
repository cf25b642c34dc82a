//! Progress of long work: a bar on a terminal, plain lines elsewhere.

use std::{
    io::{IsTerminal as _, stderr},
    sync::Mutex,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

/// Pause between two plain lines.
const LINE_EVERY: Duration = Duration::from_secs(2);

/// Shows how far long work has come, on the error stream.
pub struct Progress {
    what: &'static str,
    bar: Option<ProgressBar>,
    last_line: Mutex<Instant>,
}

impl Progress {
    /// Work on `total` things, named in the plural; 0 when the number is not known.
    pub fn new(what: &'static str, total: u64) -> Self {
        let bar = stderr().is_terminal().then(|| {
            let known = "{msg} {wide_bar} {human_pos}/{human_len} {eta}";
            let template = if total > 0 { known } else { "{msg} {human_pos} {elapsed}" };
            let bar = if total > 0 { ProgressBar::new(total) } else { ProgressBar::no_length() };
            bar.with_message(what).with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Self { what, bar, last_line: Mutex::new(Instant::now()) }
    }

    /// So many are done now.
    pub fn at(&self, done: u64) {
        if let Some(bar) = &self.bar {
            return bar.set_position(done);
        }
        let Ok(mut last) = self.last_line.lock() else { return };
        if last.elapsed() >= LINE_EVERY {
            *last = Instant::now();
            eprintln!("{}: {done}", self.what);
        }
    }

    /// The work is over.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
