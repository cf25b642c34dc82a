//! Messages to a resident about their own matter, by e-mail.
//!
//! A capability queues a finished text in the transaction of the change that it tells of ([`actions::queue`]); the city's wiring
//! answers `notice.queued` with the job [`SEND`]; the job hands the letter to a mail server, or to the mailbox of the demo, and
//! notes how that ended. Nothing is sent twice on purpose and nothing is lost in silence.

pub mod actions;
pub mod jobs;
pub mod model;
pub mod pages;
pub mod personal;
mod store;

pub use jobs::{Mailer, SEND, Sender, Trial, handlers, try_out, write_secretly, write_to_unit};
pub use model::{Errand, Login, NewNotice, Notice, Reason, Smtp, State, Tls};
pub use store::{ERRANDS, find, find_errand, of_subject, open_errands, verify};

/// The notice above every page of a city that cannot send e-mails: residents who leave an address must know, too.
pub fn banner(mailer: &Mailer) -> Option<web::Banner> {
    (*mailer == Mailer::Missing).then(|| web::Banner { key: "no-mail".into(), audience: web::Audience::Everyone })
}

/// The wording of this capability.
pub const TEXTS: web::Bundle = web::bundle!();
