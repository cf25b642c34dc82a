//! What the events of a case are, as its story tells them.

use base::Moment;
use serde_json::Value as Json;
use services::LegalForm;

use super::Happening;
use crate::{
    events,
    model::{Because, ClockKind, Ground, Outcome},
};

/// What an event of a case is, in words of everybody's story; `None` for kinds that are not told.
pub(crate) fn happening(kind: &str, facts: &Json) -> Option<Happening> {
    let word = |name: &str| facts.get(name).and_then(Json::as_str);
    let due_at = || facts.get("due_at").and_then(Json::as_i64).map(Moment);
    let of_end = word("clock") == Some(ClockKind::Fix.word());
    match kind {
        events::PROMISED if of_end => Some(Happening::Promised(due_at()?, Because::from_word(word("because")?)?)),
        events::PROMISED if word("because") == Some(Because::Resumed.word()) => due_at().map(Happening::Resumed),
        events::PROMISED => due_at().map(Happening::Extended),
        events::STOOD => Ground::from_word(word("ground")?).map(Happening::Stood),
        events::FORMED => Some(Happening::Formed(word("form").and_then(LegalForm::from_word))),
        events::MISSED if of_end => Some(Happening::Missed),
        events::OPENED if facts.get("split_from").is_some() => Some(Happening::SplitOff),
        events::OPENED => Some(Happening::Received),
        events::DISPATCHED => word("unit")?.parse().ok().map(Happening::Dispatched),
        events::ACCEPTED => Some(Happening::Accepted),
        events::PROGRESSED => Some(Happening::Progressed),
        events::RETURNED => Some(Happening::Returned),
        events::SCHEDULED => word("on")?.parse().ok().map(Happening::Scheduled),
        events::ASKED => Some(Happening::Asked),
        events::ANSWERED => Some(Happening::Answered),
        events::REOPENED => Some(Happening::Reopened),
        events::CLOSED => Outcome::from_word(word("outcome")?).map(Happening::Closed),
        events::MERGED => Some(Happening::Merged),
        events::UNMERGED => Some(Happening::Unmerged),
        events::JOINED => Some(Happening::Joined(facts.get("reports")?.as_array()?.len())),
        events::PARTED | events::SPLIT => Some(Happening::Parted),
        _ => None,
    }
}
