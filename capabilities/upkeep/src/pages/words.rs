//! States in words, each with the look of its tag.

use crate::model::State;

/// The key of the words and the class of the tag.
pub(super) type Tag = (&'static str, &'static str);

pub(super) fn state(state: State) -> Tag {
    match state {
        State::Good => ("upkeep-good", "tag tag-done"),
        State::Warn => ("upkeep-warn", "tag tag-you"),
        State::Bad => ("upkeep-bad", "tag tag-late"),
    }
}

/// How a backup, a drill or a delivery stands.
pub(super) fn outcome(state: &str) -> Tag {
    match state {
        "waiting" => ("upkeep-state-waiting", "tag tag-plan"),
        "queued" => ("upkeep-state-queued", "tag tag-plan"),
        "running" => ("upkeep-state-running", "tag tag-half"),
        "done" => ("upkeep-state-done", "tag tag-done"),
        "passed" => ("upkeep-state-passed", "tag tag-done"),
        "sent" => ("upkeep-state-sent", "tag tag-done"),
        "active" => ("upkeep-state-active", "tag tag-done"),
        "stopped" => ("upkeep-state-stopped", "tag tag-late"),
        "removed" => ("upkeep-state-removed", "tag tag-closed"),
        _ => ("upkeep-state-failed", "tag tag-late"),
    }
}
