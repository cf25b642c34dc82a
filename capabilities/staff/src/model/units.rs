//! Units: the parts of the city, and municipal companies, that do the work.

use base::{Id, Wording};
use schemars::JsonSchema;
use serde::Deserialize;

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
}

/// A unit as `units.toml` of a city pack tells it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
    pub controller: String,
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
        }
    }
}

impl Unit {
    /// The id that always belongs to `key`.
    pub fn id_of(key: &str) -> Id {
        Id::named("unit", key)
    }
}
