//! A city for tests: a database of its own on either engine, a clock that stands still, a worker
//! whose jobs must all be done when the test ends, and a browser in front of its pages.

mod app;
mod browser;
mod clock;
mod dice;
mod kit;
pub mod oidc;
mod pack;
mod page;
mod photo;
mod postgres;

pub use app::{app, city};
pub use browser::{Browser, encoded};
pub use clock::TestClock;
pub use dice::Dice;
pub use kit::{Engine, Kit, on_both, on_both_with};
pub use pack::{pack_entries, pack_rows};
pub use page::{Form, Page, decoded};
pub use photo::{Photo, taken_by_a_phone};
pub use postgres::Server;
