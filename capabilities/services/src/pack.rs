//! `services.toml` of a city pack.

use std::{collections::BTreeSet, path::Path};

use base::{Id, Wording};
use serde::Deserialize;

use crate::model::{Danger, Group, Kind, Service};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "group")]
    groups: Vec<GroupRow>,
    #[serde(default, rename = "service")]
    services: Vec<ServiceRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupRow {
    key: String,
    name: Wording,
}

/// Fields that we do not use yet, such as `question`, may stand here.
#[derive(Deserialize)]
struct ServiceRow {
    key: String,
    group: String,
    kind: Kind,
    name: Wording,
    hint: Option<Wording>,
    #[serde(default)]
    keywords: String,
    unit: Option<String>,
    public: bool,
    deadline: Deadline,
    danger: Option<Danger>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Deadline {
    working_days: i64,
}

/// The most working days that a service may promise: two years.
const LONGEST_DEADLINE: i64 = 500;

/// Reads `services.toml` in `folder`; `units` are the keys that services may name.
///
/// # Errors
/// Every fault found, each as file, place and reason.
pub fn read(folder: &Path, units: &BTreeSet<String>) -> Result<(Vec<Group>, Vec<Service>), Vec<String>> {
    let path = folder.join("services.toml");
    let text = std::fs::read_to_string(&path).map_err(|e| vec![format!("{}: {e}", path.display())])?;
    let file: File = toml::from_str(&text).map_err(|e| vec![format!("{}: {e}", path.display())])?;
    let faults: Vec<String> = faults(&file, units).into_iter().map(|fault| format!("{}: {fault}", path.display())).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let groups = file.groups.into_iter().map(|row| Group { key: row.key, name: row.name }).collect();
    Ok((groups, file.services.into_iter().map(service).collect()))
}

fn faults(file: &File, units: &BTreeSet<String>) -> Vec<String> {
    let groups: BTreeSet<&str> = file.groups.iter().map(|group| group.key.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for row in &file.services {
        let mut fault = |what: String| faults.push(format!("service {}: {what}", row.key));
        if !seen.insert(row.key.as_str()) {
            fault("this key stands twice".into());
        }
        if !groups.contains(row.group.as_str()) {
            fault(format!("there is no group {}", row.group));
        }
        if let Some(unit) = row.unit.as_ref().filter(|unit| !units.contains(*unit)) {
            fault(format!("there is no unit {unit}"));
        }
        if !(1..=LONGEST_DEADLINE).contains(&row.deadline.working_days) {
            fault(format!("a deadline has 1 to {LONGEST_DEADLINE} working days, not {}", row.deadline.working_days));
        }
    }
    faults
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
    }
}
