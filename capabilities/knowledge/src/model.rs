//! A card: one thing that the centre can tell, and what agents may do about it.

use base::{Id, Wording};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use services::Allow;

/// One thing that the centre can tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The pack's word.
    pub key: String,
    /// A word for cards that belong together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// What it is about.
    pub title: Wording,
    /// The key of the unit whose matter it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-section" = "units"))]
    pub unit: Option<String>,
    /// The key of the order under which it is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-section" = "orders"))]
    pub order: Option<String>,
    /// For whom it is.
    pub audience: Audience,
    /// The first year in which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_from: Option<i16>,
    /// The last year in which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_to: Option<i16>,
    /// What agents may do about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allows: Vec<Allow>,
}

/// For whom a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everybody.
    Residents,
    /// Everybody, meant for older people.
    Seniors,
    /// Agents only.
    Internal,
}

impl Card {
    /// The id of the unit whose matter it is.
    pub fn unit_id(&self) -> Option<Id> {
        self.unit.as_ref().map(|key| Id::named("unit", key))
    }

    /// Whether residents may see it.
    pub fn is_public(&self) -> bool {
        self.audience != Audience::Internal
    }

    /// Whether it belongs to a year before this one.
    pub fn is_past(&self, year: i16) -> bool {
        self.year_to.is_some_and(|last| last < year)
    }

    /// The years in which it holds, as people write them: `2018–2020`, `od 2020`; empty when nobody said. `from` and `to`
    /// are the words for an open end.
    pub fn years(&self, from: &str, to: &str) -> String {
        match (self.year_from, self.year_to) {
            (None, None) => String::new(),
            (Some(first), Some(last)) if first == last => first.to_string(),
            (Some(first), Some(last)) => format!("{first}–{last}"),
            (Some(first), None) => format!("{from} {first}"),
            (None, Some(last)) => format!("{to} {last}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_told_as_people_write_them() {
        let check = |year_from: Option<i16>, year_to: Option<i16>, wanted: &str, past: bool| {
            let title = Wording { pl: "Karta".into(), uk: None, en: None };
            let audience = Audience::Seniors;
            let card =
                Card { key: "a".into(), group: None, title, unit: None, order: None, audience, year_from, year_to, allows: Vec::new() };
            assert_eq!((card.years("od", "do").as_str(), card.is_past(2026)), (wanted, past));
        };
        check(None, None, "", false);
        check(Some(2020), Some(2020), "2020", true);
        check(Some(2018), Some(2026), "2018–2026", false);
        check(Some(2020), None, "od 2020", false);
        check(None, Some(2025), "do 2025", true);
    }
}
