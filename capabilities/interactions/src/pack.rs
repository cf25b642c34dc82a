//! `topics.toml` of a city pack.

use std::path::Path;

use serde::{Deserialize, Serialize};
use store::pack::Faults;

use crate::model::{self, Topic};

/// `topics.toml`: what conversations may be about.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicsFile {
    /// The topics, wider ones before their parts.
    #[serde(default, rename = "topic")]
    pub topics: Vec<Topic>,
}

/// Reads `topics.toml` in `folder`; a pack without it has none.
///
/// # Errors
/// Every fault found, each as file, place and reason.
pub fn read_topics(folder: &Path) -> Result<Vec<Topic>, Vec<String>> {
    const NAME: &str = "topics.toml";
    let topics = store::pack::file::<TopicsFile>(folder, NAME)?.unwrap_or_default().topics;
    let mut faults = Faults::of(folder, NAME);
    let keys = faults.keys("topic", topics.iter().map(|topic| topic.key.as_str()));
    for topic in &topics {
        faults.known(format!("topic {}", topic.key), "topic", &topic.parent, Some(&keys));
    }
    let reached: Vec<&str> = model::tree(&topics).into_iter().map(|(_, topic)| topic.key.as_str()).collect();
    let lost = |topic: &&Topic| topic.parent.as_ref().is_some_and(|parent| keys.contains(parent)) && !reached.contains(&topic.key.as_str());
    for topic in topics.iter().filter(lost) {
        faults.add(format!("topic {}", topic.key), format!("it is its own part, or lies deeper than {} steps", model::MAX_DEPTH));
    }
    faults.end(topics)
}
