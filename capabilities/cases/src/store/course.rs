//! The course of a case as its journal tells it: the stage after each event, and what a merging took it from.

use base::{Id, Moment};
use serde_json::Value as Json;

use crate::{
    events,
    model::{Outcome, Stage, Step},
};

/// Events of a case that leave its row as it is.
pub(crate) const ASIDE: [&str; 13] = [
    events::SHOWN,
    events::HIDDEN,
    events::JOINED,
    events::PARTED,
    events::SPLIT,
    events::WARNED,
    events::MISSED,
    events::STOOD,
    events::ASSIGNED,
    events::MARKED,
    events::UNMARKED,
    events::ATTACHED,
    events::DETACHED,
];
/// Events that change what is promised, or what the case is in law, and leave it where it stands.
const STANDING: [&str; 2] = [events::PROMISED, events::FORMED];

/// Where a case stands after some of its events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Course {
    /// Its stage.
    pub stage: Stage,
    /// While its reports are another case's: that case, and the stage to which it comes back.
    pub merged: Option<(Id, Stage)>,
}

impl Course {
    /// Of a case that was just opened.
    pub const START: Self = Self { stage: Stage::Received, merged: None };

    /// The course after one more event, or the reason why it cannot follow.
    pub fn after(self, kind: &str, at: Moment, facts: &Json) -> Result<Self, String> {
        let unreadable = || format!("its event {kind} cannot be read");
        let misplaced = || format!("its event {kind} cannot follow while it is {}", self.stage.word().replace('_', " "));
        let step = match (kind, self.merged) {
            (kind, _) if ASIDE.contains(&kind) || STANDING.contains(&kind) => return Ok(self),
            (events::UNMERGED, Some((_, stage))) => return Ok(Self { stage, merged: None }),
            (events::UNMERGED, None) => return Err(misplaced()),
            (events::MERGED, _) => Step::Close(Outcome::Duplicate),
            _ => step(kind, facts).ok_or_else(unreadable)?,
        };
        let stage = self.stage.after(step, at).map_err(|_| misplaced())?;
        let merged = if kind == events::MERGED { Some((id(facts, "into").ok_or_else(unreadable)?, self.stage)) } else { self.merged };
        Ok(Self { stage, merged })
    }
}

fn id(facts: &Json, name: &str) -> Option<Id> {
    facts.get(name).and_then(Json::as_str)?.parse().ok()
}

fn step(kind: &str, facts: &Json) -> Option<Step> {
    let word = |name: &str| facts.get(name).and_then(Json::as_str);
    match kind {
        events::DISPATCHED => id(facts, "unit").map(Step::Dispatch),
        events::ACCEPTED => Some(Step::Accept),
        events::PROGRESSED => Some(Step::Progress),
        events::RETURNED => Some(Step::Return),
        events::SCHEDULED => Some(Step::Schedule(word("on")?.parse().ok()?)),
        events::ASKED => Some(Step::Ask),
        events::ANSWERED => Some(Step::Answer),
        events::REOPENED => Some(Step::Reopen),
        events::CLOSED => Outcome::from_word(word("outcome")?).map(Step::Close),
        _ => None,
    }
}
