//! How many requests an address or an account may make: a token bucket for each, kept as one moment (the generic cell
//! rate algorithm of ITU-T I.371), in a table of bounded size.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::Instant,
};

/// The most keys remembered; a newcomer above that takes the place of another.
pub const MAX_KEYS: usize = 200_000;
const SHARDS: usize = 32;
const MINUTE_MICROS: u64 = 60_000_000;
/// A full shard is swept of idle keys at most this often.
const SWEEP_MICROS: u64 = 1_000_000;

/// A sort of request with its own limit.
#[derive(Debug, PartialEq, Eq)]
pub struct Class {
    /// Its name in the metrics.
    pub name: &'static str,
    /// Requests in the long run.
    pub per_minute: u32,
    /// Requests at once after a quiet time.
    pub burst: u32,
}

impl Class {
    /// Every request, by address: far above what an office behind one address needs.
    pub const EVERYTHING: Class = Class { name: "everything", per_minute: 3000, burst: 1000 };
    /// Every change, by address.
    pub const CHANGES: Class = Class { name: "changes", per_minute: 600, burst: 150 };
    /// Forms that anybody may send.
    pub const PUBLIC_FORMS: Class = Class { name: "public-forms", per_minute: 30, burst: 10 };
    /// Files that anybody may send.
    pub const UPLOADS: Class = Class { name: "uploads", per_minute: 20, burst: 12 };
    /// Attempts to sign in, by address and by account.
    pub const SIGN_INS: Class = Class { name: "sign-ins", per_minute: 10, burst: 5 };
}

/// Too many requests; the same may be tried again in `retry_after_seconds`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limited {
    /// At least 1.
    pub retry_after_seconds: u32,
}

/// The buckets of all classes.
pub struct Limiter {
    on: bool,
    hasher: RandomState,
    start: Instant,
    shards: Vec<Mutex<Shard>>,
}

#[derive(Default)]
struct Shard {
    /// By hashed key the moment at which its bucket is full again, in microseconds since the start.
    full_at: HashMap<u64, u64>,
    swept_at: u64,
}

impl Limiter {
    pub(crate) fn new(on: bool) -> Self {
        let shards = (0..SHARDS).map(|_| Mutex::default()).collect();
        Self { on, hasher: RandomState::new(), start: Instant::now(), shards }
    }

    pub(crate) fn take_address(&self, class: &'static Class, address: IpAddr) -> Result<(), Limited> {
        // Whoever has an IPv6 network has at least a /64 of addresses.
        let network = match address {
            IpAddr::V4(v4) => u64::from(v4.to_bits()),
            IpAddr::V6(v6) => (v6.to_bits() >> 64) as u64 | 1 << 63,
        };
        self.take(class, self.hasher.hash_one((class.name, network)))
    }

    pub(crate) fn take_name(&self, class: &'static Class, name: &str) -> Result<(), Limited> {
        self.take(class, self.hasher.hash_one((class.name, name)))
    }

    fn take(&self, class: &'static Class, key: u64) -> Result<(), Limited> {
        if !self.on {
            return Ok(());
        }
        let now = u64::try_from(self.start.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.take_at(class, key, now).inspect_err(|_| metrics::counter!("http_limited_total", "class" => class.name).increment(1))
    }

    fn take_at(&self, class: &Class, key: u64, now: u64) -> Result<(), Limited> {
        let interval = MINUTE_MICROS / u64::from(class.per_minute.max(1));
        let depth = interval * u64::from(class.burst.max(1));
        let mut shard = self.shards[(key >> 48) as usize % SHARDS].lock().unwrap_or_else(PoisonError::into_inner);
        let full_at = shard.full_at.get(&key).copied().unwrap_or(0).max(now) + interval;
        if full_at - now > depth {
            let seconds = (full_at - now - depth).div_ceil(1_000_000);
            return Err(Limited { retry_after_seconds: u32::try_from(seconds).unwrap_or(u32::MAX).max(1) });
        }
        shard.make_room(key, now);
        shard.full_at.insert(key, full_at);
        Ok(())
    }
}

impl Shard {
    fn make_room(&mut self, key: u64, now: u64) {
        if self.full_at.len() < MAX_KEYS / SHARDS || self.full_at.contains_key(&key) {
            return;
        }
        if now >= self.swept_at + SWEEP_MICROS {
            self.swept_at = now;
            self.full_at.retain(|_, full_at| *full_at > now);
        }
        if self.full_at.len() >= MAX_KEYS / SHARDS
            && let Some(any) = self.full_at.keys().next().copied()
        {
            self.full_at.remove(&any);
            metrics::counter!("http_limit_evictions_total").increment(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: u64 = 1_000_000;

    #[test]
    fn a_burst_passes_then_one_for_each_interval() {
        let limiter = Limiter::new(true);
        let class = Class { name: "test", per_minute: 30, burst: 10 };
        for _ in 0..10 {
            assert!(limiter.take_at(&class, 7, 0).is_ok());
        }
        assert_eq!(limiter.take_at(&class, 7, 0), Err(Limited { retry_after_seconds: 2 }));
        assert!(limiter.take_at(&class, 8, 0).is_ok(), "another key has its own bucket");
        assert!(limiter.take_at(&class, 7, 2 * SECOND).is_ok());
        assert!(limiter.take_at(&class, 7, 2 * SECOND).is_err());
        assert!((0..10).all(|_| limiter.take_at(&class, 7, 60 * SECOND).is_ok()), "after a quiet time the burst is back");
    }

    #[test]
    fn the_table_stays_bounded() {
        let limiter = Limiter::new(true);
        for key in 0..(MAX_KEYS as u64 * 2) {
            let spread = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
            assert!(limiter.take_at(&Class::PUBLIC_FORMS, spread, 0).is_ok());
        }
        let kept: usize = limiter.shards.iter().map(|shard| shard.lock().unwrap().full_at.len()).sum();
        assert!(kept <= MAX_KEYS && kept > MAX_KEYS / 2, "{kept}");
    }

    #[test]
    fn addresses_of_one_ipv6_network_share_a_bucket() {
        let limiter = Limiter::new(true);
        let class: &'static Class = &Class { name: "test", per_minute: 1, burst: 1 };
        assert!(limiter.take_address(class, "2001:db8::1".parse().unwrap()).is_ok());
        assert!(limiter.take_address(class, "2001:db8::2".parse().unwrap()).is_err());
        assert!(limiter.take_address(class, "2001:db8:0:1::2".parse().unwrap()).is_ok());
        assert!(limiter.take_address(class, "192.0.2.1".parse().unwrap()).is_ok());
        assert!(limiter.take_address(class, "192.0.2.2".parse().unwrap()).is_ok());
    }
}
