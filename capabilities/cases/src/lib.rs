//! What the city was asked to do: a report becomes a case, the case reaches a unit, is worked, and is closed
//! with an outcome of which the resident hears.
//!
//! [`actions`] holds the verbs: open, dispatch, accept, tell progress, close. [`pages`] is where units and supervisors work.
//! [`public`] is the only source of what strangers see.

pub mod actions;
pub mod jobs;
pub mod model;
pub mod pages;
pub mod personal;
pub mod public;
pub mod shell;
mod store;

pub use model::{Case, Closing, KeptPhoto, NewReport, Outcome, Place, Stage, Tag};
pub use store::figures;
pub use store::{
    Counts, InboxRow, KnownReport, PAGE, Report, eyes, find_for, find_to_dispatch, find_to_share, find_to_work, hides, inbox, inbox_counts,
    is_units_alone, nearby, questions_of_matters, reports_known_to, resident_of_report, undispatched, verify,
};

/// The wording of cases: pages, stages, outcomes, notices.
pub const TEXTS: web::Bundle = web::bundle!();

/// The scripts of the inbox and of covering, for [`web::Assets::new`].
pub const ASSETS: [web::Asset; 2] = [
    web::Asset { name: "inbox.js", bytes: include_bytes!("../assets/inbox.js") },
    web::Asset { name: "cover.js", bytes: include_bytes!("../assets/cover.js") },
];

/// Event kinds of this capability, for the city's wiring.
pub mod events {
    /// A report came in.
    pub const REPORT_RECEIVED: &str = "report.received";
    /// A case was opened.
    pub const OPENED: &str = "case.opened";
    /// A case was handed to a unit.
    pub const DISPATCHED: &str = "case.dispatched";
    /// The unit took it on.
    pub const ACCEPTED: &str = "case.accepted";
    /// The unit told of progress.
    pub const PROGRESSED: &str = "case.progressed";
    /// The unit gave it back.
    pub const RETURNED: &str = "case.returned";
    /// The unit set its work for a day.
    pub const SCHEDULED: &str = "case.scheduled";
    /// The unit asked its author something.
    pub const ASKED: &str = "case.asked";
    /// Its author answered.
    pub const ANSWERED: &str = "case.answered";
    /// Its author said that it is not done.
    pub const REOPENED: &str = "case.reopened";
    /// The author of a report said whether its case is done.
    pub const JUDGED: &str = "report.judged";
    /// Somebody decided that the case stays ended although its author says that it is not done.
    pub const DECLINED: &str = "report.verdict_declined";
    /// Somebody said what it is in law.
    pub const FORMED: &str = "case.formed";
    /// A statutory term stands on a legal ground.
    pub const STOOD: &str = "case.stood";
    /// Another moment is promised for one of its clocks.
    pub const PROMISED: &str = "case.promised";
    /// Its unit was warned that a clock ends soon.
    pub const WARNED: &str = "case.warned";
    /// A promised moment is over.
    pub const MISSED: &str = "case.missed";
    /// The case ended.
    pub const CLOSED: &str = "case.closed";
    /// Somebody of the unit deals with it, or nobody by name.
    pub const ASSIGNED: &str = "case.assigned";
    /// An office keeps its papers under a mark.
    pub const MARKED: &str = "case.marked";
    /// A mark was a slip.
    pub const UNMARKED: &str = "case.unmarked";
    /// Somebody keeps a search of the inbox.
    pub const VIEW_KEPT: &str = "case_view.kept";
    /// They do not any more.
    pub const VIEW_FORGOTTEN: &str = "case_view.forgotten";
    /// Its reports became those of another case.
    pub const MERGED: &str = "case.merged";
    /// They came back.
    pub const UNMERGED: &str = "case.unmerged";
    /// It got the reports of another case.
    pub const JOINED: &str = "case.joined";
    /// They went back.
    pub const PARTED: &str = "case.parted";
    /// One of its reports became a case of its own.
    pub const SPLIT: &str = "case.split";
    /// A report belongs to another case now.
    pub const MOVED: &str = "report.moved";
    /// Somebody said that the case concerns them.
    pub const FOLLOWER_BEGAN: &str = "follower.began";
    /// The owner of their address wants to be told.
    pub const FOLLOWER_CONFIRMED: &str = "follower.confirmed";
    /// They heard enough, or never said yes.
    pub const FOLLOWER_ENDED: &str = "follower.ended";
    /// A photo came with a report or an end.
    pub const PHOTO_ADDED: &str = "photo.added";
    /// A photo may be seen by everybody.
    pub const PHOTO_PUBLISHED: &str = "photo.published";
    /// A photo stays with its author and the unit.
    pub const PHOTO_WITHHELD: &str = "photo.withheld";
    /// Other parts of a photo are covered.
    pub const PHOTO_COVERED: &str = "photo.covered";
    /// A photo was erased.
    pub const PHOTO_ERASED: &str = "photo.erased";
    /// Somebody asked for a code to see their own reports.
    pub const CODE_ASKED: &str = "mailbox_code.asked";
    /// Something else was typed.
    pub const CODE_TRIED: &str = "mailbox_code.tried";
    /// The code was typed.
    pub const CODE_USED: &str = "mailbox_code.used";
    /// It belongs to an incident.
    pub const ATTACHED: &str = "case.attached";
    /// It does not any more.
    pub const DETACHED: &str = "case.detached";
    /// One cause of many cases is known.
    pub const INCIDENT_OPENED: &str = "incident.opened";
    /// Residents are told another text of it.
    pub const INCIDENT_WORDED: &str = "incident.worded";
    /// It is over.
    pub const INCIDENT_ENDED: &str = "incident.ended";
    /// Somebody wants to hear how it ends.
    pub const INCIDENT_FOLLOWER_BEGAN: &str = "incident_follower.began";
    /// They are forgotten.
    pub const INCIDENT_FOLLOWER_ENDED: &str = "incident_follower.ended";
    /// It was shown to somebody outside its unit.
    pub const SHOWN: &str = "case.shown";
    /// That was taken back.
    pub const HIDDEN: &str = "case.hidden";
}
