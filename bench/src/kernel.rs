//! What the kernel tells of processes and of the machine (proc(5)): processor time, memory, load.

use std::{
    fs,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};

/// Ticks of processor time in a second: Linux gives 100 to every program (`USER_HZ`), whatever the kernel counts in.
const TICKS_PER_SECOND: f64 = 100.0;
/// The process whose children are the kernel's own threads.
const KERNEL_THREADS: &str = "2";
/// The machine is quiet while others take less than this share of all its cores.
pub const QUIET_SHARE: f64 = 0.10;

/// Processor time in seconds that a process has taken so far, its own and the kernel's for it.
///
/// # Errors
/// When there is no such process.
pub fn seconds_of(pid: u32) -> Result<f64> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).with_context(|| format!("process {pid} has ended"))?;
    Ok(seconds_in(&fields(&text)))
}

/// The fields of a process from the third one on: the name before them, in brackets, may hold anything.
fn fields(stat: &str) -> Vec<&str> {
    stat.rsplit_once(')').map_or("", |(_, fields)| fields).split_whitespace().collect()
}

/// `utime` and `stime`, the 14th and 15th field.
fn seconds_in(fields: &[&str]) -> f64 {
    [11, 12].iter().filter_map(|index| fields.get(*index)?.parse::<f64>().ok()).sum::<f64>() / TICKS_PER_SECOND
}

/// Processor time of the kernel's own threads: they carry to the disk what we write.
fn kernel_seconds() -> f64 {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten().map(|entry| entry.path().join("stat"));
    let of_kernel = |path| {
        let text = fs::read_to_string(path).ok()?;
        let fields = fields(&text);
        (fields.get(1) == Some(&KERNEL_THREADS)).then(|| seconds_in(&fields))
    };
    processes.filter_map(of_kernel).sum()
}

/// Memory of a process that lies in RAM, bytes.
///
/// # Errors
/// When there is no such process.
pub fn resident_bytes(pid: u32) -> Result<f64> {
    let text = fs::read_to_string(format!("/proc/{pid}/status")).with_context(|| format!("process {pid} has ended"))?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("the kernel tells no VmRSS")?;
    let kib: f64 = line.trim().trim_end_matches(" kB").parse().context("VmRSS in kB")?;
    Ok(kib * 1024.0)
}

/// Seconds that all cores together were busy since the start of the machine, time stolen by its host included.
fn busy_seconds() -> f64 {
    let text = fs::read_to_string("/proc/stat").unwrap_or_default();
    let ticks: Vec<f64> = text.lines().next().unwrap_or_default().split_whitespace().skip(1).filter_map(|n| n.parse().ok()).collect();
    // user nice system idle iowait irq softirq steal; the rest is counted in `user` already.
    [0, 1, 2, 5, 6, 7].iter().filter_map(|index| ticks.get(*index)).sum::<f64>() / TICKS_PER_SECOND
}

/// The number of cores.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The machine as it is told in the head of the table.
pub struct Machine {
    /// Name of the processor.
    pub model: String,
    /// Cores.
    pub cores: usize,
    /// Processes that wanted to run, on average over 1, 5 and 15 minutes.
    pub load: String,
    /// The share of the cores that others took in the second before.
    pub others_share: f64,
}

impl Machine {
    /// Looks at the machine for a second while we do nothing.
    pub fn look() -> Self {
        let watch = Watch::begin(None);
        std::thread::sleep(Duration::from_secs(1));
        let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ")).map_or("unknown", |(_, name)| name);
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        Self {
            model: model.to_owned(),
            cores: cores(),
            load: load.split_whitespace().take(3).collect::<Vec<_>>().join(" "),
            others_share: watch.end().map_or(1.0, |spent| spent.others_share),
        }
    }
}

/// Watches where processor time goes, from its beginning to its end.
pub struct Watch {
    server: Option<u32>,
    started: Instant,
    before: Readings,
}

/// Where processor time went while something was measured, seconds.
pub struct Spent {
    /// How long it took by the clock on the wall.
    pub elapsed: f64,
    /// In the server.
    pub server: f64,
    /// In this program.
    pub own: f64,
    /// In all else but the kernel's own threads, as a share of all cores.
    pub others_share: f64,
}

impl Watch {
    /// Begins to watch a server and this program.
    pub fn begin(server: Option<u32>) -> Self {
        Self { server, started: Instant::now(), before: readings(server).unwrap_or_default() }
    }

    /// Ends.
    ///
    /// # Errors
    /// When the server has ended.
    pub fn end(self) -> Result<Spent> {
        let elapsed = self.started.elapsed().as_secs_f64();
        let after = readings(self.server)?;
        let (server, own) = (after.server - self.before.server, after.own - self.before.own);
        let all = (after.busy - self.before.busy) - (after.kernel - self.before.kernel);
        let others = (all - server - own).max(0.0);
        Ok(Spent { elapsed, server, own, others_share: others / elapsed / cores() as f64 })
    }
}

/// Seconds of processor time since each of them began.
#[derive(Default)]
struct Readings {
    server: f64,
    own: f64,
    kernel: f64,
    busy: f64,
}

fn readings(server: Option<u32>) -> Result<Readings> {
    let server = server.map_or(Ok(0.0), seconds_of)?;
    Ok(Readings { server, own: seconds_of(std::process::id())?, kernel: kernel_seconds(), busy: busy_seconds() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_of_our_own_is_not_work_of_others() {
        let watch = Watch::begin(None);
        let started = Instant::now();
        let mut sum = 0_u64;
        while started.elapsed() < Duration::from_millis(300) {
            sum = std::hint::black_box(sum.wrapping_add(1));
        }
        let spent = watch.end().unwrap();
        assert!(spent.own > 0.02, "{}", spent.own);
        assert!(spent.others_share <= 1.2, "{}", spent.others_share);
    }

    #[test]
    fn this_program_lies_in_memory() {
        assert!(resident_bytes(std::process::id()).unwrap() > 100_000.0);
    }
}
