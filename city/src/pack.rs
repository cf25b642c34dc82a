//! A city pack as a whole: its sections, what they say of each other, and taking it over into the database.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use base::{Actor, City, Error, Id, Result};
use hours::{Calendar, Holidays, Opening};
use jiff::tz::TimeZone;
use packs::{Entries, Fault, Section};
use portal::statements::{Accessibility, Centre, PrivacyNotice, Statements};
use serde_json::json;
use services::{Group, Service};
use staff::{
    model::PackUnit,
    pack::{DemoAccount, PackRoles},
};
use store::{Db, NewEvent, Tx};

/// Addresses taken over in one transaction, so that a live city never waits long.
const CHUNK: usize = 500;

/// What a pack is made of, file by file. `staff.toml`, the services and the places are read by their own readers.
pub const SECTIONS: [Section; 6] = [
    Section::whole::<City>("city", "city.toml"),
    Section::list::<PackUnit>("units", "units.toml", "unit"),
    Section::whole::<Opening>("hours", "hours.toml"),
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
    /// `accessibility.toml`, `privacy.toml`, `centre.toml`.
    pub statements: Statements,
    /// `staff.toml`: accounts of a demo.
    pub accounts: Vec<DemoAccount>,
    /// What the sections say, in the layer `pack`.
    pub entries: Entries,
    /// Where the files are.
    pub folder: PathBuf,
    /// SHA-256 of all files together.
    pub digest: String,
}

impl Pack {
    /// Reads the pack in `folder`.
    ///
    /// # Errors
    /// Every fault found, each as file, place and reason.
    pub fn read(folder: &Path) -> std::result::Result<Self, Vec<String>> {
        let draft = packs::read(folder, &SECTIONS).map_err(|faults| told(faults, folder))?;
        Self::of(draft.entries.clone(), folder).map_err(|faults| {
            let placed = |fault| draft.placed(fault);
            told(faults.0.into_iter().map(placed).collect(), folder).into_iter().chain(faults.1).collect()
        })
    }

    /// What the entries say together with the files of `folder` that are not entries.
    ///
    /// # Errors
    /// Every fault of the entries, and of the files.
    pub fn of(entries: Entries, folder: &Path) -> std::result::Result<Self, (Vec<Fault>, Vec<String>)> {
        let (mut faults, mut others) = (Vec::new(), Vec::new());
        let city = entries.value::<City>("city", &mut faults);
        let zone = city.as_ref().and_then(|city| time_zone(city, &mut faults));
        let opening = entries.value::<Opening>("hours", &mut faults);
        let units: Vec<PackUnit> = entries.values("units", &mut faults);
        faults.extend(staff::pack::check_units(&units));
        let keys: BTreeSet<String> = units.iter().map(|unit| unit.key.clone()).collect();
        let (groups, services) = noted(services::pack::read(folder, &keys), &mut others);
        let roles = noted(staff::pack::read_roles(folder), &mut others);
        let accounts = noted(staff::pack::read_demo_accounts(folder, &keys), &mut others);
        let places = city.as_ref().map(|city| noted(places_of(folder, city), &mut others)).unwrap_or_default();
        let statements = Statements {
            accessibility: entries.value("accessibility", &mut faults),
            notices: entries.values("privacy", &mut faults),
            centre: entries.value("centre", &mut faults),
        };
        let controllers: Vec<&str> = city.iter().flat_map(|city| city.controllers.keys()).map(String::as_str).collect();
        faults.extend(statements.check(&controllers, services.iter().map(|service| service.key.as_str())));
        let (Some(city), Some(zone), Some(opening), true) = (city, zone, opening, faults.is_empty() && others.is_empty()) else {
            return Err((faults, others));
        };
        let office = Calendar::new(zone, Holidays::polish(), opening);
        let digest = digest(folder).map_err(|e| (Vec::new(), vec![format!("{}: {e}", folder.display())]))?;
        let folder = folder.to_owned();
        Ok(Self { city, units, groups, services, places, office, roles, statements, accounts, entries, folder, digest })
    }

    /// What the city says of itself now: what its pack and its pages say together.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when they contradict each other.
    pub async fn present(db: &Db, folder: &Path) -> Result<Self> {
        let entries = db.read(packs::entries).await?;
        Self::of(entries, folder).map_err(|faults| together(faults, folder))
    }

    /// Changes with anything that the city says of itself: 64 hexadecimal digits.
    pub fn stamp(&self) -> String {
        hexadecimal(&base::secret::sha256(format!("{}{:?}", self.digest, self.entries).as_bytes()))
    }

    /// The gazetteer of the pack.
    pub fn gazetteer(&self) -> Arc<places::model::Places> {
        let rows = self.places.clone();
        Arc::new(places::model::Places::new(rows.areas, rows.streets, rows.addresses))
    }

    /// Makes the rows that the capabilities keep of what the entries say.
    ///
    /// # Errors
    /// As [`Tx::execute`].
    pub fn apply(&self, tx: &Tx<'_>) -> Result<()> {
        staff::actions::take_over_units(tx, &self.units)?;
        services::actions::take_over(tx, &self.groups, &self.services)
    }

    /// Takes the pack over, unless the database already has exactly this one. What pages changed stays.
    ///
    /// # Errors
    /// As [`Db::write`]; [`Error::Unavailable`] when what pages changed does not go with the pack.
    pub async fn take_over(&self, db: &Db) -> Result<bool> {
        let subject = Id::named("pack", &self.city.key);
        let known = db.read(move |read| Ok((store::journal::of_subject(read, subject)?, packs::stamp(read)?))).await?;
        if known.0.last().is_some_and(|event| event.facts["digest"] == self.digest) && known.1 > 0 {
            return Ok(false);
        }
        let (entries, folder) = (self.entries.clone(), self.folder.clone());
        let (areas, streets) = (self.places.areas.clone(), self.places.streets.clone());
        db.write(Actor::SYSTEM, move |tx| {
            packs::actions::take_over(tx, &entries)?;
            Self::of(packs::entries(tx)?, &folder).map_err(|faults| together(faults, &folder))?.apply(tx)?;
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

fn time_zone(city: &City, faults: &mut Vec<Fault>) -> Option<TimeZone> {
    TimeZone::get(&city.time_zone).map_err(|fault| faults.push(Fault::new("city", "city", "time_zone", fault.to_string()))).ok()
}

fn told(faults: Vec<Fault>, folder: &Path) -> Vec<String> {
    faults.into_iter().map(|fault| format!("{}/{fault}", folder.display())).collect()
}

fn together((faults, others): (Vec<Fault>, Vec<String>), folder: &Path) -> Error {
    let faults: Vec<String> = told(faults, folder).into_iter().chain(others).collect();
    Error::Unavailable(format!("what was changed on pages does not go with the pack:\n{}", faults.join("\n")))
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

fn digest(folder: &Path) -> std::io::Result<String> {
    let mut files: Vec<_> = std::fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    files.sort_by_key(std::fs::DirEntry::file_name);
    let mut all = Vec::new();
    for file in files.iter().filter(|file| file.path().is_file()) {
        all.extend(file.file_name().as_encoded_bytes());
        all.extend(base::secret::sha256(&std::fs::read(file.path())?));
    }
    Ok(hexadecimal(&base::secret::sha256(&all)))
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
