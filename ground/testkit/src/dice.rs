//! Randomness that a failing test can repeat.

use std::sync::{Arc, Mutex};

/// Random numbers that come again from the same seed (SplitMix64). `SEED=…` repeats a run.
pub struct Dice(Mutex<u64>);

impl Dice {
    /// New dice for the test of this name; the seed is printed.
    ///
    /// # Panics
    /// When `SEED` is no number.
    pub fn thrown(test: &str) -> Arc<Self> {
        let seed = std::env::var("SEED")
            .map_or_else(|_| u64::from_le_bytes(base::secret::random()), |seed| seed.parse().expect("SEED is a number"));
        println!("{test}: SEED={seed}");
        Arc::new(Self(Mutex::new(seed)))
    }

    /// A number below `limit`.
    ///
    /// # Panics
    /// When `limit` is 0.
    pub fn below(&self, limit: u64) -> u64 {
        let mut state = self.0.lock().expect("nobody panics while throwing");
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = *state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    /// True once in `times`, on average.
    pub fn once_in(&self, times: u64) -> bool {
        self.below(times) == 0
    }
}
