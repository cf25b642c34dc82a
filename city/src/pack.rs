//! A city pack as a whole: read with every fault listed, and taken over into the database when it has changed.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use base::{Actor, City, Error, Id, Result};
use hours::{Calendar, Holidays, Opening};
use jiff::tz::TimeZone;
use serde_json::json;
use services::{Group, Service};
use staff::{
    model::PackUnit,
    pack::{DemoAccount, PackRoles},
};
use store::{Db, NewEvent};

/// Addresses taken over in one transaction, so that a live city never waits long.
const CHUNK: usize = 500;

/// All that a folder under `cities/` says.
pub struct Pack {
    /// `city.toml`.
    pub city: City,
    /// `units.toml`.
    pub units: Vec<PackUnit>,
    /// The groups of `services.toml`.
    pub groups: Vec<Group>,
    /// `services.toml`.
    pub services: Vec<Service>,
    /// `areas.geojson`, `streets.csv`, `addresses.csv`.
    pub places: places::pack::Rows,
    /// `hours.toml`: the office's calendar, by which deadlines are counted.
    pub office: Calendar,
    /// `roles.toml`: roles and skills.
    pub roles: PackRoles,
    /// `staff.toml`: accounts of a demo.
    pub accounts: Vec<DemoAccount>,
    /// SHA-256 of all files together.
    pub digest: String,
}

impl Pack {
    /// Reads the pack in `folder`.
    ///
    /// # Errors
    /// Every fault found, each as file, place and reason.
    pub fn read(folder: &Path) -> std::result::Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let city = noted(toml_file::<City>(&folder.join("city.toml")).map(Some), &mut faults);
        let zone = city.as_ref().and_then(|city| noted(time_zone(folder, city).map(Some), &mut faults));
        let opening = noted(toml_file::<Opening>(&folder.join("hours.toml")).map(Some), &mut faults);
        let roles = noted(staff::pack::read_roles(folder), &mut faults);
        let units = staff::pack::read_units(folder).map_err(|found| faults.extend(found)).ok();
        let units = units.map(|units| (units.iter().map(|unit| unit.key.clone()).collect::<BTreeSet<_>>(), units));
        let (groups, services, accounts) = units.as_ref().map(|(keys, _)| named_by_units(folder, keys, &mut faults)).unwrap_or_default();
        let places = city.as_ref().map(|city| noted(places_of(folder, city), &mut faults)).unwrap_or_default();
        let (Some(city), Some(zone), Some(opening), Some((_, units)), true) = (city, zone, opening, units, faults.is_empty()) else {
            return Err(faults);
        };
        let office = Calendar::new(zone, Holidays::polish(), opening);
        let digest = digest(folder).map_err(|e| vec![format!("{}: {e}", folder.display())])?;
        Ok(Self { city, units, groups, services, places, office, roles, accounts, digest })
    }

    /// The gazetteer of the pack.
    pub fn gazetteer(&self) -> Arc<places::model::Places> {
        let rows = self.places.clone();
        Arc::new(places::model::Places::new(rows.areas, rows.streets, rows.addresses))
    }

    /// Takes the pack over, unless the database already has exactly this one. Says whether it did.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub async fn take_over(&self, db: &Db) -> Result<bool> {
        let subject = Id::named("pack", &self.city.key);
        let known = db.read(move |read| store::journal::of_subject(read, subject)).await?;
        if known.last().is_some_and(|event| event.facts["digest"] == self.digest) {
            return Ok(false);
        }
        let (units, groups, services) = (self.units.clone(), self.groups.clone(), self.services.clone());
        let (areas, streets) = (self.places.areas.clone(), self.places.streets.clone());
        db.write(Actor::SYSTEM, move |tx| {
            staff::actions::take_over_units(tx, &units)?;
            services::actions::take_over(tx, &groups, &services)?;
            places::actions::take_over(tx, &areas, &streets)
        })
        .await?;
        for chunk in self.places.addresses.chunks(CHUNK) {
            let chunk = chunk.to_vec();
            db.write(Actor::SYSTEM, move |tx| places::actions::take_over_addresses(tx, &chunk)).await?;
        }
        let facts = json!({ "digest": self.digest });
        db.write(Actor::SYSTEM, move |tx| {
            tx.record(NewEvent { subject_kind: "pack", subject_id: subject, kind: "pack.taken_over", facts: facts.clone() })
        })
        .await?;
        Ok(true)
    }
}

fn time_zone(folder: &Path, city: &City) -> std::result::Result<TimeZone, Vec<String>> {
    TimeZone::get(&city.time_zone).map_err(|e| vec![format!("{}: time_zone: {e}", folder.join("city.toml").display())])
}

/// What names units can be judged only when the units themselves could be read.
fn named_by_units(folder: &Path, keys: &BTreeSet<String>, faults: &mut Vec<String>) -> (Vec<Group>, Vec<Service>, Vec<DemoAccount>) {
    let (groups, services) = noted(services::pack::read(folder, keys), faults);
    (groups, services, noted(staff::pack::read_demo_accounts(folder, keys), faults))
}

fn places_of(folder: &Path, city: &City) -> std::result::Result<places::pack::Rows, Vec<String>> {
    let named = |faults: Vec<places::pack::Fault>| faults.iter().map(|fault| format!("{}/{fault}", folder.display())).collect();
    places::pack::read(folder, city.bounds).map_err(named)
}

fn noted<T: Default>(read: std::result::Result<T, Vec<String>>, faults: &mut Vec<String>) -> T {
    read.unwrap_or_else(|found| {
        faults.extend(found);
        T::default()
    })
}

fn toml_file<T: serde::de::DeserializeOwned>(path: &Path) -> std::result::Result<T, Vec<String>> {
    let text = std::fs::read_to_string(path).map_err(|e| vec![format!("{}: {e}", path.display())])?;
    toml::from_str(&text).map_err(|e| vec![format!("{}: {e}", path.display())])
}

fn digest(folder: &Path) -> std::io::Result<String> {
    let mut files: Vec<_> = std::fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    files.sort_by_key(std::fs::DirEntry::file_name);
    let mut all = Vec::new();
    for file in files.iter().filter(|file| file.path().is_file()) {
        all.extend(file.file_name().as_encoded_bytes());
        all.extend(base::secret::sha256(&std::fs::read(file.path())?));
    }
    Ok(base::secret::sha256(&all).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Reads a pack for a command line; the error lists every fault.
///
/// # Errors
/// [`Error::Unavailable`] with all faults, a line each.
pub fn read(folder: &Path) -> Result<Pack> {
    Pack::read(folder).map_err(|faults| Error::Unavailable(format!("the city pack has faults:\n{}", faults.join("\n"))))
}
