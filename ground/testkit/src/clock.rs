//! A clock that stands still until a test moves it.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use base::{Clock, Moment};

/// A clock that stands still until it is moved. Clones show the same moment.
#[derive(Debug, Clone)]
pub struct TestClock(Arc<AtomicI64>);

impl TestClock {
    /// Friday 20 November 2026, 10:00 in Warsaw.
    pub const START: Moment = Moment(1_795_165_200_000_000);

    /// Moves the clock on by `seconds`.
    pub fn pass_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds * Moment::SECOND, Ordering::SeqCst);
    }

    /// Puts the clock to `moment`.
    pub fn put(&self, moment: Moment) {
        self.0.store(moment.0, Ordering::SeqCst);
    }
}

impl Default for TestClock {
    fn default() -> Self {
        Self(Arc::new(AtomicI64::new(Self::START.0)))
    }
}

impl Clock for TestClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}
