//! One line of the health page: how a part fares, in a sentence, and what to do.

use base::Moment;

/// How a part fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing to do.
    Good,
    /// Look at it soon.
    Warn,
    /// Mend it now.
    Bad,
}

/// A value in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Words as they are.
    Text(String),
    /// A number.
    Number(i64),
    /// Bytes, told in MB or GB.
    Bytes(u64),
    /// A moment, told in the city's zone.
    At(Moment),
    /// A length of time in seconds.
    Seconds(i64),
}

/// How one part fares. Its name is the text `upkeep-part-{part}`, its sentence `upkeep-{part}-{code}`, and what to do
/// `upkeep-{part}-{code}-do`, if there is something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The part: `database`, `disk`, `backup` …
    pub part: &'static str,
    /// How it fares.
    pub state: State,
    /// What is the matter.
    pub code: &'static str,
    /// The values of the sentence.
    pub said: Vec<(&'static str, Said)>,
}

impl Row {
    /// A part that fares well.
    pub fn good(part: &'static str, code: &'static str) -> Self {
        Self { part, state: State::Good, code, said: Vec::new() }
    }

    /// A part to look at soon.
    pub fn warn(part: &'static str, code: &'static str) -> Self {
        Self { state: State::Warn, ..Self::good(part, code) }
    }

    /// A part to mend now.
    pub fn bad(part: &'static str, code: &'static str) -> Self {
        Self { state: State::Bad, ..Self::good(part, code) }
    }

    /// With a value of its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, said: Said) -> Self {
        self.said.push((name, said));
        self
    }
}

/// How the city fares as a whole.
pub fn worst(rows: &[Row]) -> State {
    rows.iter().map(|row| row.state).max().unwrap_or(State::Good)
}
