//! A city pack as a whole: read with every fault listed, and taken over into the database when it has changed.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

use base::{Actor, City, Error, Id, Result};
use hours::{Calendar, Holidays, Hours};
use interactions::Topic;
use jiff::tz::TimeZone;
use knowledge::Card;
use queues::Line;
use serde_json::json;
use services::{Group, Order, Service};
use staff::{model::PackUnit, pack::DemoAccount};
use store::{Db, NewEvent, pack::Keys};

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
    /// `hours.toml`: all calendars by key, the office's among them.
    pub calendars: BTreeMap<String, Calendar>,
    /// `orders.toml`, `topics.toml`, `lines.toml`, `cards.toml`.
    pub work: Work,
    /// `staff.toml`: accounts of a demo.
    pub accounts: Vec<DemoAccount>,
    /// SHA-256 of all files together.
    pub digest: String,
}

/// What the centre works with beside the catalogue; every file of it may be missing.
#[derive(Debug, Clone, Default)]
pub struct Work {
    /// What units have asked the centre to do.
    pub orders: Vec<Order>,
    /// What conversations are about.
    pub topics: Vec<Topic>,
    /// The numbers that residents call.
    pub lines: Vec<Line>,
    /// What the centre can tell.
    pub cards: Vec<Card>,
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
        let hours = noted(hours_of(folder).map(Some), &mut faults);
        let units = staff::pack::read_units(folder).map_err(|found| faults.extend(found)).ok();
        let units = units.map(|units| (units.iter().map(|unit| unit.key.clone()).collect::<BTreeSet<_>>(), units));
        let places = city.as_ref().and_then(|city| noted(places_of(folder, city).map(Some), &mut faults));
        let mut keys = Keys {
            areas: places.as_ref().map(|rows| rows.areas.iter().map(|area| area.key.clone()).collect()),
            calendars: hours.as_ref().map(|hours| hours.openings().into_keys().collect()),
            ..Keys::default()
        };
        let (groups, services, accounts, work) = match &units {
            Some((unit_keys, _)) => {
                keys.units.clone_from(unit_keys);
                let (groups, services) = noted(services::pack::read(folder, &keys), &mut faults);
                let accounts = noted(staff::pack::read_demo_accounts(folder, unit_keys), &mut faults);
                (groups, services, accounts, work_of(folder, keys, &mut faults))
            }
            None => Default::default(),
        };
        let read = (city, zone, hours, units, places, faults.is_empty());
        let (Some(city), Some(zone), Some(hours), Some((_, units)), Some(places), true) = read else {
            return Err(faults);
        };
        for warning in services::pack::warnings(&services) {
            tracing::warn!("{}/{warning}", folder.display());
        }
        let calendar = |opening| Calendar::new(zone.clone(), Holidays::polish(), opening);
        let office = calendar(hours.office());
        let calendars = hours.openings().into_iter().map(|(key, opening)| (key, calendar(opening))).collect();
        let digest = digest(folder).map_err(|e| vec![format!("{}: {e}", folder.display())])?;
        Ok(Self { city, units, groups, services, places, office, calendars, work, accounts, digest })
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
        let (areas, streets, work) = (self.places.areas.clone(), self.places.streets.clone(), self.work.clone());
        db.write(Actor::SYSTEM, move |tx| {
            staff::actions::take_over_units(tx, &units)?;
            services::actions::take_over(tx, &groups, &services)?;
            services::actions::take_over_orders(tx, &work.orders)?;
            interactions::actions::take_over_topics(tx, &work.topics)?;
            queues::actions::take_over_lines(tx, &work.lines)?;
            knowledge::actions::take_over_cards(tx, &work.cards)?;
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

/// What the centre works with; what is named is read before what names it.
fn work_of(folder: &Path, mut keys: Keys, faults: &mut Vec<String>) -> Work {
    let topics = noted(interactions::pack::read_topics(folder).map(Some), faults);
    keys.topics = topics.as_ref().map(|topics| topics.iter().map(|topic| topic.key.clone()).collect());
    let lines = noted(queues::pack::read_lines(folder, &keys).map(Some), faults);
    keys.lines = lines.as_ref().map(|lines| lines.iter().map(|line| line.key.clone()).collect());
    let orders = noted(services::pack::read_orders(folder, &keys).map(Some), faults);
    keys.orders = orders.as_ref().map(|orders| orders.iter().map(|order| order.key.clone()).collect());
    let cards = noted(knowledge::pack::read_cards(folder, &keys), faults);
    Work { orders: orders.unwrap_or_default(), topics: topics.unwrap_or_default(), lines: lines.unwrap_or_default(), cards }
}

fn hours_of(folder: &Path) -> std::result::Result<Hours, Vec<String>> {
    let path = folder.join("hours.toml");
    let text = std::fs::read_to_string(&path).map_err(|e| vec![format!("{}: {e}", path.display())])?;
    queues::pack::parse_hours(&text).map_err(|fault| vec![format!("{}: {fault}", path.display())])
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
