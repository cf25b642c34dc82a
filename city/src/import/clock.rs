//! The clock of a replay: it shows the moment that is played.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use base::{Clock, Moment};

/// A clock that is put to each recorded moment in turn. Clones show the same moment.
#[derive(Debug, Clone, Default)]
pub struct SimulatedClock(Arc<AtomicI64>);

impl SimulatedClock {
    /// Puts the clock to `moment`.
    pub fn put(&self, moment: Moment) {
        self.0.store(moment.0, Ordering::SeqCst);
    }
}

impl Clock for SimulatedClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}
