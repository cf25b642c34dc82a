//! `services.toml` and `orders.toml` of a city pack.

mod orders;

use std::{collections::BTreeSet, path::Path};

use base::{Id, Wording};
use serde::{Deserialize, Serialize};
use store::pack::{Faults, Keys};

use crate::model::{self, Danger, Details, Group, Kind, Question, Refs, Route, Service, Verification};

pub use orders::{OrdersFile, read_orders};

/// `services.toml`: what the city offers to do or tell, in the order of the chooser.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Headings under which services stand.
    #[serde(default, rename = "group")]
    pub groups: Vec<GroupRow>,
    /// The services.
    #[serde(default, rename = "service")]
    pub services: Vec<ServiceRow>,
}

/// Services that stand together in the chooser.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRow {
    /// The pack's word.
    pub key: String,
    /// Its heading.
    pub name: Wording,
}

/// Something the city offers to do or tell.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceRow {
    /// The pack's word, also used in addresses and forms.
    pub key: String,
    /// The key of the group in which it stands.
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
    /// A question whose "yes" means that somebody is in danger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub danger: Option<Danger>,
    /// The archive category of its cases: `BE5`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive: Option<String>,
    /// The key of the rule by which its cases are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<String>,
    /// What an agent asks before telling anything of such a case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verify: Vec<Verification>,
    /// What is asked before a report is taken, in this order.
    #[serde(default, rename = "question", skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// Which unit gets a case: the first row that fits, else `unit`.
    #[serde(default, rename = "route", skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
}

/// A term in working days of the office's calendar.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Working days after the one on which it began.
    pub working_days: i64,
}

/// The most working days that a service may promise: two years.
const LONGEST_DEADLINE: i64 = 500;

/// Reads `services.toml` in `folder`; `keys` are what services may name.
///
/// # Errors
/// Every fault found, each as file, place and reason.
pub fn read(folder: &Path, keys: &Keys) -> Result<(Vec<Group>, Vec<Service>), Vec<String>> {
    const NAME: &str = "services.toml";
    let file = store::pack::file::<File>(folder, NAME)?;
    let mut faults = Faults::of(folder, NAME);
    let file = file.unwrap_or_else(|| {
        faults.add("the pack", "there is no such file");
        File::default()
    });
    let refs = Refs { units: &keys.units, areas: keys.areas.as_ref(), retention: keys.retention.as_ref() };
    let groups: BTreeSet<&str> = file.groups.iter().map(|group| group.key.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut services = Vec::new();
    for row in file.services {
        let twice = (!seen.insert(row.key.clone())).then(|| "this key stands twice".to_owned());
        let lost = (!groups.contains(row.group.as_str())).then(|| format!("there is no group {}", row.group));
        let first = [twice, lost].into_iter().flatten().chain(of_row(&row, keys));
        let (place, told) = (format!("service {}", row.key), first.collect::<Vec<_>>());
        let service = service(row);
        let all = told.into_iter().chain(model::faults(&service.details, &refs));
        faults.extend(all.map(|reason| format!("{place}: {reason}")));
        services.push(service);
    }
    let groups = file.groups.into_iter().map(|row| Group { key: row.key, name: row.name }).collect();
    faults.end((groups, services))
}

/// What is not wrong with these services, but hardly meant.
pub fn warnings(services: &[Service]) -> Vec<String> {
    let of_service = |service: &Service| {
        let told = model::warnings(&service.details);
        told.into_iter().map(|what| format!("services.toml: service {}: {what}", service.key)).collect::<Vec<_>>()
    };
    services.iter().flat_map(of_service).collect()
}

fn of_row(row: &ServiceRow, keys: &Keys) -> Vec<String> {
    let unit = row.unit.as_ref().filter(|unit| !keys.units.contains(*unit)).map(|unit| format!("there is no unit {unit}"));
    let terms = [("deadline", Some(row.deadline)), ("first_answer", row.first_answer)];
    let wrong = |term: &Deadline| !(1..=LONGEST_DEADLINE).contains(&term.working_days);
    let of_terms = terms.into_iter().filter_map(|(name, term)| {
        let days = term.filter(wrong)?.working_days;
        Some(format!("{name}: it has 1 to {LONGEST_DEADLINE} working days, not {days}"))
    });
    unit.into_iter().chain(of_terms).collect()
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
            archive: row.archive,
            retention: row.retention,
            verify: row.verify,
            questions: row.questions,
            routes: row.routes,
        },
    }
}
