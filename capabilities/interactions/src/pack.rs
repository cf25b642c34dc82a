//! `topics.toml` of a city pack.

use std::collections::BTreeSet;

use packs::{Fault, Faults, Kind, Reason, Section};

use crate::model::{self, Topic};

/// `topics.toml`; a pack may do without.
pub const TOPICS: Section = Section::list::<Topic>("topics", "topics.toml", "topic").optional();

/// What the topics say that cannot be.
pub fn check(topics: &[Topic]) -> Vec<Fault> {
    let mut faults = Faults::of("topics");
    let keys: BTreeSet<String> = topics.iter().map(|topic| topic.key.clone()).collect();
    for topic in topics {
        faults.known(&topic.key, "parent", &topic.parent, Some(&keys));
    }
    let reached: Vec<&str> = model::tree(topics).into_iter().map(|(_, topic)| topic.key.as_str()).collect();
    let lost = |topic: &&Topic| topic.parent.as_ref().is_some_and(|parent| keys.contains(parent)) && !reached.contains(&topic.key.as_str());
    for topic in topics.iter().filter(lost) {
        faults.add(
            &topic.key,
            "parent",
            Reason::new(Kind::Circle, "", format!("it is its own part, or lies deeper than {} steps", model::MAX_DEPTH)),
        );
    }
    faults.end()
}
