//! News that no letter may carry: a person has to tell it, in the way that the resident needs.

use base::{Id, Language, Moment};
use residents::{Reach, model::Outlet};

use super::NewNotice;

/// News that a person has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errand {
    /// Its id.
    pub id: Id,
    /// Who is to be told.
    pub resident_id: Id,
    /// The case or report that it is about.
    pub subject_id: Id,
    /// The language of title and text.
    pub language: Language,
    /// How: call, sms, post, or none when no way is left.
    pub wish: String,
    /// Why no letter goes: `wish`, or the word of [`residents::model::Undeliverable`].
    pub reason: String,
    /// One line; empty after erasure.
    pub title: String,
    /// Plain text; empty after erasure.
    pub body: String,
    /// Since when it waits.
    pub begun_at: Moment,
    /// When somebody did it.
    pub done_at: Option<Moment>,
}

/// Of what an errand or a notice tells whom.
pub(crate) struct About<'a> {
    /// Who is to be told.
    pub resident_id: Id,
    /// The case or report that it is about.
    pub subject_id: Id,
    /// Names the wording.
    pub template: &'a str,
    /// The language of title and text.
    pub language: Language,
    /// What they are told of; once.
    pub cause_id: Id,
}

impl<'a> About<'a> {
    /// What this notice tells of.
    pub fn of(new: &'a NewNotice) -> Self {
        let (resident_id, subject_id, cause_id) = (new.resident_id, new.subject_id, new.cause_id);
        Self { resident_id, subject_id, cause_id, template: new.template, language: new.language }
    }
}

/// How a person has to tell it, and why no letter goes; `None` when an e-mail may go.
pub fn wish_of(reach: &Reach) -> Option<(&'static str, &'static str)> {
    match reach {
        Reach::Undeliverable(why) => Some(("none", why.word())),
        Reach::Way(way) => match way.outlet() {
            Outlet::Email(_) => None,
            Outlet::Sms(_) => Some(("sms", "wish")),
            Outlet::Letter(_) => Some(("post", "wish")),
            Outlet::Call(_) => Some(("call", "wish")),
        },
    }
}
