//! What a case is.

mod clocks;
mod closing;
pub mod draft;
mod followers;
mod incidents;
mod legal;
mod mailbox_codes;
mod merging;
mod on_time;
mod photos;
mod public_figures;
mod reports;
mod sight;
pub mod spots;
mod stages;
mod verdicts;
mod wanted;

use base::{Id, Moment, Point};
use services::{Kind, LegalForm};

pub use clocks::{Because, Clock, ClockKind, Clocks, Look, Need};
pub use closing::Closing;
pub use followers::{Follower, Standing, UNCONFIRMED_SECONDS};
pub use incidents::{FOLLOWERS_KEPT_SECONDS, Incident, LONGEST_NAME};
pub(crate) use legal::day_after_standing;
pub use legal::{Certainty, Ground, Rule, form_key, rule};
pub use mailbox_codes::{CODE_SECONDS, CODES_SECONDS, MOST_CODES, MOST_TRIES, MailboxCode, Tried, six_digits};
pub use merging::Apart;
pub use on_time::{By, OnTime, Which};
pub use photos::{DRAFT_SECONDS, KeptPhoto, LONGEST_REASON, MOST_AREAS, PHOTOS_AT_ONCE, Photo, PhotoState, Shows, area_of_percent};
pub use public_figures::{Counted, Figures, LEAST_TOLD};
pub(crate) use reports::promise_days;
pub use reports::{LONGEST_BODY, LONGEST_PLACE, NewReport, last_day, promise};
pub use sight::{Centre, Eyes};
pub use stages::{LATE, Outcome, Refusal, Stage, Step, Tag};
pub use verdicts::{Ruling, VERDICT_DAYS, Verdict, is_heard};
pub use wanted::{Filter, Hands, LONGEST_SOUGHT, NOBODY, Order, Wanted, tells};

/// Where something is: a point when we know it, and words for people in any case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The point.
    pub point: Option<Point>,
    /// The area it lies in.
    pub area_id: Option<Id>,
    /// The thing with a number that it is, such as a lamp post.
    pub asset_id: Option<Id>,
    /// "ul. Olszowa 14, Olszyna", or the resident's own words.
    pub words: String,
}

/// A case as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The case's id.
    pub id: Id,
    /// What sort of matter it is.
    pub kind: Kind,
    /// The service it is about.
    pub service_id: Id,
    /// The unit that deals with its service.
    pub home_id: Option<Id>,
    /// Where it stands.
    pub stage: Stage,
    /// Whether strangers may know of it.
    pub public: bool,
    /// The key of the data controller.
    pub controller: String,
    /// Whether only its unit may know of it.
    pub sensitive: bool,
    /// What it is in law, when a person has said so.
    pub legal_form: Option<LegalForm>,
    /// Of a skarga, the unit complained of.
    pub about_unit_id: Option<Id>,
    /// When it was opened.
    pub opened_at: Moment,
    /// The promised moment.
    pub due_at: Option<Moment>,
    /// Where it is.
    pub place: Place,
    /// The case whose reports its own have become; it has none while they are.
    pub merged_into: Option<Id>,
}

#[cfg(test)]
impl Case {
    /// A public case that nobody has yet, for the tests of rules.
    fn example(key: &str) -> Self {
        Self {
            id: Id::named("case", key),
            kind: Kind::Intervention,
            service_id: Id::named("service", key),
            home_id: None,
            stage: Stage::Received,
            public: true,
            controller: "city".into(),
            sensitive: false,
            legal_form: None,
            about_unit_id: None,
            opened_at: Moment(0),
            due_at: None,
            place: Place::default(),
            merged_into: None,
        }
    }
}
