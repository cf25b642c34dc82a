//! What the sections of a pack say of each other, and of the city, that cannot be.

use std::{collections::BTreeMap, path::Path};

use base::{Bounds, City, Email, Language, PhoneNumber};
use hours::Hours;
use jiff::tz::TimeZone;
use packs::{Entries, Fault, Keys, Kind, Reason};
use services::pack::ServiceRow;
use staff::model::PackUnit;

use super::{Files, SECTIONS};

/// Files of these kinds are read by name, so that another name is most likely a slip.
const READ_BY_NAME: [&str; 3] = ["toml", "csv", "geojson"];

/// The keys that entries may name.
pub(super) fn keys(entries: &Entries, files: &Files, hours: Option<&Hours>) -> Keys {
    let of = |section: &str| entries.keys(section).map(str::to_owned).collect();
    // Where the list of areas could not be read, that is the fault, and not that one is missing.
    let areas_read = files.faults.iter().all(|fault| fault.file != places::pack::AREAS);
    Keys {
        units: of("units"),
        areas: areas_read.then(|| files.places.areas.iter().map(|area| area.key.clone()).collect()),
        retention: Some(of("retention")),
        topics: Some(of("topics")),
        lines: Some(of("lines")),
        orders: Some(of("orders")),
        calendars: hours.map(|hours| hours.openings().into_keys().collect()),
    }
}

/// Calendars are named by keys, and `office` is the file's own.
pub(super) fn of_hours(hours: &Hours) -> Vec<Fault> {
    let wrong = hours.calendars.keys().filter(|key| !packs::key_fits(key) || *key == Hours::OFFICE);
    let reason = |key: &String| {
        let reason = format!("calendar {key:?}: a key has small letters, digits and hyphens, and `office` is the file's own");
        Fault::new("hours", "hours", "calendar", reason)
    };
    wrong.map(reason).collect()
}

pub(super) fn time_zone(city: &City, faults: &mut Vec<Fault>) -> Option<TimeZone> {
    TimeZone::get(&city.time_zone).map_err(|fault| faults.push(Fault::new("city", "city", "time_zone", fault.to_string()))).ok()
}

/// What the city says of itself that cannot be: addresses that reach nobody, bounds with nothing in them.
pub(super) fn of_city(city: &City) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut add = |path: &str, reason: Reason| faults.push(Fault::new("city", "city", path, reason));
    for key in city.centre_processes_for.iter().flatten().filter(|key| !city.controllers.contains_key(*key)) {
        add("centre_processes_for", Reason::unknown("controller ", key));
    }
    if !city.languages.contains(&Language::Pl) {
        add("languages", Reason::new(Kind::Missing, "pl", "pl is missing: it is the language of the office"));
    }
    for (path, number) in [("contact.phone", Some(&city.contact.phone)), ("contact.sms", city.contact.sms.as_ref())] {
        if let Some(number) = number.filter(|number| !PhoneNumber::is_e164(number)) {
            add(path, Reason::phone(number));
        }
    }
    if let Some(email) = city.contact.email.as_ref().filter(|email| email.parse::<Email>().is_err()) {
        add("contact.email", Reason::email(email));
    }
    of_bounds(&city.bounds).into_iter().for_each(|(path, reason)| add(path, reason));
    faults
}

fn of_bounds(bounds: &Bounds) -> Vec<(&'static str, Reason)> {
    let edges = [
        ("bounds.north", bounds.north, 90),
        ("bounds.south", bounds.south, 90),
        ("bounds.west", bounds.west, 180),
        ("bounds.east", bounds.east, 180),
    ];
    let outside = edges.into_iter().filter(|(_, edge, most)| !(-f64::from(*most)..=f64::from(*most)).contains(edge));
    let outside =
        outside.map(|(path, edge, most)| (path, Reason::range(-i64::from(most), i64::from(most), format!("{edge} are no degrees"))));
    let turned = [
        ("bounds.south", bounds.south >= bounds.north, "the southern edge lies north of the northern one"),
        ("bounds.west", bounds.west >= bounds.east, "the western edge lies east of the eastern one"),
    ];
    let turned = turned.into_iter().filter(|(_, wrong, _)| *wrong).map(|(path, _, why)| (path, Reason::new(Kind::Backwards, "", why)));
    outside.chain(turned).collect()
}

/// Units whose cases have a data controller that the city does not name.
pub(super) fn controllers_of(units: &[PackUnit], city: &City) -> Vec<Fault> {
    let unknown = units.iter().filter(|unit| !city.controllers.contains_key(&unit.controller));
    unknown.map(|unit| Fault::new("units", &unit.key, "controller", Reason::unknown("controller ", &unit.controller))).collect()
}

/// How many rows of each list do not fit, with the first of them.
pub(super) fn of_lists(files: &Files) -> Vec<Fault> {
    let mut by_file: BTreeMap<&str, Vec<&places::pack::Fault>> = BTreeMap::new();
    files.faults.iter().for_each(|fault| by_file.entry(fault.file).or_default().push(fault));
    let told = |(file, faults): (&str, Vec<&places::pack::Fault>)| {
        let reason = Reason::new(Kind::Rows, faults.len().to_string(), format!("{} rows do not fit; {}", faults.len(), faults[0]));
        Fault::new(settings::lists::SECTION, file, "", reason)
    };
    by_file.into_iter().map(told).collect()
}

/// Files that nothing reads, most likely by a slip in their name.
pub(super) fn of_folder(folder: &Path) -> Vec<String> {
    let known =
        |name: &str| name == "staff.toml" || places::pack::FILES.contains(&name) || SECTIONS.iter().any(|section| section.file == name);
    let files = std::fs::read_dir(folder).into_iter().flatten().filter_map(|file| Some(file.ok()?.path()));
    let read_by_name =
        |path: &Path| path.is_file() && path.extension().and_then(|end| end.to_str()).is_some_and(|end| READ_BY_NAME.contains(&end));
    let mut unknown: Vec<String> = files
        .filter(|path| read_by_name(path) && !path.file_name().and_then(|name| name.to_str()).is_some_and(known))
        .map(|path| format!("{}: a pack has no file of this name: nothing reads it", path.display()))
        .collect();
    unknown.sort();
    unknown
}

/// The keys of services, each with that of the data controller of its unit.
pub(super) fn with_controllers<'a>(services: &'a [ServiceRow], units: &'a [PackUnit]) -> Vec<(&'a str, &'a str)> {
    let of_unit = |row: &ServiceRow| units.iter().find(|unit| Some(&unit.key) == row.unit.as_ref());
    services.iter().map(|row| (row.key.as_str(), of_unit(row).map_or("city", |unit| unit.controller.as_str()))).collect()
}
