//! Upkeep: what keeps the city running, on pages for those who administer.
//!
//! How every part fares ([`health`]), backups that are made by the clock, encrypted and tried out ([`jobs`]), keys of other
//! programs, the mail server, and webhooks. Alarms stand above the working pages of administrators until they are mended.

pub mod actions;
pub mod archive;
pub mod health;
pub mod jobs;
pub mod mail;
pub mod model;
mod pages;
mod seal;
mod store;

use std::sync::Arc;

use ::store::{Folder, Read};
use base::{Moment, Result};
use jiff::tz::TimeZone;

pub use model::{Row, Said, State};
pub use pages::{UPKEEP, links, routes};
pub use seal::Seal;
pub use store::{backups, drills, setting, verify, version};

/// The wording of upkeep.
pub const TEXTS: web::Bundle = web::bundle!();

/// Tells how parts fare that upkeep does not know.
pub type Probe = Arc<dyn Fn(Moment) -> Vec<Row> + Send + Sync>;
/// Every fault between the journal and the rows, of all capabilities.
pub type Faults = fn(&Read<'_>) -> Result<Vec<String>>;

/// What pages and jobs of upkeep stand on. Cheap to clone.
#[derive(Clone)]
pub struct Upkeep {
    /// The data folder.
    pub folder: Folder,
    /// The city's time zone.
    pub zone: TimeZone,
    /// When the program began.
    pub started_at: Moment,
    /// Compares the journal with the rows, for drills.
    pub faults: Faults,
    /// Parts that only the binary knows: index, map, certificate, statements.
    pub probe: Probe,
    /// Who has set how mail leaves.
    pub mail: MailSet,
    /// How it leaves now.
    pub sender: notices::Sender,
}

/// Who has set how mail leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailSet {
    /// The command line, the environment or the file of settings, which go before the page.
    ByFlag,
    /// The demo, whose letters stay in its mailbox.
    ByDemo,
    /// The page.
    ByPage,
    /// Nobody: no mail leaves.
    Nowhere,
}

impl MailSet {
    /// Who has set it, in the order in which they go before each other.
    pub fn of(by_flag: bool, by_demo: bool, by_page: bool) -> Self {
        match (by_flag, by_demo, by_page) {
            (true, ..) => Self::ByFlag,
            (_, true, _) => Self::ByDemo,
            (_, _, true) => Self::ByPage,
            _ => Self::Nowhere,
        }
    }
}
