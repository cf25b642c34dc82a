//! A city pack as a whole: its sections, what they say of each other, and taking it over into the database.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use base::{Actor, City, Error, Id, Result};
use hours::{Calendar, Holidays, Hours};
use interactions::Topic;
use jiff::tz::TimeZone;
use knowledge::Card;
use packs::{Entries, Fault, Keys, Section};
use portal::statements::{Accessibility, Centre, PrivacyNotice, Statements};
use queues::Line;
use serde_json::json;
use services::{
    Order,
    pack::{GroupRow, ServiceRow},
};
use staff::model::{PackUnit, Role, Skill};
use store::{Db, NewEvent, Tx};

mod files;

pub use files::Files;

/// Addresses taken over in one transaction, so that a live city never waits long.
const CHUNK: usize = 500;

/// What a pack is made of, file by file; [`Files`] are the lists that are too long to be entries.
pub const SECTIONS: [Section; 15] = [
    Section::whole::<City>("city", "city.toml"),
    staff::pack::UNITS_SECTION,
    staff::pack::ROLES_SECTION,
    staff::pack::SKILLS_SECTION,
    services::pack::GROUPS,
    services::pack::SERVICES,
    privacy::pack::RETENTION,
    Section::whole::<Hours>("hours", "hours.toml"),
    interactions::pack::TOPICS,
    queues::pack::LINES,
    services::pack::ORDERS,
    knowledge::pack::CARDS,
    Section::whole::<Accessibility>("accessibility", "accessibility.toml").optional(),
    Section::list::<PrivacyNotice>("privacy", "privacy.toml", "notice").optional(),
    Section::whole::<Centre>("centre", "centre.toml").optional(),
];

/// All that a city says of itself.
pub struct Pack {
    /// `city.toml`.
    pub city: City,
    /// `units.toml`.
    pub units: Vec<PackUnit>,
    /// `roles.toml`: what people may do, and what they are good at.
    pub roles: (Vec<Role>, Vec<Skill>),
    /// The groups of `services.toml`.
    pub groups: Vec<GroupRow>,
    /// `services.toml`.
    pub services: Vec<ServiceRow>,
    /// `retention.toml`: how long what is kept.
    pub retention: Vec<privacy::model::Rule>,
    /// `hours.toml`: the office's calendar, by which deadlines are counted.
    pub office: Calendar,
    /// `hours.toml`: all calendars by key, the office's among them.
    pub calendars: BTreeMap<String, Calendar>,
    /// `topics.toml`, `lines.toml`, `orders.toml`, `cards.toml`.
    pub work: Work,
    /// `accessibility.toml`, `privacy.toml`, `centre.toml`.
    pub statements: Statements,
    /// What the sections say.
    pub entries: Entries,
    /// What lies beside them.
    pub files: Arc<Files>,
}

/// What the centre works with beside the catalogue.
#[derive(Debug, Clone, Default)]
pub struct Work {
    /// What conversations are about.
    pub topics: Vec<Topic>,
    /// The numbers that residents call.
    pub lines: Vec<Line>,
    /// What units have asked the centre to do.
    pub orders: Vec<Order>,
    /// What the centre can tell.
    pub cards: Vec<Card>,
}

impl Pack {
    /// Reads the pack in `folder`.
    ///
    /// # Errors
    /// Every fault found, each as file, place and reason.
    pub fn read(folder: &Path) -> std::result::Result<Self, Vec<String>> {
        let mut draft = packs::read(folder, &SECTIONS).map_err(|faults| told(faults, folder))?;
        draft.entries.supply("roles", staff::pack::program_roles());
        let files = Files::read(folder, &draft.entries);
        let others = files.as_ref().err().cloned().unwrap_or_default();
        let files = files.unwrap_or_else(|_| Files::none(folder));
        let pack = Self::of(draft.entries.clone(), Arc::new(files));
        let faults = pack.as_ref().err().cloned().unwrap_or_default();
        let faults =
            told(faults.into_iter().map(|fault| draft.placed(fault)).collect(), folder).into_iter().chain(others).collect::<Vec<_>>();
        pack.ok().filter(|_| faults.is_empty()).ok_or(faults)
    }

