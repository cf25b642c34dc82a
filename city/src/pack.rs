//! A city pack as a whole: its sections, what they say of each other, and taking it over into the database.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use base::{City, Error, Result};
use hours::{Calendar, Holidays, Hours};
use interactions::Topic;
use knowledge::Card;
use packs::{Entries, Fault, Keys, Section};
use portal::statements::{Accessibility, Centre, PrivacyNotice, Statements};
use queues::Line;
use services::{
    Order,
    pack::{GroupRow, ServiceRow},
};
use staff::model::{PackUnit, Role, Skill};
use store::Tx;

use crate::texts::{self, Text};

mod checks;
mod files;
mod taking;

pub use files::Files;
pub use taking::{contradiction, present, take_over};

/// What a pack is made of, file by file; [`Files`] are the lists that are too long to be entries.
pub const SECTIONS: [Section; 16] = [
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
    texts::TEXTS_SECTION,
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
    /// `texts.toml`: texts of the program in the city's own words.
    pub texts: Vec<Text>,
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
        let (mut draft, mut faults) = packs::draft(folder, &SECTIONS);
        draft.entries.supply("roles", staff::pack::program_roles());
        let (files, mut others) = Files::read(folder, &draft.entries);
        others.extend(checks::of_folder(folder));
        others.extend(files.faults.iter().map(|fault| format!("{}/{fault}", folder.display())));
        let (pack, found) = Self::fit(draft.entries.clone(), Arc::new(files));
        let beside = |fault: &Fault| !is_told(&faults, fault) && fault.section != settings::lists::SECTION;
        let found: Vec<Fault> = found.into_iter().filter(beside).map(|fault| draft.placed(fault)).collect();
        faults.extend(found);
        let faults: Vec<String> = faults.iter().map(|fault| format!("{}/{fault}", folder.display())).chain(others).collect();
        pack.filter(|_| faults.is_empty()).ok_or(faults)
    }

    /// What the entries say, together with what lies beside them, as far as it goes together; and all that does not. Without
    /// city, hours and time zone there is nothing.
    pub fn fit(entries: Entries, files: Arc<Files>) -> (Option<Self>, Vec<Fault>) {
        let mut faults = Vec::new();
        let city = entries.value::<City>("city", &mut faults);
        let zone = city.as_ref().and_then(|city| checks::time_zone(city, &mut faults));
        let hours = entries.value::<Hours>("hours", &mut faults);
        let units: Vec<PackUnit> = entries.values("units", &mut faults);
        let roles = (entries.values("roles", &mut faults), entries.values("skills", &mut faults));
        let (groups, services) = (entries.values("groups", &mut faults), entries.values::<ServiceRow>("services", &mut faults));
        let work = Work {
            topics: entries.values("topics", &mut faults),
            lines: entries.values("lines", &mut faults),
            orders: entries.values("orders", &mut faults),
            cards: entries.values("cards", &mut faults),
        };
        let retention: Vec<privacy::model::Rule> = entries.values("retention", &mut faults);
        let statements = Statements {
            accessibility: entries.value("accessibility", &mut faults),
            notices: entries.values("privacy", &mut faults),
            centre: entries.value("centre", &mut faults),
        };
        let texts: Vec<Text> = entries.values("texts", &mut faults);
        faults.extend(texts::check(&texts));
        let keys = checks::keys(&entries, &files, hours.as_ref());
        faults.extend(hours.iter().flat_map(checks::of_hours));
        faults.extend(staff::pack::check_units(&units));
        faults.extend(staff::pack::check_roles(&roles.0, &roles.1));
        faults.extend(city.iter().flat_map(checks::of_city));
        faults.extend(city.iter().flat_map(|city| checks::controllers_of(&units, city)));
        faults.extend(privacy::pack::check(&retention, &entries.keys("services").map(str::to_owned).collect()));
        faults.extend(services::pack::check(&groups, &services, &keys));
        faults.extend(work.check(&keys));
        let controllers: Vec<&str> = city.iter().flat_map(|city| city.controllers.keys()).map(String::as_str).collect();
        faults.extend(statements.check(&controllers, &checks::with_controllers(&services, &units)));
        faults.extend(checks::of_lists(&files));
        let (Some(city), Some(zone), Some(hours)) = (city, zone, hours) else { return (None, faults) };
        let calendar = |opening| Calendar::new(zone.clone(), Holidays::polish(), opening);
        let calendars = hours.openings().into_iter().map(|(key, opening)| (key, calendar(opening))).collect();
        let office = calendar(hours.office());
        (Some(Self { city, units, roles, groups, services, retention, office, calendars, work, statements, texts, entries, files }), faults)
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

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a fault of the whole follows from what was told already of an entry by itself: that entry is there, and only
/// cannot be read.
fn is_told(told: &[Fault], fault: &Fault) -> bool {
    let same = |one: &Fault| (&one.section, &one.key, &one.path) == (&fault.section, &fault.key, &fault.path);
    let unread = |one: &Fault| one.key.is_empty() || one.key == fault.reason.word;
    told.iter().any(|one| same(one) || (fault.reason.kind == packs::Kind::Unknown && unread(one)))
}

/// Reads a pack for a command line; the error lists every fault.
///
/// # Errors
/// [`Error::Unavailable`] with all faults, a line each.
pub fn read(folder: &Path) -> Result<Pack> {
    Pack::read(folder).map_err(|faults| Error::Unavailable(format!("the city pack has faults:\n{}", faults.join("\n"))))
}
