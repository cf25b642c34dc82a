//! Random numbers that are the same on every machine: SplitMix64 (Steele, Lea, Flood 2014).

/// A seeded generator.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 random bits.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number from `from` up to `to`.
    pub fn between(&mut self, from: f64, to: f64) -> f64 {
        let share = f64::from(u32::try_from(self.next() >> 32).expect("32 bits are left")) / f64::from(u32::MAX);
        from + (to - from) * share
    }

    /// True once in `times` on average.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.next().is_multiple_of(times)
    }
}