    /// What the entries say, together with what lies beside them.
    ///
    /// # Errors
    /// Every fault of the entries.
    pub fn of(entries: Entries, files: Arc<Files>) -> std::result::Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let city = entries.value::<City>("city", &mut faults);
        let zone = city.as_ref().and_then(|city| time_zone(city, &mut faults));
        let hours = entries.value::<Hours>("hours", &mut faults);
        faults.extend(hours.iter().flat_map(calendar_keys));
        let units: Vec<PackUnit> = entries.values("units", &mut faults);
        faults.extend(staff::pack::check_units(&units));
        let roles = (entries.values("roles", &mut faults), entries.values("skills", &mut faults));
        faults.extend(staff::pack::check_roles(&roles.0, &roles.1));
        let (groups, services) = (entries.values("groups", &mut faults), entries.values::<ServiceRow>("services", &mut faults));
        let work = Work {
            topics: entries.values("topics", &mut faults),
            lines: entries.values("lines", &mut faults),
            orders: entries.values("orders", &mut faults),
            cards: entries.values("cards", &mut faults),
        };
        let retention: Vec<privacy::model::Rule> = entries.values("retention", &mut faults);
        let keys = keys(&entries, &files, hours.as_ref());
        faults.extend(city.iter().flat_map(controllers_unknown));
        faults.extend(privacy::pack::check(&retention, &services.iter().map(|service| service.key.clone()).collect()));
        faults.extend(services::pack::check(&groups, &services, &keys));
        faults.extend(work.check(&keys));
        let statements = Statements {
            accessibility: entries.value("accessibility", &mut faults),
            notices: entries.values("privacy", &mut faults),
            centre: entries.value("centre", &mut faults),
        };
        let controllers: Vec<&str> = city.iter().flat_map(|city| city.controllers.keys()).map(String::as_str).collect();
        faults.extend(statements.check(&controllers, &with_controllers(&services, &units)));
        let (Some(city), Some(zone), Some(hours), true) = (city, zone, hours, faults.is_empty()) else { return Err(faults) };
        let calendar = |opening| Calendar::new(zone.clone(), Holidays::polish(), opening);
        let calendars = hours.openings().into_iter().map(|(key, opening)| (key, calendar(opening))).collect();
        let office = calendar(hours.office());
        Ok(Self { city, units, roles, groups, services, retention, office, calendars, work, statements, entries, files })
    }

    /// What the city says of itself now: what its pack and its pages say together.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when they contradict each other.
    pub async fn present(db: &Db, files: Arc<Files>, data: &Path) -> Result<Self> {
        let entries = db.read(packs::entries).await?;
        let data = data.to_owned();
        let reading = move || {
            let files = files.with_lists(&entries, &data).map_err(|faults| uploads(&faults))?;
            Self::of(entries, files).map_err(|faults| contradiction(&faults))
        };
        tokio::task::spawn_blocking(reading).await.map_err(Error::internal)?
    }

    /// The pack with the lists that somebody uploaded instead of its own.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when one of them cannot be read.
    pub async fn with_lists(self, db: &Db, data: &Path) -> Result<Self> {
        let entries = db.read(packs::entries).await?;
        let files = self.files.with_lists(&entries, data).map_err(|faults| uploads(&faults))?;
        Ok(Self { files, ..self })
    }

    /// Changes with anything that the city says of itself: 64 hexadecimal digits.
    pub fn stamp(&self) -> String {
        hexadecimal(&base::secret::sha256(format!("{}{:?}", self.files.digest, self.entries).as_bytes()))
    }

    /// The gazetteer of the pack.
    pub fn gazetteer(&self) -> Arc<places::model::Places> {
        Arc::new(self.files.places.gazetteer())
    }

    /// Makes the rows that the capabilities keep of what the entries say.
    ///
    /// # Errors
    /// As [`Tx::execute`].
    pub fn apply(&self, tx: &Tx<'_>) -> Result<()> {
        staff::actions::take_over_units(tx, &self.units)?;
        staff::actions::take_over_roles(tx, &self.roles.0)?;
        staff::actions::take_over_skills(tx, &self.roles.1)?;
        let groups: Vec<_> = self.groups.iter().map(GroupRow::group).collect();
        let services: Vec<_> = self.services.iter().map(ServiceRow::service).collect();
        services::actions::take_over(tx, &groups, &services)?;
        cases::actions::take_over_controllers(tx, self.city.centre_processes_for.as_deref())?;
        privacy::actions::take_over_rules(tx, &self.retention)?;
        services::actions::take_over_orders(tx, &self.work.orders)?;
        interactions::actions::take_over_topics(tx, &self.work.topics)?;
        queues::actions::take_over_lines(tx, &self.work.lines)?;
        knowledge::actions::take_over_cards(tx, &self.work.cards)
    }

    /// The files' digest together with how this program reads them: a newer one takes the same pack over once more.
    fn digest_as_read(&self) -> String {
        let shapes: Vec<String> = SECTIONS.iter().map(|section| section.schema().to_string()).collect();
        let roles: Vec<_> = staff::pack::program_roles().collect();
        hexadecimal(&base::secret::sha256(format!("{}{shapes:?}{roles:?}", self.files.digest).as_bytes()))
    }

    /// Takes the pack over, unless the database already has exactly this one. What pages changed stays.
    ///
    /// # Errors
    /// As [`Db::write`]; [`Error::Unavailable`] when what pages changed does not go with the pack.
    pub async fn take_over(&self, db: &Db) -> Result<bool> {
        let subject = Id::named("pack", &self.city.key);
        let digest = self.digest_as_read();
        let known = db.read(move |read| Ok((store::journal::of_subject(read, subject)?, packs::stamp(read)?))).await?;
        if known.0.last().is_some_and(|event| event.facts["digest"] == digest) && known.1 > 0 {
            return Ok(false);
        }
        let (entries, files) = (self.entries.clone(), self.files.clone());
        db.write(Actor::SYSTEM, move |tx| {
            packs::actions::take_over(tx, &entries)?;
            Self::of(packs::entries(tx)?, files.clone()).map_err(|faults| contradiction(&faults))?.apply(tx)?;
            places::actions::take_over(tx, &files.places.areas, &files.places.streets)
        })
        .await?;
        take_over_places(&self.files.places, db).await?;
        let facts = json!({ "digest": digest });
        db.write(Actor::SYSTEM, move |tx| {
            tx.record(NewEvent { subject_kind: "pack", subject_id: subject, kind: "pack.taken_over", facts: facts.clone() })
        })
        .await?;
        Ok(true)
    }
}

