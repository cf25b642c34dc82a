//! What makes the program a particular city: the first file of a city pack, `city.toml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Language, Point, Wording};

/// The city itself, as `city.toml` tells it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct City {
    /// A short word for file names and logs, such as `lipogrod`.
    pub key: String,
    /// The city's name.
    pub name: Wording,
    /// The contact centre's name, shown under the city's: "Kontakt z miastem".
    pub centre: Wording,
    /// IANA name of the time zone, such as `Europe/Warsaw`.
    pub time_zone: String,
    /// Languages offered to residents, the office's first.
    pub languages: Vec<Language>,
    /// The legal person behind the city, for letters and notices.
    pub legal_owner: String,
    /// Data controllers by key; `city` is the default one.
    pub controllers: BTreeMap<String, String>,
    /// The controllers for whom people of the centre work, by key: they see those cases. All when it is left out.
    #[serde(default)]
    #[schemars(extend("x-section" = "city.controllers"))]
    pub centre_processes_for: Option<Vec<String>>,
    /// Whom to call when somebody is in danger, in order.
    pub emergency: Vec<EmergencyNumber>,
    /// How residents reach the centre.
    pub contact: Contact,
    /// The rectangle in which the city lies.
    pub bounds: Bounds,
    /// Whether city and people are made up; said at the foot of every page.
    #[serde(default)]
    pub fictional: bool,
}

/// A number for emergencies.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EmergencyNumber {
    /// Digits as dialled.
    pub number: String,
    /// Who answers.
    pub name: Wording,
}

/// How residents reach the centre.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// E.164, for links.
    pub phone: String,
    /// As written for people.
    pub phone_shown: String,
    /// E.164 number for text messages, if the centre answers them.
    #[serde(default)]
    pub sms: Option<String>,
    /// The text number as written for people.
    #[serde(default)]
    pub sms_shown: Option<String>,
    /// The centre's address; notices are sent from it, and none without it.
    #[serde(default)]
    pub email: Option<String>,
    /// Where one may come in person, if one may.
    #[serde(default)]
    pub address: Option<String>,
    /// When the phone is answered, in words.
    pub phone_hours: Wording,
    /// When the office is open, in words.
    #[serde(default)]
    pub office_hours: Option<Wording>,
}

/// A rectangle of WGS84 degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// Southern edge, degrees of latitude.
    pub south: f64,
    /// Western edge, degrees of longitude.
    pub west: f64,
    /// Northern edge, degrees of latitude.
    pub north: f64,
    /// Eastern edge, degrees of longitude.
    pub east: f64,
}

impl Bounds {
    /// Whether the point lies in the rectangle.
    pub fn contain(&self, point: Point) -> bool {
        (self.south..=self.north).contains(&point.lat()) && (self.west..=self.east).contains(&point.lng())
    }
}
