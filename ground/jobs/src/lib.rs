//! Work that follows a change: enqueued in the change's own transaction, claimed by lease, tried again
//! with growing pauses a bounded number of times, and ended *done* or *failed, on a list*.
//!
//! Handlers may run more than once (a process can die after the work and before the note that it is done),
//! so they are harmless twice.

mod store;
mod worker;

pub use store::{Claimed, Failed, Job, Waiting, blank_errors, enqueue, failed, forget_done, reaction, try_again, waiting};
pub use worker::{Handler, Worker, handler};

/// Attempts before a job is failed.
pub const ATTEMPTS: i64 = 8;
/// How long a claimed job is left to its worker, in seconds.
pub const LEASE_SECONDS: i64 = 120;
/// How long one attempt may take, in seconds. Less than the lease, so that nobody else has the job meanwhile; longer
/// work enqueues its next part.
pub const LIMIT_SECONDS: u64 = 100;
/// Jobs claimed and worked on at once: no claimed job waits for another, so that its lease outlasts its work.
pub const PARALLEL: usize = 32;

/// Seconds to wait after attempt number `attempts` (from 1): 5 s, 20 s, 80 s … at most an hour.
pub fn pause_seconds(attempts: i64) -> i64 {
    let power = u32::try_from((attempts - 1).clamp(0, 6)).unwrap_or(6);
    (5 * 4_i64.pow(power)).min(3_600)
}

#[cfg(test)]
mod tests {
    #[test]
    fn pauses_grow_and_stay_within_an_hour() {
        let pauses: Vec<i64> = (1..=8).map(super::pause_seconds).collect();
        assert_eq!(pauses, [5, 20, 80, 320, 1_280, 3_600, 3_600, 3_600]);
    }
}
