//! Units: the parts of the city, and municipal companies, that do the work.

use base::{Id, Wording};
use hours::{Calendar, Opening};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A unit as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Made from the key, so that the same pack gives the same ids.
    pub id: Id,
    /// The pack's word.
    pub key: String,
    /// The unit it is part of.
    pub parent_id: Option<Id>,
    /// Its full name.
    pub name: Wording,
    /// Its name in lists.
    pub short: String,
    /// Where cases are sent that it receives by e-mail.
    pub email: Option<String>,
    /// Its phone, E.164.
    pub phone: Option<String>,
    /// The key of the data controller of its cases, as `city.toml` names it.
    pub controller: String,
    /// Whether it still gets work.
    pub active: bool,
    /// What the directory says of it.
    pub details: UnitDetails,
}

/// What the directory says of a unit beyond its name and numbers; all of it may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct UnitDetails {
    /// What it answers for.
    pub remits: Vec<Wording>,
    /// Where in the house.
    pub room: Option<String>,
    /// Where in the city.
    pub address: Option<String>,
    /// When it is open, in words.
    pub hours: Option<Wording>,
    /// When it is open, for reckoning; without it the office's hours hold.
    pub opening: Option<Opening>,
    /// Whether residents may turn to it themselves.
    pub answers_to_public: bool,
}

/// A unit as `units.toml` of a city pack tells it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackUnit {
    /// The pack's word, such as `zd`.
    pub key: String,
    /// The key of the unit it is part of.
    #[serde(default)]
    #[schemars(extend("x-section" = "units"))]
    pub parent: Option<String>,
    /// Its full name.
    pub name: Wording,
    /// Its name in lists.
    pub short: String,
    /// Where cases are sent that it receives by e-mail.
    #[serde(default)]
    pub email: Option<String>,
    /// Its phone, E.164.
    #[serde(default)]
    pub phone: Option<String>,
    /// The key of the data controller of its cases.
    #[serde(default = "city")]
    #[schemars(extend("x-section" = "city.controllers"))]
    pub controller: String,
    /// What it answers for.
    #[serde(default)]
    pub remits: Vec<Wording>,
    /// Where in the house.
    #[serde(default)]
    pub room: Option<String>,
    /// Where in the city.
    #[serde(default)]
    pub address: Option<String>,
    /// When it is open, in words.
    #[serde(default)]
    pub hours: Option<Wording>,
    /// When it is open, for reckoning, as in `hours.toml`; without it the office's hours hold.
    #[serde(default)]
    pub opening: Option<Opening>,
    /// Whether residents may turn to it themselves.
    #[serde(default)]
    pub answers_to_public: bool,
}

fn city() -> String {
    "city".to_owned()
}

impl PackUnit {
    /// The unit as it is to be kept.
    pub fn unit(&self) -> Unit {
        Unit {
            id: Unit::id_of(&self.key),
            key: self.key.clone(),
            parent_id: self.parent.as_deref().map(Unit::id_of),
            name: self.name.clone(),
            short: self.short.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            controller: self.controller.clone(),
            active: true,
            details: UnitDetails {
                remits: self.remits.clone(),
                room: self.room.clone(),
                address: self.address.clone(),
                hours: self.hours.clone(),
                opening: self.opening.clone(),
                answers_to_public: self.answers_to_public,
            },
        }
    }
}

impl Unit {
    /// The id that always belongs to `key`.
    pub fn id_of(key: &str) -> Id {
        Id::named("unit", key)
    }

    /// The calendar by which it works: its own hours, or the office's.
    pub fn calendar(&self, office: &Calendar) -> Calendar {
        let own = self.details.opening.clone();
        own.map_or_else(|| office.clone(), |own| Calendar::new(office.zone().clone(), office.holidays().clone(), own))
    }
}
