//! Moments, and the clock that the ground hands to those who may read it.

use serde::{Deserialize, Serialize};

/// A moment: microseconds since 1970-01-01T00:00:00Z, as kept in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// Microseconds in a second.
    pub const SECOND: i64 = 1_000_000;

    /// This moment and `seconds` more (or fewer, when negative).
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds * Self::SECOND)
    }

    /// Whole seconds from `earlier` to this moment.
    pub fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0) / Self::SECOND
    }
}

/// Tells the moment. The store asks it once per transaction, so that machines never do.
pub trait Clock: Send + Sync + 'static {
    /// The present moment.
    fn now(&self) -> Moment;
}

/// The machine's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Moment(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }
}
