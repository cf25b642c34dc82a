//! A city for tests: a database of its own on either engine, a clock that stands still, and a worker
//! whose jobs must all be done when the test ends.

mod clock;
mod dice;
mod kit;
mod postgres;

pub use clock::TestClock;
pub use dice::Dice;
pub use kit::{Engine, Kit, on_both, on_both_with};
pub use postgres::Server;
