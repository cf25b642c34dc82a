//! What conversations are about: a tree of topics, as the city pack names them.

use base::Wording;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a conversation may be about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The pack's word.
    pub key: String,
    /// The key of the wider topic; none for those at the top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-section" = "topics"))]
    pub parent: Option<String>,
    /// What it is called.
    pub name: Wording,
}

/// The deepest tree: topics, their parts, and the parts of those.
pub const MAX_DEPTH: usize = 4;

/// The topics with their depth, each right after the wider one to which it belongs, otherwise in the pack's order.
pub fn tree(topics: &[Topic]) -> Vec<(usize, &Topic)> {
    let mut told = Vec::with_capacity(topics.len());
    below(topics, None, 0, &mut told);
    told
}

fn below<'a>(topics: &'a [Topic], parent: Option<&str>, depth: usize, told: &mut Vec<(usize, &'a Topic)>) {
    if depth >= MAX_DEPTH {
        return;
    }
    for topic in topics.iter().filter(|topic| topic.parent.as_deref() == parent) {
        told.push((depth, topic));
        below(topics, Some(&topic.key), depth + 1, told);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_stands_after_its_whole() {
        let topic = |key: &str, parent: Option<&str>| Topic {
            key: key.into(),
            parent: parent.map(str::to_owned),
            name: Wording { pl: key.to_uppercase(), uk: None, en: None },
        };
        let topics = [topic("waste", None), topic("bulky", Some("waste")), topic("roads", None), topic("sorting", Some("waste"))];
        let told: Vec<_> = tree(&topics).into_iter().map(|(depth, topic)| (depth, topic.key.as_str())).collect();
        assert_eq!(told, [(0, "waste"), (1, "bulky"), (1, "sorting"), (0, "roads")]);
    }
}
