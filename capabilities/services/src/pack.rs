//! `services.toml` and `orders.toml` of a city pack.

mod orders;

use std::collections::BTreeSet;

use base::{Id, Wording};
use packs::{Fault, Faults, Keys, Reason, Section};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{self, Danger, Details, Duplicates, Group, Kind, LegalForm, Question, Refs, Route, Service, Verification};

pub use orders::{ORDERS, check_orders};

/// Services that stand together in the chooser.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupRow {
    /// The pack's word.
    pub key: String,
    /// Its heading.
    pub name: Wording,
}

/// Something the city offers to do or tell.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceRow {
    /// The pack's word, also used in addresses and forms.
    pub key: String,
    /// The key of the group in which it stands.
    #[schemars(extend("x-section" = "groups"))]
    pub group: String,
    /// What sort of case it opens.
    pub kind: Kind,
    /// Its name.
    pub name: Wording,
    /// A sentence that helps to choose it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Wording>,
    /// Further words by which it is found, in all languages.
    #[serde(default)]
    pub keywords: String,
    /// The key of the unit that deals with it, unless a route says otherwise.
    #[schemars(extend("x-section" = "units"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whether place and kind of its cases are shown to everybody.
    pub public: bool,
    /// Whether its cases are nobody's business outside their unit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sensitive: bool,
    /// When it is promised to be done.
    pub deadline: Deadline,
    /// When the first answer is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_answer: Option<Deadline>,
    /// Whether the promise stands still while the author is asked something; a statutory term never does.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stands_while_asked: bool,
    /// What its cases may be in law; residents are told what that takes, and a person confirms it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<LegalForm>,
    /// A question whose "yes" means that somebody is in danger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub danger: Option<Danger>,
    /// The archive category of its cases: `BE5`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive: Option<String>,
    /// The key of the rule by which its cases are kept.
    #[schemars(extend("x-section" = "retention"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<String>,
    /// What an agent asks before telling anything of such a case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verify: Vec<Verification>,
    /// What is asked before a report is taken, in this order.
    #[serde(default, rename = "question", skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// Which other reports are likely about the same thing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicates: Option<Duplicates>,
    /// Which unit gets a case: the first row that fits, else `unit`.
    #[serde(default, rename = "route", skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
}

/// A term in working days of the office's calendar.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Working days after the one on which it began.
    pub working_days: i64,
}

/// The most working days that a service may promise: two years.
const LONGEST_DEADLINE: i64 = 500;

/// The groups of `services.toml`.
pub const GROUPS: Section = Section::list::<GroupRow>("groups", FILE, "group");
/// The services of `services.toml`.
pub const SERVICES: Section = Section::list::<ServiceRow>("services", FILE, "service");
const FILE: &str = "services.toml";

/// What the services say that cannot be; `keys` are what they may name.
pub fn check(groups: &[GroupRow], services: &[ServiceRow], keys: &Keys) -> Vec<Fault> {
    let refs =
        Refs { units: &keys.units, areas: keys.areas.as_ref(), retention: keys.retention.as_ref(), calendars: keys.calendars.as_ref() };
    let groups: BTreeSet<String> = groups.iter().map(|group| group.key.clone()).collect();
    let mut faults = Faults::of("services");
    for row in services {
        faults.known(&row.key, "group", [&row.group], Some(&groups));
        faults.known(&row.key, "unit", &row.unit, Some(&keys.units));
        for (path, term) in [("deadline", Some(row.deadline)), ("first_answer", row.first_answer)] {
            if let Some(term) = term.filter(|term| !(1..=LONGEST_DEADLINE).contains(&term.working_days)) {
                let reason = format!("it has 1 to {LONGEST_DEADLINE} working days, not {}", term.working_days);
                faults.add(&row.key, &format!("{path}.working_days"), Reason::range(1, LONGEST_DEADLINE, reason));
            }
        }
        let Duplicates { metres, days } = row.duplicates.unwrap_or(Duplicates::USUAL);
        for (path, number, most) in [("metres", metres, Duplicates::MOST.metres), ("days", days, Duplicates::MOST.days)] {
            if !(0..=most).contains(&number) {
                let reason = Reason::range(0, most, format!("it is 0 to {most}, not {number}"));
                faults.add(&row.key, &format!("duplicates.{path}"), reason);
            }
        }
        for (path, reason) in model::faults(&row.service().details, &refs) {
            faults.add(&row.key, &path, reason);
        }
    }
    faults.end()
}

/// What is not wrong with these services, but hardly meant.
pub fn warnings(services: &[Service]) -> Vec<String> {
    let of_service = |service: &Service| {
        let told = model::warnings(&service.details);
        told.into_iter().map(|what| format!("services.toml: service {}: {what}", service.key)).collect::<Vec<_>>()
    };
    services.iter().flat_map(of_service).collect()
}

impl GroupRow {
    /// The group as it is kept.
    pub fn group(&self) -> Group {
        Group { key: self.key.clone(), name: self.name.clone() }
    }
}

impl ServiceRow {
    /// The service as it is kept.
    pub fn service(&self) -> Service {
        service(self.clone())
    }
}

fn service(row: ServiceRow) -> Service {
    Service {
        id: Id::named("service", &row.key),
        key: row.key,
        group: row.group,
        kind: row.kind,
        name: row.name,
        hint: row.hint,
        keywords: row.keywords,
        unit_id: row.unit.map(|unit| Id::named("unit", &unit)),
        public: row.public,
        deadline_working_days: row.deadline.working_days,
        danger: row.danger,
        details: Details {
            sensitive: row.sensitive,
            first_answer_working_days: row.first_answer.map(|term| term.working_days),
            stands_while_asked: row.stands_while_asked,
            legal_form: row.legal_form,
            archive: row.archive,
            retention: row.retention,
            verify: row.verify,
            duplicates: row.duplicates,
            questions: row.questions,
            routes: row.routes,
        },
    }
}
