//! What a resident tells us, what it needs in order to be taken, and what we promise.

use base::{FieldFault, Id, Language, Moment};
use interactions::Channel;
use residents::Reachable;
use services::{Answer, Kind, Service};

use super::{KeptPhoto, Place};

/// What a resident tells us, ready to be taken.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// What it is about.
    pub service_id: Id,
    /// What sort of matter it is.
    pub kind: Kind,
    /// Whether strangers may know of the case.
    pub public: bool,
    /// Where it is.
    pub place: Place,
    /// The resident's own words.
    pub body: String,
    /// What was answered to the questions of the service, each question once.
    pub answers: Vec<Answer>,
    /// Pictures that were kept for it.
    pub photos: Vec<KeptPhoto>,
    /// The language they were written in.
    pub language: Language,
    /// How it reached us.
    pub channel: Channel,
    /// How to answer, if they wish an answer.
    pub reply_to: Option<Reachable>,
    /// The promised moment.
    pub due_at: Option<Moment>,
    /// When the first answer is promised.
    pub answer_by: Option<Moment>,
    /// Made by the form, so that a report sent twice is one report.
    pub token: Option<Id>,
    /// The system a historic report was taken from, and its key there.
    pub source: Option<(String, String)>,
}

/// The promised moment of a case about `service` opened at `opened_at`: the end of the n-th working day after it,
/// by the office's calendar. `None` when the calendar has no such day: then nothing is promised.
pub fn promise(service: &Service, opened_at: Moment, office: &hours::Calendar) -> Option<Moment> {
    promise_days(service.deadline_working_days, opened_at, office)
}

/// The end of the n-th working day after `opened_at`.
pub(crate) fn promise_days(days: i64, opened_at: Moment, calendar: &hours::Calendar) -> Option<Moment> {
    hours::due_in_working_days(opened_at.0, u32::try_from(days).ok()?, calendar).ok().map(Moment)
}

/// A moment of the last day on which a promise is kept: one that ends at midnight ends on the day before.
pub fn last_day(due_at: Moment) -> Moment {
    Moment(due_at.0 - 1)
}

/// The longest body of a report, in characters.
pub const LONGEST_BODY: usize = 5_000;
/// The longest place in words, in characters.
pub const LONGEST_PLACE: usize = 300;

impl NewReport {
    /// A report about `service` from a page, yet without place, words and ways to answer.
    pub fn about(service: &Service, channel: Channel, language: Language) -> Self {
        Self {
            service_id: service.id,
            kind: service.kind,
            public: service.public,
            place: Place::default(),
            body: String::new(),
            answers: Vec::new(),
            photos: Vec::new(),
            language,
            channel,
            reply_to: None,
            due_at: None,
            answer_by: None,
            token: None,
            source: None,
        }
    }

    /// What still has to be mended before it can be taken.
    pub fn faults(&self) -> Vec<FieldFault> {
        let fault = |wrong: bool, field, message| wrong.then_some(FieldFault { field, message });
        let body = self.body.chars().count();
        [
            fault(self.body.trim().is_empty(), "body", "report-body-missing"),
            fault(body > LONGEST_BODY, "body", "report-body-long"),
            fault(self.place.words.trim().is_empty(), "place", "report-place-missing"),
            fault(self.place.words.chars().count() > LONGEST_PLACE, "place", "report-place-long"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
