//! A throw-away city made from tickets: its districts from a GeoJSON file, its units and services from the tickets.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, ensure};
use base::{City, Contact, EmergencyNumber, Language, Wording};
use places::model::polygons_to_geojson;
use serde::Serialize;
use serde_json::json;
use services::Kind;

use super::{areas::Districts, mapping::Mapping, mapping::key_of, rows::Rows};

/// The promise of every service: the month that the Code of Administrative Procedure allows (art. 35 § 3 KPA).
const DEADLINE_WORKING_DAYS: i64 = 21;
/// The only group of services.
const GROUP: &str = "zgloszenia";
/// What stands at the head of every file.
const REMARK: &str = "# Made by `hejnal pack from-tickets`: a throw-away city, whose offices and services do not exist.\n\n";
/// The office of the throw-away city.
const HOURS: &str = "on_holidays = \"closed\"\n\n[week]\n\
    mon = [\"08:00-16:00\"]\ntue = [\"08:00-16:00\"]\nwed = [\"08:00-16:00\"]\nthu = [\"08:00-16:00\"]\nfri = [\"08:00-16:00\"]\n";

#[derive(Serialize)]
struct Units {
    unit: Vec<UnitRow>,
}

#[derive(Serialize)]
struct UnitRow {
    key: String,
    short: String,
    name: Wording,
}

#[derive(Serialize)]
struct Services {
    group: Vec<GroupRow>,
    service: Vec<ServiceRow>,
}

#[derive(Serialize)]
struct GroupRow {
    key: &'static str,
    name: Wording,
}

#[derive(Serialize)]
struct ServiceRow {
    key: String,
    group: &'static str,
    kind: Kind,
    public: bool,
    name: Wording,
    deadline: Deadline,
}

#[derive(Serialize)]
struct Deadline {
    working_days: i64,
}

/// Writes the pack of a city called `name` into the new folder `out`.
///
/// # Errors
/// A sentence when a file of tickets cannot be read or the folder is not empty.
pub fn write(out: &Path, name: &str, mapping: &Mapping, districts: &Districts, files: &[PathBuf]) -> anyhow::Result<()> {
    let units = units(mapping, files)?;
    fs::create_dir_all(out).with_context(|| format!("making {}", out.display()))?;
    ensure!(fs::read_dir(out)?.next().is_none(), "{} is not empty: name a new folder with --out", out.display());
    let toml = |file: &str, text: String| put(out, file, &format!("{REMARK}{text}"));
    toml("city.toml", toml::to_string(&city(name, mapping, districts))?)?;
    toml("units.toml", toml::to_string(&Units { unit: units })?)?;
    toml("services.toml", toml::to_string(&services(mapping))?)?;
    toml("hours.toml", HOURS.to_owned())?;
    put(out, places::pack::AREAS, &geojson(districts))?;
    put(out, places::pack::STREETS, "key,name,prefix,name_where\n")?;
    put(out, places::pack::ADDRESSES, "street,number,lat,lng,district\n")
}

fn put(out: &Path, file: &str, text: &str) -> anyhow::Result<()> {
    fs::write(out.join(file), text).with_context(|| format!("writing {}", out.join(file).display()))
}

/// The units that the tickets name, by their keys; the first spelling of a name is kept.
fn units(mapping: &Mapping, files: &[PathBuf]) -> anyhow::Result<Vec<UnitRow>> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for file in files {
        let mut rows = Rows::open(file, mapping)?;
        while let Some(row) = rows.next_row()? {
            let Ok(row) = row else { continue };
            let word = row.perhaps(mapping.columns.unit.as_ref());
            if !word.is_empty() {
                found.entry(mapping.unit_key(word)).or_insert_with(|| word.to_owned());
            }
        }
    }
    Ok(found.into_iter().map(|(key, word)| UnitRow { key, short: word.clone(), name: polish(&word) }).collect())
}

fn services(mapping: &Mapping) -> Services {
    let service = |(word, rule): (&String, &super::mapping::KindRule)| ServiceRow {
        key: rule.service.clone(),
        group: GROUP,
        kind: rule.kind,
        public: rule.public,
        name: polish(word),
        deadline: Deadline { working_days: DEADLINE_WORKING_DAYS },
    };
    let mut rows: Vec<ServiceRow> = mapping.kinds.iter().map(service).collect();
    rows.sort_by(|a, b| a.key.cmp(&b.key));
    rows.dedup_by(|later, first| later.key == first.key);
    Services { group: vec![GroupRow { key: GROUP, name: polish("Zgłoszenia") }], service: rows }
}

fn city(name: &str, mapping: &Mapping, districts: &Districts) -> City {
    let key = key_of(name);
    City {
        name: polish(name),
        centre: polish("Kontakt z miastem"),
        time_zone: mapping.zone.iana_name().unwrap_or("Europe/Warsaw").to_owned(),
        languages: Language::ALL.to_vec(),
        legal_owner: name.to_owned(),
        centre_processes_for: None,
        controllers: BTreeMap::from([("city".to_owned(), name.to_owned())]),
        emergency: vec![EmergencyNumber { number: "112".to_owned(), name: polish("Numer alarmowy") }],
        contact: Contact {
            phone: "+48100008311".to_owned(),
            phone_shown: "10 000 83 11".to_owned(),
            sms: None,
            sms_shown: None,
            email: Some(format!("kontakt@{key}.example")),
            address: Some(name.to_owned()),
            phone_hours: polish("tego numeru nie ma"),
            office_hours: Some(polish("od poniedziałku do piątku, 8:00–16:00")),
        },
        bounds: districts.bounds,
        fictional: true,
        key,
    }
}

fn geojson(districts: &Districts) -> String {
    let feature = |area: &places::model::Area| {
        let properties = json!({ "key": area.key, "name": area.name.pl, "kind": area.kind });
        json!({ "type": "Feature", "properties": properties, "geometry": polygons_to_geojson(&area.polygons) }).to_string()
    };
    let features: Vec<String> = districts.areas.iter().map(feature).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
}

fn polish(text: &str) -> Wording {
    Wording { pl: text.to_owned(), uk: None, en: None }
}
