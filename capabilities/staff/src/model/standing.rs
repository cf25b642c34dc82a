//! What the journal tells of an account, a unit or a key: whether it is in use, and where it belongs.

use base::Id;
use serde_json::{Value as Json, json};

/// Whether something is in use, and the unit it belongs to (for a unit: that it is part of).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    /// In use: neither deactivated, retired nor revoked.
    pub(crate) active: bool,
    /// The unit.
    pub(crate) unit_id: Option<Id>,
}

impl Standing {
    /// The facts of an event after which this is so.
    pub(crate) fn facts(self) -> Json {
        json!({ "state": if self.active { "active" } else { "inactive" }, "unit_id": self.unit_id })
    }

    /// What the facts of an event tell; `None` when they are not of this kind.
    pub(crate) fn from_facts(facts: &Json) -> Option<Self> {
        let active = match facts.get("state")?.as_str()? {
            "active" => true,
            "inactive" => false,
            _ => return None,
        };
        let unit_id = match facts.get("unit_id")? {
            Json::Null => None,
            id => Some(id.as_str()?.parse().ok()?),
        };
        Some(Self { active, unit_id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_come_back_as_they_were_told() {
        for standing in [Standing { active: true, unit_id: Some(Id::new()) }, Standing { active: false, unit_id: None }] {
            assert_eq!(Standing::from_facts(&standing.facts()), Some(standing));
        }
        assert_eq!(Standing::from_facts(&json!({ "state": "lost", "unit_id": null })), None);
        assert_eq!(Standing::from_facts(&json!({})), None);
    }
}
