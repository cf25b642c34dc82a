//! What the journal tells of an account, a unit or a key: whether it is in use, and where it belongs.

use std::collections::BTreeSet;

use base::{Id, Moment};
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

/// What else the journal tells of an account: its own permissions, roles, end and deputy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Held {
    /// The permissions in its own row, as kept.
    pub(crate) permissions: Json,
    /// Its roles.
    pub(crate) roles: BTreeSet<Id>,
    /// When it ends.
    pub(crate) ends_at: Option<Moment>,
    /// Who stands in.
    pub(crate) deputy_id: Option<Id>,
}

impl Held {
    /// The facts of an event after which this is so.
    pub(crate) fn facts(&self) -> Json {
        let Self { permissions, roles, ends_at, deputy_id } = self;
        json!({ "permissions": permissions, "roles": roles, "ends_at": ends_at, "deputy_id": deputy_id })
    }

    /// What the facts of an event tell; an account of which only its permissions were told has nothing else.
    pub(crate) fn from_facts(facts: &Json) -> Option<Self> {
        let permissions = facts.get("permissions")?.clone();
        let roles = facts.get("roles").map(|roles| serde_json::from_value(roles.clone()));
        let ends_at = facts.get("ends_at").map(|at| serde_json::from_value(at.clone()));
        let deputy_id = facts.get("deputy_id").map(|id| serde_json::from_value(id.clone()));
        Some(Self {
            permissions,
            roles: roles.transpose().ok()?.unwrap_or_default(),
            ends_at: ends_at.transpose().ok()?.flatten(),
            deputy_id: deputy_id.transpose().ok()?.flatten(),
        })
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

    #[test]
    fn what_an_account_holds_comes_back() {
        let held = Held {
            permissions: json!(["work_cases"]),
            roles: BTreeSet::from([Id::new(), Id::new()]),
            ends_at: Some(Moment(7)),
            deputy_id: Some(Id::new()),
        };
        assert_eq!(Held::from_facts(&held.facts()), Some(held));
        let told = json!({ "permissions": [] });
        assert_eq!(Held::from_facts(&told), Some(Held { permissions: json!([]), ..Held::default() }));
    }
}