impl Work {
    fn check(&self, keys: &Keys) -> Vec<Fault> {
        let mut faults = interactions::pack::check(&self.topics);
        faults.extend(queues::pack::check(&self.lines, keys));
        faults.extend(services::pack::check_orders(&self.orders, keys));
        faults.extend(knowledge::pack::check(&self.cards, keys));
        faults
    }
}

/// The keys that entries may name.
fn keys(entries: &Entries, files: &Files, hours: Option<&Hours>) -> Keys {
    let of = |section: &str| entries.keys(section).map(str::to_owned).collect();
    Keys {
        units: of("units"),
        // Where the lists could not be read, that is the fault, and not that an area is missing.
        areas: (!files.digest.is_empty()).then(|| files.places.areas.iter().map(|area| area.key.clone()).collect()),
        retention: Some(of("retention")),
        topics: Some(of("topics")),
        lines: Some(of("lines")),
        orders: Some(of("orders")),
        calendars: hours.map(|hours| hours.openings().into_keys().collect()),
    }
}

/// The many rows of places, in chunks; then what the pack no longer names is retired.
async fn take_over_places(rows: &places::pack::Rows, db: &Db) -> Result<()> {
    for chunk in rows.addresses.chunks(CHUNK) {
        let chunk = chunk.to_vec();
        db.write(Actor::SYSTEM, move |tx| places::actions::take_over_addresses(tx, &chunk)).await?;
    }
    for chunk in rows.assets.chunks(CHUNK) {
        let chunk = chunk.to_vec();
        db.write(Actor::SYSTEM, move |tx| places::actions::take_over_assets(tx, &chunk)).await?;
    }
    let (landmarks, addresses, assets) = (
        rows.landmarks.clone(),
        rows.addresses.iter().map(places::model::Address::id).collect(),
        rows.assets.iter().map(places::model::Asset::id).collect(),
    );
    db.write(Actor::SYSTEM, move |tx| {
        places::actions::take_over_landmarks(tx, &landmarks)?;
        places::actions::retire_addresses(tx, &addresses)?;
        places::actions::retire_assets(tx, &assets)
    })
    .await
}

/// Calendars are named by keys, and `office` is the file's own.
fn calendar_keys(hours: &Hours) -> Vec<Fault> {
    let wrong = hours.calendars.keys().filter(|key| !packs::key_fits(key) || *key == Hours::OFFICE);
    let reason = |key: &String| {
        let reason = format!("calendar {key:?}: a key has small letters, digits and hyphens, and `office` is the file's own");
        Fault::new("hours", "hours", "calendar", reason)
    };
    wrong.map(reason).collect()
}

fn time_zone(city: &City, faults: &mut Vec<Fault>) -> Option<TimeZone> {
    TimeZone::get(&city.time_zone).map_err(|fault| faults.push(Fault::new("city", "city", "time_zone", fault.to_string()))).ok()
}

fn controllers_unknown(city: &City) -> Vec<Fault> {
    let named = city.centre_processes_for.iter().flatten().filter(|key| !city.controllers.contains_key(*key));
    named.map(|key| Fault::new("city", "city", "centre_processes_for", format!("there is no controller {key}"))).collect()
}

/// The keys of services, each with that of the data controller of its unit.
fn with_controllers<'a>(services: &'a [ServiceRow], units: &'a [PackUnit]) -> Vec<(&'a str, &'a str)> {
    let of_unit = |row: &ServiceRow| units.iter().find(|unit| Some(&unit.key) == row.unit.as_ref());
    services.iter().map(|row| (row.key.as_str(), of_unit(row).map_or("city", |unit| unit.controller.as_str()))).collect()
}

fn told(faults: Vec<Fault>, folder: &Path) -> Vec<String> {
    faults.into_iter().map(|fault| format!("{}/{fault}", folder.display())).collect()
}

fn uploads(faults: &[String]) -> Error {
    Error::Unavailable(format!("lists that were uploaded on pages cannot be read:\n{}", faults.join("\n")))
}

fn contradiction(faults: &[Fault]) -> Error {
    let faults: Vec<String> = faults.iter().map(Fault::to_string).collect();
    Error::Unavailable(format!("what was changed on pages does not go with the pack:\n{}", faults.join("\n")))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads a pack for a command line; the error lists every fault.
///
/// # Errors
/// [`Error::Unavailable`] with all faults, a line each.
pub fn read(folder: &Path) -> Result<Pack> {
    Pack::read(folder).map_err(|faults| Error::Unavailable(format!("the city pack has faults:\n{}", faults.join("\n"))))
}
